//! Replacing the outlines of a date by better ones, or adding a date.

use std::collections::BTreeSet;
use std::sync::Arc;

use geodata::Boundaries;
use jiff::civil::Date;

use super::boundary_diff;
use super::register_diff::differences;
use super::set_memberships::{timelines, write};
use crate::checks::Checks;
use crate::public_data::policy_records::rubric;
use crate::{ActionError, Outcome, Refusal, WriteOutcome, Writer, refuse};
use domain::dates::{FIRST_BOUNDARIES, LAST_DATE, Period};
use domain::facts::Edition;
use domain::message::{Message, OutlineMessage, SummaryMessage};
use domain::places::code::MunicipalityCode;
use domain::places::lineage::Succession;
use domain::record::text_fields::Text;
use domain::vocabulary::AuditAction;
use store::{Change, StoreError};

/// What an edition of the boundaries did to the municipalities.
#[derive(Debug, Default)]
pub struct BoundaryOutcome {
    /// By row of the areas in the order of their codes: new, changed in name or
    /// extent, or the same.
    pub outcome: Outcome,
    /// Where the areas went that ended, as found by laying both editions over
    /// each other; nothing on a date that was on record already.
    pub proposed: Vec<Succession>,
    /// By row, what differs from the edition before.
    pub remarks: Vec<Vec<Message>>,
}

/// What an administrator makes of a succession that was found, of which the
/// place among all is given: the share of the area, or nothing to leave it out.
pub type SuccessionReview<'a> = dyn Fn(usize, &Succession) -> Option<f64> + Sync + 'a;

/// Records an edition of the boundaries.
///
/// On a date that has one already, codes and names must be those on record:
/// only the outlines are better. On a later date the municipalities may be
/// others: where the areas went is found by overlay and judged; a new
/// municipality lies in the regions in which all its predecessors lay, and has
/// the inhabitants of those that went wholly into it.
///
/// Beside the first boundaries of an empty database the shipped rubric is
/// recorded, since municipalities are judged by one.
/// Rows of refusals are positions in the areas by the order of their codes.
pub async fn replace_boundaries(
    writer: &Writer<'_>,
    edition: &Edition,
    judge: &SuccessionReview<'_>,
) -> Result<BoundaryOutcome, ActionError> {
    let mut edition = edition.clone();
    edition.areas.sort_by_key(|area| area.code);
    let mut checks = Checks::default();
    checks.text(None, "source", Text::Line(&edition.source));
    for (row, area) in edition.areas.iter().enumerate() {
        checks.text(Some(row), "name", Text::Title(&area.name));
    }
    refuse(checks.0)?;
    let mut change = writer.begin(AuditAction::ReplaceBoundaries).await?;
    let editions = change.editions().await?;
    let mut redrawn = BoundaryOutcome::default();
    writer.tell("finding shared borders");
    if let Some(known) = editions.iter().find(|known| known.date == edition.date) {
        refuse(differences(known, &edition))?;
        let new = build(&edition)?;
        let (notices, moved) = boundary_diff::drawing(Some(&build(known)?), &new);
        redrawn.outcome.notices = notices;
        for (area, old) in edition.areas.iter().zip(&known.areas) {
            let is_same = known.crs == edition.crs && area.geometry == old.geometry;
            let metres = moved.get(&area.code.to_string()).copied();
            let metres = metres.filter(|_| !is_same);
            redrawn.outcome.rows.push(match metres {
                None => WriteOutcome::Same,
                Some(_) => WriteOutcome::Changed,
            });
            let moved = metres.map(|metres| OutlineMessage::OutlineMoved { metres }.into());
            redrawn.remarks.push(moved.into_iter().collect());
        }
    } else {
        let last = editions.last();
        refuse(date_refusals(last.map(|last| last.date), edition.date))?;
        let new = build(&edition)?;
        if let Some(last) = last {
            let old = build(last)?;
            redrawn = follow(writer, &mut change, (last, &old), (&edition, &new), judge).await?;
        } else {
            (redrawn.outcome.notices, _) = boundary_diff::drawing(None, &new);
            redrawn.outcome.rows = vec![WriteOutcome::New; edition.areas.len()];
            redrawn.remarks = vec![Vec::new(); edition.areas.len()];
        }
        // The edition itself, beside its areas.
        redrawn.outcome.rows.push(WriteOutcome::New);
    }
    let rows = &redrawn.outcome.rows;
    if rows.iter().any(|row| *row != WriteOutcome::Same) {
        writer.tell("writing outlines");
        change.record_edition(&edition).await?;
    }
    if change.rubrics().await?.is_empty() {
        change.record_rubric(&rubric()?).await?;
        let provisional = OutlineMessage::ProvisionalRubric;
        redrawn.outcome.notices.push(provisional.into());
    }
    let summary = SummaryMessage::MunicipalitiesOf {
        count: edition.areas.len(),
        date: edition.date,
    };
    let outcome = std::mem::take(&mut redrawn.outcome);
    redrawn.outcome = writer.finish(change, summary, outcome).await?;
    redrawn.outcome.rows.truncate(edition.areas.len());
    Ok(redrawn)
}

