//! Writing: one transaction, one revision.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::OwnedMutexGuard;

use super::change_log::ChangeIndex;
use crate::sql::dialect::{Tx, execute, fetch_all, fetch_one, rows};
use crate::sql::listen::notify;
use crate::sql::lock_timeout::in_time;
use crate::text::{instant_text, read_instant, read_number};
use crate::{Store, StoreError};
use domain::message::{Message, kept};
use domain::record::audit::AuditEvent;
use domain::vocabulary::AuditAction;

/// So many verdicts of one change leave what PostgreSQL knows of their number as
/// it is.
const FEW_VERDICTS: i64 = 1_000;

rows! {
    struct RevisionRow { revision: i64 }
    struct InstantRow { recorded_at: String }
}

/// An open change. Writers queue for it; dropped without [`Change::commit`],
/// it leaves the database as it was.
#[derive(Debug)]
pub struct Change {
    pub(crate) tx: Tx,
    pub(crate) revision: i64,
    recorded_at: Timestamp,
    pub(crate) recorded_by: String,
    pub(crate) action: AuditAction,
    pub(crate) verdicts_written: i64,
    pub(crate) notes: Vec<AuditEvent>,
    pub(crate) store: Store,
    _turn: OwnedMutexGuard<()>,
}

impl Store {
    /// Opens a change: takes the next revision, after every earlier writer is
    /// done. `now` is put after the instant of the last change, so that a
    /// clock that goes back never breaks the order.
    #[tracing::instrument(level = "debug", name = "begin a change", skip_all)]
    pub async fn begin(
        &self,
        recorded_by: &str,
        now: Timestamp,
        action: AuditAction,
    ) -> Result<Change, StoreError> {
        let (store, by) = (self.clone(), recorded_by.to_owned());
        in_time(async move { store.open(&by, now, action).await }).await
    }

    async fn open(
        &self,
        recorded_by: &str,
        now: Timestamp,
        action: AuditAction,
    ) -> Result<Change, StoreError> {
        let turn = Arc::clone(&self.queue).lock_owned().await;
        let mut tx = self.writing().await?;
        let row = fetch_one!(
            &mut tx,
            RevisionRow,
            "update server_state
             set revision = revision + 1
             where id = 1
             returning revision",
        )?;
        let revision = row.revision;
        let before = fetch_all!(
            &mut tx,
            InstantRow,
            "select recorded_at
             from change
             where revision = $1",
            revision - 1,
        )?;
        let mut recorded_at = now;
        if let Some(last) = before.first() {
            let last = read_instant("change", &last.recorded_at)?;
            recorded_at = recorded_at.max(
                last.saturating_add(SignedDuration::from_micros(1))
                    .unwrap_or(last),
            );
        }
        execute!(
            &mut tx,
            "insert into change (revision, recorded_at, recorded_by, action, summary)
             values ($1, $2, $3, $4, '')",
            revision,
            instant_text(recorded_at),
            recorded_by,
            action.code(),
        )?;
        Ok(Change {
            tx,
            revision,
            recorded_at,
            recorded_by: recorded_by.to_owned(),
            action,
            verdicts_written: 0,
            notes: Vec::new(),
            store: self.clone(),
            _turn: turn,
        })
    }
}

impl Change {
    /// The revision that this change makes.
    pub fn revision(&self) -> Result<u64, StoreError> {
        read_number("server_state", self.revision)
    }

    /// The instant that its records bear.
    #[must_use]
    pub fn recorded_at(&self) -> Timestamp {
        self.recorded_at
    }

    /// Has the audit trail tell of something beside the records, when this
    /// change is committed.
    pub fn note(&mut self, event: AuditEvent) {
        self.notes.push(event);
    }

    /// All changes on record, this one included.
    pub(crate) async fn ledger(&mut self) -> Result<ChangeIndex, StoreError> {
        let known = self.store.known_changes.get();
        ChangeIndex::read(&mut self.tx, &known).await
    }

    /// Remembers which edition of the public data this change brings.
    pub async fn record_public_edition(&mut self, edition: u32) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "insert into public_data_edition (revision, edition)
             values ($1, $2)",
            self.revision,
            i64::from(edition),
        )?;
        Ok(())
    }

    /// Makes it last, with its lines in the audit trail. The summary says to
    /// what the change was made.
    #[tracing::instrument(level = "debug", name = "commit a change", skip_all)]
    pub async fn commit(mut self, summary: &Message) -> Result<u64, StoreError> {
        let summary = kept(summary);
        execute!(
            &mut self.tx,
            "update change
             set summary = $2
             where revision = $1",
            self.revision,
            summary.as_str(),
        )?;
        self.audit(summary).await?;
        if self.verdicts_written > FEW_VERDICTS {
            analyze_verdicts(&mut self.tx).await?;
        }
        let revision = self.revision()?;
        notify(&mut self.tx).await?;
        self.tx.commit().await?;
        Ok(revision)
    }

    /// Leaves the database as it was, and waits until that is so.
    pub async fn roll_back(self) -> Result<(), StoreError> {
        match self.tx {
            Tx::Sqlite(tx) => tx.rollback().await?,
            Tx::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

/// Lets PostgreSQL count the verdicts anew. It does so by itself, some minute
/// later; until then it takes what is new for a third of all there are, and goes
/// through all of them after each change.
async fn analyze_verdicts(tx: &mut Tx) -> Result<(), StoreError> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("analyze verdict").execute(&mut **tx).await?;
    }
    Ok(())
}
