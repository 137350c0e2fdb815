//! Somebody who is signed in.

use std::sync::Arc;

use domain::people::account::Account;
use domain::people::viewer::{TokenHash, Viewer};

/// Somebody who is signed in, and by which session.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who.
    pub account: Arc<Account>,
    /// By which session.
    pub session: TokenHash,
    /// Whether a provider said who it is, and no password was asked.
    pub by_provider: bool,
}

impl SignedIn {
    /// Whether nothing opens before they choose another password.
    #[must_use]
    pub fn must_change(&self) -> bool {
        self.account.must_change && !self.by_provider
    }

    /// Who asks: the public until they chose a password.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        if self.must_change() {
            Viewer::public()
        } else {
            self.account.viewer()
        }
    }
}
