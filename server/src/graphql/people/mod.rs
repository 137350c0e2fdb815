//! Accounts, roles, sessions, tokens and invitations.

pub(super) mod account;
pub(in crate::graphql) mod mutation;
pub(in crate::graphql) mod query;
pub(super) mod quota;
