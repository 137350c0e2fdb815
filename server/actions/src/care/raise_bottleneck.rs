//! Raising a bottleneck.

use crate::checks::Checks;
use crate::{ActionError, WriteOutcome, Writer, new_id, refuse};
use domain::care::practice::Bottleneck;
use domain::message::{RecordMessage, SummaryMessage};
use domain::vocabulary::AuditAction;

/// Records a bottleneck of a region or a municipality, and gives it an id.
pub async fn raise_bottleneck(
    writer: &Writer<'_>,
    mut bottleneck: Bottleneck,
) -> Result<Bottleneck, ActionError> {
    let mut change = writer.begin(AuditAction::RaiseBottleneck).await?;
    let register = change.register().await?;
    let mut checks = Checks::default();
    checks.written(None, &bottleneck);
    if bottleneck.region.is_some() == bottleneck.municipality.is_some() {
        checks.refuse("region", RecordMessage::RegionOrMunicipality);
    }
    checks.region(bottleneck.region.as_ref(), &change.regions().await?);
    checks.municipality(bottleneck.municipality, &register, bottleneck.raised);
    checks.past("raised", bottleneck.raised, writer.today());
    refuse(checks.0)?;
    bottleneck.id = format!("bottleneck-{}", new_id(change.recorded_at())?).into();
    change.record_bottleneck(&bottleneck).await?;
    let place = bottleneck.region.as_ref().map(ToString::to_string);
    let place = place.or_else(|| bottleneck.municipality.map(|code| code.to_string()));
    let summary = SummaryMessage::BottleneckIn {
        category: bottleneck.category.to_string(),
        place: place.unwrap_or_default(),
    };
    let done = vec![WriteOutcome::New].into();
    writer.finish(change, summary, done).await?;
    Ok(bottleneck)
}
