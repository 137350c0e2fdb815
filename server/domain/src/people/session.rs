//! Sessions of people who are signed in.

use jiff::{SignedDuration, Timestamp};

use super::account::Account;
use super::viewer::TokenHash;
use crate::id::Id;

/// How long a session holds without use.
pub const LONGEST_IDLE: SignedDuration = SignedDuration::from_hours(12);
/// How long a session holds at most.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A browser in which somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What the secret in the cookie is known by.
    pub hash: TokenHash,
    /// The id of the account.
    pub account: Id<Account>,
    /// When the person signed in.
    pub created_at: Timestamp,
    /// When it was last used, to within some minutes.
    pub last_used_at: Timestamp,
    /// Whether a provider said who it is, and no password was asked.
    pub by_provider: bool,
}

impl Session {
    /// Whether the session holds at an instant, when it was last used at
    /// another.
    #[must_use]
    pub fn holds_at(&self, now: Timestamp, last_used: Timestamp) -> bool {
        now.duration_since(self.created_at) < LONGEST
            && now.duration_since(last_used) < LONGEST_IDLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_runs_out_without_use_and_after_a_week() {
        let at = |hour: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hour);
        let session = Session {
            hash: TokenHash::of("x"),
            account: "a".into(),
            created_at: at(0),
            last_used_at: at(0),
            by_provider: false,
        };
        assert!(session.holds_at(at(11), at(0)));
        assert!(!session.holds_at(at(12), at(0)));
        assert!(session.holds_at(at(167), at(160)));
        assert!(!session.holds_at(at(168), at(167)));
    }
}
