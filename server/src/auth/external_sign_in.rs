//! Coming in without a password: from a provider, by an invitation, or not yet.

use std::net::IpAddr;
use std::sync::Arc;

use super::{Access, AccessError, Attempter, Entered, Invitee, PersonRecord, SignedIn};
use crate::actions::{self, Arrival, Asked};
use crate::domain::people::access_request::AccessRequest;
use crate::domain::people::account::Account;
use crate::domain::people::identity::Person;
use crate::domain::people::password::Password;
use crate::domain::people::viewer::TokenHash;
use crate::domain::record::audit::{PUBLIC, SERVER};

/// What came of signing in at a provider.
#[derive(Debug)]
pub enum Arrived {
    /// They are in.
    In(Entered),
    /// They have no account, and an administrator has to give them one.
    Waiting,
}

impl Access {
    /// Lets somebody in whom a provider knows, with a session in place of the
    /// one that their browser had.
    pub async fn enter_by_provider(
        &self,
        person: &Person,
        sign_in: TokenHash,
        replaced: Option<TokenHash>,
    ) -> Result<Arrived, AccessError> {
        let writer = self.writer(SERVER);
        let arrival = actions::enter_by_provider(&writer, person, sign_in, replaced).await?;
        self.refresh().await?;
        Ok(match arrival {
            Arrival::In(account, secret) => Arrived::In(Entered {
                account: Arc::new(account),
                secret,
            }),
            Arrival::Waiting => Arrived::Waiting,
        })
    }

    /// Whom a link is for, while it holds.
    pub async fn find_invitee(&self, link: &str) -> Result<Arc<Account>, AccessError> {
        // The link may be of a moment ago.
        self.refresh().await?;
        let invitee = self.known.load().find_invitee(&TokenHash::of(link));
        let now = self.clock.now();
        let invitee = invitee.filter(|invitee| invitee.invitation.holds_at(now));
        let invitee = invitee.ok_or(AccessError::LinkUsed)?;
        Ok(invitee.account)
    }

    /// Lets somebody in who takes up an invitation and chose a password.
    pub async fn accept_invitation(
        &self,
        link: &str,
        password: &str,
        replaced: Option<TokenHash>,
    ) -> Result<Entered, AccessError> {
        let account = self.find_invitee(link).await?;
        let password = Password::chosen(password, &account.email)?;
        let link = TokenHash::of(link);
        let writer = self.writer(&account.name);
        let (account, secret) =
            actions::accept_invitation(&writer, link, &account, password, replaced).await?;
        self.refresh().await?;
        let account = Arc::new(account);
        Ok(Entered { account, secret })
    }

    /// Records that somebody asks for an account. Who asks often has to wait.
    pub async fn ask_access(&self, asked: Asked, address: IpAddr) -> Result<(), AccessError> {
        let now = self.clock.now();
        let by = Attempter::Stranger {
            email: asked.email.as_str(),
            address,
        };
        let counted = self.requests.attempt(by, now);
        counted.map_err(AccessError::Wait)?;
        actions::ask_access(&self.writer(PUBLIC), asked).await?;
        self.refresh().await?;
        Ok(())
    }

    /// Everybody who may sign in, by email.
    #[must_use]
    pub fn people(&self) -> Vec<PersonRecord> {
        self.known.load().people(self.clock.now())
    }

    /// What is known of who is signed in.
    #[must_use]
    pub fn own_record(&self, who: &SignedIn) -> Option<PersonRecord> {
        let mut people = self.people().into_iter();
        people.find(|person| person.account.id == who.account.id)
    }

    /// Those who did not take up their invitation, the first invited first.
    #[must_use]
    pub fn invitees(&self) -> Vec<Invitee> {
        self.known.load().invitees()
    }

    /// The requests that nobody decided on, the oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<AccessRequest> {
        self.known.load().requests().to_vec()
    }
}
