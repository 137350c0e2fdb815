//! The audit trail: lines that are chained, so that a removed or an altered one
//! shows.

use std::fmt::Write;

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::undo::subject;
use super::versions::{Version, VersionedTable, touched, touched_tables};
use crate::sql::dialect::{Tx, execute, fetch_one, insert_all, rows};
use crate::sql::lock_timeout::in_time;
use crate::text::instant_text;
use crate::{AccessChange, Change, Store, StoreError};
use domain::record::audit::{AuditEvent, DEMONSTRATION, PUBLIC_DATA};

rows! {
    struct HeadRow { seq: i64, hash: String }
}

/// By whom the country is written at once: one line tells of it.
const LOADERS: [&str; 2] = [PUBLIC_DATA, DEMONSTRATION];

/// A line before it has its place.
#[derive(Debug)]
pub(crate) struct NewAuditLine {
    pub(crate) event: AuditEvent,
    pub(crate) revision: Option<i64>,
}

impl Store {
    /// Adds a line about what changes nothing on record, such as an export.
    pub async fn record_event(&self, event: AuditEvent, now: Timestamp) -> Result<(), StoreError> {
        let store = self.clone();
        in_time(async move {
            let _turn = store.queue.lock().await;
            let mut tx = store.writing().await?;
            append_event(&mut tx, now, event).await?;
            tx.commit().await
        })
        .await
    }
}

impl AccessChange {
    /// Adds a line about what this change does, which is there when it is
    /// committed.
    pub async fn record_event(&mut self, event: AuditEvent) -> Result<(), StoreError> {
        append_event(&mut self.tx, self.now, event).await
    }
}

/// Adds a line at the end of a transaction about something else.
pub(crate) async fn append_event(
    tx: &mut Tx,
    now: Timestamp,
    event: AuditEvent,
) -> Result<(), StoreError> {
    append(tx, now, vec![lone(event)]).await
}

fn lone(event: AuditEvent) -> NewAuditLine {
    NewAuditLine {
        event,
        revision: None,
    }
}

impl Change {
    /// Adds the lines of this change: one for each record that it wrote or
    /// withdrew.
    pub(crate) async fn audit(&mut self, summary: String) -> Result<(), StoreError> {
        let mut lines = Vec::new();
        if !LOADERS.contains(&self.recorded_by.as_str()) {
            for table in touched_tables(&mut self.tx, self.revision).await? {
                let versions = touched(&mut self.tx, table, self.revision).await?;
                for (before, after) in pairs(&versions, self.revision) {
                    let subject = before.or(after).map(|version| subject(table, version));
                    lines.push(self.line(
                        subject.unwrap_or_default(),
                        before.map(|version| told(table, version).to_string()),
                        after.map(|version| told(table, version).to_string()),
                    ));
                }
            }
        }
        let revision = Some(self.revision);
        let notes = std::mem::take(&mut self.notes).into_iter();
        lines.extend(notes.map(|event| NewAuditLine { event, revision }));
        if lines.is_empty() {
            lines.push(self.line(summary, None, None));
        }
        let at = self.recorded_at();
        append(&mut self.tx, at, lines).await
    }

    fn line(&self, subject: String, before: Option<String>, after: Option<String>) -> NewAuditLine {
        NewAuditLine {
            event: AuditEvent {
                actor: self.recorded_by.clone(),
                action: self.action.code().to_owned(),
                subject,
                before,
                after,
            },
            revision: Some(self.revision),
        }
    }
}

/// What a revision withdrew beside what it wrote, by record.
fn pairs(versions: &[Version], revision: i64) -> Vec<(Option<&Version>, Option<&Version>)> {
    let records = versions.chunk_by(|one, next| one.key == next.key);
    let pairs = records.map(|record| {
        let mut record = record.iter();
        let withdrawn = |version: &&Version| version.superseded_in == Some(revision);
        let written = |version: &&Version| version.recorded_in == revision;
        (record.clone().find(withdrawn), record.find(written))
    });
    pairs.collect()
}

/// What a version says, as a JSON object.
pub(crate) fn told(table: &VersionedTable, version: &Version) -> Value {
    let mut told = Map::new();
    let values = version.key.iter().map(Some);
    let values = values.chain(version.values.iter().map(Option::as_ref));
    for (column, value) in table.columns().zip(values) {
        if let Some(value) = value {
            told.insert(camel(column), json!(value));
        }
    }
    let parts = table.parts.iter().filter(|part| !part.large);
    for (part, rows) in parts.zip(&version.parts) {
        let rows: Vec<&String> = rows.iter().filter_map(|row| row[0].as_ref()).collect();
        if !rows.is_empty() {
            told.insert(format!("{}s", part.values[0]), json!(rows));
        }
    }
    Value::Object(told)
}

/// `validFrom`, for the column `valid_from`.
fn camel(column: &str) -> String {
    let mut words = column.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at(1);
        name + &head.to_ascii_uppercase() + tail
    })
}

/// Puts lines at the end of the chain.
async fn append(tx: &mut Tx, at: Timestamp, lines: Vec<NewAuditLine>) -> Result<(), StoreError> {
    let number = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let head = fetch_one!(
        &mut *tx,
        HeadRow,
        "update audit_head
         set seq = seq + $1
         where id = 1
         returning seq, hash",
        number,
    )?;
    let at = instant_text(at);
    let mut hash = head.hash;
    let mut rows = Vec::with_capacity(lines.len());
    for (place, line) in (head.seq - number + 1..).zip(lines) {
        hash = chained(&hash, place, &at, &line.event, line.revision);
        rows.push((place, line, hash.clone()));
    }
    insert_all!(
        &mut *tx,
        "insert into audit_entry (seq, at, actor, action, subject, before_value, after_value, revision, hash)",
        rows,
        |row| [
            row.0,
            at.clone(),
            row.1.event.actor.clone(),
            row.1.event.action.clone(),
            row.1.event.subject.clone(),
            row.1.event.before.clone(),
            row.1.event.after.clone(),
            row.1.revision,
            row.2.clone()
        ]
    )?;
    execute!(
        tx,
        "update audit_head
         set hash = $1
         where id = 1",
        hash,
    )?;
    Ok(())
}

/// The hash of a line: SHA-256 over the hash of the line before, a line break,
/// and the line as a JSON array.
pub(crate) fn chained(
    previous: &str,
    seq: i64,
    at: &str,
    event: &AuditEvent,
    revision: Option<i64>,
) -> String {
    let line = json!([
        seq,
        at,
        event.actor,
        event.action,
        event.subject,
        event.before,
        event.after,
        revision
    ]);
    let digest = Sha256::digest(format!("{previous}\n{line}"));
    digest
        .iter()
        .fold(String::with_capacity(64), |mut hash, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hash, "{byte:02x}");
            hash
        })
}
