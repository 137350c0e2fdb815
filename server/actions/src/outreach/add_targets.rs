//! Choosing municipalities for a campaign.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use crate::checks::{Checks, MOST_ITEMS, find_heir};
use crate::{ActionError, Outcome, WriteOutcome, Writer, refuse};
use domain::id::Id;
use domain::message::{Message, RecordMessage, SummaryMessage};
use domain::outreach::campaign::{Campaign, Target};
use domain::places::code::MunicipalityCode;
use domain::places::register::Register;
use domain::vocabulary::{AuditAction, OutreachStage};
use store::Change;

/// For each municipality to choose, those that were named for it and ended.
type TargetCodes = BTreeMap<MunicipalityCode, Vec<MunicipalityCode>>;

/// Makes municipalities targets of a campaign, each once. One that ended is
/// replaced by the one that it went into, which the target keeps and the
/// notices tell; one that was split is refused.
pub async fn add_targets(
    writer: &Writer<'_>,
    campaign: &Id<Campaign>,
    codes: &[MunicipalityCode],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::AddTargets).await?;
    let campaign = get_campaign(&mut change, campaign).await?;
    let register = change.register().await?;
    let date = campaign.date(writer.today());
    let mut outcome = Outcome::default();
    let chosen = choose(codes, date, &register, &mut outcome.notices)?;
    let targets = targets_of(&mut change, &campaign).await?;
    let standing: HashSet<MunicipalityCode> = targets
        .iter()
        .map(|target| find_heir(&register, target.code, date).unwrap_or(target.code))
        .collect();
    if let Some(code) = chosen.keys().find(|code| standing.contains(code)) {
        return Err(ActionError::conflict(RecordMessage::AlreadyTarget {
            code: *code,
        }));
    }
    let number = chosen.len();
    for (code, replaces) in chosen {
        change
            .record_target(&selected(&campaign, code, replaces))
            .await?;
        outcome.rows.push(WriteOutcome::New);
    }
    let summary = SummaryMessage::TargetsOf {
        count: number,
        campaign: campaign.title.clone(),
    };
    writer.finish(change, summary, outcome).await
}

/// A municipality that was just chosen.
pub(crate) fn selected(
    campaign: &Campaign,
    code: MunicipalityCode,
    replaces: Vec<MunicipalityCode>,
) -> Target {
    Target {
        campaign: campaign.id.clone(),
        code,
        stage: OutreachStage::Selected,
        owner: None,
        replaces,
    }
}

/// The campaign with this id.
pub(crate) async fn get_campaign(
    change: &mut Change,
    id: &Id<Campaign>,
) -> Result<Campaign, ActionError> {
    let mut campaigns = change.campaigns().await?.into_iter();
    campaigns
        .find(|campaign| campaign.id == *id)
        .ok_or_else(|| ActionError::unknown("campaign", id))
}

/// The targets of a campaign, by code.
pub(crate) async fn targets_of(
    change: &mut Change,
    campaign: &Campaign,
) -> Result<Vec<Target>, ActionError> {
    let mut targets = change.targets().await?;
    targets.retain(|target| target.campaign == campaign.id);
    Ok(targets)
}

fn choose(
    codes: &[MunicipalityCode],
    date: Date,
    register: &Register,
    notices: &mut Vec<Message>,
) -> Result<TargetCodes, ActionError> {
    let mut checks = Checks::default();
    if codes.is_empty() || codes.len() > MOST_ITEMS {
        checks.refuse(
            "codes",
            RecordMessage::MunicipalitiesCount { most: MOST_ITEMS },
        );
    }
    let mut given = HashSet::new();
    let mut chosen = TargetCodes::new();
    for (item, code) in codes.iter().enumerate() {
        if !given.insert(*code) {
            checks.refuse_item(
                item,
                "codes",
                RecordMessage::GivenTwice {
                    given: code.to_string(),
                },
            );
        }
        if let Some(heir) = checks.heir((item, "codes"), *code, register, date, notices) {
            let replaces = chosen.entry(heir).or_default();
            if heir != *code {
                replaces.push(*code);
            }
        }
    }
    refuse(checks.0)?;
    Ok(chosen)
}