/// Records what follows from an edition after another: who went into whom, who
/// lies in which region, and how many live there.
async fn follow(
    writer: &Writer<'_>,
    change: &mut Change,
    (last, old): (&Edition, &Boundaries),
    (edition, new): (&Edition, &Boundaries),
    judge: &SuccessionReview<'_>,
) -> Result<BoundaryOutcome, ActionError> {
    writer.tell("finding what went into what");
    let proposed = successions(edition.date, (old, last), (new, edition));
    let judged = proposed.iter().enumerate().filter_map(|(place, found)| {
        Some(Succession {
            area_share: judge(place, found)?,
            ..found.clone()
        })
    });
    let judged: Vec<Succession> = judged.collect();
    let compared = boundary_diff::compare((last, old), (edition, new), &judged);
    let (mut notices, _) = boundary_diff::drawing(Some(old), new);
    notices.extend(boundary_diff::unaccounted(last, edition, &judged));
    carry_memberships(change, last, edition, &judged, &mut notices).await?;
    change.record_successions(edition.date, &judged).await?;
    let known = change.population().await?;
    let (figures, unknown) = boundary_diff::inhabitants(&known, last, edition, &judged);
    change.record_population(&figures).await?;
    notices.extend(unknown);
    Ok(BoundaryOutcome {
        outcome: Outcome {
            rows: compared.outcomes,
            differences: compared.differences,
            notices,
            revision: None,
        },
        proposed,
        remarks: compared.remarks,
    })
}

/// What is wrong with an edition, apart from its outlines, without changing
/// anything. Codes that are told otherwise are not told as missing.
pub async fn check_boundaries(
    writer: &Writer<'_>,
    edition: &Edition,
    told: &[MunicipalityCode],
) -> Result<Vec<Refusal>, StoreError> {
    let mut change = writer.begin(AuditAction::CheckBoundaries).await?;
    let editions = change.editions().await?;
    change.roll_back().await?;
    let Some(known) = editions.iter().find(|known| known.date == edition.date) else {
        return Ok(date_refusals(
            editions.last().map(|last| last.date),
            edition.date,
        ));
    };
    let mut edition = edition.clone();
    edition.areas.sort_by_key(|area| area.code);
    let given = |code| edition.areas.iter().any(|area| area.code == code);
    let mut known = known.clone();
    known
        .areas
        .retain(|area| given(area.code) || !told.contains(&area.code));
    Ok(differences(&known, &edition))
}

fn date_refusals(last: Option<Date>, date: Date) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if !(FIRST_BOUNDARIES..=LAST_DATE).contains(&date) {
        let (first, last) = (FIRST_BOUNDARIES, LAST_DATE);
        let range = OutlineMessage::BoundariesRange { first, last };
        refusals.push(Refusal::of_all("date", range));
    }
    if let Some(last) = last
        && date < last
    {
        let none = OutlineMessage::NoEdition { date, last };
        refusals.push(Refusal::of_all("date", none));
    }
    refusals
}

