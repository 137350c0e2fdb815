//! Setting which municipality lies in which region.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{ActionError, Outcome, Refusal, WriteOutcome, Writer, refuse};
use domain::dates::{Period, record_date};
use domain::facts::Membership;
use domain::message::{RecordMessage, SummaryMessage};
use domain::places::code::MunicipalityCode;
use domain::record::field_diff::FieldDiff;
use domain::timeline::Timeline;
use domain::vocabulary::AuditAction;
use store::Change;

/// Where the municipalities lie over time, by set and municipality; the value
/// is the code of the region.
pub(crate) type Timelines = BTreeMap<(Arc<str>, MunicipalityCode), Timeline<Arc<str>>>;

/// Lets municipalities lie in regions for periods, instead of where they lay
/// in the same sets. A period is cut at the end of the municipality.
pub async fn set_memberships(
    writer: &Writer<'_>,
    memberships: &[Membership],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::SetMemberships).await?;
    let register = change.register().await?;
    let regions = change.regions().await?;
    let mut refusals = Vec::new();
    for (row, membership) in memberships.iter().enumerate() {
        if !regions.iter().any(|region| region.id == membership.region) {
            let region = membership.region.to_string();
            let none = RecordMessage::NoRegionYet { region };
            refusals.push(Refusal::new(row, "region_code", none));
        }
        if let Err(error) = record_date(membership.period.from) {
            refusals.push(Refusal::new(row, "valid_from", error));
        }
        if let Err(error) = register.get(membership.code, membership.period.from) {
            refusals.push(Refusal::new(row, "municipality_code", error));
        }
    }
    refuse(refusals)?;

    let before = timelines(&mut change).await?;
    let mut after = before.clone();
    let mut done = Outcome::default();
    for Membership {
        region,
        code,
        period,
    } in memberships
    {
        let end = register.find(*code).and_then(|life| life.to);
        let to = [period.to, end].into_iter().flatten().min();
        let period = Period {
            from: period.from,
            to,
        };
        let timeline = after.entry((Arc::clone(&region.set), *code)).or_default();
        let outcome = if timeline.holds(period, &region.code) {
            WriteOutcome::Same
        } else if timeline.touches(period) {
            WriteOutcome::Changed
        } else {
            WriteOutcome::New
        };
        done.rows.push(outcome);
        let known = timeline.at(period.from).map(ToString::to_string);
        let diff = (outcome != WriteOutcome::Same).then(|| FieldDiff {
            field: "region_code",
            before: known,
            after: Some(region.code.to_string()),
        });
        done.differences.push(diff.into_iter().collect());
        timeline.set(period, Arc::clone(&region.code));
    }
    write(&mut change, &before, &after).await?;
    let written = done.rows.len() - done.count(WriteOutcome::Same);
    let summary = SummaryMessage::MembershipsWritten { count: written };
    writer.finish(change, summary, done).await
}

/// The standing memberships.
pub(crate) async fn timelines(change: &mut Change) -> Result<Timelines, ActionError> {
    let mut timelines = Timelines::new();
    for Membership {
        region,
        code,
        period,
    } in change.memberships().await?
    {
        timelines
            .entry((region.set, code))
            .or_default()
            .set(period, region.code);
    }
    Ok(timelines)
}

/// Withdraws the memberships that are no more and records the new ones.
pub(crate) async fn write(
    change: &mut Change,
    before: &Timelines,
    after: &Timelines,
) -> Result<(), ActionError> {
    let mut to_write = Vec::new();
    for (key, timeline) in after {
        let known = before.get(key);
        let has = |timeline: Option<&Timeline<Arc<str>>>, piece: &(Period, Arc<str>)| {
            timeline.is_some_and(|timeline| timeline.pieces().any(|other| other == piece))
        };
        for piece in known.into_iter().flat_map(Timeline::pieces) {
            if !has(Some(timeline), piece) {
                change.supersede_membership(&membership(key, piece)).await?;
            }
        }
        to_write.extend(
            timeline
                .pieces()
                .filter(|piece| !has(known, piece))
                .map(|piece| membership(key, piece)),
        );
    }
    change.record_memberships(&to_write).await?;
    Ok(())
}

fn membership(
    (set, code): &(Arc<str>, MunicipalityCode),
    (period, region): &(Period, Arc<str>),
) -> Membership {
    let region = domain::places::code::RegionRef {
        set: Arc::clone(set),
        code: Arc::clone(region),
    };
    Membership {
        region,
        code: *code,
        period: *period,
    }
}
