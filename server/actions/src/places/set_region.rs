//! Making a region set, and saying which municipalities a region has.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::record_regions::is_id;
use super::record_regions::no_id;
use super::set_memberships::{timelines, write};
use crate::checks::{Checks, MOST_ITEMS};
use crate::{ActionError, Outcome, WriteOutcome, Writer, refuse};
use domain::dates::Period;
use domain::facts::{Region, RegionSet};
use domain::message::{RecordMessage, SummaryMessage};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::record::text_fields::Text;
use domain::vocabulary::AuditAction;
use store::RecordKind;

/// Makes a region set; its id must be new.
pub async fn create_region_set(
    writer: &Writer<'_>,
    id: &str,
    title: &str,
) -> Result<(), ActionError> {
    let mut change = writer.begin(AuditAction::CreateRegionSet).await?;
    let mut checks = Checks::default();
    if !is_id(id) {
        checks.refuse("id", no_id(id));
    }
    checks.text(None, "title", Text::Title(title));
    refuse(checks.0)?;
    let standing = change.region_sets().await?;
    if standing.iter().any(|set| &*set.id == id) {
        let set = id.to_owned();
        return Err(ActionError::conflict(RecordMessage::RegionSetExists {
            set,
        }));
    }
    let set = RegionSet {
        id: id.into(),
        title_nl: title.to_owned(),
        title_en: title.to_owned(),
        provisional: false,
    };
    change.record_region_set(&set, standing.len()).await?;
    let done = vec![WriteOutcome::New].into();
    writer
        .finish(change, SummaryMessage::named(id), done)
        .await?;
    Ok(())
}

/// Lets a region of a set have just these municipalities from a date on. Those
/// that it had leave it; those that lay in another region of the set leave that
/// one. A region that is new is made.
pub async fn set_region(
    writer: &Writer<'_>,
    id: &RegionRef,
    name: &str,
    municipalities: &[MunicipalityCode],
    from: Date,
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::SetRegion).await?;
    let register = change.register().await?;
    let mut outcome = Outcome::default();
    let mut checks = Checks::default();
    if change
        .region_sets()
        .await?
        .iter()
        .all(|set| set.id != id.set)
    {
        return Err(ActionError::unknown("region set", &id.set));
    }
    let keys: &[&[&str]] = &[&[&id.set]];
    writer
        .check_unchanged(&mut change, RecordKind::Membership, keys)
        .await?;
    checks.text(None, "code", Text::Title(&id.code));
    checks.text(None, "name", Text::Title(name));
    checks.date("from", from);
    if municipalities.len() > MOST_ITEMS {
        checks.refuse(
            "municipalities",
            RecordMessage::MunicipalitiesMost { most: MOST_ITEMS },
        );
    }
    let mut members = HashSet::new();
    for (item, code) in municipalities.iter().enumerate() {
        let heir = checks.heir(
            (item, "municipalities"),
            *code,
            &register,
            from,
            &mut outcome.notices,
        );
        if heir.is_some_and(|heir| !members.insert(heir)) {
            let given = code.to_string();
            checks.refuse_item(item, "municipalities", RecordMessage::GivenTwice { given });
        }
    }
    refuse(checks.0)?;

    let known = change.regions().await?.into_iter();
    let known = known.filter(|region| region.id == *id).last();
    let region = Region {
        id: id.clone(),
        name: name.to_owned(),
        status: known
            .as_ref()
            .map_or_else(String::new, |known| known.status.clone()),
    };
    if known.as_ref() != Some(&region) {
        change.record_region(&region).await?;
        outcome.rows.push(WriteOutcome::Changed);
    }
    let before = timelines(&mut change).await?;
    let mut after = before.clone();
    let period = |code| Period {
        from,
        to: register.find(code).and_then(|life| life.to),
    };
    for ((set, code), timeline) in &mut after {
        let is_member = *set == id.set && timeline.at(from) == Some(&id.code);
        if is_member && !members.contains(code) {
            timeline.clear(period(*code));
            outcome.rows.push(WriteOutcome::Changed);
        }
    }
    let number = members.len();
    for code in members {
        let timeline = after.entry((Arc::clone(&id.set), code)).or_default();
        if !timeline.holds(period(code), &id.code) {
            timeline.set(period(code), Arc::clone(&id.code));
            outcome.rows.push(WriteOutcome::New);
        }
    }
    write(&mut change, &before, &after).await?;
    let summary = SummaryMessage::MembersFrom {
        region: id.to_string(),
        count: number,
        date: from,
    };
    writer.finish(change, summary, outcome).await
}
