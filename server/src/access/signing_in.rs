//! Signing in with a password, and choosing another.

use std::net::IpAddr;
use std::sync::Arc;

use thiserror::Error;

use super::{Access, SignedIn, Wait};
use crate::actions::{self, ActionError};
use crate::domain::account::Account;
use crate::domain::email::Email;
use crate::domain::password::{BadPassword, Password, PasswordHash};
use crate::domain::viewer::{Secret, TokenHash};
use crate::store::StoreError;

/// What somebody signs in with, and from where.
pub struct Credentials<'a> {
    /// The email as typed.
    pub email: &'a str,
    /// The password as typed.
    pub password: &'a str,
    /// The address of the client.
    pub address: IpAddr,
}

/// Somebody came in.
#[derive(Debug)]
pub struct Entered {
    /// Who.
    pub account: Arc<Account>,
    /// What their browser is known by from now on; told once.
    pub secret: Secret,
}

/// Somebody did not come in.
#[derive(Debug, Error)]
pub enum AccessError {
    /// There is no such account, or it has another password.
    #[error("the email address or the password is wrong")]
    Wrong,
    /// Too many failures.
    #[error("too many failures; try again in {} s", .0.0.as_secs() + 1)]
    Wait(Wait),
    /// The new password may not be chosen.
    #[error(transparent)]
    BadPassword(#[from] BadPassword),
    /// Nothing can be recorded.
    #[error(transparent)]
    Action(ActionError),
}

impl From<ActionError> for AccessError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::AccountChanged => Self::Wrong,
            other => Self::Action(other),
        }
    }
}

impl From<StoreError> for AccessError {
    fn from(error: StoreError) -> Self {
        Self::Action(error.into())
    }
}

impl Access {
    /// Lets somebody in whose password is right, with a session in place of
    /// the one that their browser had.
    pub async fn sign_in(
        &self,
        given: Credentials<'_>,
        replaced: Option<TokenHash>,
    ) -> Result<Entered, AccessError> {
        self.count(&given)?;
        // The account may be of a moment ago.
        self.refresh().await?;
        let email: Option<Email> = given.email.parse().ok();
        let known = email.and_then(|email| self.known.load().find_by_email(&email));
        let account = self.check(known, &given).await?;
        let writer = self.writer(&account.name);
        let secret = actions::start_session(&writer, &account, replaced).await?;
        self.refresh().await?;
        Ok(Entered { account, secret })
    }

    /// Gives somebody the password that they chose. All their sessions end,
    /// and another begins.
    pub async fn choose_password(
        &self,
        who: &SignedIn,
        current: &str,
        new: &str,
        address: IpAddr,
    ) -> Result<Entered, AccessError> {
        let account = &who.account;
        let given = Credentials {
            email: account.email.as_str(),
            password: current,
            address,
        };
        let chosen = Password::chosen(new, &account.email)?;
        if chosen == Password::typed(current) {
            return Err(BadPassword::Unchanged.into());
        }
        self.count(&given)?;
        let account = self.check(Some(Arc::clone(account)), &given).await?;
        let writer = self.writer(&account.name);
        let (account, secret) = actions::choose_password(&writer, &account, chosen).await?;
        self.refresh().await?;
        let account = Arc::new(account);
        Ok(Entered { account, secret })
    }

    fn count(&self, given: &Credentials<'_>) -> Result<(), AccessError> {
        let now = self.clock.now();
        let counted = self.delays.attempt(given.email, given.address, now);
        counted.map_err(AccessError::Wait)
    }

    /// The account when the password is right. Without an account the work is
    /// the same.
    async fn check(
        &self,
        known: Option<Arc<Account>>,
        given: &Credentials<'_>,
    ) -> Result<Arc<Account>, AccessError> {
        let hash = known
            .as_ref()
            .map_or_else(PasswordHash::of_nobody, |account| account.password.clone());
        let right = actions::is_of(hash, Password::typed(given.password)).await?;
        let account = known.filter(|_| right).ok_or(AccessError::Wrong)?;
        let now = self.clock.now();
        self.delays.succeed(given.email, given.address, now);
        Ok(account)
    }
}
