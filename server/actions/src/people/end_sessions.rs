//! Signing out, and telling how long nobody did.

use crate::people::audit::AccountTrail;
use crate::people::start_session::StandingAccounts;
use jiff::Timestamp;

use crate::{ActionError, Writer};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::viewer::TokenHash;
use domain::vocabulary::AuditAction;

/// Ends one session of somebody.
pub async fn end_session(
    writer: &Writer<'_>,
    account: &Account,
    hash: TokenHash,
) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    change.end_session(hash).await?;
    change.note(AuditAction::SignOut, account).await?;
    Ok(change.commit().await?)
}

/// Ends every session of somebody.
pub async fn end_sessions(writer: &Writer<'_>, account: &Account) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    change.end_sessions(&account.id).await?;
    change.note(AuditAction::SignOutEverywhere, account).await?;
    Ok(change.commit().await?)
}

/// Ends every session of somebody else.
pub async fn end_person_sessions(writer: &Writer<'_>, id: &Id<Account>) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    let account = change.get_account(id).await?;
    change.end_sessions(id).await?;
    change.note(AuditAction::EndSessions, &account).await?;
    Ok(change.commit().await?)
}

/// Records when sessions were last used.
pub async fn record_uses(
    writer: &Writer<'_>,
    uses: &[(TokenHash, Timestamp)],
) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    for (hash, used) in uses {
        change.record_use(*hash, *used).await?;
    }
    Ok(change.commit().await?)
}
