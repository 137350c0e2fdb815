//! From the bytes of a file to cells: CSV, XLSX, ODS.

pub(super) mod decode;
pub(super) mod delimited;
pub(super) mod foreign_rows;
pub(super) mod limits;
pub(super) mod ods;
mod package;
pub(super) mod quotes;
pub(super) mod sheets;
pub(super) mod table;
pub(super) mod workbook;
pub(super) mod zip_bounds;

use crate::understand::columns::ColumnLayout;
use crate::{ImportError, ImportFile, refused, unfit};
use domain::message::FileMessage;
use table::Table;

/// Reads a file of one of these layouts. Refuses when the columns cannot be
/// told; what is wrong with single rows is in the table's problems.
pub(crate) fn read_table(
    file: &ImportFile,
    layouts: &'static [ColumnLayout],
    has_date: bool,
) -> Result<Table, ImportError> {
    let read = if workbook::is_workbook(&file.bytes) {
        workbook::read(&file.bytes, layouts, has_date)
    } else {
        delimited::read(&file.bytes, layouts, has_date)
    };
    let mut table = read.map_err(|message| unfit(&file.name, message))?;
    table
        .check_header(has_date)
        .map_err(|problems| refused(&file.name, problems))?;
    if table.rows.is_empty() && table.problems.is_empty() {
        return Err(unfit(&file.name, FileMessage::NoRows));
    }
    Ok(table)
}
