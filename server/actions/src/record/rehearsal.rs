//! What would be on record, for showing it before it is.

use std::fmt;

use parking_lot::Mutex;

use domain::facts::Facts;
use store::{Change, StoreError};

/// Holds the facts of now, and after a rehearsal those that would be.
pub struct Rehearsal(Mutex<Facts>);

impl Rehearsal {
    /// Begins with the facts of now.
    #[must_use]
    pub fn from(facts: Facts) -> Self {
        Self(Mutex::new(facts))
    }

    /// The facts that would be.
    #[must_use]
    pub fn into_facts(self) -> Facts {
        self.0.into_inner()
    }

    /// Looks at what a change has written so far.
    pub(crate) async fn look(&self, change: &mut Change) -> Result<(), StoreError> {
        let mut facts = std::mem::take(&mut *self.0.lock());
        let looked = change.catch_up(&mut facts).await;
        *self.0.lock() = facts;
        looked
    }
}

impl fmt::Debug for Rehearsal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rehearsal")
    }
}
