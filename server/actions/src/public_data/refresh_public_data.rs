//! Bringing a later edition of the public data into a database.

use std::collections::HashSet;

use geodata::data::PublicRecords;

use super::policy_records;
use super::refresh_plan::{
    Authors, RefreshPlan, RefreshStep, RefreshedRecord, SkipReason, Versions,
};
use crate::{ActionError, Outcome, WriteOutcome, Writer};
use domain::clock::Clock;
use domain::facts::{Facts, NationalIndicator};
use domain::message::{ChangeMessage, SummaryMessage};
use domain::record::audit::{AuditEvent, COMMAND_LINE, PUBLIC_DATA};
use domain::recorded::Recorded;
use domain::vocabulary::AuditAction;
use store::{Change, NewVerdict, RecordKind, Store};

/// What came of bringing a later edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refresh {
    /// The revision that it made; none when there was nothing to write, or it
    /// was a rehearsal.
    pub revision: Option<u64>,
    /// The edition that was on record.
    pub from: u32,
    /// The edition that it brought.
    pub to: u32,
    /// The records that it wrote or withdrew, by kind and key.
    pub steps: Vec<(RefreshedRecord, RefreshStep)>,
    /// The records that it left as people had them, by kind and key.
    pub left: Vec<(RefreshedRecord, SkipReason)>,
}

impl Refresh {
    /// The number of records of which this became.
    #[must_use]
    pub fn count(&self, step: RefreshStep) -> usize {
        self.steps.iter().filter(|(_, of)| *of == step).count()
    }

    /// In a few words.
    #[must_use]
    pub fn summary(&self) -> SummaryMessage {
        SummaryMessage::EditionRefreshed {
            edition: self.to.into(),
            new: self.count(RefreshStep::New),
            changed: self.count(RefreshStep::Changed),
            withdrawn: self.count(RefreshStep::Withdrawn),
            left: self.left.len(),
        }
    }

    fn add<T>(&mut self, kind: RecordKind, plan: &RefreshPlan<T>) {
        let record = |key: &Vec<String>| RefreshedRecord::new(kind, key.clone());
        let written = plan.write.iter();
        let written = written.map(|(key, _, step)| (record(key), *step));
        let withdrawn = plan.withdraw.iter();
        let withdrawn = withdrawn.map(|key| (record(key), RefreshStep::Withdrawn));
        self.steps.extend(written.chain(withdrawn));
        let left = plan.left.iter();
        self.left
            .extend(left.map(|(key, because)| (record(key), because.clone())));
    }
}

/// Puts an edition of the public data in the place of what came with an earlier
/// one, as one change. What people wrote, corrected or withdrew stays as it is,
/// and is told. A rehearsal writes nothing.
pub async fn refresh_public_data(
    store: &Store,
    clock: Clock,
    edition: &PublicRecords,
    rehearsal: bool,
) -> Result<Refresh, ActionError> {
    let mut writer = Writer::new(store, PUBLIC_DATA, clock);
    if rehearsal {
        writer = writer.rehearsing();
    }
    let mut change = writer.begin(AuditAction::RefreshPublicData).await?;
    let facts = change.facts().await?;
    let mut refresh = Refresh {
        revision: None,
        from: check(&facts, edition)?,
        to: edition.edition,
        steps: Vec::new(),
        left: Vec::new(),
    };
    write_coordination(&mut change, &facts, edition, &mut refresh).await?;
    write_documents(&mut change, &facts, edition, &mut refresh).await?;
    write_verdicts(&mut change, &facts, edition, &mut refresh).await?;
    write_indicators(&mut change, &facts, &mut refresh).await?;
    refresh.steps.sort();
    let mut outcome = outcome(&refresh);
    if refresh.from != refresh.to {
        change.record_public_edition(refresh.to).await?;
        outcome.rows.push(WriteOutcome::Changed);
    }
    let summary = refresh.summary();
    change.note(AuditEvent::new(
        COMMAND_LINE,
        AuditAction::RefreshPublicData,
        summary.clone(),
    ));
    refresh.revision = writer.finish(change, summary, outcome).await?.revision;
    Ok(refresh)
}

