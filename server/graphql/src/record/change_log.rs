//! The committed changes, for whoever may take them back.

use async_graphql::{Object, SimpleObject};

use crate::arguments::int;
use crate::message::Message;
use crate::page::PageInfo;
use crate::scalars::DateTime;
use domain::facts::ChangeRecord;
use store::about;

/// A committed change.
#[derive(SimpleObject)]
pub struct RecordedChange {
    /// Counts the committed changes.
    revision: i32,
    /// When it was recorded.
    at: DateTime,
    /// By whom: a person, a token, `public data` or `command line`.
    by: String,
    /// What was done, such as `record_verdicts`.
    action: String,
    /// To what, in a few words, in English.
    summary: String,
    /// The same as data.
    message: Message,
    /// The change that it took back.
    undoes: Option<i32>,
    /// The change that took it back.
    undone_by: Option<i32>,
    /// Whether who asks may take it back. What was changed since stays.
    undoable: bool,
}

impl RecordedChange {
    pub(crate) fn new(change: &ChangeRecord, undone_by: Option<u64>, undoable: bool) -> Self {
        let about = about(&change.summary);
        Self {
            revision: int(change.revision),
            at: DateTime(change.recorded_at),
            by: change.recorded_by.to_string(),
            action: change.action.clone(),
            summary: about.to_string(),
            message: Message(about),
            undoes: change.undoes.map(int),
            undone_by: undone_by.map(int),
            undoable,
        }
    }
}

/// Committed changes, newest first.
#[derive(SimpleObject)]
pub struct RecordedChangeConnection {
    /// How many there are in all.
    pub(crate) total_count: i32,
    /// Those of the page.
    pub(crate) nodes: Vec<RecordedChange>,
    /// Whether there are earlier ones.
    pub(crate) page_info: PageInfo,
}

/// What came of taking a change back.
pub struct Undone {
    pub(crate) revision: u64,
    pub(crate) undone: store::UndoReport,
}

/// What came of taking a change back.
#[Object]
impl Undone {
    /// The change by which it was taken back.
    async fn revision(&self) -> i32 {
        int(self.revision)
    }

    /// The number of records that stand no more.
    async fn withdrawn(&self) -> i32 {
        int(self.undone.withdrawn)
    }

    /// The number of records that stand again as they stood before.
    async fn restored(&self) -> i32 {
        int(self.undone.restored)
    }

    /// The records that were changed since and stay as they are, each by its
    /// table and key, such as `verdict GM0344 kader-voorlopig-1 focal-point
    /// 2024-01-01`.
    async fn kept(&self) -> &[String] {
        &self.undone.kept
    }
}
