//! Where files are handed in: looked through, repaired, committed, undone.
//!
//! Reading a file takes as long as it takes, so it is done on a thread where
//! that stops nobody else.

mod rows;

use std::sync::Arc;

use clap::ValueEnum as _;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::batch_notices::shared;
use super::read::foreign_rows::named;
use super::{
    CellRepair, ImportError, ImportFile, ImportKind, ImportRequest, ImportScope, Report, import,
    preview,
};
use actions::{
    ActionError, BatchCommit, Progress, Refusal, Writer, close_batch, keep_batch, keep_look,
    keep_rows, new_id, undo_change,
};
use domain::clock::Clock;
use domain::id::Id;
use domain::message::{CellMessage, FileMessage};
use domain::plain_text::{Line, Prose};
use domain::record::batch::{Batch, BatchRow, RowRepair};
use domain::vocabulary::ImportState;
use rows::{batch_rows, changed_lines, check_left_out, columns, settled};
use store::{RowQuery, Store};

/// The most repairs of one batch.
const MOST_REPAIRS: usize = 20_000;
/// How many files are read at once, and with them how much memory they take.
const MOST_READ_AT_ONCE: usize = 2;
static READING: Semaphore = Semaphore::const_new(MOST_READ_AT_ONCE);
/// How often a commit is tried anew when others write in between.
const TRIES: usize = 5;

/// Where somebody hands in files.
#[derive(Debug, Clone)]
pub struct ImportService {
    store: Store,
    by: Arc<str>,
    clock: Clock,
    scope: Arc<dyn ImportScope>,
    progress: Option<Arc<dyn Progress + Send>>,
}

impl ImportService {
    /// The service for somebody, with the rows that they may import.
    #[must_use]
    pub fn new(store: &Store, by: &str, clock: Clock, scope: Arc<dyn ImportScope>) -> Self {
        Self {
            store: store.clone(),
            by: by.into(),
            clock,
            scope,
            progress: None,
        }
    }

    /// A service that tells how far it has come.
    #[must_use]
    pub fn telling(self, progress: Arc<dyn Progress + Send>) -> Self {
        Self {
            progress: Some(progress),
            ..self
        }
    }

