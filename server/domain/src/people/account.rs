//! Accounts of people.

use std::sync::Arc;

use super::email::Email;
use super::password::PasswordHash;
use super::viewer::Viewer;
use crate::id::Id;
use crate::places::code::RegionRef;
use crate::vocabulary::{Role, Scope};

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Random; never given again.
    pub id: Id<Account>,
    /// What they sign in with; no two accounts have the same.
    pub email: Email,
    /// Stands beside what they record; no two accounts have the same.
    pub name: Arc<str>,
    /// What they may do; never PUBLIC.
    pub role: Role,
    /// The regions of a PLATFORM; none for the others.
    pub regions: Vec<RegionRef>,
    /// What their password is known by; none while they sign in elsewhere
    /// alone, or have not taken up their invitation.
    pub password: Option<PasswordHash>,
    /// Whether somebody else has seen the password: nothing opens before they
    /// choose another.
    pub must_change: bool,
}

impl Account {
    /// Who asks, once signed in.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        Viewer {
            name: Some(Arc::clone(&self.name)),
            role: self.role,
            regions: self.regions.clone(),
            scope: Scope::Write,
        }
    }
}
