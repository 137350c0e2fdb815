//! Saying that a bottleneck is no more.

use jiff::civil::Date;

use crate::actions::checks::Checks;
use crate::actions::{ActionError, WriteOutcome, Writer, refuse};
use crate::domain::care::practice::Bottleneck;
use crate::domain::id::Id;
use crate::domain::message::{RecordMessage, SummaryMessage};
use crate::domain::vocabulary::AuditAction;

/// Records on which date an open bottleneck was resolved.
pub async fn resolve_bottleneck(
    writer: &Writer<'_>,
    id: &Id<Bottleneck>,
    on: Date,
) -> Result<Bottleneck, ActionError> {
    let mut change = writer.begin(AuditAction::ResolveBottleneck).await?;
    let mut bottlenecks = change.bottlenecks().await?.into_iter();
    let mut bottleneck = bottlenecks
        .find(|bottleneck| bottleneck.id == *id)
        .ok_or_else(|| ActionError::unknown("bottleneck", id))?;
    if let Some(resolved) = bottleneck.resolved {
        let resolved = RecordMessage::BottleneckResolved { date: resolved };
        return Err(ActionError::conflict(resolved));
    }
    let mut checks = Checks::default();
    checks.past("on", on, writer.today());
    checks.not_before("on", on, bottleneck.raised);
    refuse(checks.0)?;
    bottleneck.resolved = Some(on);
    change.record_bottleneck(&bottleneck).await?;
    let done = vec![WriteOutcome::Changed].into();
    writer
        .finish(change, SummaryMessage::named(id), done)
        .await?;
    Ok(bottleneck)
}
