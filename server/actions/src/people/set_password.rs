//! Giving somebody another password, and choosing one's own.

use super::secrets::one_time_password;
use super::start_session::begin_session;
use crate::people::audit::AccountTrail;
use crate::people::start_session::StandingAccounts;
use crate::{ActionError, Writer, hashing};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::email::Email;
use domain::people::password::Password;
use domain::people::viewer::Secret;
use domain::vocabulary::AuditAction;

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
    account.password = Some(hash);
    account.must_change = must_change;
    change.record_account(&account).await?;
    change.note(AuditAction::SetPassword, &account).await?;
    change.end_sessions(&account.id).await?;
    change.forget_invitation(&account.id).await?;
    change.commit().await?;
    Ok(())
}

/// Gives an account a password for one time, and ends its sessions. It is told
/// once.
pub async fn reset_password(writer: &Writer<'_>, id: &Id<Account>) -> Result<String, ActionError> {
    let password = one_time_password()?;
    let hash = hashing::hash(Password::typed(&password)).await?;
    let mut change = writer.begin_access().await?;
    let mut account = change.get_account(id).await?;
    account.password = Some(hash);
    account.must_change = true;
    change.record_account(&account).await?;
    change.note(AuditAction::ResetPassword, &account).await?;
    change.end_sessions(id).await?;
    change.forget_invitation(id).await?;
    change.commit().await?;
    Ok(password)
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
        password: Some(hash),
        must_change: false,
        ..change.as_known(known).await?
    };
    change.record_account(&account).await?;
    change.note(AuditAction::ChoosePassword, &account).await?;
    change.end_sessions(&account.id).await?;
    let secret = begin_session(&mut change, &account, writer.clock.now(), false).await?;
    change.commit().await?;
    Ok((account, secret))
}
