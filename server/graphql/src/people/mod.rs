//! Accounts, roles, sessions, tokens and invitations.

pub(super) mod account;
pub(crate) mod mutation;
pub(crate) mod query;
pub(super) mod quota;
