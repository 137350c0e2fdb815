//! Signing in at a provider of OpenID Connect.

use crate::people::audit::AccountTrail;
use jiff::SignedDuration;

use super::ask_access::{NewAccessRequest, record};
use super::start_session::replace_session;
use crate::{ActionError, Writer};
use domain::people::account::Account;
use domain::people::identity::ProviderProfile;
use domain::people::viewer::{Secret, TokenHash};
use domain::vocabulary::AuditAction;
use store::AccessChange;

/// How long somebody may take to sign in at the provider.
pub const LONGEST_SIGN_IN: SignedDuration = SignedDuration::from_mins(15);

/// What came of signing in at a provider.
#[derive(Debug)]
pub enum ProviderSession {
    /// They are in; the secret of their session is told once.
    In(Account, Secret),
    /// They have no account; that they ask for one is on record.
    Waiting,
}

/// Lets somebody in whom a provider knows: by the account that is linked to
/// them, or else by that of their address, which is linked from then on, or
/// else not yet. A sign-in is used once.
pub async fn enter_by_provider(
    writer: &Writer<'_>,
    person: &ProviderProfile,
    sign_in: TokenHash,
    replaced: Option<TokenHash>,
) -> Result<ProviderSession, ActionError> {
    let now = writer.clock.now();
    let mut change = writer.begin_access().await?;
    // Longer than it holds, so that none is forgotten while it could be used.
    if !change.use_sign_in(sign_in, LONGEST_SIGN_IN * 2).await? {
        return Err(ActionError::LinkUsed);
    }
    if let Some(account) = find(&mut change, person).await? {
        change.note(AuditAction::SignIn, &account).await?;
        let secret = replace_session(&mut change, &account, now, replaced, true).await?;
        change.commit().await?;
        return Ok(ProviderSession::In(account, secret));
    }
    let email = person.email.clone().ok_or(ActionError::NoEmail)?;
    let name = person.name.clone();
    let asked = NewAccessRequest {
        name: name.unwrap_or_else(|| email.local_part().to_owned()),
        email,
        organisation: None,
        region: None,
        reason: None,
    };
    // Who says to be somebody without proof must not be linked by a mistake.
    let identity = person.verified_email().map(|_| person.identity.clone());
    record(&mut change, asked, identity, now).await?;
    change.commit().await?;
    Ok(ProviderSession::Waiting)
}

/// The account of a person, which is linked now at the latest.
async fn find(
    change: &mut AccessChange,
    person: &ProviderProfile,
) -> Result<Option<Account>, ActionError> {
    let links = change.links().await?;
    let known = links.iter().find(|link| link.identity == person.identity);
    if let Some(link) = known {
        return Ok(change.find_account(&link.account).await?);
    }
    let Some(email) = person.verified_email() else {
        return Ok(None);
    };
    let mut accounts = change.accounts().await?.into_iter();
    let Some(account) = accounts.find(|account| account.email == *email) else {
        return Ok(None);
    };
    // An address may have been given to somebody else since.
    let issuer = &person.identity.issuer;
    if links
        .iter()
        .any(|link| link.account == account.id && link.identity.issuer == *issuer)
    {
        return Ok(None);
    }
    change.record_link(&person.identity, &account.id).await?;
    change.note(AuditAction::LinkAccount, &account).await?;
    change.forget_invitation(&account.id).await?;
    Ok(Some(account))
}
