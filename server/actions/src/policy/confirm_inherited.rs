//! Confirming what a municipality has from its predecessors.

use crate::{ActionError, Outcome, WriteOutcome, Writer};
use domain::message::SummaryMessage;
use domain::places::code::MunicipalityCode;
use domain::policy::verdict::Confirmation;
use domain::vocabulary::AuditAction;

/// Records that what a municipality has from its predecessors, or from before
/// its area grew, is right for it: from today on it counts as its own.
pub async fn confirm_inherited(
    writer: &Writer<'_>,
    code: MunicipalityCode,
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::ConfirmInherited).await?;
    let (register, today) = (change.register().await?, writer.today());
    register
        .get(code, today)
        .map_err(|error| ActionError::refused("code", error))?;
    let confirmation = Confirmation {
        code,
        valid_from: today,
    };
    change.record_confirmation(&confirmation).await?;
    let done = vec![WriteOutcome::New].into();
    writer
        .finish(change, SummaryMessage::named(&code), done)
        .await
}
