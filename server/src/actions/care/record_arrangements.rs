//! Recording who coordinates care, how, and for which municipalities.

use std::collections::BTreeMap;

use super::record_arrangement::check;
use crate::actions::checks::Checks;
use crate::actions::{ActionError, Outcome, Refusal, WriteOutcome, Writer, refuse};
use crate::domain::care::arrangement::{Arrangement, NamedMunicipality};
use crate::domain::message::{RecordMessage, SummaryMessage};
use crate::domain::places::register::Register;
use crate::store::Change;

/// Records arrangements as they are given, coverage included. A version that
/// stands is superseded when it says something else.
pub async fn record_arrangements(
    writer: &Writer<'_>,
    arrangements: &[Arrangement],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_arrangements").await?;
    let standing = standing(&mut change).await?;
    let register = change.register().await?;
    let mut checks = Checks::default();
    for (row, arrangement) in arrangements.iter().enumerate() {
        check_row(&mut checks, row, arrangement);
        check_coverage(row, &arrangement.covers, &register, &mut checks.0);
    }
    refuse(checks.0)?;
    let done = write(&mut change, &standing, arrangements.to_vec()).await?;
    let count = arrangements.len();
    let summary = SummaryMessage::ArrangementsWritten { count };
    writer.finish(change, summary, done).await
}

/// Records everything of arrangements but their coverage and contact, which stay
/// as they are on record.
pub async fn record_arrangement_details(
    writer: &Writer<'_>,
    arrangements: &[Arrangement],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_arrangements").await?;
    let standing = standing(&mut change).await?;
    let mut checks = Checks::default();
    let mut notices = Vec::new();
    let mut whole = arrangements.to_vec();
    for (row, arrangement) in whole.iter_mut().enumerate() {
        check_row(&mut checks, row, arrangement);
        if let Some(known) = standing.get(&arrangement.id) {
            arrangement.covers.clone_from(&known.covers);
            arrangement.contact.clone_from(&known.contact);
        }
        if arrangement.covers.is_empty() {
            let id = arrangement.id.clone();
            notices.push(RecordMessage::ArrangementUncovered { id }.into());
        }
    }
    refuse(checks.0)?;
    let mut done = write(&mut change, &standing, whole).await?;
    done.notices = notices;
    let count = arrangements.len();
    let summary = SummaryMessage::ArrangementsWritten { count };
    writer.finish(change, summary, done).await
}

/// Records which municipalities arrangements name: all that each names, so
/// that what is missing here is withdrawn.
pub async fn record_arrangement_coverage(
    writer: &Writer<'_>,
    named: &[(String, NamedMunicipality)],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_arrangement_coverage").await?;
    let standing = standing(&mut change).await?;
    let register = change.register().await?;
    let mut refusals = Vec::new();
    for (row, (id, place)) in named.iter().enumerate() {
        if !standing.contains_key(id) {
            refusals.push(Refusal::new(
                row,
                "arrangement_id",
                RecordMessage::NoArrangementYet { id: id.clone() },
            ));
        }
        check_coverage(row, std::slice::from_ref(place), &register, &mut refusals);
    }
    refuse(refusals)?;
    let mut outcome = Outcome::default();
    let mut changed = BTreeMap::new();
    compare_coverage(
        named,
        |id| standing.get(id).map(|known| known.covers.as_slice()),
        &mut outcome,
        &mut changed,
    );
    let number = changed.len();
    for (id, covers) in changed {
        if let Some(known) = standing.get(id) {
            change
                .record_arrangement(&Arrangement {
                    covers,
                    ..known.clone()
                })
                .await?;
        }
    }
    writer
        .finish(
            change,
            SummaryMessage::ArrangementsCovered { count: number },
            outcome,
        )
        .await
}

async fn standing(change: &mut Change) -> Result<BTreeMap<String, Arrangement>, ActionError> {
    let standing = change.arrangements().await?;
    Ok(standing
        .into_iter()
        .map(|arrangement| (arrangement.id.clone(), arrangement))
        .collect())
}

async fn write(
    change: &mut Change,
    standing: &BTreeMap<String, Arrangement>,
    arrangements: Vec<Arrangement>,
) -> Result<Outcome, ActionError> {
    let mut done = Outcome::default();
    for mut arrangement in arrangements {
        arrangement.covers.sort_unstable();
        arrangement.forms.sort_unstable();
        let outcome = match standing.get(&arrangement.id) {
            None => WriteOutcome::New,
            Some(known) if *known == arrangement => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        };
        if outcome != WriteOutcome::Same {
            change.record_arrangement(&arrangement).await?;
        }
        done.add(outcome, standing.get(&arrangement.id), &arrangement);
    }
    Ok(done)
}

fn check_row(checks: &mut Checks, row: usize, arrangement: &Arrangement) {
    if arrangement.id.is_empty() {
        checks.refuse_item(row, "id", RecordMessage::ArrangementWithoutId);
    }
    check(checks, Some(row), arrangement);
}

/// Each is a municipality of the edition that it belongs to.
pub(in crate::actions) fn check_coverage(
    row: usize,
    covers: &[NamedMunicipality],
    register: &Register,
    refusals: &mut Vec<Refusal>,
) {
    for named in covers {
        if let Err(error) = register.get_in_edition(named.code, named.boundary_date) {
            refusals.push(Refusal::new(row, "municipality_code", error));
        }
    }
}

/// Compares the coverage of a file with that on record: an outcome for each
/// row, one more for each place that is withdrawn, and the new coverage of
/// every id that changes.
pub(in crate::actions) fn compare_coverage<'a, 'b>(
    named: &'a [(String, NamedMunicipality)],
    on_record: impl Fn(&str) -> Option<&'b [NamedMunicipality]>,
    outcome: &mut Outcome,
    changed: &mut BTreeMap<&'a str, Vec<NamedMunicipality>>,
) {
    let mut wanted: BTreeMap<&str, Vec<NamedMunicipality>> = BTreeMap::new();
    for (id, place) in named {
        let known = on_record(id).unwrap_or_default();
        outcome.rows.push(if known.contains(place) {
            WriteOutcome::Same
        } else {
            WriteOutcome::New
        });
        wanted.entry(id).or_default().push(*place);
    }
    for (id, mut covers) in wanted {
        covers.sort_unstable();
        covers.dedup();
        let known = on_record(id).unwrap_or_default();
        for gone in known.iter().filter(|place| !covers.contains(place)) {
            outcome.rows.push(WriteOutcome::Changed);
            let gone = RecordMessage::NoLongerNames {
                id: id.to_string(),
                code: gone.code,
                date: gone.boundary_date,
            };
            outcome.notices.push(gone.into());
        }
        if covers != known {
            changed.insert(id, covers);
        }
    }
}
