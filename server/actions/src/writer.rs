//! Who writes, by which clock, and how a change of theirs ends.

use std::fmt;

use jiff::civil::Date;

use super::{ActionError, Outcome, Rehearsal, WriteOutcome};
use domain::clock::Clock;
use domain::id::Id;
use domain::message::{FileMessage, Message};
use domain::record::batch::Batch;
use domain::vocabulary::AuditAction;
use store::{AccessChange, Change, RecordKind, Store, StoreError};

/// Is told how far a long piece of work has come.
pub trait Progress: fmt::Debug + Sync {
    /// So many steps of all are done of what is being done now; no steps at all
    /// when nobody can tell how many there are.
    fn tell(&self, what: &str, done: usize, all: usize);
}

/// Who changes what is on record, and by which clock.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'a> {
    pub(super) store: &'a Store,
    pub(super) by: &'a str,
    pub(super) clock: Clock,
    rehearsal: bool,
    progress: Option<&'a dyn Progress>,
    based_on: Option<u64>,
    collects: Option<&'a Rehearsal>,
    batch: Option<BatchCommit<'a>>,
}

/// A batch whose file is put on record.
#[derive(Debug, Clone, Copy)]
pub struct BatchCommit<'a> {
    /// Its id.
    pub id: &'a Id<Batch>,
    /// The revision against which its rows were looked at: on another nothing
    /// is written.
    pub looked_at_in: u64,
    /// The lines that it is committed without.
    pub left_out: &'a [u64],
}

impl<'a> Writer<'a> {
    /// A writer by the name of a user, a token, or `public data`.
    #[must_use]
    pub fn new(store: &'a Store, by: &'a str, clock: Clock) -> Self {
        Self {
            store,
            by,
            clock,
            rehearsal: false,
            progress: None,
            based_on: None,
            collects: None,
            batch: None,
        }
    }

    /// A writer that tells how far it has come.
    #[must_use]
    pub fn telling(self, progress: &'a dyn Progress) -> Self {
        Self {
            progress: Some(progress),
            ..self
        }
    }

    /// A writer whose change puts a batch on record: both or neither.
    #[must_use]
    pub fn of_batch(self, batch: BatchCommit<'a>) -> Self {
        Self {
            batch: Some(batch),
            ..self
        }
    }

    /// The store that it writes to.
    #[must_use]
    pub fn store(&self) -> &'a Store {
        self.store
    }

    /// Tells what is being done now.
    pub fn tell(&self, what: &str) {
        self.tell_steps(what, 0, 0);
    }

    /// Tells how far it has come in what is being done now.
    pub fn tell_steps(&self, what: &str, done: usize, all: usize) {
        if let Some(progress) = self.progress {
            progress.tell(what, done, all);
        }
    }

    /// A writer that goes through everything, checks of the database
    /// included, and takes it all back at the end.
    #[must_use]
    pub fn rehearsing(self) -> Self {
        Self {
            rehearsal: true,
            ..self
        }
    }

    /// A writer that goes by what was on record at a revision, and is refused
    /// where somebody wrote something else meanwhile.
    #[must_use]
    pub fn based_on(self, revision: Option<u64>) -> Self {
        Self {
            based_on: revision,
            ..self
        }
    }

    /// A writer that rehearses, and lets what would be on record be seen.
    #[must_use]
    pub fn collecting(self, rehearsal: &'a Rehearsal) -> Self {
        Self {
            collects: Some(rehearsal),
            ..self.rehearsing()
        }
    }

    /// Refuses when any record whose key begins so was changed after what the
    /// writer goes by.
    pub(super) async fn check_unchanged(
        &self,
        change: &mut Change,
        kind: RecordKind,
        keys: &[&[&str]],
    ) -> Result<(), ActionError> {
        let Some(revision) = self.based_on else {
            return Ok(());
        };
        let mut standing = Vec::new();
        for key in keys {
            standing.extend(change.changed_since(kind, key, revision).await?);
        }
        if standing.is_empty() {
            Ok(())
        } else {
            Err(ActionError::Stale(standing))
        }
    }

    /// The date of today.
    pub(super) fn today(&self) -> Date {
        self.clock.today()
    }

    pub(super) async fn begin(&self, action: AuditAction) -> Result<Change, StoreError> {
        self.store.begin(self.by, self.clock.now(), action).await
    }

    /// Puts the batch on record together with the change that its file makes.
    async fn close_batch(&self, change: &mut Change) -> Result<(), ActionError> {
        let Some(batch) = self.batch else {
            return Ok(());
        };
        if change.revision()? != batch.looked_at_in + 1 {
            return Err(ActionError::Moved);
        }
        if change.commit_batch(batch.id, batch.left_out).await? {
            return Ok(());
        }
        Err(ActionError::conflict(FileMessage::ImportTaken))
    }

    pub(super) async fn begin_access(&self) -> Result<AccessChange, StoreError> {
        self.store.begin_access(self.by, self.clock.now()).await
    }

    /// Commits when something was written and it is no rehearsal.
    pub(super) async fn finish(
        &self,
        mut change: Change,
        summary: impl Into<Message>,
        mut outcome: Outcome,
    ) -> Result<Outcome, ActionError> {
        if let Some(rehearsal) = self.collects {
            rehearsal.look(&mut change).await?;
        }
        if self.rehearsal || outcome.rows.iter().all(|row| *row == WriteOutcome::Same) {
            change.roll_back().await?;
        } else {
            self.close_batch(&mut change).await?;
            outcome.revision = Some(change.commit(&summary.into()).await?);
        }
        Ok(outcome)
    }
}
