//! Signing in with a password, and choosing another.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use super::{Authenticator, Device, RetryAfter, SignInSource, SignedIn};
use actions::ActionError;
use domain::message::{AccessMessage, Message, PeopleMessage};
use domain::people::account::Account;
use domain::people::email::Email;
use domain::people::password::{BadPassword, Password, PasswordHash};
use domain::people::viewer::{Secret, TokenHash};
use domain::record::audit::PUBLIC;
use store::StoreError;

/// What somebody signs in with, and from where.
pub struct Credentials<'a> {
    /// The email as typed.
    pub email: &'a str,
    /// The password as typed.
    pub password: &'a str,
    /// The code of the second factor as typed, when it was asked.
    pub code: Option<&'a str>,
    /// The address of the client.
    pub address: IpAddr,
    /// What the browser was given when somebody signed in there before.
    pub device: Option<&'a str>,
}

/// Somebody came in.
#[derive(Debug)]
pub struct NewSession {
    /// Who.
    pub account: Arc<Account>,
    /// What their browser is known by from now on; told once.
    pub secret: Secret,
}

/// Somebody did not come in.
#[derive(Debug)]
pub enum SignInError {
    /// There is no such account, or it has another password.
    Wrong,
    /// Too many failures.
    Wait(RetryAfter),
    /// The new password may not be chosen.
    BadPassword(BadPassword),
    /// A code of the second factor is asked too.
    CodeMissing,
    /// The code of the second factor is wrong, or was used.
    WrongCode,
    /// A link or a sign-in that was used, has run out, or never was.
    LinkUsed,
    /// Nothing can be recorded.
    Action(ActionError),
}

impl fmt::Display for SignInError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Action(error) => error.fmt(f),
            other => Message::from(other).fmt(f),
        }
    }
}

impl std::error::Error for SignInError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Action(error) => error.source(),
            _ => None,
        }
    }
}

impl From<&SignInError> for Message {
    fn from(error: &SignInError) -> Self {
        match error {
            SignInError::Wrong => AccessMessage::WrongCredentials.into(),
            SignInError::Wait(RetryAfter(wait)) => {
                let seconds = wait.as_secs().unsigned_abs() + 1;
                AccessMessage::TooManyAttempts { seconds }.into()
            }
            SignInError::BadPassword(error) => error.into(),
            SignInError::CodeMissing => PeopleMessage::CodeMissing.into(),
            SignInError::WrongCode => PeopleMessage::WrongCode.into(),
            SignInError::LinkUsed => AccessMessage::SignInUsed.into(),
            SignInError::Action(error) => error.into(),
        }
    }
}

impl From<BadPassword> for SignInError {
    fn from(error: BadPassword) -> Self {
        Self::BadPassword(error)
    }
}

impl From<ActionError> for SignInError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::AccountChanged => Self::Wrong,
            ActionError::CodeMissing => Self::CodeMissing,
            ActionError::WrongCode => Self::WrongCode,
            ActionError::LinkUsed => Self::LinkUsed,
            ActionError::BadPassword(bad) => Self::BadPassword(bad),
            other => Self::Action(other),
        }
    }
}

impl From<StoreError> for SignInError {
    fn from(error: StoreError) -> Self {
        Self::Action(error.into())
    }
}

impl Authenticator {
    /// Lets somebody in whose password is right, with a session in place of
    /// the one that their browser had.
    pub async fn sign_in(
        &self,
        given: Credentials<'_>,
        replaced: Option<TokenHash>,
    ) -> Result<NewSession, SignInError> {
        let by = self.attempter(&given);
        self.count(by)?;
        // The account may be of a moment ago.
        self.refresh().await?;
        let email: Option<Email> = given.email.parse().ok();
        let known = email.and_then(|email| self.known.load().find_by_email(&email));
        let account = match self.check(known.clone(), given.password).await {
            Err(SignInError::Wrong) => {
                let writer = self.writer(PUBLIC);
                actions::record_refused_sign_in(&writer, known.as_deref(), &self.refusals).await?;
                return Err(SignInError::Wrong);
            }
            checked => checked?,
        };
        let writer = self.writer(&account.name);
        let begun = actions::start_session(&writer, &account, given.code, replaced).await;
        let secret = match begun {
            Ok(secret) => secret,
            Err(error) => {
                if matches!(error, ActionError::CodeMissing) {
                    self.uncount(by);
                }
                if matches!(error, ActionError::WrongCode) {
                    let writer = self.writer(PUBLIC);
                    actions::record_refused_sign_in(&writer, Some(&account), &self.refusals)
                        .await?;
                }
                return Err(error.into());
            }
        };
        self.succeed(by);
        self.refresh().await?;
        Ok(NewSession { account, secret })
    }

    /// Who tries: a browser that this person used before, or a stranger.
    fn attempter<'a>(&self, given: &Credentials<'a>) -> SignInSource<'a> {
        let email: Option<Email> = given.email.parse().ok();
        let known = email.and_then(|email| self.known.load().find_by_email(&email));
        let device = given.device.zip(known);
        let device = device.and_then(|(text, account)| Device::read(text, &account));
        device.map_or(
            SignInSource::Stranger {
                email: given.email,
                address: given.address,
            },
            |device| SignInSource::Browser(TokenHash::of(device.reveal())),
        )
    }

    /// Gives somebody the password that they chose. All their sessions end,
    /// and another begins.
    pub async fn choose_password(
        &self,
        who: &SignedIn,
        current: &str,
        new: &str,
    ) -> Result<NewSession, SignInError> {
        let account = &who.account;
        let by = SignInSource::Browser(who.session);
        let chosen = Password::chosen(new, &account.email)?;
        if chosen == Password::typed(current) {
            return Err(BadPassword::Unchanged.into());
        }
        self.count(by)?;
        let account = self.check(Some(Arc::clone(account)), current).await?;
        self.succeed(by);
        let writer = self.writer(&account.name);
        let (account, secret) = actions::choose_password(&writer, &account, chosen).await?;
        self.refresh().await?;
        let account = Arc::new(account);
        Ok(NewSession { account, secret })
    }

    /// Begins an attempt.
    pub(super) fn count(&self, by: SignInSource<'_>) -> Result<(), SignInError> {
        let counted = self.delays.attempt(by, self.clock.now());
        counted.map_err(SignInError::Wait)
    }

    pub(super) fn succeed(&self, by: SignInSource<'_>) {
        self.delays.succeed(by, self.clock.now());
    }

    pub(super) fn uncount(&self, by: SignInSource<'_>) {
        self.delays.forget(by, self.clock.now());
    }

    /// The account when the password is right. Without an account, or without
    /// a password of it, the work is the same.
    pub(super) async fn check(
        &self,
        known: Option<Arc<Account>>,
        password: &str,
    ) -> Result<Arc<Account>, SignInError> {
        let hash = known.as_ref().and_then(|known| known.password.clone());
        let hash = hash.unwrap_or_else(PasswordHash::of_nobody);
        let right = actions::is_of(hash, Password::typed(password)).await?;
        known.filter(|_| right).ok_or(SignInError::Wrong)
    }
}
