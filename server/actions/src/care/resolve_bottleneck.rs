//! Saying that a bottleneck is no more.

use jiff::civil::Date;

use crate::checks::Checks;
use crate::{ActionError, WriteOutcome, Writer, refuse};
use domain::care::practice::Bottleneck;
use domain::id::Id;
use domain::message::{RecordMessage, SummaryMessage};
use domain::vocabulary::AuditAction;

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
