//! The table `change`: instants and authors of everything on record.

use std::sync::Arc;

use jiff::Timestamp;
use parking_lot::Mutex;
use rpds::VectorSync;

use crate::StoreError;
use crate::sql::dialect::{Tx, fetch_all, fetch_one, rows};
use crate::text::{read_instant, read_number, unreadable};
use domain::facts::ChangeRecord;
use domain::recorded::Recorded;
use domain::vocabulary::AuditAction;

rows! {
    struct ChangeRow {
        revision: i64, recorded_at: String, recorded_by: String, action: String, summary: String,
        undoes: Option<i64>, edition: Option<i64>,
    }
    struct RevisionRow { revision: i64 }
}

/// All changes on record, for putting both instants to a record.
pub(crate) struct ChangeIndex(pub(crate) VectorSync<ChangeRecord>);

/// How many changes back an author is looked for, so that a name is kept once.
const AUTHORS_LOOKED_AT: usize = 16;

/// The committed changes that were read last: the others need not be read again.
#[derive(Debug, Default)]
pub(crate) struct ChangeCache(Mutex<VectorSync<ChangeRecord>>);

impl ChangeCache {
    pub(crate) fn get(&self) -> VectorSync<ChangeRecord> {
        self.lock().clone()
    }

    /// Keeps what was read outside a change: what a change itself wrote may be
    /// rolled back, and its revision be taken by another.
    pub(crate) fn keep(&self, changes: &VectorSync<ChangeRecord>) {
        let mut known = self.lock();
        if known.len() < changes.len() {
            known.clone_from(changes);
        }
    }

    fn lock(&self) -> parking_lot::MutexGuard<'_, VectorSync<ChangeRecord>> {
        self.0.lock()
    }
}

impl ChangeIndex {
    /// Reads the changes after those that are known.
    pub(crate) async fn read(
        tx: &mut Tx,
        known: &VectorSync<ChangeRecord>,
    ) -> Result<Self, StoreError> {
        let since = known.last().map_or(0, |last| last.revision);
        let rows = fetch_all!(
            tx,
            ChangeRow,
            "select it.revision, recorded_at, recorded_by, action, summary, undoes, edition
             from change it
             left join public_data_edition brought on brought.revision = it.revision
             where it.revision > $1
             order by it.revision",
            i64::try_from(since).unwrap_or(i64::MAX),
        )?;
        let mut changes = known.clone();
        for row in rows {
            // Who writes often writes several in a row.
            let recorded_by = changes
                .iter()
                .rev()
                .take(AUTHORS_LOOKED_AT)
                .find(|change| *change.recorded_by == *row.recorded_by)
                .map_or_else(
                    || row.recorded_by.as_str().into(),
                    |change| Arc::clone(&change.recorded_by),
                );
            // What was loaded before editions were counted is the first.
            let first = (row.action == AuditAction::LoadPublicData.code()).then_some(1);
            let edition = row.edition.or(first);
            changes.push_back_mut(ChangeRecord {
                public_edition: edition
                    .map(|edition| read_number("public_data_edition", edition))
                    .transpose()?,
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
    pub(crate) fn recorded<T>(
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
    pub(crate) fn instant(&self, revision: i64) -> Result<Timestamp, StoreError> {
        self.find(revision).map(|change| change.recorded_at)
    }

    /// Revisions count from 1 without gaps, so the place is the revision.
    pub(crate) fn find(&self, revision: i64) -> Result<&ChangeRecord, StoreError> {
        usize::try_from(revision)
            .ok()
            .and_then(|revision| self.0.get(revision.checked_sub(1)?))
            .filter(|change| i64::try_from(change.revision) == Ok(revision))
            .ok_or_else(|| unreadable("change", format!("no revision {revision}")))
    }
}

/// The facts of the records that stand.
pub(crate) fn standing<T>(records: Vec<Recorded<T>>) -> Vec<T> {
    records
        .into_iter()
        .filter(|record| record.superseded_at.is_none())
        .map(|record| record.fact)
        .collect()
}

pub(crate) async fn revision(tx: &mut Tx) -> Result<i64, StoreError> {
    let row = fetch_one!(
        tx,
        RevisionRow,
        "select revision from server_state where id = 1"
    )?;
    Ok(row.revision)
}
