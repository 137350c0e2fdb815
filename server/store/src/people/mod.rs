//! Accounts, roles, sessions, tokens and invitations.

pub(super) mod access_change;
pub(super) mod access_records;
pub(super) mod access_request;
pub(super) mod account;
pub(super) mod identity;
pub(super) mod invitation;
pub(super) mod second_factor;
pub(super) mod session;
pub(super) mod token;
