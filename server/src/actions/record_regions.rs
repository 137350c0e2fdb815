//! Recording regions.

use super::{ActionError, Outcome, Refusal, RowOutcome, Writer, counted, refuse};
use crate::domain::facts::Region;

/// Records regions of sets that exist. A region that stands is superseded when
/// its name or status is another.
pub async fn record_regions(
    writer: &Writer<'_>,
    regions: &[Region],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_regions").await?;
    let sets = change.region_sets().await?;
    let mut refusals = Vec::new();
    for (row, region) in regions.iter().enumerate() {
        if !sets.iter().any(|set| set.id == region.id.set) {
            let known: Vec<_> = sets.iter().map(|set| &*set.id).collect();
            let what = format!(
                "there is no region set `{}`; write one of {}",
                region.id.set,
                known.join(", ")
            );
            refusals.push(Refusal::new(row, "region_set", what));
        }
        if region.id.code.is_empty() {
            refusals.push(Refusal::new(row, "code", "a region needs a code"));
        }
        if region.name.is_empty() {
            refusals.push(Refusal::new(row, "name", "a region needs a name"));
        }
    }
    refuse(refusals)?;

    let standing = change.regions().await?;
    let mut rows = Vec::with_capacity(regions.len());
    for region in regions {
        let outcome = match standing.iter().find(|known| known.id == region.id) {
            None => RowOutcome::New,
            Some(known) if known == region => RowOutcome::Same,
            Some(_) => RowOutcome::Changed,
        };
        if outcome != RowOutcome::Same {
            change.record_region(region).await?;
        }
        rows.push(outcome);
    }
    let summary = counted(regions.len(), "region");
    writer
        .finish(
            change,
            &summary,
            Outcome {
                rows,
                ..Outcome::default()
            },
        )
        .await
}
