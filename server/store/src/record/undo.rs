//! Taking a change back: by another change, since nothing is deleted.

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;

use super::versions::{RecordKind, TABLES, Version, VersionedTable, touched_groups};
use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::read_number;
use crate::{Change, StoreError};

/// Keys in one statement: with the widest key, half of the parameters that both
/// databases take. Many, since each statement goes through all rows of a change.
const KEYS_A_STATEMENT: usize = 4_000;

rows! {
    struct ChangeRow { action: String, recorded_by: String, undoes: Option<i64>, undone: Option<i64> }
}

/// A change that is on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedChange {
    /// What was done.
    pub action: String,
    /// By whom.
    pub by: String,
    /// The change that it took back.
    pub undoes: Option<u64>,
    /// The revision of the change that took it back.
    pub undone: Option<u64>,
}

/// What came of taking a change back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoReport {
    /// The records that it withdrew.
    pub withdrawn: usize,
    /// The records that stand again as they stood before.
    pub restored: usize,
    /// The records that were changed since, and stay as they are: the table
    /// and the key, such as `verdict GM0344 kader-voorlopig-1 focal-point
    /// 2024-01-01`.
    pub kept: Vec<String>,
}

impl Change {
    /// The change of a revision before this one.
    pub async fn find_change(
        &mut self,
        revision: u64,
    ) -> Result<Option<RecordedChange>, StoreError> {
        let rows = fetch_all!(
            &mut self.tx,
            ChangeRow,
            "select it.action, it.recorded_by, it.undoes, later.revision as undone
             from change it
             left join change later on later.undoes = it.revision
             where it.revision = $1 and it.revision < $2",
            i64::try_from(revision).unwrap_or(i64::MAX),
            self.revision,
        )?;
        let number = |revision: Option<i64>| {
            let number = revision.map(|revision| read_number("change", revision));
            number.transpose()
        };
        let row = rows.into_iter().next();
        row.map(|row| {
            Ok(RecordedChange {
                action: row.action,
                by: row.recorded_by,
                undoes: number(row.undoes)?,
                undone: number(row.undone)?,
            })
        })
        .transpose()
    }

    /// Withdraws what a change wrote and restores what it withdrew, wherever
    /// what it left still stands as it left it. Records that were changed since
    /// stay as they are and are told. Tokens are no part of this.
    pub async fn undo(&mut self, revision: u64) -> Result<UndoReport, StoreError> {
        let revision = i64::try_from(revision).unwrap_or(i64::MAX);
        let mut undone = UndoReport::default();
        execute!(
            &mut self.tx,
            "update change
             set undoes = $2
             where revision = $1",
            self.revision,
            revision,
        )?;
        let tables = TABLES.iter();
        for table in tables.filter(|table| table.kind != RecordKind::Token) {
            let versions = touched_groups(&mut self.tx, table, revision).await?;
            let mut groups: BTreeMap<Vec<String>, Vec<Version>> = BTreeMap::new();
            for version in versions {
                let group = version.key[..table.group].to_vec();
                groups.entry(group).or_default().push(version);
            }
            let mut steps = UndoSteps::default();
            for versions in groups.values() {
                steps.add(table, versions, revision, self.revision);
            }
            self.withdraw_versions(table, &steps.withdrawn).await?;
            steps.restored.sort_by_key(|version| version.recorded_in);
            let same = |one: &&Version, next: &&Version| one.recorded_in == next.recorded_in;
            for versions in steps.restored.chunk_by(same) {
                self.copy(table, versions).await?;
            }
            undone.withdrawn += steps.withdrawn.len();
            undone.restored += steps.restored.len();
            undone.kept.extend(steps.kept);
        }
        // A version of the rubric that is taken back does not come back: an id
        // is never given again.
        let rubrics = execute!(
            &mut self.tx,
            "update rubric
             set superseded_in = $1
             where recorded_in = $2 and superseded_in is null",
            self.revision,
            revision,
        )?;
        undone.withdrawn += usize::try_from(rubrics).unwrap_or_default();
        Ok(undone)
    }

    /// Withdraws the record with this key, for which nothing comes in its place.
    pub async fn withdraw(&mut self, kind: RecordKind, key: &[String]) -> Result<(), StoreError> {
        self.withdraw_versions(kind.table(), &[key]).await
    }

    async fn withdraw_versions(
        &mut self,
        table: &VersionedTable,
        keys: &[&[String]],
    ) -> Result<(), StoreError> {
        let equals = table.key.iter().enumerate();
        let equals = equals.map(|(place, column)| format!("{column} = asked.column{}", place + 1));
        let equals = equals.collect::<Vec<_>>().join(" and ");
        for keys in keys.chunks(KEYS_A_STATEMENT) {
            // Joined, each key is looked up; asked for by `in`, SQLite goes
            // through all that stand.
            let sql = format!(
                "update {}
                 set superseded_in = $1
                 from ({}) as asked
                 where {equals} and superseded_in is null",
                table.name,
                values(table.key.len(), keys.len(), 2),
            );
            self.run(sql, &[self.revision], keys).await?;
        }
        Ok(())
    }

