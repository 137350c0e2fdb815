//! Saying how far a target has come.

use super::add_targets::get_campaign;
use super::checks::{Checks, LINE};
use super::{ActionError, Outcome, RowOutcome, Writer, refuse};
use crate::domain::code::MunicipalityCode;
use crate::domain::outreach::Target;
use crate::domain::vocabulary::OutreachStage;

/// Sets the stage of a target, and who looks after it unless that is left out.
pub async fn set_stage(
    writer: &Writer<'_>,
    campaign: &str,
    code: MunicipalityCode,
    stage: OutreachStage,
    owner: Option<String>,
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("set_stage").await?;
    let campaign = get_campaign(&mut change, campaign).await?;
    let mut targets = change.targets().await?.into_iter();
    let known = targets
        .find(|target| target.campaign == campaign.id && target.code == code)
        .ok_or_else(|| ActionError::unknown("target of this campaign", &code.to_string()))?;
    let mut checks = Checks::default();
    checks.optional_text("owner", owner.as_deref(), LINE);
    if stage.is_reached() && writer.today() < campaign.from {
        let what = format!(
            "the campaign begins on {}; a briefing cannot have been given before",
            campaign.from
        );
        checks.refuse("stage", what);
    }
    refuse(checks.0)?;
    let target = Target {
        stage,
        owner: owner.or_else(|| known.owner.clone()),
        ..known.clone()
    };
    let outcome = if target == known {
        RowOutcome::Same
    } else {
        change.record_target(&target).await?;
        RowOutcome::Changed
    };
    let summary = format!("{code} {stage} in {}", campaign.title);
    writer.finish(change, &summary, vec![outcome].into()).await
}
