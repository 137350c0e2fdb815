//! Coming in without a password: from a provider, by an invitation, or not yet.

use std::net::IpAddr;
use std::sync::Arc;

use super::{
    Authenticator, NewSession, PendingInvitation, PersonRecord, SignInError, SignInSource, SignedIn,
};
use actions::{NewAccessRequest, ProviderSession};
use domain::people::access_request::AccessRequest;
use domain::people::account::Account;
use domain::people::identity::ProviderProfile;
use domain::people::password::Password;
use domain::people::viewer::TokenHash;
use domain::record::audit::{PUBLIC, SERVER};

/// What came of signing in at a provider.
#[derive(Debug)]
pub enum ExternalSignIn {
    /// They are in.
    In(NewSession),
    /// They have no account, and an administrator has to give them one.
    Waiting,
}

impl Authenticator {
    /// Lets somebody in whom a provider knows, with a session in place of the
    /// one that their browser had.
    pub async fn enter_by_provider(
        &self,
        person: &ProviderProfile,
        sign_in: TokenHash,
        replaced: Option<TokenHash>,
    ) -> Result<ExternalSignIn, SignInError> {
        let writer = self.writer(SERVER);
        let arrival = actions::enter_by_provider(&writer, person, sign_in, replaced).await?;
        self.refresh().await?;
        Ok(match arrival {
            ProviderSession::In(account, secret) => ExternalSignIn::In(NewSession {
                account: Arc::new(account),
                secret,
            }),
            ProviderSession::Waiting => ExternalSignIn::Waiting,
        })
    }

    /// Whom a link is for, while it holds.
    pub async fn find_invitee(&self, link: &str) -> Result<Arc<Account>, SignInError> {
        // The link may be of a moment ago.
        self.refresh().await?;
        let invitee = self.known.load().find_invitee(&TokenHash::of(link));
        let now = self.clock.now();
        let invitee = invitee.filter(|invitee| invitee.invitation.holds_at(now));
        let invitee = invitee.ok_or(SignInError::LinkUsed)?;
        Ok(invitee.account)
    }

    /// Lets somebody in who takes up an invitation and chose a password.
    pub async fn accept_invitation(
        &self,
        link: &str,
        password: &str,
        replaced: Option<TokenHash>,
    ) -> Result<NewSession, SignInError> {
        let account = self.find_invitee(link).await?;
        let password = Password::chosen(password, &account.email)?;
        let link = TokenHash::of(link);
        let writer = self.writer(&account.name);
        let (account, secret) =
            actions::accept_invitation(&writer, link, &account, password, replaced).await?;
        self.refresh().await?;
        let account = Arc::new(account);
        Ok(NewSession { account, secret })
    }

    /// Records that somebody asks for an account. Who asks often has to wait.
    pub async fn ask_access(
        &self,
        asked: NewAccessRequest,
        address: IpAddr,
    ) -> Result<(), SignInError> {
        let now = self.clock.now();
        let by = SignInSource::Stranger {
            email: asked.email.as_str(),
            address,
        };
        let counted = self.requests.attempt(by, now);
        counted.map_err(SignInError::Wait)?;
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
    pub fn invitees(&self) -> Vec<PendingInvitation> {
        self.known.load().invitees()
    }

    /// The requests that nobody decided on, the oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<AccessRequest> {
        self.known.load().requests().to_vec()
    }
}
