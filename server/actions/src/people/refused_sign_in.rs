//! That somebody did not come in.

use super::audit::subject;
use crate::{ActionError, Writer};
use domain::message::SummaryMessage;
use domain::people::account::Account;
use domain::record::audit::AuditEvent;
use domain::record::refusal_log::RefusalLog;
use domain::vocabulary::AuditAction;

/// Adds a line about somebody who did not come in, unless the log has told enough
/// of the like. What they typed is told only when it is an account: it may be a
/// password.
pub async fn record_refused_sign_in(
    writer: &Writer<'_>,
    known: Option<&Account>,
    log: &RefusalLog,
) -> Result<(), ActionError> {
    let now = writer.clock.now();
    let whose = known.map_or_else(String::new, |account| account.email.to_string());
    let Some(others) = log.count(&whose, "sign_in", now) else {
        return Ok(());
    };
    let subject = known.map_or(SummaryMessage::NoAccount, subject);
    let event =
        AuditEvent::new(writer.by, AuditAction::SignInRefused, subject).after_untold(others);
    Ok(writer.store.record_event(event, now).await?)
}