fn build(edition: &Edition) -> Result<Boundaries, ActionError> {
    boundaries(edition).map_err(|refusal| ActionError::Refused(vec![refusal]))
}

/// Builds the topology, which also checks that nothing overlaps.
fn boundaries(edition: &Edition) -> Result<Boundaries, Refusal> {
    let mut areas = Vec::with_capacity(edition.areas.len());
    for (row, area) in edition.areas.iter().enumerate() {
        let geometry = geodata::geometry_from_geojson(&area.geometry)
            .map_err(|error| Refusal::new(row, "geometry", &error))?;
        areas.push(geodata::Area {
            code: area.code.to_string(),
            name: area.name.to_string(),
            geometry,
        });
    }
    Boundaries::build(edition.crs, areas).map_err(|error| Refusal::of_all("geometry", &error))
}

fn successions(
    date: Date,
    old: (&Boundaries, &Edition),
    new: (&Boundaries, &Edition),
) -> Vec<Succession> {
    let find = |edition: &Edition, code: &str| {
        let code: MunicipalityCode = code.parse().ok()?;
        let place = edition
            .areas
            .binary_search_by_key(&code, |area| area.code)
            .ok()?;
        Some((code, Arc::clone(&edition.areas[place].name)))
    };
    let shares = geodata::overlay::successions(old.0, new.0);
    let known = shares.into_iter().filter_map(|share| {
        let (from, from_name) = find(old.1, &share.from)?;
        let (to, to_name) = find(new.1, &share.to)?;
        // Thousandths, as in the shipped file; overlay may exceed 1 by rounding.
        let area_share = (share.share * 1000.0).round().min(1000.0) / 1000.0;
        Some(Succession {
            date,
            from,
            from_name,
            to,
            to_name,
            area_share,
        })
    });
    known.collect()
}

/// Ends the memberships of the municipalities that end, and lets a new one lie
/// where all its predecessors lay.
async fn carry_memberships(
    change: &mut Change,
    old: &Edition,
    new: &Edition,
    successions: &[Succession],
    notices: &mut Vec<Message>,
) -> Result<(), ActionError> {
    let codes = |edition: &Edition| {
        edition
            .areas
            .iter()
            .map(|area| area.code)
            .collect::<BTreeSet<_>>()
    };
    let (old_codes, new_codes) = (codes(old), codes(new));
    let from_now_on = Period {
        from: new.date,
        to: None,
    };
    let before = timelines(change).await?;
    let mut after = before.clone();
    for ((_, code), timeline) in &mut after {
        if !new_codes.contains(code) {
            timeline.clear(from_now_on);
        }
    }
    let sets: BTreeSet<_> = before.keys().map(|(set, _)| Arc::clone(set)).collect();
    for area in new
        .areas
        .iter()
        .filter(|area| !old_codes.contains(&area.code))
    {
        for set in &sets {
            let predecessors = successions
                .iter()
                .filter(|succession| succession.to == area.code);
            let regions: BTreeSet<_> = predecessors
                .map(|succession| {
                    let timeline = before.get(&(Arc::clone(set), succession.from))?;
                    new.date
                        .yesterday()
                        .ok()
                        .and_then(|eve| timeline.at(eve))
                        .cloned()
                })
                .collect();
            let regions: Vec<_> = regions.into_iter().collect();
            if let [Some(region)] = regions.as_slice() {
                let timeline = after.entry((Arc::clone(set), area.code)).or_default();
                timeline.set(from_now_on, Arc::clone(region));
            } else {
                let undecided = OutlineMessage::RegionUndecided {
                    code: area.code,
                    name: area.name.to_string(),
                    set: set.to_string(),
                };
                notices.push(undecided.into());
            }
        }
    }
    write(change, &before, &after).await
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_date_between_those_on_record_is_refused() {
        assert_eq!(
            date_refusals(Some(date(2023, 1, 1)), date(2022, 6, 1)).len(),
            1
        );
        assert_eq!(
            date_refusals(Some(date(2023, 1, 1)), date(2019, 1, 1)).len(),
            2
        );
        assert!(date_refusals(Some(date(2023, 1, 1)), date(2026, 1, 1)).is_empty());
    }
}
