//! Accounts, roles, sessions, tokens and invitations.

pub mod access_request;
pub mod account;
pub mod email;
pub mod identity;
pub mod invitation;
pub mod network;
pub mod password;
pub mod permissions;
pub mod second_factor;
pub mod session;
pub mod viewer;
