//! The table `change`: instants and authors of everything on record.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::StoreError;
use super::sql::{Tx, fetch_all, fetch_one, rows};
use super::text::{read_instant, read_number, unreadable};
use crate::domain::facts::{ChangeRecord, Recorded};

rows! {
    struct ChangeRow {
        revision: i64, recorded_at: String, recorded_by: String, action: String, summary: String,
        undoes: Option<i64>,
    }
    struct RevisionRow { revision: i64 }
}

/// All changes on record, for putting both instants to a record.
pub(super) struct Ledger(pub(super) Vec<ChangeRecord>);

impl Ledger {
    /// Reads the changes after those that are known.
    pub(super) async fn read(tx: &mut Tx, known: &[ChangeRecord]) -> Result<Self, StoreError> {
        let since = known.last().map_or(0, |last| last.revision);
        let rows = fetch_all!(
            tx,
            ChangeRow,
            "select revision, recorded_at, recorded_by, action, summary, undoes
             from change
             where revision > $1
             order by revision",
            i64::try_from(since).unwrap_or(i64::MAX),
        )?;
        let mut authors: HashSet<Arc<str>> = known
            .iter()
            .map(|change| Arc::clone(&change.recorded_by))
            .collect();
        let mut changes = known.to_vec();
        changes.reserve(rows.len());
        for row in rows {
            let recorded_by = authors
                .get(row.recorded_by.as_str())
                .cloned()
                .unwrap_or_else(|| {
                    let author: Arc<str> = row.recorded_by.into();
                    authors.insert(Arc::clone(&author));
                    author
                });
            changes.push(ChangeRecord {
                revision: read_number("change", row.revision)?,
                recorded_at: read_instant("change", &row.recorded_at)?,
                recorded_by,
                action: row.action,
                summary: row.summary,
                undoes: row
                    .undoes
                    .map(|undone| read_number("change", undone))
                    .transpose()?,
            });
        }
        Ok(Self(changes))
    }

    /// A record with the instants of the changes that wrote and superseded it.
    pub(super) fn recorded<T>(
        &self,
        fact: T,
        recorded_in: i64,
        superseded_in: Option<i64>,
    ) -> Result<Recorded<T>, StoreError> {
        let written = self.find(recorded_in)?;
        Ok(Recorded {
            fact,
            recorded_at: written.recorded_at,
            recorded_by: Arc::clone(&written.recorded_by),
            superseded_at: superseded_in
                .map(|revision| self.instant(revision))
                .transpose()?,
        })
    }

    /// The instant of a revision.
    pub(super) fn instant(&self, revision: i64) -> Result<Timestamp, StoreError> {
        self.find(revision).map(|change| change.recorded_at)
    }

    /// Revisions count from 1 without gaps, so the place is the revision.
    pub(super) fn find(&self, revision: i64) -> Result<&ChangeRecord, StoreError> {
        usize::try_from(revision)
            .ok()
            .and_then(|revision| self.0.get(revision.checked_sub(1)?))
            .filter(|change| i64::try_from(change.revision) == Ok(revision))
            .ok_or_else(|| unreadable("change", format!("no revision {revision}")))
    }
}

/// The facts of the records that stand.
pub(super) fn standing<T>(records: Vec<Recorded<T>>) -> Vec<T> {
    records
        .into_iter()
        .filter(|record| record.superseded_at.is_none())
        .map(|record| record.fact)
        .collect()
}

pub(super) async fn revision(tx: &mut Tx) -> Result<i64, StoreError> {
    let row = fetch_one!(
        tx,
        RevisionRow,
        "select revision from server_state where id = 1"
    )?;
    Ok(row.revision)
}
