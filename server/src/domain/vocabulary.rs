//! The closed vocabularies of the domain. Their codes are the same in the
//! database, in files and in GraphQL.

use crate::domain::message::{Message, TextMessage, says};

/// A word that is not in the vocabulary where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    /// What kind of word was expected.
    pub vocabulary: &'static str,
    /// The word as given.
    pub word: String,
    /// The words that are understood.
    pub choices: &'static [&'static str],
}

says!(UnknownWord);

impl From<&UnknownWord> for Message {
    fn from(error: &UnknownWord) -> Self {
        let message = TextMessage::UnknownWord {
            given: error.word.clone(),
            vocabulary: error.vocabulary.to_owned(),
            choices: error.choices.iter().collect(),
        };
        message.into()
    }
}

/// Declares an enum whose variants have one code each, in order.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $noun:literal, { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, async_graphql::Enum)]
        pub enum $name {
            $($(#[$vdoc])* $variant),+
        }

        impl $name {
            /// Every word, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code in the database, in files and in GraphQL.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(UnknownWord {
                        vocabulary: $noun,
                        word: word.to_owned(),
                        choices: &[$($code),+],
                    }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

vocabulary! {
    /// How far care coordination has come in a municipality, from unknown to
    /// the best. Status and capacity are two things: no status says that there
    /// is enough fte.
    CoordinationStatus, "coordination status", {
        /// Nothing is on record.
        Unknown = "UNKNOWN",
        /// On record that nobody coordinates.
        None = "NONE",
        /// CoMensha's helpdesk coordinates from a distance.
        Remote = "REMOTE",
        /// A care coordinator is being appointed.
        InPreparation = "IN_PREPARATION",
        /// A care coordinator works for a limited time.
        Temporary = "TEMPORARY",
        /// A care coordinator works without an end date.
        Structural = "STRUCTURAL",
    }
}

vocabulary! {
    /// How the function of care coordinator is filled.
    ArrangementMode, "mode of arrangement", {
        /// Not known.
        Unknown = "UNKNOWN",
        /// Staff of the municipality itself.
        OwnStaff = "OWN_STAFF",
        /// Staff of the centre municipality (centrumgemeente), for its region.
        CentreMunicipality = "CENTRE_MUNICIPALITY",
        /// An organisation commissioned by the centre municipality.
        CentreMunicipalityOutsourced = "CENTRE_MUNICIPALITY_OUTSOURCED",
        /// A welfare or shelter organisation.
        WelfareOrShelterOrganisation = "WELFARE_OR_SHELTER_ORGANISATION",
        /// The public health service (GGD).
        PublicHealthService = "PUBLIC_HEALTH_SERVICE",
        /// The care and safety house (Zorg- en Veiligheidshuis).
        CareAndSafetyHouse = "CARE_AND_SAFETY_HOUSE",
        /// The safety region (veiligheidsregio).
        SafetyRegion = "SAFETY_REGION",
        /// A coordinator in the region, employed by CoMensha.
        ComenshaEmployer = "COMENSHA_EMPLOYER",
        /// CoMensha's helpdesk, from a distance.
        ComenshaRemote = "COMENSHA_REMOTE",
    }
}

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

vocabulary! {
    /// What an account may do.
    Role, "role", {
        /// Reads what is public; needs no account.
        Public = "PUBLIC",
        /// Reads and edits the internal data of its own regions.
        Platform = "PLATFORM",
        /// Reads and edits the internal data of all regions.
        Outreach = "OUTREACH",
        /// Manages people, region sets and rubrics too.
        Admin = "ADMIN",
    }
}

vocabulary! {
    /// What a token may do of what its role may.
    Scope, "scope", {
        /// Read.
        Read = "READ",
        /// Read, and change.
        Write = "WRITE",
    }
}

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

vocabulary! {
    /// What a bottleneck is about.
    BottleneckCategory, "category of bottleneck", {
        /// Sharing personal data (AVG).
        Privacy = "privacy",
        /// Seeing criminal exploitation.
        SightOnCriminalExploitation = "sight-on-criminal-exploitation",
        /// Working with experts by experience.
        ExpertsByExperience = "experts-by-experience",
        /// Shelter only for people from the region.
        Regiobinding = "regiobinding",
        /// Too few people or hours.
        Capacity = "capacity",
        /// Who pays.
        Financing = "financing",
        /// Places of shelter.
        Shelter = "shelter",
        /// Knowing what to do.
        Knowledge = "knowledge",
        /// Other things come first.
        Priority = "priority",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back_as_its_word() {
        for status in CoordinationStatus::ALL {
            assert_eq!(status.code().parse(), Ok(*status));
        }
        for mode in ArrangementMode::ALL {
            assert_eq!(mode.code().parse(), Ok(*mode));
        }
    }

    #[test]
    fn an_unknown_word_is_refused_with_the_choices() {
        let error = "MAYBE".parse::<Verdict>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "`MAYBE` is not a verdict; use one of UNKNOWN, ABSENT, IN_PREPARATION, PRESENT"
        );
    }

    #[test]
    fn codes_are_the_names_in_graphql() {
        use async_graphql::resolver_utils::EnumType;
        for item in ArrangementMode::items() {
            assert_eq!(item.name, item.value.code());
        }
        for item in Established::items() {
            assert_eq!(item.name, item.value.code());
        }
    }
}
