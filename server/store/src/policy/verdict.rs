//! Verdicts: the largest table, so read by what is new.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::record::change_log::ChangeIndex;
use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{read_code, read_date, read_word, unreadable};
use crate::{Change, StoreError};
use domain::places::code::MunicipalityCode;
use domain::policy::rubric::Rubric;
use domain::policy::verdict::VerdictRecord;
use domain::policy::verdict_log::VerdictLog;
use domain::record::field_diff::{Field, Fields, verdict_fields};
use domain::record::text_fields::{HasTexts, Text, Texts, source_texts};
use domain::recorded::Recorded;
use domain::source::Source;
use domain::vocabulary::{Established, Verdict};

/// A verdict to be recorded. Municipality, block, rubric and date are its key:
/// one verdict stands for each.
#[derive(Debug, Clone, PartialEq)]
pub struct NewVerdict {
    /// The municipality, in the shape that it had on `valid_from`.
    pub code: MunicipalityCode,
    /// Id of the rubric to which the block belongs.
    pub rubric: Arc<str>,
    /// Id of the building block.
    pub block: Arc<str>,
    /// The answer.
    pub verdict: Verdict,
    /// The date from which it holds, until a later one.
    pub valid_from: Date,
    /// How it is known.
    pub established: Established,
    /// Where it was found.
    pub source: Source,
    /// A remark.
    pub note: Option<String>,
}

impl Fields for NewVerdict {
    fn fields(&self) -> Vec<Field> {
        verdict_fields(
            self.verdict,
            self.established,
            &self.source,
            self.note.as_ref(),
        )
    }
}

impl HasTexts for NewVerdict {
    fn texts(&self) -> Texts<'_> {
        let mut texts = source_texts(&self.source, "certainty");
        texts.extend(self.note.as_deref().map(|note| ("note", Text::Prose(note))));
        texts
    }
}

impl From<VerdictRecord> for NewVerdict {
    fn from(record: VerdictRecord) -> Self {
        Self {
            code: record.code,
            rubric: record.rubric,
            block: record.block,
            verdict: record.verdict,
            valid_from: record.valid_from,
            established: record.established,
            source: record.source,
            note: record.note,
        }
    }
}

impl NewVerdict {
    /// Its key, as the table has it.
    #[must_use]
    pub fn key(&self) -> [String; 4] {
        [
            self.code.to_string(),
            self.rubric.to_string(),
            self.block.to_string(),
            self.valid_from.to_string(),
        ]
    }

    /// Whether this is what the record says already.
    #[must_use]
    pub fn says_the_same(&self, record: &VerdictRecord) -> bool {
        self.verdict == record.verdict
            && self.established == record.established
            && self.source == record.source
            && self.note == record.note
    }
}

rows! {
    #[derive(Deserialize)]
    struct VerdictRow {
        recorded_in: i64, position: i64, code: String, rubric: String, block: String, verdict: String,
        valid_from: String, established: String,
        source_url: Option<String>, source_certainty: Option<String>, note: Option<String>,
        superseded_in: Option<i64>,
    }
    struct VerdictRows { rows: String }
}

/// The columns of [`VerdictRow`] of the verdicts that a change after `$1` wrote or
/// superseded, many in an array of JSON: a row by itself takes sqlx some ten
/// microseconds, and most are read when the program starts. The changes in order;
/// for an order by the column itself SQLite would read all verdicts there ever were.
macro_rules! verdicts_since {
    ($each:literal, $all:literal) => {
        concat!(
            "select cast(",
            $all,
            "(",
            $each,
            "(recorded_in, position, code, rubric, block, verdict, valid_from, established,
                 source_url, source_certainty, note, superseded_in)) as text) as rows
             from verdict
             where recorded_in > $1 or superseded_in > $1
             group by recorded_in + 0, position / 256
             order by recorded_in + 0, position / 256"
        )
    };
}
const SINCE_SQLITE: &str = verdicts_since!("json_array", "json_group_array");
const SINCE_POSTGRES: &str = verdicts_since!("json_build_array", "json_agg");

impl VerdictRows {
    /// The rows, as they were recorded.
    fn read(&self) -> Result<Vec<VerdictRow>, StoreError> {
        let rows = serde_json::from_str::<Vec<VerdictRow>>(&self.rows);
        let mut rows = rows.map_err(|error| unreadable("verdict", error))?;
        rows.sort_unstable_by_key(|row| row.position);
        Ok(rows)
    }
}

impl VerdictRow {
    /// The id is that of the change and the place in it.
    fn id(&self) -> String {
        format!("{}-{}", self.recorded_in, self.position)
    }

    fn into_record(self, words: &mut IdPool) -> Result<VerdictRecord, StoreError> {
        Ok(VerdictRecord {
            id: self.id(),
            code: read_code("verdict", &self.code)?,
            verdict: read_word("verdict", &self.verdict)?,
            valid_from: read_date("verdict", &self.valid_from)?,
            established: read_word("verdict", &self.established)?,
            source: Source {
                url: self.source_url,
                certainty: self.source_certainty,
            },
            note: self.note,
            rubric: words.share(self.rubric),
            block: words.share(self.block),
        })
    }
}

/// Ids of rubrics and blocks, each kept once.
struct IdPool(HashMap<String, Arc<str>>);

impl IdPool {
    fn of(rubrics: &[Arc<Rubric>]) -> Self {
        let blocks = rubrics
            .iter()
            .flat_map(|rubric| rubric.blocks.iter().map(|block| &block.id));
        let ids = rubrics.iter().map(|rubric| &rubric.id).chain(blocks);
        Self(ids.map(|id| (id.to_string(), Arc::clone(id))).collect())
    }

