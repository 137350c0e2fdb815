//! That somebody did not come in.

use super::audit::subject;
use crate::actions::{ActionError, Writer};
use crate::domain::message::SummaryMessage;
use crate::domain::people::account::Account;
use crate::domain::record::audit::AuditEvent;

/// Adds a line about somebody who did not come in. What they typed is told only
/// when it is an account: it may be a password.
pub async fn record_refused_sign_in(
    writer: &Writer<'_>,
    known: Option<&Account>,
) -> Result<(), ActionError> {
    let subject = known.map_or(SummaryMessage::NoAccount, subject);
    let event = AuditEvent::new(writer.by, "sign_in_refused", subject);
    Ok(writer.store.record_event(event, writer.clock.now()).await?)
}
