//! By whom somebody is known at a provider of OpenID Connect.

use std::sync::Arc;

use jiff::Timestamp;

use super::account::Account;
use super::email::Email;
use crate::id::Id;

/// Somebody at a provider: an address may change hands there, this does not.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identity {
    /// The provider.
    pub issuer: Arc<str>,
    /// The person, as the provider calls them.
    pub subject: Arc<str>,
}

/// An account that is known at a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityLink {
    /// By whom.
    pub identity: Identity,
    /// The id of the account.
    pub account: Id<Account>,
    /// Since when.
    pub linked_at: Timestamp,
}

/// What a provider says of somebody who signed in there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderProfile {
    /// Who they are there.
    pub identity: Identity,
    /// Their address, when the provider tells one.
    pub email: Option<Email>,
    /// Whether the provider found the address to be theirs.
    pub email_verified: bool,
    /// Their name, when the provider tells one.
    pub name: Option<String>,
}

impl ProviderProfile {
    /// An address by which an account of this person may be found.
    #[must_use]
    pub fn verified_email(&self) -> Option<&Email> {
        self.email.as_ref().filter(|_| self.email_verified)
    }
}
