//! Words about policy and how it is judged.

use super::UnknownWord;

vocabulary! {
    /// A form of exploitation.
    ExploitationForm, "form of exploitation", {
        /// Sexual exploitation.
        Sexual = "SEXUAL",
        /// Labour exploitation.
        Labour = "LABOUR",
        /// Criminal exploitation: being forced to commit offences.
        Criminal = "CRIMINAL",
        /// Forced removal of organs.
        ForcedOrganRemoval = "FORCED_ORGAN_REMOVAL",
    }
}

vocabulary! {
    /// The answer for one building block. Unknown is not absent.
    Verdict, "verdict", {
        /// Nothing is known.
        Unknown = "UNKNOWN",
        /// Known not to be there.
        Absent = "ABSENT",
        /// Being made; counts for half.
        InPreparation = "IN_PREPARATION",
        /// In place.
        Present = "PRESENT",
    }
}

vocabulary! {
    /// How a verdict is known.
    Established, "way to establish a verdict", {
        /// Nobody has looked.
        NotAssessed = "NOT_ASSESSED",
        /// The municipality answered a questionnaire.
        Survey = "SURVEY",
        /// Somebody read it in a document.
        Document = "DOCUMENT",
        /// It was said in a conversation.
        Conversation = "CONVERSATION",
        /// It follows from a policy document in force.
        DerivedFromDocument = "DERIVED_FROM_DOCUMENT",
        /// It follows from an arrangement in force.
        DerivedFromArrangement = "DERIVED_FROM_ARRANGEMENT",
        /// Invented, to show what the tool does.
        Demonstration = "DEMONSTRATION",
    }
}

vocabulary! {
    /// The three dimensions in which policy is judged.
    Dimension, "dimension", {
        /// Awareness and the ability to detect signals.
        Awareness = "AWARENESS",
        /// The policy basis.
        Policy = "POLICY",
        /// Cooperation, shelter and support.
        Approach = "APPROACH",
    }
}

vocabulary! {
    /// The two levels of the rubric.
    Level, "level", {
        /// What every municipality needs.
        Basic = "BASIC",
        /// What comes on top of the basis.
        Advanced = "ADVANCED",
    }
}

vocabulary! {
    /// What is certain of a municipality's policy. 'Without (complete) policy'
    /// is NONE or PARTIAL.
    PolicyClass, "policy class", {
        /// Nothing is known but what follows from an arrangement.
        NotAssessed = "NOT_ASSESSED",
        /// Something is known, and whether policy is complete cannot be told
        /// from it.
        Uncertain = "UNCERTAIN",
        /// No adopted policy, and nothing else present or in preparation.
        None = "NONE",
        /// Certainly not complete: a BASIC building block is absent or in
        /// preparation.
        Partial = "PARTIAL",
        /// Every BASIC building block is present.
        Complete = "COMPLETE",
        /// Every building block is present.
        Advanced = "ADVANCED",
    }
}

vocabulary! {
    /// Whether a policy document belongs to one municipality or to a region.
    DocumentScope, "scope of a document", {
        /// Adopted by and for one municipality.
        Municipal = "MUNICIPAL",
        /// Made for a region; covers several municipalities.
        Regional = "REGIONAL",
    }
}
