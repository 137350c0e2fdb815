//! Sharing what works.

use crate::checks::Checks;
use crate::{ActionError, WriteOutcome, Writer, new_id, refuse};
use domain::care::practice::GoodPractice;
use domain::message::{RecordMessage, SummaryMessage};
use domain::vocabulary::AuditAction;

/// Records a good practice, of a region, a municipality or the whole country,
/// and gives it an id.
pub async fn share_good_practice(
    writer: &Writer<'_>,
    mut practice: GoodPractice,
) -> Result<GoodPractice, ActionError> {
    let mut change = writer.begin(AuditAction::ShareGoodPractice).await?;
    let register = change.register().await?;
    let mut checks = Checks::default();
    checks.written(None, &practice);
    if practice.region.is_some() && practice.municipality.is_some() {
        checks.refuse("region", RecordMessage::RegionOrMunicipality);
    }
    checks.region(practice.region.as_ref(), &change.regions().await?);
    checks.municipality(practice.municipality, &register, writer.today());
    let rubrics = change.rubrics().await?;
    if let Some(block) = &practice.block
        && rubrics
            .iter()
            .all(|rubric| rubric.find_block(block).is_none())
    {
        checks.refuse(
            "block",
            RecordMessage::NoBuildingBlock {
                block: block.clone(),
            },
        );
    }
    refuse(checks.0)?;
    practice.id = format!("practice-{}", new_id(change.recorded_at())?).into();
    change.record_good_practice(&practice).await?;
    let done = vec![WriteOutcome::New].into();
    writer
        .finish(change, SummaryMessage::named(&practice.title), done)
        .await?;
    Ok(practice)
}
