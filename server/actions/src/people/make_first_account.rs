//! The account with which the first person signs in.

use super::add_account::id;
use super::secrets::one_time_password;
use crate::people::audit::AccountTrail;
use crate::{ActionError, Writer, hashing};
use domain::people::account::Account;
use domain::people::email::Email;
use domain::people::password::Password;
use domain::vocabulary::{AuditAction, Role};
use store::AccessChange;

const NAME: &str = "Beheerder";
/// An account, and the password that opens it once.
#[derive(Debug)]
pub struct FirstAccount {
    /// What to sign in with.
    pub email: Email,
    /// Told once, and to be changed at the first sign-in.
    pub password: String,
}

/// Makes an administrator when there is no account at all. Of several servers
/// that start at once on one database, one makes it.
pub async fn make_first_account(writer: &Writer<'_>) -> Result<Option<FirstAccount>, ActionError> {
    if !writer.store().access().await?.accounts.is_empty() {
        return Ok(None);
    }
    let password = one_time_password()?;
    let account = Account {
        id: id()?,
        email: Email::of_first_account(),
        name: NAME.into(),
        role: Role::Admin,
        regions: Vec::new(),
        password: Some(hashing::hash(Password::typed(&password)).await?),
        must_change: true,
    };
    let change = writer.begin_access().await?;
    let made = record_if_first(change, &account).await?;
    Ok(made.then_some(FirstAccount {
        email: account.email,
        password,
    }))
}

async fn record_if_first(mut change: AccessChange, account: &Account) -> Result<bool, ActionError> {
    if !change.accounts().await?.is_empty() {
        change.roll_back().await?;
        return Ok(false);
    }
    change.record_account(account).await?;
    change
        .note_change(AuditAction::MakeFirstAccount, None, Some(account), account)
        .await?;
    change.commit().await?;
    Ok(true)
}
