//! Saying how far a target has come.

use super::add_targets::{get_campaign, targets_of};
use crate::checks::{Checks, find_heir};
use crate::{ActionError, Outcome, WriteOutcome, Writer, refuse};
use domain::id::Id;
use domain::message::{RecordMessage, SummaryMessage};
use domain::outreach::campaign::{Briefing, Campaign, Target};
use domain::places::code::MunicipalityCode;
use domain::places::register::Register;
use domain::record::text_fields::Text;
use domain::vocabulary::{AuditAction, OutreachStage};
use store::Change;

/// Sets the stage of a target, and who looks after it unless that is left out.
/// A briefing that was planned for this target alone is held with it.
pub async fn set_stage(
    writer: &Writer<'_>,
    campaign: &Id<Campaign>,
    code: MunicipalityCode,
    stage: OutreachStage,
    owner: Option<String>,
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::SetStage).await?;
    let campaign = get_campaign(&mut change, campaign).await?;
    let register = change.register().await?;
    let known = find_target(&mut change, &campaign, code, &register, writer).await?;
    let planned = find_planned(&mut change, &campaign, &known, &register).await?;
    let mut checks = Checks::default();
    checks.optional_text("owner", owner.as_deref().map(Text::Line));
    check_stage(&mut checks, stage, &campaign, planned.as_ref(), writer);
    refuse(checks.0)?;
    let target = Target {
        stage,
        owner: owner.or_else(|| known.owner.clone()),
        ..known.clone()
    };
    let mut rows = vec![WriteOutcome::Same];
    if target != known {
        change.record_target(&target).await?;
        rows[0] = WriteOutcome::Changed;
    }
    if let Some(planned) = planned
        && stage.is_reached()
        && planned.municipalities.len() == 1
    {
        let held = Briefing { stage, ..planned };
        change.record_briefing(&held).await?;
        rows.push(WriteOutcome::Changed);
    }
    let summary = SummaryMessage::TargetStage {
        code,
        stage: stage.to_string(),
        campaign: campaign.title.clone(),
    };
    writer.finish(change, summary, rows.into()).await
}

/// The target that has this code, or had it, or has become it.
async fn find_target(
    change: &mut Change,
    campaign: &Campaign,
    code: MunicipalityCode,
    register: &Register,
    writer: &Writer<'_>,
) -> Result<Target, ActionError> {
    let date = campaign.date(writer.today());
    let is_meant = |target: &Target| {
        target.code == code
            || target.replaces.contains(&code)
            || find_heir(register, target.code, date) == Ok(code)
    };
    let mut targets = targets_of(change, campaign).await?.into_iter();
    targets
        .find(is_meant)
        .ok_or_else(|| ActionError::unknown("target of this campaign", &code.to_string()))
}

/// The last briefing of the campaign for the target, when it is not yet given.
async fn find_planned(
    change: &mut Change,
    campaign: &Campaign,
    target: &Target,
    register: &Register,
) -> Result<Option<Briefing>, ActionError> {
    let briefings = change.briefings().await?.into_iter();
    let last = briefings
        .filter(|briefing| {
            briefing.campaign.as_ref() == Some(&campaign.id)
                && find_heir(register, target.code, briefing.date)
                    .is_ok_and(|code| briefing.municipalities.contains(&code))
        })
        .max_by_key(|briefing| briefing.date);
    Ok(last.filter(|briefing| !briefing.is_held()))
}

fn check_stage(
    checks: &mut Checks,
    stage: OutreachStage,
    campaign: &Campaign,
    planned: Option<&Briefing>,
    writer: &Writer<'_>,
) {
    if !stage.is_reached() {
        return;
    }
    if writer.today() < campaign.from {
        let date = campaign.from;
        checks.refuse("stage", RecordMessage::CampaignBegins { date });
    }
    if let Some(planned) = planned
        && planned.date > writer.today()
    {
        let date = planned.date;
        checks.refuse("stage", RecordMessage::BriefingPlanned { date });
    }
}
