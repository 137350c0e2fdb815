//! Recording a briefing, planned or given.

use super::add_targets::get_campaign;
use super::checks::{Checks, LINE, MOST_ITEMS, TEXT, find_heir};
use super::{ActionError, RowOutcome, Writer, refuse};
use crate::domain::dates::FIRST_BOUNDARIES;
use crate::domain::outreach::{Briefing, Target};
use crate::domain::register::Register;
use crate::domain::vocabulary::BriefingKind;
use crate::store::Change;

/// Records a briefing, which counts for each of its municipalities, and sets
/// the stage of those that are targets of its campaign. What stands on the
/// same occasion (campaign, date, kind, region and municipalities) is
/// superseded and keeps its id; a new one is given an id.
pub async fn record_briefing(
    writer: &Writer<'_>,
    mut briefing: Briefing,
) -> Result<Briefing, ActionError> {
    let mut change = writer.begin("record_briefing").await?;
    let register = change.register().await?;
    let mut checks = Checks::default();
    check_municipalities(&mut checks, &briefing, &register);
    checks.region(briefing.region.as_ref(), &change.regions().await?);
    check(&mut checks, &briefing, writer);
    refuse(checks.0)?;
    briefing.municipalities.sort_unstable();

    let standing = change.briefings().await?;
    let known = standing
        .iter()
        .find(|known| known.is_same_occasion(&briefing));
    briefing.id = match known {
        Some(known) => known.id.clone(),
        None => format!("briefing-{}", change.revision()?),
    };
    let mut rows = vec![match known {
        None => RowOutcome::New,
        Some(known) if *known == briefing => RowOutcome::Same,
        Some(_) => RowOutcome::Changed,
    }];
    if rows[0] != RowOutcome::Same {
        change.record_briefing(&briefing).await?;
    }
    rows.extend(set_stages(&mut change, &briefing, &register).await?);
    let codes = briefing.municipalities.iter();
    let codes: Vec<String> = codes.map(ToString::to_string).collect();
    let summary = format!(
        "{} {} on {}",
        codes.join(", "),
        briefing.stage,
        briefing.date
    );
    writer.finish(change, &summary, rows.into()).await?;
    Ok(briefing)
}

fn check_municipalities(checks: &mut Checks, briefing: &Briefing, register: &Register) {
    let codes = &briefing.municipalities;
    if codes.is_empty() || codes.len() > MOST_ITEMS {
        let what = format_args!("give 1 to {MOST_ITEMS} municipalities");
        checks.refuse("municipalities", what);
    }
    for (item, code) in codes.iter().enumerate() {
        if codes[..item].contains(code) {
            let what = format_args!("{code} is given twice");
            checks.refuse_item(item, "municipalities", what);
        } else if let Err(error) = register.get(*code, briefing.date) {
            checks.refuse_item(item, "municipalities", error);
        }
    }
}

fn check(checks: &mut Checks, briefing: &Briefing, writer: &Writer<'_>) {
    checks.date("date", briefing.date);
    checks.not_before("date", briefing.date, FIRST_BOUNDARIES);
    if briefing.is_held() && briefing.date > writer.today() {
        let what = "a briefing that was given cannot lie in the future; make it PLANNED";
        checks.refuse("date", what);
    }
    if briefing.kind == BriefingKind::RegionalPlatform && briefing.region.is_none() {
        checks.refuse("region", "a regional briefing needs its region");
    }
    if let Some(date) = briefing.follow_up {
        checks.date("followUp", date);
        checks.not_before("followUp", date, briefing.date);
    }
    checks.optional_text("owner", briefing.owner.as_deref(), LINE);
    checks.optional_text("outcome", briefing.outcome.as_deref(), TEXT);
    checks.names("partners", &briefing.partners);
}

/// Sets the stage of the targets for which the briefing counts. A target that
/// merged since it was chosen is the municipality that it went into.
async fn set_stages(
    change: &mut Change,
    briefing: &Briefing,
    register: &Register,
) -> Result<Vec<RowOutcome>, ActionError> {
    let Some(campaign) = &briefing.campaign else {
        return Ok(Vec::new());
    };
    let campaign = get_campaign(change, campaign).await?;
    let counts_for = |target: &Target| {
        let heir = find_heir(register, target.code, briefing.date);
        heir.is_ok_and(|heir| briefing.municipalities.contains(&heir))
    };
    let mut rows = Vec::new();
    for known in change.targets().await? {
        if known.campaign != campaign.id || !counts_for(&known) {
            continue;
        }
        let target = Target {
            stage: known.stage.after(briefing.stage),
            owner: briefing.owner.clone().or_else(|| known.owner.clone()),
            ..known.clone()
        };
        if target != known {
            change.record_target(&target).await?;
            rows.push(RowOutcome::Changed);
        }
    }
    Ok(rows)
}
