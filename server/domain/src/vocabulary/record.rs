//! Words about what is put on record.

use super::UnknownWord;

vocabulary! {
    /// From whom a proposed correction is.
    CorrectionOrigin, "origin of a correction", {
        /// From whoever came by.
        Public = "PUBLIC",
        /// From a municipality that was sent a link.
        Link = "LINK",
    }
}

vocabulary! {
    /// What came of a proposed correction.
    CorrectionState, "state of a correction", {
        /// Nobody decided on it yet.
        Open = "OPEN",
        /// What was accepted of it is on record.
        Accepted = "ACCEPTED",
        /// It was put aside, with the reason.
        Refused = "REFUSED",
    }
}

vocabulary! {
    /// What would become of a row of a file.
    RowOutcome, "outcome of a row", {
        /// Nothing of its key is on record.
        New = "NEW",
        /// It takes the place of what is on record.
        Changed = "CHANGED",
        /// It is on record already.
        Same = "SAME",
        /// Something is wrong with it.
        Error = "ERROR",
    }
}

vocabulary! {
    /// How far an import has come.
    ImportState, "state of an import", {
        /// It can be looked at, repaired, committed or discarded; nothing of it
        /// is on record.
        Preview = "PREVIEW",
        /// It is on record.
        Committed = "COMMITTED",
        /// It was on record and was withdrawn.
        Undone = "UNDONE",
        /// It was given up before it was on record.
        Discarded = "DISCARDED",
    }
}

vocabulary! {
    /// What is to be said of the data of a municipality.
    QualityKind, "kind of notice", {
        /// Nothing is on record.
        Missing = "MISSING",
        /// Last assessed more than three years ago.
        Stale = "STALE",
        /// Two records do not agree, or one is incomplete.
        Contradictory = "CONTRADICTORY",
        /// Carried over from predecessors, or from a smaller area, and not yet
        /// confirmed.
        Inherited = "INHERITED",
        /// A policy document in force ends within six months.
        DocumentExpires = "DOCUMENT_EXPIRES",
    }
}

vocabulary! {
    /// Why something is to be said of the data of a municipality, and so which
    /// record would settle it.
    QualityReason, "reason of a notice", {
        /// No arrangement is in force.
        NoArrangement = "NO_ARRANGEMENT",
        /// Nobody ever recorded a verdict.
        NeverAssessed = "NEVER_ASSESSED",
        /// Last assessed more than three years ago.
        Stale = "STALE",
        /// An arrangement is STRUCTURAL and names nobody.
        NoOrganisation = "NO_ORGANISATION",
        /// A recorded verdict on care coordination is not what the arrangements
        /// say.
        CareRecorded = "CARE_RECORDED",
        /// A block is recorded as absent while a document in force makes it
        /// present.
        DocumentAgainst = "DOCUMENT_AGAINST",
        /// Verdicts were carried over and are not confirmed.
        InheritedVerdicts = "INHERITED_VERDICTS",
        /// Care coordination was carried over and is not confirmed.
        InheritedCoordination = "INHERITED_COORDINATION",
        /// The area grew after verdicts were recorded that still hold.
        Grew = "GREW",
        /// A policy document in force ends within six months.
        Expires = "EXPIRES",
    }
}
