//! The second factor of an account: begun, confirmed, asked, and taken away.

use crate::people::audit::AccountTrail;
use crate::people::start_session::StandingAccounts;
use jiff::Timestamp;

use super::secrets::recovery_code;
use crate::{ActionError, Writer, random};
use domain::id::Id;
use domain::message::PeopleMessage;
use domain::people::account::Account;
use domain::people::second_factor::{SecondFactor, TotpSecret, recovery_hash};
use domain::vocabulary::AuditAction;
use store::AccessChange;

/// How many recovery codes somebody gets.
const RECOVERY_CODES: usize = 10;

/// Gives somebody whose password was found right a secret for their app. It is
/// asked once a code of it was shown.
pub async fn begin_second_factor(
    writer: &Writer<'_>,
    known: &Account,
) -> Result<TotpSecret, ActionError> {
    let mut change = writer.begin_access().await?;
    let account = change.as_known(known).await?;
    let standing = change.find_factor(&account.id).await?;
    if standing.is_some_and(|factor| factor.confirmed) {
        return Err(ActionError::conflict(PeopleMessage::FactorOn));
    }
    let secret = TotpSecret::of(random()?);
    let factor = SecondFactor {
        account: account.id,
        secret: secret.clone(),
        confirmed: false,
        last_step: 0,
    };
    change.record_factor(&factor).await?;
    change.commit().await?;
    Ok(secret)
}

/// Turns the second factor on when the code is right. Gives the recovery codes,
/// told once.
pub async fn confirm_second_factor(
    writer: &Writer<'_>,
    id: &Id<Account>,
    code: &str,
) -> Result<Vec<String>, ActionError> {
    let mut change = writer.begin_access().await?;
    let account = change.get_account(id).await?;
    let begun = change.find_factor(id).await?;
    let begun = begun.filter(|factor| !factor.confirmed);
    let factor = begun.ok_or(ActionError::WrongCode)?;
    let step = factor.unused_step(code, writer.clock.now());
    let factor = SecondFactor {
        confirmed: true,
        last_step: step.ok_or(ActionError::WrongCode)?,
        ..factor
    };
    change.record_factor(&factor).await?;
    let codes = (0..RECOVERY_CODES).map(|_| recovery_code());
    let codes: Vec<String> = codes.collect::<Result<_, _>>()?;
    let hashes: Vec<_> = codes.iter().map(|code| recovery_hash(code)).collect();
    change.record_recovery(id, &hashes).await?;
    change.note(AuditAction::SecondFactorOn, &account).await?;
    change.commit().await?;
    Ok(codes)
}

/// Turns off the second factor of somebody whose password was found right, when
/// the code is right too.
pub async fn end_second_factor(
    writer: &Writer<'_>,
    known: &Account,
    code: Option<&str>,
) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    let account = change.as_known(known).await?;
    check_second_factor(&mut change, &account, code, writer.clock.now()).await?;
    change.forget_factor(&account.id).await?;
    change.note(AuditAction::SecondFactorOff, &account).await?;
    Ok(change.commit().await?)
}

/// Takes away the second factor of somebody who lost theirs, and ends their
/// sessions.
pub async fn reset_second_factor(writer: &Writer<'_>, id: &Id<Account>) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    let account = change.get_account(id).await?;
    change.forget_factor(id).await?;
    change.end_sessions(id).await?;
    change
        .note(AuditAction::SecondFactorReset, &account)
        .await?;
    Ok(change.commit().await?)
}

/// Refuses when the account has a second factor and this is no code of it, nor
/// a recovery code. The code is used up when the change is committed.
pub(crate) async fn check_second_factor(
    change: &mut AccessChange,
    account: &Account,
    code: Option<&str>,
    now: Timestamp,
) -> Result<(), ActionError> {
    let factor = change.find_factor(&account.id).await?;
    let Some(factor) = factor.filter(|factor| factor.confirmed) else {
        return Ok(());
    };
    let code = code.filter(|code| !code.trim().is_empty());
    let code = code.ok_or(ActionError::CodeMissing)?;
    if let Some(step) = factor.unused_step(code, now) {
        let used = SecondFactor {
            last_step: step,
            ..factor
        };
        change.record_factor(&used).await?;
        return Ok(());
    }
    let recovered = change
        .use_recovery(&account.id, recovery_hash(code))
        .await?;
    if recovered {
        Ok(())
    } else {
        Err(ActionError::WrongCode)
    }
}