/// The edition on record, if this one can be brought into the database.
fn check(facts: &Facts, edition: &PublicRecords) -> Result<u32, ActionError> {
    let conflict = |message| Err(ActionError::conflict(message));
    if facts.is_demonstration() {
        return conflict(ChangeMessage::InventedVerdicts);
    }
    match facts.public_edition() {
        None => conflict(ChangeMessage::PublicDataNeverLoaded),
        Some(on_record) if on_record > edition.edition => {
            conflict(ChangeMessage::PublicDataNewer {
                known: on_record.into(),
                own: edition.edition.into(),
            })
        }
        Some(on_record) => Ok(on_record),
    }
}

fn outcome(refresh: &Refresh) -> Outcome {
    let rows = refresh.steps.iter().map(|(_, step)| match step {
        RefreshStep::New => WriteOutcome::New,
        RefreshStep::Changed | RefreshStep::Withdrawn => WriteOutcome::Changed,
    });
    rows.collect::<Vec<_>>().into()
}

async fn withdraw<T>(
    change: &mut Change,
    kind: RecordKind,
    plan: &RefreshPlan<T>,
) -> Result<(), ActionError> {
    for key in &plan.withdraw {
        change.withdraw(kind, key).await?;
    }
    Ok(())
}

async fn write_coordination(
    change: &mut Change,
    facts: &Facts,
    edition: &PublicRecords,
    refresh: &mut Refresh,
) -> Result<(), ActionError> {
    let shipped = policy_records::arrangements(edition)?.into_iter();
    let shipped = shipped.map(|it| (vec![it.id.to_string()], it)).collect();
    let versions = by_key(&facts.arrangements, |it| vec![it.id.to_string()]);
    let plan = Authors::new(facts).plan(&versions, shipped);
    for (_, arrangement, _) in &plan.write {
        change.record_arrangement(arrangement).await?;
    }
    withdraw(change, RecordKind::Arrangement, &plan).await?;
    refresh.add(RecordKind::Arrangement, &plan);
    Ok(())
}

async fn write_documents(
    change: &mut Change,
    facts: &Facts,
    edition: &PublicRecords,
    refresh: &mut Refresh,
) -> Result<(), ActionError> {
    let shipped = policy_records::documents(edition)?.into_iter();
    let shipped = shipped.map(|it| (vec![it.id.to_string()], it)).collect();
    let versions = by_key(&facts.documents, |it| vec![it.id.to_string()]);
    let plan = Authors::new(facts).plan(&versions, shipped);
    for (_, document, _) in &plan.write {
        change.record_document(document).await?;
    }
    withdraw(change, RecordKind::Document, &plan).await?;
    refresh.add(RecordKind::Document, &plan);
    Ok(())
}

