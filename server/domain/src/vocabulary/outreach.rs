//! Words about outreach.

use super::UnknownWord;

vocabulary! {
    /// What a municipality is approached for.
    OutreachPurpose, "purpose of outreach", {
        /// To brief it: by default those without complete policy, NONE and
        /// PARTIAL.
        Brief = "BRIEF",
        /// To ask what is not known: by default `NOT_ASSESSED` and UNCERTAIN.
        Ask = "ASK",
    }
}

vocabulary! {
    /// How far outreach to a municipality has come.
    OutreachStage, "stage of outreach", {
        /// Chosen for a briefing.
        Selected = "SELECTED",
        /// Asked whether it wants one.
        Invited = "INVITED",
        /// A date is agreed.
        Planned = "PLANNED",
        /// The briefing was given.
        Held = "HELD",
        /// The briefing was given, and is being followed up.
        FollowUp = "FOLLOW_UP",
        /// It does not want one.
        Declined = "DECLINED",
    }
}

vocabulary! {
    /// For whom a briefing is.
    BriefingKind, "kind of briefing", {
        /// For municipalities by themselves.
        Municipality = "MUNICIPALITY",
        /// For a region; counts for each of the municipalities that it names.
        RegionalPlatform = "REGIONAL_PLATFORM",
    }
}
