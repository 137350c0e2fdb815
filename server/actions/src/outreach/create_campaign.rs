//! Beginning a campaign.

use crate::checks::Checks;
use crate::{ActionError, WriteOutcome, Writer, new_id, refuse};
use domain::dates::FIRST_BOUNDARIES;
use domain::message::{RecordMessage, SummaryMessage};
use domain::outreach::campaign::Campaign;
use domain::vocabulary::AuditAction;

/// Records a campaign and gives it an id.
pub async fn create_campaign(
    writer: &Writer<'_>,
    mut campaign: Campaign,
) -> Result<Campaign, ActionError> {
    let mut checks = Checks::default();
    checks.written(None, &campaign);
    if !(1..=1000).contains(&campaign.goal) {
        checks.refuse("goal", RecordMessage::BadGoal);
    }
    checks.date("from", campaign.from);
    checks.date("to", campaign.to);
    checks.not_before("to", campaign.to, campaign.from.max(FIRST_BOUNDARIES));
    checks.names("partners", &campaign.partners);
    refuse(checks.0)?;
    let mut change = writer.begin(AuditAction::CreateCampaign).await?;
    campaign.id = format!("campaign-{}", new_id(change.recorded_at())?).into();
    change.record_campaign(&campaign).await?;
    let done = vec![WriteOutcome::New].into();
    writer
        .finish(change, SummaryMessage::named(&campaign.title), done)
        .await?;
    Ok(campaign)
}
