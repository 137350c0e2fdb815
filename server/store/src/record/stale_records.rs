//! What somebody else wrote meanwhile.

use jiff::Timestamp;
use serde_json::Value;

use super::audit::told;
use super::undo::subject;
use super::versions::{RecordKind, find_later};
use crate::{Change, StoreError};

/// A record that was changed after somebody read it.
#[derive(Debug, Clone, PartialEq)]
pub struct StaleRecord {
    /// The table and the key, such as `arrangement arrangement-12`.
    pub subject: String,
    /// What stands now, as a JSON object; nothing when it was withdrawn.
    pub value: Option<Value>,
    /// Who changed it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl Change {
    /// The records whose key begins so and that were changed after a revision,
    /// as they stand now.
    pub async fn changed_since(
        &mut self,
        kind: RecordKind,
        key: &[&str],
        revision: u64,
    ) -> Result<Vec<StaleRecord>, StoreError> {
        let table = kind.table();
        let since = i64::try_from(revision).unwrap_or(i64::MAX);
        let later = find_later(&mut self.tx, table, key, since).await?;
        if later.is_empty() {
            return Ok(Vec::new());
        }
        let ledger = self.ledger().await?;
        let records = later.chunk_by(|one, next| one.key == next.key);
        let mut changed = Vec::new();
        for versions in records {
            // By the time of recording; the last one says what became of it.
            let Some(last) = versions.last() else {
                continue;
            };
            let revision = last.superseded_in.unwrap_or(last.recorded_in);
            let change = ledger.find(revision)?;
            changed.push(StaleRecord {
                subject: subject(table, last),
                value: last.superseded_in.is_none().then(|| told(table, last)),
                by: change.recorded_by.to_string(),
                at: change.recorded_at,
            });
        }
        Ok(changed)
    }
}
