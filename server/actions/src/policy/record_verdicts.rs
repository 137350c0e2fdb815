//! Recording verdicts on building blocks.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::checks::Checks;
use crate::{ActionError, NewVerdict, Outcome, Refusal, WriteOutcome, Writer, refuse};
use domain::dates::record_date;
use domain::message::{Message, RecordMessage, SummaryMessage};
use domain::notes;
use domain::places::register::Register;
use domain::policy::rubric::Rubric;
use domain::policy::verdict::check_established;
use domain::vocabulary::AuditAction;
use store::{Change, RecordKind};

/// Records verdicts, many at once. One that stands for the same municipality,
/// block and date is superseded when it says something else.
pub async fn record_verdicts(
    writer: &Writer<'_>,
    verdicts: &[NewVerdict],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::RecordVerdicts).await?;
    let (outcome, summary) = write_verdicts(writer, &mut change, verdicts).await?;
    writer.finish(change, summary, outcome).await
}

/// Writes verdicts in a change that may do more; with what became of them, and
/// in a few words how many of whom.
pub(crate) async fn write_verdicts(
    writer: &Writer<'_>,
    change: &mut Change,
    verdicts: &[NewVerdict],
) -> Result<(Outcome, SummaryMessage), ActionError> {
    refuse(check(
        verdicts,
        &*change.register().await?,
        &change.rubrics().await?,
    ))?;

    let codes: Vec<_> = verdicts.iter().map(|one| one.code.to_string()).collect();
    let keys = codes.iter().zip(verdicts);
    let keys = keys.map(|(code, one)| [code.as_str(), &*one.rubric, &*one.block]);
    let keys: Vec<_> = keys.collect();
    let keys: Vec<&[&str]> = keys.iter().map(<[&str; 3]>::as_slice).collect();
    writer
        .check_unchanged(change, RecordKind::Verdict, &keys)
        .await?;

    let mut rows_of: HashMap<_, usize> = HashMap::new();
    for verdict in verdicts {
        *rows_of.entry(verdict.code).or_default() += 1;
    }
    let mut standing = HashMap::new();
    let mut done = Outcome::default();
    let mut to_write = Vec::new();
    for (place, verdict) in verdicts.iter().enumerate() {
        writer.tell_steps("comparing with what is on record", place, verdicts.len());
        let of_code = match standing.entry(verdict.code) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let is_alone = rows_of.get(&verdict.code) == Some(&1);
                let block = is_alone.then_some(&*verdict.block);
                place.insert(change.verdicts(verdict.code, block).await?)
            }
        };
        let known = of_code.iter().find(|known| {
            known.block == verdict.block
                && known.valid_from == verdict.valid_from
                && known.rubric == verdict.rubric
        });
        let as_shown;
        let verdict = match known {
            Some(known) if known.note != verdict.note => {
                let note = notes::recorded(verdict.note.clone(), known.note.as_deref());
                as_shown = NewVerdict {
                    note,
                    ..verdict.clone()
                };
                &as_shown
            }
            _ => verdict,
        };
        let outcome = match known {
            None => WriteOutcome::New,
            Some(known) if verdict.says_the_same(known) => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        };
        if outcome == WriteOutcome::Changed {
            change.supersede_verdict(verdict).await?;
        }
        if outcome != WriteOutcome::Same {
            to_write.push(verdict.clone());
        }
        done.add(outcome, known, verdict);
    }
    writer.tell("writing");
    change.record_verdicts(&to_write).await?;
    let codes: HashSet<_> = to_write.iter().map(|verdict| verdict.code).collect();
    let count = to_write.len();
    let summary = match to_write.as_slice() {
        [first, ..] if codes.len() == 1 => SummaryMessage::VerdictsOf {
            count,
            code: first.code,
        },
        _ => SummaryMessage::VerdictsOfMany {
            count,
            municipalities: codes.len(),
        },
    };
    Ok((done, summary))
}

fn check(verdicts: &[NewVerdict], register: &Register, rubrics: &[Arc<Rubric>]) -> Vec<Refusal> {
    let mut checks = Checks::default();
    let mut seen = HashMap::new();
    for (row, verdict) in verdicts.iter().enumerate() {
        checks.written(Some(row), verdict);
        let mut refuse = |field, message: Message| checks.refuse_item(row, field, message);
        if let Err(error) = record_date(verdict.valid_from) {
            refuse("valid_from", error.into());
        } else if let Err(error) = register.get(verdict.code, verdict.valid_from) {
            refuse("municipality_code", error.into());
        }
        match rubrics.iter().find(|rubric| rubric.id == verdict.rubric) {
            None => {
                let rubric = verdict.rubric.to_string();
                refuse("rubric", RecordMessage::NoSuchRubric { rubric }.into());
            }
            Some(rubric) if rubric.find_block(&verdict.block).is_none() => {
                let rubric = rubric.id.to_string();
                let block = verdict.block.to_string();
                refuse(
                    "block",
                    RecordMessage::RubricNoBlock { rubric, block }.into(),
                );
            }
            Some(_) => {}
        }
        if let Err(error) = check_established(verdict.verdict, verdict.established) {
            refuse("established", error.into());
        }
        let key = (
            verdict.code,
            &verdict.block,
            verdict.valid_from,
            &verdict.rubric,
        );
        if let Some(before) = seen.insert(key, row) {
            let row = before + 1;
            refuse("block", RecordMessage::VerdictTwice { row }.into());
        }
    }
    checks.0
}