async fn write_verdicts(
    change: &mut Change,
    facts: &Facts,
    edition: &PublicRecords,
    refresh: &mut Refresh,
) -> Result<(), ActionError> {
    let register = change.register().await?;
    let authors = Authors::new(facts);
    let shipped = policy_records::verdicts(edition)?;
    let blocks: HashSet<_> = shipped.iter().map(|it| (it.code, &*it.block)).collect();
    // Of the largest table only what an edition can touch.
    let mut versions: Versions<NewVerdict> = Versions::new();
    for recorded in facts.verdicts.iter() {
        let fact = &recorded.fact;
        if &*recorded.recorded_by == PUBLIC_DATA || blocks.contains(&(fact.code, &*fact.block)) {
            let verdict = NewVerdict::from(fact.clone());
            let of_key = versions.entry(verdict.key().to_vec()).or_default();
            of_key.push(with(recorded, verdict));
        }
    }
    let answers = versions.values().flat_map(|of_key| {
        let standing = of_key.iter().filter(|one| one.known_at(None));
        standing.filter(|one| !authors.came_with_edition(of_key, one))
    });
    let answers: Vec<_> = answers.collect();
    let rubrics = &facts.rubrics;
    let on_record = |verdict: &NewVerdict| {
        let rubric = rubrics.iter().find(|rubric| rubric.id == verdict.rubric);
        rubric.is_some_and(|rubric| rubric.find_block(&verdict.block).is_some())
            && register.get(verdict.code, verdict.valid_from).is_ok()
    };
    let shipped = shipped.into_iter();
    let shipped = shipped.map(|it| (it.key().to_vec(), it)).collect();
    let mut plan = authors.plan(&versions, shipped);
    let (write, left) = (&mut plan.write, &mut plan.left);
    write.retain(|(key, verdict, _)| {
        let because = if on_record(verdict) {
            answered(&answers, verdict)
        } else {
            Some(SkipReason::Nowhere)
        };
        let stays = because.is_none();
        left.extend(because.map(|because| (key.clone(), because)));
        stays
    });
    for (_, verdict, step) in &plan.write {
        if *step == RefreshStep::Changed {
            change.supersede_verdict(verdict).await?;
        }
    }
    withdraw(change, RecordKind::Verdict, &plan).await?;
    refresh.add(RecordKind::Verdict, &plan);
    let write = plan.write.into_iter().map(|(_, verdict, _)| verdict);
    change.record_verdicts(&write.collect::<Vec<_>>()).await?;
    Ok(())
}

/// The answer of a person that would be overruled: on the same block, and from
/// an earlier date or the same.
fn answered(answers: &[&Recorded<NewVerdict>], verdict: &NewVerdict) -> Option<SkipReason> {
    let mut answers = answers.iter();
    let answer = answers.find(|answer| {
        answer.fact.code == verdict.code
            && answer.fact.block == verdict.block
            && answer.fact.valid_from <= verdict.valid_from
    });
    answer.map(|answer| SkipReason::Answered {
        by: answer.recorded_by.to_string(),
        from: answer.fact.valid_from,
    })
}

/// National figures are of the editions alone: people record none.
async fn write_indicators(
    change: &mut Change,
    facts: &Facts,
    refresh: &mut Refresh,
) -> Result<(), ActionError> {
    let key = |it: &NationalIndicator| vec![it.indicator.clone(), it.date.to_string()];
    let loaded = facts.changes.first();
    let versions = facts.indicators.iter().filter_map(|it| {
        let recorded = Recorded {
            fact: it.clone(),
            recorded_at: loaded?.recorded_at,
            recorded_by: PUBLIC_DATA.into(),
            superseded_at: None,
        };
        Some((key(it), vec![recorded]))
    });
    let shipped = policy_records::indicators()?.into_iter();
    let shipped = shipped.map(|it| (key(&it), it)).collect();
    let plan = Authors::new(facts).plan(&versions.collect(), shipped);
    for (key, _, step) in &plan.write {
        if *step == RefreshStep::Changed {
            change.withdraw(RecordKind::Indicator, key).await?;
        }
    }
    withdraw(change, RecordKind::Indicator, &plan).await?;
    refresh.add(RecordKind::Indicator, &plan);
    let write = plan.write.into_iter().map(|(_, figure, _)| figure);
    change.record_indicators(&write.collect::<Vec<_>>()).await?;
    Ok(())
}

fn by_key<T: Clone>(records: &[Recorded<T>], key: impl Fn(&T) -> Vec<String>) -> Versions<T> {
    let mut versions = Versions::new();
    for recorded in records {
        let of_key: &mut Vec<_> = versions.entry(key(&recorded.fact)).or_default();
        of_key.push(recorded.clone());
    }
    versions
}

/// A record as another says it.
fn with<T, U>(recorded: &Recorded<T>, fact: U) -> Recorded<U> {
    Recorded {
        fact,
        recorded_at: recorded.recorded_at,
        recorded_by: recorded.recorded_by.clone(),
        superseded_at: recorded.superseded_at,
    }
}
