//! Secrets that people type over, or open once.

use jiff::Timestamp;

use crate::{ActionError, random};
use domain::people::account::Account;
use domain::people::invitation::{self, Invitation};
use domain::people::viewer::{Secret, TokenHash};
use store::AccessChange;

/// Digits and small letters that nobody takes for one another (Crockford's
/// base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Four groups of five letters: 100 random bits.
pub(crate) fn one_time_password() -> Result<String, ActionError> {
    Ok(groups(random::<20>()?))
}

/// Two groups of five letters: 50 random bits, for what is tried slowly.
pub(crate) fn recovery_code() -> Result<String, ActionError> {
    Ok(groups(random::<10>()?))
}

fn groups<const N: usize>(random: [u8; N]) -> String {
    let groups: Vec<String> = random
        .chunks(5)
        .map(|group| {
            group
                .iter()
                .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
                .collect()
        })
        .collect();
    groups.join("-")
}

/// Invites the person of an account, in place of an earlier invitation. The
/// secret is told once: only its hash is kept.
pub(crate) async fn invite(
    change: &mut AccessChange,
    account: &Account,
    by: &str,
    now: Timestamp,
) -> Result<Secret, ActionError> {
    let secret = Secret::of(random()?);
    let invitation = Invitation {
        account: account.id.clone(),
        hash: TokenHash::of(secret.reveal()),
        made_at: now,
        made_by: by.into(),
        expires_at: now.saturating_add(invitation::LONGEST).unwrap_or(now),
    };
    change.record_invitation(&invitation).await?;
    Ok(secret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::people::email::Email;
    use domain::people::password::Password;

    #[test]
    fn a_one_time_password_can_be_typed_over_and_is_never_the_same() {
        let password = one_time_password().unwrap();
        assert_eq!(password.len(), 23);
        assert!(password.split('-').all(|group| group.len() == 5));
        assert!(Password::chosen(&password, &Email::of_first_account()).is_ok());
        assert_ne!(password, one_time_password().unwrap());
    }
}