    fn share(&mut self, word: String) -> Arc<str> {
        if let Some(shared) = self.0.get(&word) {
            return Arc::clone(shared);
        }
        let shared: Arc<str> = word.as_str().into();
        self.0.insert(word, Arc::clone(&shared));
        shared
    }
}

/// What happened to the verdicts since a revision.
#[derive(Default)]
pub(crate) struct VerdictDelta {
    /// Records written since.
    added: Vec<Recorded<VerdictRecord>>,
    /// Records of before that were superseded since: when each was recorded,
    /// its id, and when it was superseded.
    superseded: Vec<(Timestamp, String, Timestamp)>,
}

impl VerdictDelta {
    /// Adds them to the records of before.
    pub(crate) fn add_to(self, verdicts: &mut VerdictLog) {
        for (recorded_at, id, superseded_at) in self.superseded {
            verdicts.supersede(recorded_at, &id, superseded_at);
        }
        if verdicts.is_empty() {
            *verdicts = self.added.into_iter().collect();
        } else {
            for verdict in self.added {
                verdicts.push(verdict);
            }
        }
    }
}

pub(crate) async fn since(
    tx: &mut Tx,
    revision: i64,
    ledger: &ChangeIndex,
    rubrics: &[Arc<Rubric>],
) -> Result<VerdictDelta, StoreError> {
    let sql = match tx {
        Tx::Sqlite(_) => SINCE_SQLITE,
        Tx::Postgres(_) => SINCE_POSTGRES,
    };
    let parts = fetch_all!(tx, VerdictRows, sql, revision)?;
    let mut words = IdPool::of(rubrics);
    let mut news = VerdictDelta::default();
    for part in parts {
        for row in part.read()? {
            let (recorded_in, superseded_in) = (row.recorded_in, row.superseded_in);
            match superseded_in {
                Some(end) if recorded_in <= revision => {
                    news.superseded.push((
                        ledger.instant(recorded_in)?,
                        row.id(),
                        ledger.instant(end)?,
                    ));
                }
                _ => {
                    let record = row.into_record(&mut words)?;
                    news.added
                        .push(ledger.recorded(record, recorded_in, superseded_in)?);
                }
            }
        }
    }
    Ok(news)
}

impl Change {
    /// The standing verdicts of one municipality: on one building block, or on all.
    pub async fn verdicts(
        &mut self,
        code: MunicipalityCode,
        block: Option<&str>,
    ) -> Result<Vec<VerdictRecord>, StoreError> {
        let rows = fetch_all!(
            &mut self.tx,
            VerdictRow,
            "select recorded_in, position, code, rubric, block, verdict, valid_from, established,
                 source_url, source_certainty, note, superseded_in
             from verdict
             where code = $1 and ($2 is null or block = $2) and superseded_in is null
             order by recorded_in, position",
            code.to_string(),
            block.map(str::to_owned),
        )?;
        let mut words = IdPool::of(&[]);
        rows.into_iter()
            .map(|row| row.into_record(&mut words))
            .collect()
    }

    /// Withdraws the standing verdict of the same key, for a better one.
    pub async fn supersede_verdict(&mut self, verdict: &NewVerdict) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update verdict
             set superseded_in = $1
             where code = $2
                 and block = $3
                 and valid_from = $4
                 and rubric = $5
                 and superseded_in is null",
            self.revision,
            verdict.code.to_string(),
            verdict.block.to_string(),
            verdict.valid_from.to_string(),
            verdict.rubric.to_string(),
        )?;
        Ok(())
    }

    /// Records verdicts; none of their keys may stand already.
    pub async fn record_verdicts(&mut self, verdicts: &[NewVerdict]) -> Result<(), StoreError> {
        let revision = self.revision;
        let numbered: Vec<_> = (self.verdicts_written..).zip(verdicts).collect();
        insert_all!(
            &mut self.tx,
            "insert into verdict
                 (recorded_in, position, code, rubric, block, verdict, valid_from, established,
                 source_url, source_certainty, note)",
            numbered,
            |entry| [
                revision,
                entry.0,
                entry.1.code.to_string(),
                entry.1.rubric.to_string(),
                entry.1.block.to_string(),
                entry.1.verdict.code(),
                entry.1.valid_from.to_string(),
                entry.1.established.code(),
                entry.1.source.url.clone(),
                entry.1.source.certainty.clone(),
                entry.1.note.clone()
            ]
        )?;
        self.verdicts_written += i64::try_from(verdicts.len()).unwrap_or(i64::MAX);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{AssertSqlSafe, Row};

    use super::*;
    use crate::{Database, Store};

    #[tokio::test]
    async fn what_is_new_is_found_without_going_through_all_verdicts() {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite://{}/plan.db", folder.path().display());
        let store = Store::connect(&address).await.unwrap();
        let Database::Sqlite(pool) = store.database() else {
            panic!("it is a file");
        };
        let plan = sqlx::query(AssertSqlSafe(format!("explain query plan {SINCE_SQLITE}")));
        let steps = plan.bind(1).fetch_all(pool).await.unwrap();
        let steps: Vec<String> = steps.iter().map(|step| step.get("detail")).collect();
        assert!(
            steps.iter().any(|step| step.starts_with("SEARCH verdict")),
            "{steps:?}"
        );
        assert!(
            !steps.iter().any(|step| step.starts_with("SCAN verdict")),
            "{steps:?}"
        );
    }
}