    /// Writes versions of one revision once more, with the lists beside them.
    async fn copy(
        &mut self,
        table: &VersionedTable,
        versions: &[&Version],
    ) -> Result<(), StoreError> {
        let (name, columns) = (table.name, table.columns().collect::<Vec<_>>().join(", "));
        for versions in versions.chunks(KEYS_A_STATEMENT) {
            let keys: Vec<_> = versions.iter().map(|version| &*version.key).collect();
            let numbers = [
                self.revision,
                versions[0].recorded_in,
                self.verdicts_written,
            ];
            // A verdict has a place in its change.
            let (position, place, first) = match table.kind {
                RecordKind::Verdict => (
                    ", position",
                    ", $3 - 1 + row_number() over (order by position)",
                    4,
                ),
                _ => ("", "", 3),
            };
            let (key, asked) = (
                table.key.join(", "),
                values(table.key.len(), keys.len(), first),
            );
            let sql = format!(
                "insert into {name} ({columns}{position}, recorded_in)
                 select {columns}{place}, $1
                 from {name}
                 where recorded_in = $2 and ({key}) in ({asked})"
            );
            self.run(sql, &numbers[..first - 1], &keys).await?;
            if table.kind == RecordKind::Verdict {
                self.verdicts_written += i64::try_from(keys.len()).unwrap_or(i64::MAX);
            }
            for part in table.parts {
                let (name, owner, columns) = (part.name, part.owner, part.values.join(", "));
                let asked = values(1, keys.len(), 3);
                let sql = format!(
                    "insert into {name} ({owner}, {columns}, recorded_in)
                     select {owner}, {columns}, $1
                     from {name}
                     where recorded_in = $2 and {owner} in ({asked})"
                );
                let owners: Vec<_> = keys.iter().map(|key| &key[..1]).collect();
                self.run(sql, &numbers[..2], &owners).await?;
            }
        }
        Ok(())
    }

    async fn run(
        &mut self,
        sql: String,
        numbers: &[i64],
        keys: &[&[String]],
    ) -> Result<(), StoreError> {
        macro_rules! run {
            ($tx:expr) => {{
                let mut query = sqlx::query(AssertSqlSafe(sql));
                for number in numbers {
                    query = query.bind(*number);
                }
                for value in keys.iter().copied().flatten() {
                    query = query.bind(value.as_str());
                }
                query.execute(&mut **$tx).await?;
            }};
        }
        match &mut self.tx {
            Tx::Sqlite(tx) => run!(tx),
            Tx::Postgres(tx) => run!(tx),
        }
        Ok(())
    }
}

/// What taking back a change does with the records of a table.
#[derive(Debug, Default)]
struct UndoSteps<'a> {
    /// The keys of versions that end.
    withdrawn: Vec<&'a [String]>,
    /// Versions that are written once more.
    restored: Vec<&'a Version>,
    /// Records that were changed since.
    kept: Vec<String>,
}

impl<'a> UndoSteps<'a> {
    /// Adds what is done with records that hang together: all of their versions
    /// are given, the change that is taken back and the one that does it.
    fn add(&mut self, table: &VersionedTable, versions: &'a [Version], undone: i64, this: i64) {
        let at = |revision| {
            let versions = versions.iter();
            versions
                .filter(|version| version.stood_after(revision))
                .collect::<Vec<_>>()
        };
        let (before, after, now) = (at(undone - 1), at(undone), at(this));
        if !say_the_same(&after, &now) {
            // Who undid it meanwhile has it as it was: nothing is lost.
            if !say_the_same(&before, &now) {
                let touched = versions.iter().filter(|version| {
                    version.recorded_in == undone || version.superseded_in == Some(undone)
                });
                let mut kept: Vec<_> = touched.map(|version| subject(table, version)).collect();
                kept.dedup();
                self.kept.extend(kept);
            }
            return;
        }
        let ends = now.iter().filter(|version| !holds(&before, version));
        self.withdrawn.extend(ends.map(|version| &*version.key));
        let returns = before.iter().filter(|version| !holds(&now, version));
        self.restored.extend(returns);
    }
}

/// `values ($2, $3), ($4, $5)`: so many keys of so many columns, whose
/// parameters begin at a number.
fn values(columns: usize, keys: usize, first: usize) -> String {
    let parameters = (first..).take(keys * columns);
    let parameters: Vec<_> = parameters.map(|number| format!("${number}")).collect();
    let keys = parameters.chunks(columns);
    let keys: Vec<_> = keys.map(|key| format!("({})", key.join(", "))).collect();
    format!("values {}", keys.join(", "))
}

/// A record by its table and its key.
pub(crate) fn subject(table: &VersionedTable, version: &Version) -> String {
    format!("{} {}", table.name, version.key.join(" "))
}

fn holds(versions: &[&Version], one: &Version) -> bool {
    versions.iter().any(|version| version.says_the_same(one))
}

fn say_the_same(one: &[&Version], other: &[&Version]) -> bool {
    one.len() == other.len() && one.iter().all(|version| holds(other, version))
}
