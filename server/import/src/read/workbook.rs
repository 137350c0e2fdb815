//! A workbook as rows of cells: Excel (XLSX), or another kind.
//!
//! A workbook is a zip of XML: a small one can hold a great deal. What its parts
//! hold is counted before any of them is read ([`super::zip_bounds`]), and cells
//! are read one by one, so that a cell in the last corner of a sheet costs no
//! more than one in the first.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};

use super::limits::ReadBudget;
use super::ods;
use super::sheets::{CellsOfSheet, SheetChoice, in_sheet};
use super::table::{CellMarkKind, Table};
use super::zip_bounds::{self, WorkbookKind, damaged};
use crate::understand::columns::ColumnLayout;
use domain::message::{FileMessage, Message};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Whether these are the first bytes of a zip.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a workbook with a sheet of one of these layouts. An error says why it
/// cannot be read at all.
pub(crate) fn read(
    bytes: &[u8],
    layouts: &'static [ColumnLayout],
    has_date: bool,
) -> Result<Table, Message> {
    let (parts, kind) = zip_bounds::checked(bytes)?;
    if kind == WorkbookKind::OpenDocument {
        return ods::read(&parts, layouts, has_date);
    }
    // The library counts with what the file says, and stops where that is odd.
    let read = catch_unwind(AssertUnwindSafe(|| read_parts(&parts, layouts, has_date)));
    read.unwrap_or_else(|_| Err(damaged(&"its parts do not fit together")))
}

/// Reads the parts of an Excel workbook.
fn read_parts(
    parts: &[u8],
    layouts: &'static [ColumnLayout],
    has_date: bool,
) -> Result<Table, Message> {
    let mut workbook: Workbook<'_> =
        Xlsx::new(Cursor::new(parts)).map_err(|error| unreadable(&error))?;
    let mut budget = ReadBudget::new();
    let sheets: Vec<_> = workbook.sheets_metadata().to_vec();
    let mut choice = SheetChoice::new(layouts, has_date);
    for sheet in sheets {
        // Charts and macros are sheets as well.
        let Ok(cells) = cells(&mut workbook, &sheet.name, &mut budget) else {
            continue;
        };
        let is_visible = sheet.visible == SheetVisible::Visible;
        cells
            .and_then(|cells| choice.see(sheet.name.clone(), is_visible, cells, &mut budget))
            .map_err(|what| in_sheet(&sheet.name, what))?;
    }
    choice.made()
}

fn unreadable(error: &XlsxError) -> Message {
    match error {
        XlsxError::Password => FileMessage::HasPassword.into(),
        error => FileMessage::UnreadableWorkbook {
            cause: error.to_string(),
        }
        .into(),
    }
}

/// The cells of a sheet; an inner error when there are too many, an outer one
/// when the sheet is no sheet of cells.
fn cells(
    workbook: &mut Workbook<'_>,
    name: &str,
    budget: &mut ReadBudget,
) -> Result<Result<CellsOfSheet, Message>, XlsxError> {
    let merged = workbook.merge_cells_by_sheet_name(name);
    let merged = merged.unwrap_or_default().into_iter();
    let mut cells = CellsOfSheet {
        merged: merged.map(|merged| (merged.start, merged.end)).collect(),
        ..CellsOfSheet::default()
    };
    let mut reader = workbook.worksheet_cells_reader(name)?;
    loop {
        let record = match reader.next_cell_with_formula_metadata() {
            Ok(Some(record)) => record,
            Ok(None) => break,
            Err(error) => return Ok(Err(unreadable(&error))),
        };
        let (line, column) = record.pos;
        let text = text(&record.value);
        let has_formula = record.formula.is_some();
        // A sheet may be coloured to its last corner.
        if text.trim().is_empty() && !has_formula {
            continue;
        }
        if matches!(record.value, DataRef::Error(_)) {
            cells.marks.push((line, column, CellMarkKind::Error));
        } else if has_formula {
            cells.marks.push((line, column, CellMarkKind::Formula));
        }
        if let Err(message) = cells.put((line, column), text, budget) {
            return Ok(Err(message));
        }
    }
    Ok(cells.fill_merged(budget).map(|()| cells))
}

/// A value as a person would write it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(instant) if instant.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = instant.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) {
                date
            } else {
                format!("{date} {hour:02}:{minute:02}:{second:02}")
            }
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
    }
}
