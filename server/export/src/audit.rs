//! The audit trail as CSV.

use std::io::Write;

use thiserror::Error;

use super::formula::without_formulas;
use store::{AuditQuery, Store, StoreError, about};

/// Without it a spreadsheet takes accents for something else.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// Lines that are read at a time.
const LINES_AT_A_TIME: usize = 1_000;

/// The trail cannot be read or written.
#[derive(Debug, Error)]
pub enum AuditCsvError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Where it is written to.
    #[error("the audit trail cannot be written")]
    Output(#[from] csv::Error),
}

/// Writes the lines that are asked for as CSV (RFC 4180, UTF-8 with a byte-order
/// mark, no cell a formula whatever separator a reader assumes), the newest
/// first: seq, at, actor, action, subject, before, after.
pub async fn write_audit_of(
    store: &Store,
    query: &AuditQuery,
    mut output: impl Write,
) -> Result<(), AuditCsvError> {
    output
        .write_all(BYTE_ORDER_MARK)
        .map_err(csv::Error::from)?;
    let mut csv = csv::Writer::from_writer(output);
    csv.write_record(["seq", "at", "actor", "action", "subject", "before", "after"])?;
    let mut before = None;
    loop {
        let page = store.audit_page(query, LINES_AT_A_TIME, before).await?;
        for entry in &page.items {
            let event = &entry.event;
            csv.write_record([
                &entry.seq.to_string(),
                &entry.at.to_string(),
                &without_formulas(&event.actor),
                &without_formulas(&event.action),
                &without_formulas(&about(&event.subject).to_string()),
                &without_formulas(event.before.as_deref().unwrap_or_default()),
                &without_formulas(event.after.as_deref().unwrap_or_default()),
            ])?;
        }
        before = page.items.last().map(|entry| entry.seq);
        if !page.has_next {
            break;
        }
    }
    csv.flush().map_err(csv::Error::from)?;
    Ok(())
}

/// Writes the whole trail.
pub async fn write_audit(store: &Store, output: impl Write) -> Result<(), AuditCsvError> {
    write_audit_of(store, &AuditQuery::default(), output).await
}
