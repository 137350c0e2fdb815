//! Taking up an account with the link of an invitation.

use super::start_session::replace_session;
use crate::people::audit::AccountTrail;
use crate::people::start_session::StandingAccounts;
use crate::{ActionError, Writer, hashing};
use domain::people::account::Account;
use domain::people::password::Password;
use domain::people::viewer::{Secret, TokenHash};
use domain::vocabulary::AuditAction;

/// Gives an invited person the password that they chose, and a session in
/// place of the one that their browser had. The link is used up.
pub async fn accept_invitation(
    writer: &Writer<'_>,
    link: TokenHash,
    known: &Account,
    password: Password,
    replaced: Option<TokenHash>,
) -> Result<(Account, Secret), ActionError> {
    let hash = hashing::hash(password).await?;
    let now = writer.clock.now();
    let mut change = writer.begin_access().await?;
    let mut invitations = change.invitations().await?.into_iter();
    let standing = invitations.find(|invitation| invitation.hash == link);
    let standing = standing.filter(|invitation| invitation.holds_at(now));
    if standing.is_none_or(|invitation| invitation.account != known.id) {
        return Err(ActionError::LinkUsed);
    }
    let account = Account {
        password: Some(hash),
        must_change: false,
        ..change.get_account(&known.id).await?
    };
    change.forget_invitation(&account.id).await?;
    change.record_account(&account).await?;
    change.note(AuditAction::AcceptInvitation, &account).await?;
    change.end_sessions(&account.id).await?;
    let secret = replace_session(&mut change, &account, now, replaced, false).await?;
    change.commit().await?;
    Ok((account, secret))
}
