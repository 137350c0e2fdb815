//! What others say is not right on record.

use jiff::{SignedDuration, Timestamp};

use crate::id::Id;
use crate::people::viewer::TokenHash;
use crate::places::code::MunicipalityCode;
use crate::vocabulary::{CorrectionOrigin, CorrectionState, Verdict};

/// How long a link for a check can be used.
pub const LINK_HOLDS: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long after a decision it is kept who proposed it.
pub const PERSON_KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What a building block would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedAnswer {
    /// Id of the block.
    pub block: String,
    /// The answer.
    pub verdict: Verdict,
    /// A remark.
    pub note: Option<String>,
}

/// Something that would have to be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Random.
    pub id: Id<Correction>,
    /// The municipality.
    pub code: MunicipalityCode,
    /// From whom it is.
    pub origin: CorrectionOrigin,
    /// The name of who proposed it.
    pub name: Option<String>,
    /// Where to reach them.
    pub email: Option<String>,
    /// What is not right, in their words.
    pub text: String,
    /// What would be different, by block.
    pub answers: Vec<ProposedAnswer>,
    /// When it was proposed.
    pub proposed_at: Timestamp,
    /// What came of it.
    pub decision: Option<Decision>,
}

/// What came of a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Accepted or refused.
    pub state: CorrectionState,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why, or what was done.
    pub answer: Option<String>,
    /// The change by which it was accepted.
    pub revision: Option<u64>,
}

impl Correction {
    /// What came of it so far.
    #[must_use]
    pub fn state(&self) -> CorrectionState {
        self.decision
            .as_ref()
            .map_or(CorrectionState::Open, |decision| decision.state)
    }
}

/// A link with which a municipality looks at its own record, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLink {
    /// What the secret in it is known by.
    pub hash: TokenHash,
    /// The municipality.
    pub code: MunicipalityCode,
    /// From when on it cannot be used.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

impl CheckLink {
    /// Whether it can be used at an instant.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }
}
