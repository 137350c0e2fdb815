//! Letting somebody sign in no longer.

use super::administrator::keep_an_administrator;
use crate::people::audit::AccountTrail;
use crate::people::start_session::StandingAccounts;
use crate::{ActionError, Writer};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::email::Email;
use domain::vocabulary::AuditAction;
use store::AccessChange;

/// Removes the account of an email, and ends its sessions. What the person
/// recorded stays.
pub async fn remove_account(writer: &Writer<'_>, email: &Email) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    let standing = change.accounts().await?;
    let Some(account) = standing.iter().find(|known| known.email == *email) else {
        return Err(ActionError::unknown("account", email.as_str()));
    };
    remove(change, &account.id).await
}

/// The same, by the id of the account.
pub async fn remove_person(writer: &Writer<'_>, id: &Id<Account>) -> Result<(), ActionError> {
    let change = writer.begin_access().await?;
    remove(change, id).await
}

async fn remove(mut change: AccessChange, id: &Id<Account>) -> Result<(), ActionError> {
    keep_an_administrator(&mut change, id).await?;
    let account = change.get_account(id).await?;
    change
        .note_change(AuditAction::RemovePerson, Some(&account), None, &account)
        .await?;
    change.supersede_account(id).await?;
    change.end_sessions(id).await?;
    change.forget_invitation(id).await?;
    change.forget_links(id).await?;
    change.forget_factor(id).await?;
    Ok(change.commit().await?)
}
