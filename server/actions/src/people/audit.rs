//! What the audit trail tells of accounts: never a secret.

use serde_json::json;

use crate::ActionError;
use domain::message::SummaryMessage;
use domain::people::account::Account;
use domain::record::audit::AuditEvent;
use domain::vocabulary::{AuditAction, SubjectKind};
use store::AccessChange;

/// Lines of the audit trail about accounts.
pub(crate) trait AccountTrail {
    /// Adds a line about an account.
    async fn note(&mut self, action: AuditAction, account: &Account) -> Result<(), ActionError>;

    /// Adds a line about an account, with what it was and what it is.
    async fn note_change(
        &mut self,
        action: AuditAction,
        before: Option<&Account>,
        after: Option<&Account>,
        account: &Account,
    ) -> Result<(), ActionError>;
}

impl AccountTrail for AccessChange {
    async fn note(&mut self, action: AuditAction, account: &Account) -> Result<(), ActionError> {
        self.note_change(action, None, None, account).await
    }

    async fn note_change(
        &mut self,
        action: AuditAction,
        before: Option<&Account>,
        after: Option<&Account>,
        account: &Account,
    ) -> Result<(), ActionError> {
        let event = AuditEvent {
            before: before.map(told),
            after: after.map(told),
            ..AuditEvent::new(self.by(), action, subject(account))
        };
        Ok(self.record_event(event).await?)
    }
}

/// What the trail calls an account.
pub(crate) fn subject(account: &Account) -> SummaryMessage {
    SummaryMessage::record(SubjectKind::Account, account.email.to_string())
}

fn told(account: &Account) -> String {
    let regions = account.regions.iter().map(ToString::to_string);
    let regions: Vec<String> = regions.collect();
    json!({ "name": &*account.name, "role": account.role.code(), "regions": regions }).to_string()
}
