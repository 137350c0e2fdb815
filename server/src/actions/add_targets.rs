//! Choosing municipalities for a campaign.

use std::collections::HashSet;

use super::checks::{Checks, MOST_ITEMS, find_heir};
use super::{ActionError, Outcome, RowOutcome, Writer, counted, refuse};
use crate::domain::code::MunicipalityCode;
use crate::domain::outreach::{Campaign, Target};
use crate::domain::register::{NoMunicipality, Register};
use crate::domain::vocabulary::OutreachStage;
use crate::store::Change;

/// Makes municipalities targets of a campaign, each once. One that ended
/// before the campaign is replaced by the one that it went into, which the
/// notices tell; one that was split is refused.
pub async fn add_targets(
    writer: &Writer<'_>,
    campaign: &str,
    codes: &[MunicipalityCode],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("add_targets").await?;
    let campaign = get_campaign(&mut change, campaign).await?;
    let register = change.register().await?;
    let mut outcome = Outcome::default();
    let chosen = choose(codes, &campaign, &register, &mut outcome.notices)?;
    let standing: HashSet<MunicipalityCode> = change
        .targets()
        .await?
        .into_iter()
        .filter(|target| target.campaign == campaign.id)
        .map(|target| target.code)
        .collect();
    if let Some(code) = chosen.iter().find(|code| standing.contains(code)) {
        let what = format!("{code} is a target of this campaign already; leave it out");
        return Err(ActionError::Conflict(what));
    }
    for code in &chosen {
        let target = Target {
            campaign: campaign.id.clone(),
            code: *code,
            stage: OutreachStage::Selected,
            owner: None,
        };
        change.record_target(&target).await?;
        outcome.rows.push(RowOutcome::New);
    }
    let added = counted(chosen.len(), "target");
    let mut summary = vec![format!("{added} of {}", campaign.title)];
    summary.extend(outcome.notices.iter().cloned());
    writer.finish(change, &summary.join("; "), outcome).await
}

/// The campaign with this id.
pub(super) async fn get_campaign(change: &mut Change, id: &str) -> Result<Campaign, ActionError> {
    let mut campaigns = change.campaigns().await?.into_iter();
    campaigns
        .find(|campaign| campaign.id == id)
        .ok_or_else(|| ActionError::unknown("campaign", id))
}

fn choose(
    codes: &[MunicipalityCode],
    campaign: &Campaign,
    register: &Register,
    notices: &mut Vec<String>,
) -> Result<Vec<MunicipalityCode>, ActionError> {
    let mut checks = Checks::default();
    if codes.is_empty() || codes.len() > MOST_ITEMS {
        checks.refuse(
            "codes",
            format_args!("give 1 to {MOST_ITEMS} municipalities"),
        );
    }
    let mut given = HashSet::new();
    let mut chosen = Vec::new();
    for (item, code) in codes.iter().enumerate() {
        if !given.insert(*code) {
            checks.refuse_item(item, "codes", format_args!("{code} is given twice"));
        }
        match find_heir(register, *code, campaign.from) {
            Ok(heir) => {
                if heir != *code {
                    notices.push(format!("{code} ended before the campaign: {heir} instead"));
                }
                chosen.push(heir);
            }
            Err(NoMunicipality::NotYet { from, .. }) if from <= campaign.to => chosen.push(*code),
            Err(error) => checks.refuse_item(item, "codes", error),
        }
    }
    refuse(checks.0)?;
    // Two that went into one make one target.
    chosen.sort_unstable();
    chosen.dedup();
    Ok(chosen)
}
