//! Giving somebody another password, and choosing one's own.

use super::start_session::begin_session;
use super::{ActionError, Writer, hashing};
use crate::domain::account::Account;
use crate::domain::email::Email;
use crate::domain::password::Password;
use crate::domain::viewer::Secret;

/// Gives the account of an email another password, and ends its sessions.
pub async fn set_password(
    writer: &Writer<'_>,
    email: &Email,
    password: &str,
    must_change: bool,
) -> Result<(), ActionError> {
    let hash = hashing::hash(Password::chosen(password, email)?).await?;
    let mut change = writer.begin_access().await?;
    let mut standing = change.accounts().await?.into_iter();
    let Some(mut account) = standing.find(|known| known.email == *email) else {
        return Err(ActionError::unknown("account", email.as_str()));
    };
    account.password = hash;
    account.must_change = must_change;
    change.record_account(&account).await?;
    change.end_sessions(&account.id).await?;
    change.commit().await?;
    Ok(())
}

/// Records the password that somebody chose who is known by the one they had.
/// Their sessions end, and another begins; its secret is told once. Gives the
/// account as it is now.
pub async fn choose_password(
    writer: &Writer<'_>,
    known: &Account,
    password: Password,
) -> Result<(Account, Secret), ActionError> {
    let hash = hashing::hash(password).await?;
    let mut change = writer.begin_access().await?;
    let account = Account {
        password: hash,
        must_change: false,
        ..change.as_known(known).await?
    };
    change.record_account(&account).await?;
    change.end_sessions(&account.id).await?;
    let secret = begin_session(&mut change, &account, writer.clock.now()).await?;
    change.commit().await?;
    Ok((account, secret))
}
