//! Keeping files that people hand in, until they are committed or given up.

use crate::{ActionError, Writer};
use domain::id::Id;
use domain::message::FileMessage;
use domain::record::batch::{Batch, BatchRow, RowRepair};
use domain::vocabulary::ImportState;

/// Keeps a file with a first look at its rows.
pub async fn keep_batch(
    writer: &Writer<'_>,
    batch: &Batch,
    rows: &[BatchRow],
    content: &[u8],
) -> Result<(), ActionError> {
    let store = writer.store();
    Ok(store.record_batch(batch, rows, content).await?)
}

/// Keeps another look at the rows of a batch, and what they were repaired to.
pub async fn keep_look(
    writer: &Writer<'_>,
    batch: &Batch,
    rows: &[BatchRow],
    repairs: &[RowRepair],
) -> Result<(), ActionError> {
    if writer.store().record_look(batch, rows, repairs).await? {
        return Ok(());
    }
    Err(ended())
}

/// Ends a batch by a way that makes no revision of its own.
pub async fn close_batch(
    writer: &Writer<'_>,
    batch: &Batch,
    to: ImportState,
    kept: &[String],
) -> Result<(), ActionError> {
    let store = writer.store();
    if store.close_batch(&batch.id, batch.state, to, kept).await? {
        return Ok(());
    }
    Err(ended())
}

/// Keeps what became of the rows of a batch.
pub async fn keep_rows(
    writer: &Writer<'_>,
    id: &Id<Batch>,
    rows: &[BatchRow],
) -> Result<(), ActionError> {
    Ok(writer.store().record_rows(id, rows).await?)
}

fn ended() -> ActionError {
    ActionError::conflict(FileMessage::ImportTaken)
}
