//! Letting somebody sign in no longer.

use super::{ActionError, Writer};
use crate::domain::email::Email;

/// Removes the account of an email, and ends its sessions. What the person
/// recorded stays.
pub async fn remove_account(writer: &Writer<'_>, email: &Email) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    let standing = change.accounts().await?;
    let Some(account) = standing.iter().find(|known| known.email == *email) else {
        return Err(ActionError::unknown("account", email.as_str()));
    };
    change.supersede_account(&account.id).await?;
    change.end_sessions(&account.id).await?;
    Ok(change.commit().await?)
}