    fn writer(&self) -> Writer<'_> {
        let writer = Writer::new(&self.store, &self.by, self.clock);
        match &self.progress {
            Some(progress) => writer.telling(&**progress),
            None => writer,
        }
    }

    /// Takes a file in and tells what would become of its rows.
    #[tracing::instrument(level = "debug", name = "look through a file", skip_all)]
    pub async fn hand_in(self, request: ImportRequest) -> Result<Batch, ActionError> {
        let work = async move {
            if let Some(layer) = &request.layer {
                Line::new(layer).map_err(|what| ActionError::refused("layer", what))?;
            }
            let request = ImportRequest {
                scope: Arc::clone(&self.scope),
                ..request
            };
            let looked_at_in = self.store.revision().await?;
            let report = preview(&self.writer(), &request).await?;
            self.keep(&request, &report, looked_at_in).await
        };
        Box::pin(apart(work)).await
    }

    /// Keeps a file with what was seen of its rows at a revision.
    pub async fn keep(
        &self,
        request: &ImportRequest,
        report: &Report,
        looked_at_in: u64,
    ) -> Result<Batch, ActionError> {
        let now = self.clock.now();
        let name = request.kind.to_possible_value();
        let rows = batch_rows(report);
        let batch = Batch {
            id: new_id(now)?.to_string().into(),
            file: request.file.name.clone(),
            kind: name.map_or_else(String::new, |name| name.get_name().to_owned()),
            date: request.date,
            layer: request.layer.clone(),
            state: ImportState::Preview,
            created_at: now,
            created_by: self.by.to_string(),
            looked_at_in,
            committed_in: None,
            columns: columns(report),
            notices: report
                .of_whole()
                .chain(shared(&rows, self.clock.today()))
                .collect(),
            kept: Vec::new(),
        };
        keep_batch(&self.writer(), &batch, &rows, &request.file.bytes).await?;
        Ok(batch)
    }

    /// Puts better values in cells and looks again.
    pub async fn repair(self, batch: Batch, better: Vec<RowRepair>) -> Result<Batch, ActionError> {
        let work = async move {
            let (mut request, mut repairs) = self.request(&batch).await?;
            for repair in better {
                check_repair(&repair)?;
                repairs.retain(|known| (known.line, &known.field) != (repair.line, &repair.field));
                repairs.push(repair);
            }
            if repairs.len() > MOST_REPAIRS {
                let most = MOST_REPAIRS;
                let many = FileMessage::TooManyRepairs { most };
                return Err(ActionError::refused("repairs", many));
            }
            request.repairs = plain(&repairs);
            self.look(batch, &request, &repairs)
                .await
                .map(|(batch, _)| batch)
        };
        Box::pin(apart(work)).await
    }

    /// Puts a batch on record, without the lines that are left out: as it was
    /// looked at, or not.
    #[tracing::instrument(level = "debug", name = "commit an import", skip_all)]
    pub async fn commit(self, batch: Batch, left_out: Vec<u64>) -> Result<Batch, ActionError> {
        let work = async move {
            for _ in 0..TRIES {
                match self.try_commit(&batch, &left_out).await {
                    Err(ActionError::Moved) => {}
                    done => return done,
                }
            }
            Err(ActionError::Moved)
        };
        Box::pin(apart(work)).await
    }

    async fn try_commit(&self, batch: &Batch, left_out: &[u64]) -> Result<Batch, ActionError> {
        let (mut request, repairs) = self.request(batch).await?;
        let known = self
            .store
            .batch_rows(&batch.id, RowQuery::default())
            .await?;
        check_left_out(&known, left_out)?;
        let now = self.store.revision().await?;
        if now != batch.looked_at_in {
            let (_, rows) = self.look(batch.clone(), &request, &repairs).await?;
            let changed = changed_lines(&known, &rows);
            if !changed.is_empty() {
                let outdated = FileMessage::ImportOutdated {
                    count: changed.len(),
                    lines: named(&changed),
                };
                return Err(ActionError::conflict(outdated));
            }
        }
        request.left_out = left_out.to_vec();
        let from = BatchCommit {
            id: &batch.id,
            looked_at_in: now,
            left_out,
        };
        let done = import(&self.writer().of_batch(from), &request).await;
        let report = done.map_err(unrepaired)?;
        if report.outcome.revision.is_none() {
            close_batch(&self.writer(), batch, ImportState::Committed, &[]).await?;
        }
        keep_rows(
            &self.writer(),
            &batch.id,
            &settled(known, &report, left_out),
        )
        .await?;
        self.get(&batch.id).await
    }

    /// Gives a batch up that is not on record.
    pub async fn discard(&self, batch: &Batch) -> Result<Batch, ActionError> {
        in_state(batch, ImportState::Preview)?;
        close_batch(&self.writer(), batch, ImportState::Discarded, &[]).await?;
        self.get(&batch.id).await
    }

    /// Withdraws what a batch put on record. What was changed since stays as it
    /// is, and is told.
    pub async fn undo(&self, batch: &Batch) -> Result<Batch, ActionError> {
        in_state(batch, ImportState::Committed)?;
        let kept = match batch.committed_in {
            Some(revision) => {
                let (undone, _) = undo_change(&self.writer(), revision, |_, _| true).await?;
                undone.kept
            }
            None => Vec::new(),
        };
        close_batch(&self.writer(), batch, ImportState::Undone, &kept).await?;
        self.get(&batch.id).await
    }

    /// A batch; one that is gone is an error.
    pub async fn get(&self, id: &Id<Batch>) -> Result<Batch, ActionError> {
        let found = self.store.find_batch(id).await?;
        found.ok_or_else(|| ActionError::unknown("import", id))
    }

    /// What was handed in, as it was repaired.
    async fn request(&self, batch: &Batch) -> Result<(ImportRequest, Vec<RowRepair>), ActionError> {
        in_state(batch, ImportState::Preview)?;
        let kind = ImportKind::from_str(&batch.kind, true).ok();
        let file = self.store.batch_file(&batch.id).await?;
        let Some((kind, (content, repairs))) = kind.zip(file) else {
            return Err(ActionError::unknown("import", &batch.id));
        };
        let request = ImportRequest {
            date: batch.date,
            layer: batch.layer.clone(),
            repairs: plain(&repairs),
            scope: Arc::clone(&self.scope),
            ..ImportRequest::new(kind, ImportFile::new(&batch.file, content))
        };
        Ok((request, repairs))
    }

    /// Looks at a batch and keeps what is seen.
    async fn look(
        &self,
        batch: Batch,
        request: &ImportRequest,
        repairs: &[RowRepair],
    ) -> Result<(Batch, Vec<BatchRow>), ActionError> {
        let looked_at_in = self.store.revision().await?;
        let report = preview(&self.writer(), request).await?;
        let rows = batch_rows(&report);
        let batch = Batch {
            looked_at_in,
            columns: columns(&report),
            notices: report
                .of_whole()
                .chain(shared(&rows, self.clock.today()))
                .collect(),
            ..batch
        };
        keep_look(&self.writer(), &batch, &rows, repairs).await?;
        Ok((batch, rows))
    }
}

/// Does work that takes long apart from what others wait for, a few at a time.
async fn apart<T: Send + 'static>(
    work: impl Future<Output = Result<T, ActionError>> + Send + 'static,
) -> Result<T, ActionError> {
    let place = READING.acquire().await;
    let runtime = Handle::current();
    let done = spawn_blocking(move || {
        // The place is taken until the work ends, whoever waits for it.
        let _place = place;
        runtime.block_on(work)
    })
    .await;
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "reading a file broke down");
        Err(ActionError::Unread)
    })
}

fn in_state(batch: &Batch, state: ImportState) -> Result<(), ActionError> {
    if batch.state == state {
        return Ok(());
    }
    let (is, wanted) = (batch.state.to_string(), state.to_string());
    Err(ActionError::conflict(FileMessage::ImportClosed {
        state: is,
        wanted,
    }))
}

fn plain(repairs: &[RowRepair]) -> Vec<CellRepair> {
    let plain = repairs.iter().map(|repair| CellRepair {
        line: repair.line,
        field: repair.field.clone(),
        value: repair.value.clone(),
    });
    plain.collect()
}

/// A cell holds no more than the longest text.
fn check_repair(repair: &RowRepair) -> Result<(), ActionError> {
    let refused = |error| ActionError::refused("repairs", error);
    Line::new(&repair.field).map_err(refused)?;
    Prose::new(&repair.value).map_err(refused)?;
    Ok(())
}

/// Rows with something wrong in them have to be repaired or left out.
fn unrepaired(error: ImportError) -> ActionError {
    let ImportError::Refused { problems, .. } = error else {
        return error.into();
    };
    let refusals = problems.iter().map(|problem| {
        let what = Box::new(problem.tell());
        Refusal {
            message: CellMessage::RepairOrLeaveOut { what }.into(),
            ..problem.refusal("row")
        }
    });
    ActionError::Refused(refusals.collect())
}
