//! Recording a briefing, planned or given.

use std::collections::BTreeSet;

use super::add_targets::{get_campaign, selected, targets_of};
use crate::checks::{Checks, MOST_ITEMS, find_heir};
use crate::{ActionError, Outcome, WriteOutcome, Writer, new_id, refuse};
use domain::dates::FIRST_BOUNDARIES;
use domain::message::{Message, RecordMessage, SummaryMessage};
use domain::outreach::campaign::{Briefing, Target};
use domain::places::code::MunicipalityCode;
use domain::places::register::Register;
use domain::vocabulary::{AuditAction, BriefingKind};
use store::Change;

/// Records a briefing, which counts for each of its municipalities: those
/// become targets of its campaign where they were not, and come as far as the
/// briefing has come. One with an id corrects the briefing of that id; without
/// one, what stands on the same occasion (campaign, date, kind, region and
/// municipalities) is corrected, and else it is new and given an id.
pub async fn record_briefing(
    writer: &Writer<'_>,
    mut briefing: Briefing,
) -> Result<(Briefing, Outcome), ActionError> {
    let mut change = writer.begin(AuditAction::RecordBriefing).await?;
    let register = change.register().await?;
    let mut outcome = Outcome::default();
    let mut checks = Checks::default();
    briefing.municipalities =
        municipalities(&mut checks, &briefing, &register, &mut outcome.notices);
    checks.region(briefing.region.as_ref(), &change.regions().await?);
    check(&mut checks, &briefing, writer);
    refuse(checks.0)?;

    let known = find_known(&mut change, &briefing).await?;
    briefing.id = match &known {
        Some(known) => known.id.clone(),
        None => format!("briefing-{}", new_id(change.recorded_at())?).into(),
    };
    outcome.rows.push(match &known {
        None => WriteOutcome::New,
        Some(known) if *known == briefing => WriteOutcome::Same,
        Some(_) => WriteOutcome::Changed,
    });
    if known.as_ref() != Some(&briefing) {
        change.record_briefing(&briefing).await?;
    }
    outcome
        .rows
        .extend(set_stages(&mut change, &briefing, &register).await?);
    let summary = summary(&briefing);
    let outcome = writer.finish(change, summary, outcome).await?;
    Ok((briefing, outcome))
}

fn summary(briefing: &Briefing) -> SummaryMessage {
    let codes = briefing.municipalities.iter();
    SummaryMessage::BriefingOn {
        municipalities: codes.collect(),
        stage: briefing.stage.to_string(),
        date: briefing.date,
    }
}

/// The municipalities of the date, sorted.
fn municipalities(
    checks: &mut Checks,
    briefing: &Briefing,
    register: &Register,
    notices: &mut Vec<Message>,
) -> Vec<MunicipalityCode> {
    const FIELD: &str = "municipalities";
    let codes = &briefing.municipalities;
    if codes.is_empty() || codes.len() > MOST_ITEMS {
        checks.refuse(
            FIELD,
            RecordMessage::MunicipalitiesCount { most: MOST_ITEMS },
        );
    }
    let mut heirs = BTreeSet::new();
    for (item, code) in codes.iter().enumerate() {
        if codes[..item].contains(code) {
            checks.refuse_item(
                item,
                FIELD,
                RecordMessage::GivenTwice {
                    given: code.to_string(),
                },
            );
        } else {
            heirs.extend(checks.heir((item, FIELD), *code, register, briefing.date, notices));
        }
    }
    heirs.into_iter().collect()
}

fn check(checks: &mut Checks, briefing: &Briefing, writer: &Writer<'_>) {
    checks.date("date", briefing.date);
    checks.not_before("date", briefing.date, FIRST_BOUNDARIES);
    if briefing.is_held() && briefing.date > writer.today() {
        let what = RecordMessage::BriefingInFuture;
        checks.refuse("date", what);
    }
    if briefing.kind == BriefingKind::RegionalPlatform && briefing.region.is_none() {
        checks.refuse("region", RecordMessage::RegionalBriefing);
    }
    if let Some(date) = briefing.follow_up {
        checks.date("followUp", date);
        checks.not_before("followUp", date, briefing.date);
    }
    checks.written(None, briefing);
    checks.names("partners", &briefing.partners);
}

async fn find_known(
    change: &mut Change,
    briefing: &Briefing,
) -> Result<Option<Briefing>, ActionError> {
    let mut standing = change.briefings().await?.into_iter();
    if briefing.id.is_empty() {
        return Ok(standing.find(|known| known.is_same_occasion(briefing)));
    }
    let known = standing.find(|known| known.id == briefing.id);
    known
        .map(Some)
        .ok_or_else(|| ActionError::unknown("briefing", &briefing.id))
}

/// Sets the stage of the targets for which the briefing counts, and makes
/// targets of the others. A target that merged since it was chosen is the
/// municipality that it went into.
async fn set_stages(
    change: &mut Change,
    briefing: &Briefing,
    register: &Register,
) -> Result<Vec<WriteOutcome>, ActionError> {
    let Some(campaign) = &briefing.campaign else {
        return Ok(Vec::new());
    };
    let campaign = get_campaign(change, campaign).await?;
    let mut missing: BTreeSet<_> = briefing.municipalities.iter().copied().collect();
    let mut targets = Vec::new();
    for target in targets_of(change, &campaign).await? {
        let heir = find_heir(register, target.code, briefing.date).unwrap_or(target.code);
        if briefing.municipalities.contains(&heir) {
            missing.remove(&heir);
            targets.push((target, WriteOutcome::Changed));
        }
    }
    let missing = missing.into_iter();
    targets.extend(missing.map(|code| (selected(&campaign, code, Vec::new()), WriteOutcome::New)));
    let mut rows = Vec::new();
    for (known, outcome) in targets {
        let target = Target {
            stage: known.stage.after(briefing.stage),
            owner: briefing.owner.clone().or_else(|| known.owner.clone()),
            ..known.clone()
        };
        if target != known || outcome == WriteOutcome::New {
            change.record_target(&target).await?;
            rows.push(outcome);
        }
    }
    Ok(rows)
}
