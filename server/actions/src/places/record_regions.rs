//! Recording regions and the sets that they make.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::checks::{Checks, LONGEST_ID};
use crate::public_data::place_records;
use crate::{ActionError, Outcome, WriteOutcome, Writer, refuse};
use domain::facts::{Region, RegionSet};
use domain::message::{RecordMessage, SummaryMessage};
use domain::vocabulary::AuditAction;

/// Records region sets. One that stands is superseded when it says something
/// else, and keeps its place in the order in which sets are shown.
pub async fn record_region_sets(
    writer: &Writer<'_>,
    sets: &[RegionSet],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::RecordRegionSets).await?;
    let mut checks = Checks::default();
    for (row, set) in sets.iter().enumerate() {
        if !is_id(&set.id) {
            checks.refuse_item(row, "id", no_id(&set.id));
        }
        checks.written(Some(row), set);
    }
    refuse(checks.0)?;
    let standing = change.region_sets().await?;
    let mut done = Outcome::default();
    let mut next = standing.len();
    for set in sets {
        let place = standing.iter().position(|known| known.id == set.id);
        let outcome = match place {
            None => WriteOutcome::New,
            Some(place) if standing[place] == *set => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        };
        if outcome != WriteOutcome::Same {
            change.record_region_set(set, place.unwrap_or(next)).await?;
            next += usize::from(place.is_none());
        }
        done.add(outcome, place.map(|place| &standing[place]), set);
    }
    let summary = SummaryMessage::RegionSetsWritten { count: sets.len() };
    writer.finish(change, summary, done).await
}

/// That a text is no id of a set.
pub(crate) fn no_id(text: &str) -> RecordMessage {
    let given = text.chars().take(40).collect();
    RecordMessage::BadSetId { given }
}

/// An id stands in addresses.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The sets that regions name and that are not on record: a shipped one with
/// its titles, another with its id as title until somebody gives it one.
fn new_sets(regions: &[Region], standing: &[RegionSet]) -> Result<Vec<RegionSet>, ActionError> {
    let named: BTreeSet<&Arc<str>> = regions.iter().map(|region| &region.id.set).collect();
    let mut shipped = place_records::region_sets()?;
    let new = named
        .into_iter()
        .filter(|id| standing.iter().all(|set| set.id != **id))
        .map(|id| {
            let known = shipped.iter().position(|set| set.id == *id);
            known.map_or_else(
                || RegionSet {
                    id: Arc::clone(id),
                    title_nl: id.to_string(),
                    title_en: id.to_string(),
                    provisional: false,
                },
                |place| shipped.swap_remove(place),
            )
        });
    Ok(new.collect())
}

/// Records regions, and the sets that they name when those are new. A region
/// that stands is superseded when its name or status is another.
pub async fn record_regions(
    writer: &Writer<'_>,
    regions: &[Region],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::RecordRegions).await?;
    let sets = change.region_sets().await?;
    let mut checks = Checks::default();
    for (row, region) in regions.iter().enumerate() {
        checks.written(Some(row), region);
        let set = &region.id.set;
        if sets.iter().all(|known| known.id != *set) {
            // A slip of the pen must not make a set.
            let alike = sets
                .iter()
                .find(|known| strsim::osa_distance(&known.id, set) <= 2);
            if let Some(alike) = alike {
                let alike = RecordMessage::RegionSetAlike {
                    given: set.to_string(),
                    proposal: alike.id.to_string(),
                };
                checks.refuse_item(row, "region_set", alike);
            } else if !is_id(set) {
                checks.refuse_item(row, "region_set", no_id(set));
            }
        }
    }
    refuse(checks.0)?;

    let mut done = Outcome::default();
    for (place, set) in (sets.len()..).zip(new_sets(regions, &sets)?) {
        change.record_region_set(&set, place).await?;
        let new = RecordMessage::RegionSetNew {
            set: set.id.to_string(),
            title: set.title_nl.clone(),
        };
        done.notices.push(new.into());
    }
    let standing = change.regions().await?;
    for region in regions {
        let known = standing.iter().find(|known| known.id == region.id);
        let outcome = match known {
            None => WriteOutcome::New,
            Some(known) if known == region => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        };
        if outcome != WriteOutcome::Same {
            change.record_region(region).await?;
        }
        done.add(outcome, known, region);
    }
    let summary = SummaryMessage::RegionsWritten {
        count: regions.len(),
    };
    writer.finish(change, summary, done).await
}
