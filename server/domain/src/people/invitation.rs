//! Links with which people take up their accounts.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::account::Account;
use super::viewer::TokenHash;
use crate::id::Id;

/// How long an invitation holds.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A link with which somebody takes up their account, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The id of the account.
    pub account: Id<Account>,
    /// What the secret in the link is known by.
    pub hash: TokenHash,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub made_by: Arc<str>,
    /// From when it is refused.
    pub expires_at: Timestamp,
}

impl Invitation {
    /// Whether it may be taken up at an instant.
    #[must_use]
    pub fn holds_at(&self, now: Timestamp) -> bool {
        now < self.expires_at
    }
}
