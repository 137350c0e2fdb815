//! Files on their way to the record: what would become, or became, of each row.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::Id;
use crate::message::Message;
use crate::places::code::MunicipalityCode;
use crate::vocabulary::{ImportState, RowOutcome};

/// A file that somebody handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Id.
    pub id: Id<Batch>,
    /// What the file was called.
    pub file: String,
    /// What it holds, as on the command line: `verdicts`.
    pub kind: String,
    /// The boundary date of rows that give none.
    pub date: Option<Date>,
    /// The layer of a GeoPackage.
    pub layer: Option<String>,
    /// How far it has come.
    pub state: ImportState,
    /// When it was handed in.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
    /// The revision against which its rows were looked at.
    pub looked_at_in: u64,
    /// The revision that it made.
    pub committed_in: Option<u64>,
    /// The columns that are used, each with what the file calls it.
    pub columns: Vec<BatchColumn>,
    /// What is to be known of the file as a whole.
    pub notices: Vec<Message>,
    /// What an undo left as it was, since it was changed in the meantime.
    pub kept: Vec<String>,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchColumn {
    /// The field, by its name in the shipped files.
    pub field: String,
    /// What the file calls it.
    pub title: String,
}

/// One row of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRow {
    /// The line, counted from 1 with the header.
    pub line: u64,
    /// What would become, or became, of it.
    pub outcome: RowOutcome,
    /// The municipality that it is about.
    pub municipality: Option<MunicipalityCode>,
    /// Whether the batch was committed without it.
    pub left_out: bool,
    /// What is wrong with it, or was understood in it.
    pub remarks: Vec<RowRemark>,
    /// What differs from the record of before.
    pub fields: Vec<RowDiff>,
    /// Its cells, repairs included.
    pub cells: Vec<RowCell>,
}

/// Something that is wrong with a row, or was understood in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRemark {
    /// The field; none when it is about the row.
    pub field: Option<String>,
    /// What it is and what to do.
    #[serde(rename = "what")]
    pub message: Message,
    /// A better value for the field.
    pub proposal: Option<String>,
    /// Whether it is nothing wrong, but what was understood.
    pub understood: bool,
}

/// A field that says something else than the record of before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDiff {
    /// The field, by its name in the shipped files.
    pub field: String,
    /// What it says on record.
    pub before: Option<String>,
    /// What it would say.
    pub after: Option<String>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCell {
    /// The field, by the name of its column in the shipped files.
    pub field: String,
    /// What it says.
    pub value: String,
}

/// A better value for a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRepair {
    /// The line.
    pub line: u64,
    /// The field.
    pub field: String,
    /// The value.
    pub value: String,
}

/// The number of rows by outcome, without those that were left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Rows of which nothing was on record.
    pub new: u64,
    /// Rows that take the place of what was on record.
    pub changed: u64,
    /// Rows that were on record already.
    pub same: u64,
    /// Rows with something wrong.
    pub errors: u64,
}
