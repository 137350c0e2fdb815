//! People without an account who ask for one.

use jiff::Timestamp;

use super::email::Email;
use super::identity::Identity;
use crate::id::Id;
use crate::places::code::RegionRef;

/// Somebody asks for an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRequest {
    /// Random.
    pub id: Id<AccessRequest>,
    /// Their address.
    pub email: Email,
    /// Their name.
    pub name: String,
    /// For whom they work.
    pub organisation: Option<String>,
    /// The region that it is about.
    pub region: Option<RegionRef>,
    /// Why they ask.
    pub reason: Option<String>,
    /// Who they are at a provider, when they came from there.
    pub identity: Option<Identity>,
    /// When they asked.
    pub asked_at: Timestamp,
}
