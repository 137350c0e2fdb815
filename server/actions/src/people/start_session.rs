//! Signing in.

use crate::people::audit::AccountTrail;
use jiff::{SignedDuration, Timestamp};

use super::second_factor::check_second_factor;
use crate::{ActionError, Writer, random};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::session::Session;
use domain::people::viewer::{Secret, TokenHash};
use domain::vocabulary::AuditAction;
use store::AccessChange;

/// How long sessions are kept after their last use.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Begins a session of somebody whose password was found right, in place of
/// the one that the browser had, when the code of their second factor is right
/// too. The secret is told once: only its hash is kept.
pub async fn start_session(
    writer: &Writer<'_>,
    known: &Account,
    code: Option<&str>,
    replaced: Option<TokenHash>,
) -> Result<Secret, ActionError> {
    let now = writer.clock.now();
    let mut change = writer.begin_access().await?;
    let account = change.as_known(known).await?;
    check_second_factor(&mut change, &account, code, now).await?;
    change.note(AuditAction::SignIn, &account).await?;
    let secret = replace_session(&mut change, &account, now, replaced, false).await?;
    change.commit().await?;
    Ok(secret)
}

/// Begins a session in place of the one that the browser had.
pub(crate) async fn replace_session(
    change: &mut AccessChange,
    account: &Account,
    now: Timestamp,
    replaced: Option<TokenHash>,
    by_provider: bool,
) -> Result<Secret, ActionError> {
    if let Some(replaced) = replaced {
        change.end_session(replaced).await?;
    }
    change
        .forget_sessions(now.saturating_sub(KEPT).unwrap_or(now))
        .await?;
    begin_session(change, account, now, by_provider).await
}

pub(crate) async fn begin_session(
    change: &mut AccessChange,
    account: &Account,
    now: Timestamp,
    by_provider: bool,
) -> Result<Secret, ActionError> {
    let secret = Secret::of(random()?);
    let session = Session {
        hash: TokenHash::of(secret.reveal()),
        account: account.id.clone(),
        created_at: now,
        last_used_at: now,
        by_provider,
    };
    change.record_session(&session).await?;
    Ok(secret)
}

/// Accounts as they stand.
pub(crate) trait StandingAccounts {
    /// The account as it stands, when its password is still the one by which
    /// the person was found right.
    async fn as_known(&mut self, known: &Account) -> Result<Account, ActionError>;

    /// The account with this id.
    async fn get_account(&mut self, id: &Id<Account>) -> Result<Account, ActionError>;
}

impl StandingAccounts for AccessChange {
    async fn as_known(&mut self, known: &Account) -> Result<Account, ActionError> {
        let standing = self.find_account(&known.id).await?;
        standing
            .filter(|account| account.password == known.password)
            .ok_or(ActionError::AccountChanged)
    }

    async fn get_account(&mut self, id: &Id<Account>) -> Result<Account, ActionError> {
        let standing = self.find_account(id).await?;
        standing.ok_or_else(|| ActionError::unknown("account", id))
    }
}
