//! The closed vocabularies of the domain. Their codes are the same in the
//! database, in files and in GraphQL.

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

mod audit;
mod care;
mod outreach;
mod people;
mod places;
mod policy;
mod record;

pub use audit::{AuditAction, SubjectKind};
pub use care::{ArrangementMode, BottleneckCategory, CoordinationStatus};
pub use outreach::{BriefingKind, OutreachPurpose, OutreachStage};
pub use people::{Role, Scope};
pub use places::{ChangeKind, ReorganisationKind, TimelineStep};
pub use policy::{
    Dimension, DocumentScope, Established, ExploitationForm, Level, PolicyClass, Verdict,
};
pub use record::{
    CorrectionOrigin, CorrectionState, ImportState, QualityKind, QualityReason, RowOutcome,
};

#[cfg(test)]
mod tests;
