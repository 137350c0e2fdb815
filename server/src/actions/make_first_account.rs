//! The account with which the first person signs in.

use super::add_account::id;
use super::{ActionError, Writer, hashing, random};
use crate::domain::account::Account;
use crate::domain::email::Email;
use crate::domain::password::Password;
use crate::domain::vocabulary::Role;
use crate::store::AccessChange;

const NAME: &str = "Beheerder";
/// Digits and small letters that nobody takes for one another (Crockford's
/// base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

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
        password: hashing::hash(Password::typed(&password)).await?,
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
    change.commit().await?;
    Ok(true)
}

/// Four groups of five letters: 100 random bits.
fn one_time_password() -> Result<String, ActionError> {
    let random: [u8; 20] = random()?;
    let groups: Vec<String> = random
        .chunks(5)
        .map(|group| {
            group
                .iter()
                .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
                .collect()
        })
        .collect();
    Ok(groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_one_time_password_can_be_typed_over_and_is_never_the_same() {
        let password = one_time_password().unwrap();
        assert_eq!(password.len(), 23);
        assert!(password.split('-').all(|group| group.len() == 5));
        assert!(Password::chosen(&password, &Email::of_first_account()).is_ok());
        assert_ne!(password, one_time_password().unwrap());
    }
}
