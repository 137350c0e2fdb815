//! Accounts, roles, sessions, tokens and invitations.

pub(super) mod accept_invitation;
pub(super) mod add_account;
pub(super) mod add_token;
pub(super) mod administrator;
pub(super) mod ask_access;
pub(super) mod audit;
pub(super) mod change_person;
pub(super) mod decide_access;
pub(super) mod end_sessions;
pub(super) mod enter_by_provider;
pub(super) mod invite_person;
pub(super) mod make_first_account;
pub(super) mod refused_sign_in;
pub(super) mod remove_account;
pub(super) mod revoke_token;
pub(super) mod second_factor;
pub(super) mod secrets;
pub(super) mod set_password;
pub(super) mod start_session;
