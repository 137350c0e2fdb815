//! Words about municipalities and time.

use super::UnknownWord;

vocabulary! {
    /// What a reorganisation of municipalities did.
    ReorganisationKind, "kind of reorganisation", {
        /// Several went into a new municipality.
        Merger = "MERGER",
        /// One went wholly into another that kept its code.
        Absorption = "ABSORPTION",
        /// One was divided over several others.
        Split = "SPLIT",
    }
}

vocabulary! {
    /// The distance between the points of a timeline.
    TimelineStep, "step of a timeline", {
        /// A month.
        Month = "MONTH",
        /// Three months.
        Quarter = "QUARTER",
        /// Twelve months.
        Year = "YEAR",
    }
}

vocabulary! {
    /// What became of a municipality between two dates.
    ChangeKind, "kind of change", {
        /// Something became better, on balance.
        Improved = "IMPROVED",
        /// It was assessed again, and on balance nothing became better or worse.
        Same = "SAME",
        /// Something became worse, on balance.
        Worse = "WORSE",
        /// Nothing on record holds from a date in between.
        NotReassessed = "NOT_REASSESSED",
        /// It merged, grew or received part of a split municipality, so that it
        /// is not the same municipality.
        NotComparable = "NOT_COMPARABLE",
    }
}
