//! Recording what names the municipalities that it covers: arrangements of care
//! coordination and policy documents.

use std::collections::BTreeMap;

use super::checks::Checks;
use super::{ActionError, Outcome, Refusal, WriteOutcome, Writer, refuse};
use domain::care::arrangement::NamedMunicipality;
use domain::message::{RecordMessage, SummaryMessage};
use domain::places::register::Register;
use domain::record::field_diff::Fields;
use domain::vocabulary::AuditAction;
use store::{Change, StoreError};

/// A record that names the municipalities that it covers.
pub(super) trait CoveringRecord: Clone + PartialEq + Fields {
    /// Recording such records.
    const RECORD: AuditAction;
    /// Recording their coverage.
    const RECORD_COVERAGE: AuditAction;
    /// The column of a file of coverage that holds the id.
    const ID_COLUMN: &'static str;

    fn id(&self) -> &str;
    fn covers(&self) -> &[NamedMunicipality];
    fn covers_mut(&mut self) -> &mut Vec<NamedMunicipality>;
    /// Puts its lists in the order in which they are kept.
    fn sort(&mut self);
    /// Takes over from the version on record what a file of details leaves out.
    fn complete(&mut self, known: &Self);
    fn check(&self, checks: &mut Checks, row: usize);

    fn uncovered(id: String) -> RecordMessage;
    fn not_yet(id: String) -> RecordMessage;
    fn written(count: usize) -> SummaryMessage;
    fn covered(count: usize) -> SummaryMessage;

    /// The versions that stand.
    async fn standing(change: &mut Change) -> Result<Vec<Self>, StoreError>;
    async fn write(&self, change: &mut Change) -> Result<(), StoreError>;
}

/// Records them as they are given, coverage included. A version that stands is
/// superseded when it says something else.
pub(super) async fn record_whole<R: CoveringRecord>(
    writer: &Writer<'_>,
    records: &[R],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(R::RECORD).await?;
    let standing = standing(&mut change).await?;
    let register = change.register().await?;
    let mut checks = Checks::default();
    for (row, record) in records.iter().enumerate() {
        record.check(&mut checks, row);
        check_coverage(row, record.covers(), &register, &mut checks.0);
    }
    refuse(checks.0)?;
    let done = write(&mut change, &standing, records.to_vec()).await?;
    let summary = R::written(records.len());
    writer.finish(change, summary, done).await
}

/// Records everything of them but their coverage, and what else a file of details
/// leaves out: that stays as it is on record.
pub(super) async fn record_details<R: CoveringRecord>(
    writer: &Writer<'_>,
    records: &[R],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(R::RECORD).await?;
    let standing = standing::<R>(&mut change).await?;
    let mut checks = Checks::default();
    let mut notices = Vec::new();
    let mut whole = records.to_vec();
    for (row, record) in whole.iter_mut().enumerate() {
        record.check(&mut checks, row);
        if let Some(known) = standing.get(record.id()) {
            known.covers().clone_into(record.covers_mut());
            record.complete(known);
        }
        if record.covers().is_empty() {
            notices.push(R::uncovered(record.id().to_owned()).into());
        }
    }
    refuse(checks.0)?;
    let mut done = write(&mut change, &standing, whole).await?;
    done.notices = notices;
    let summary = R::written(records.len());
    writer.finish(change, summary, done).await
}

/// Records which municipalities they name: all that each names, so that what is
/// missing here is withdrawn.
pub(super) async fn record_coverage<R: CoveringRecord>(
    writer: &Writer<'_>,
    named: &[(String, NamedMunicipality)],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(R::RECORD_COVERAGE).await?;
    let standing = standing::<R>(&mut change).await?;
    let register = change.register().await?;
    let mut refusals = Vec::new();
    for (row, (id, place)) in named.iter().enumerate() {
        if !standing.contains_key(id) {
            refusals.push(Refusal::new(row, R::ID_COLUMN, R::not_yet(id.clone())));
        }
        check_coverage(row, std::slice::from_ref(place), &register, &mut refusals);
    }
    refuse(refusals)?;
    let mut outcome = Outcome::default();
    let changed = compare_coverage(named, &standing, &mut outcome);
    let summary = R::covered(changed.len());
    for (id, covers) in changed {
        if let Some(known) = standing.get(id) {
            let mut record = known.clone();
            *record.covers_mut() = covers;
            record.write(&mut change).await?;
        }
    }
    writer.finish(change, summary, outcome).await
}

async fn standing<R: CoveringRecord>(
    change: &mut Change,
) -> Result<BTreeMap<String, R>, ActionError> {
    let standing = R::standing(change).await?.into_iter();
    let by_id = standing.map(|record| (record.id().to_owned(), record));
    Ok(by_id.collect())
}

async fn write<R: CoveringRecord>(
    change: &mut Change,
    standing: &BTreeMap<String, R>,
    records: Vec<R>,
) -> Result<Outcome, ActionError> {
    let mut done = Outcome::default();
    for mut record in records {
        record.sort();
        let known = standing.get(record.id());
        let outcome = match known {
            None => WriteOutcome::New,
            Some(known) if *known == record => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        };
        if outcome != WriteOutcome::Same {
            record.write(change).await?;
        }
        done.add(outcome, known, &record);
    }
    Ok(done)
}

/// Each is a municipality of the edition that it belongs to.
fn check_coverage(
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
/// row, and one more for each place that is withdrawn. Returns the new coverage
/// of every id that changes.
fn compare_coverage<'a, R: CoveringRecord>(
    named: &'a [(String, NamedMunicipality)],
    standing: &BTreeMap<String, R>,
    outcome: &mut Outcome,
) -> BTreeMap<&'a str, Vec<NamedMunicipality>> {
    let on_record = |id: &str| standing.get(id).map_or(&[][..], R::covers);
    let mut wanted: BTreeMap<&str, Vec<NamedMunicipality>> = BTreeMap::new();
    for (id, place) in named {
        outcome.rows.push(if on_record(id).contains(place) {
            WriteOutcome::Same
        } else {
            WriteOutcome::New
        });
        wanted.entry(id).or_default().push(*place);
    }
    for (id, covers) in &mut wanted {
        covers.sort_unstable();
        covers.dedup();
        for gone in on_record(id).iter().filter(|place| !covers.contains(place)) {
            outcome.rows.push(WriteOutcome::Changed);
            let gone = RecordMessage::NoLongerNames {
                id: (*id).to_owned(),
                code: gone.code,
                date: gone.boundary_date,
            };
            outcome.notices.push(gone.into());
        }
    }
    wanted.retain(|id, covers| covers != on_record(id));
    wanted
}
