//! Taking a change back: by another change, since nothing is deleted.

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;

use super::versions::{RecordKind, TABLES, Version, VersionedTable, touched_groups};
use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::read_number;
use crate::{Change, StoreError};

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
            for versions in groups.values() {
                self.undo_group(table, versions, revision, &mut undone)
                    .await?;
            }
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

    async fn undo_group(
        &mut self,
        table: &VersionedTable,
        versions: &[Version],
        revision: i64,
        undone: &mut UndoReport,
    ) -> Result<(), StoreError> {
        let at = |revision| {
            let versions = versions.iter();
            versions
                .filter(|version| version.stood_after(revision))
                .collect::<Vec<_>>()
        };
        let (before, after, now) = (at(revision - 1), at(revision), at(self.revision));
        if !say_the_same(&after, &now) {
            // Who undid it meanwhile has it as it was: nothing is lost.
            if !say_the_same(&before, &now) {
                let touched = versions.iter().filter(|version| {
                    version.recorded_in == revision || version.superseded_in == Some(revision)
                });
                let mut kept: Vec<_> = touched.map(|version| subject(table, version)).collect();
                kept.dedup();
                undone.kept.extend(kept);
            }
            return Ok(());
        }
        for version in now.iter().filter(|version| !holds(&before, version)) {
            self.withdraw_version(table, &version.key).await?;
            undone.withdrawn += 1;
        }
        for version in before.iter().filter(|version| !holds(&now, version)) {
            self.copy(table, version).await?;
            undone.restored += 1;
        }
        Ok(())
    }

    /// Withdraws the record with this key, for which nothing comes in its place.
    pub async fn withdraw(&mut self, kind: RecordKind, key: &[String]) -> Result<(), StoreError> {
        self.withdraw_version(kind.table(), key).await
    }

    async fn withdraw_version(
        &mut self,
        table: &VersionedTable,
        key: &[String],
    ) -> Result<(), StoreError> {
        let sql = format!(
            "update {}
             set superseded_in = $1
             where {} and superseded_in is null",
            table.name,
            is_record(table, 2),
        );
        self.run(sql, &[self.revision], key).await
    }

    /// Writes a version once more, with the lists beside it.
    async fn copy(&mut self, table: &VersionedTable, version: &Version) -> Result<(), StoreError> {
        let (name, columns) = (table.name, table.columns().collect::<Vec<_>>().join(", "));
        // A verdict has a place in its change.
        let (position, place, first) = match table.kind {
            RecordKind::Verdict => (", position", ", $3", 4),
            _ => ("", "", 3),
        };
        let record = is_record(table, first);
        let sql = format!(
            "insert into {name} ({columns}{position}, recorded_in)
             select {columns}{place}, $1
             from {name}
             where {record} and recorded_in = $2"
        );
        let numbers = [self.revision, version.recorded_in, self.verdicts_written];
        self.run(sql, &numbers[..first - 1], &version.key).await?;
        if table.kind == RecordKind::Verdict {
            self.verdicts_written += 1;
        }
        for part in table.parts {
            let (name, owner, columns) = (part.name, part.owner, part.values.join(", "));
            let sql = format!(
                "insert into {name} ({owner}, {columns}, recorded_in)
                 select {owner}, {columns}, $1
                 from {name}
                 where recorded_in = $2 and {owner} = $3"
            );
            let numbers = [self.revision, version.recorded_in];
            self.run(sql, &numbers, &version.key[..1]).await?;
        }
        Ok(())
    }

    async fn run(
        &mut self,
        sql: String,
        numbers: &[i64],
        key: &[String],
    ) -> Result<(), StoreError> {
        macro_rules! run {
            ($tx:expr) => {{
                let mut query = sqlx::query(AssertSqlSafe(sql));
                for number in numbers {
                    query = query.bind(*number);
                }
                for value in key {
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

/// `code = $2 and block = $3`, for the key of a table.
fn is_record(table: &VersionedTable, first: usize) -> String {
    let columns = table.key.iter().enumerate();
    let equals = columns.map(|(place, column)| format!("{column} = ${}", first + place));
    equals.collect::<Vec<_>>().join(" and ")
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
