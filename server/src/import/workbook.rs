//! An Excel workbook (XLSX) as rows of cells.
//!
//! A workbook is a zip of XML: a small one can hold a great deal. What its parts
//! hold is counted before any of them is read ([`super::package`]), and cells
//! are read one by one, so that a cell in the last corner of a sheet costs no
//! more than one in the first.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Dimensions, Reader, SheetVisible, Xlsx, XlsxError};

use super::columns::{self, Found, Layout};
use super::problem::{Notice, Place};
use super::limits::{Budget, MOST_COLUMNS, MOST_ROWS};
use super::package::{self, damaged};
use super::table::{LINES_ABOVE, Mark, MarkKind, Row, Table};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Whether these are the first bytes of a zip.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a workbook with a sheet of one of these layouts. An error says why it
/// cannot be read at all.
pub(super) fn read(
    bytes: &[u8],
    layouts: &'static [Layout],
    has_date: bool,
) -> Result<Table, String> {
    let parts = package::checked(bytes)?;
    // The library counts with what the file says, and stops where that is odd.
    let read = catch_unwind(AssertUnwindSafe(|| read_parts(&parts, layouts, has_date)));
    read.unwrap_or_else(|_| Err(damaged(&"its parts do not fit together")))
}

fn read_parts(
    parts: &[u8],
    layouts: &'static [Layout],
    has_date: bool,
) -> Result<Table, String> {
    let mut workbook: Workbook<'_> =
        Xlsx::new(Cursor::new(parts)).map_err(|error| unreadable(&error))?;
    let mut budget = Budget::new();
    let sheets: Vec<_> = workbook.sheets_metadata().to_vec();
    let (mut best, mut others): (Option<(Table, String)>, Vec<String>) = (None, Vec::new());
    let mut rival = None;
    for sheet in sheets {
        // Charts and macros are sheets as well.
        let Ok(cells) = cells(&mut workbook, &sheet.name, &mut budget) else {
            continue;
        };
        let Some(table) = table(cells?, layouts, has_date, &mut budget)? else {
            if sheet.visible == SheetVisible::Visible {
                others.push(sheet.name);
            }
            continue;
        };
        if sheet.visible != SheetVisible::Visible {
            others.push(format!("{} (hidden)", sheet.name));
            continue;
        }
        let fit = |table: &Table| {
            let missing = table.found.missing(has_date).len();
            (missing, usize::MAX - table.found.known())
        };
        match &best {
            Some((known, _)) if fit(known) < fit(&table) => others.push(sheet.name),
            Some((known, name)) if fit(known) == fit(&table) => {
                rival = Some((name.clone(), sheet.name));
            }
            _ => {
                others.extend(best.take().map(|(_, name)| name));
                rival = None;
                best = Some((table, sheet.name));
            }
        }
    }
    if let Some((one, other)) = rival {
        return Err(format!(
            "the sheets `{one}` and `{other}` have the same columns; leave one sheet in the workbook, or import them one by one"
        ));
    }
    let Some((mut table, name)) = best else {
        return Err(format!(
            "no sheet has a line with known columns ({}); write a header for {}",
            others.join(", "),
            columns::choices(layouts)
        ));
    };
    if !others.is_empty() {
        let what = format!(
            "the sheet `{name}` is read; not read: {}",
            others.join(", ")
        );
        table.notices.push(Notice::new(Place::File, what));
    }
    Ok(table)
}

fn unreadable(error: &XlsxError) -> String {
    match error {
        XlsxError::Password => "the workbook has a password; save it without one".to_owned(),
        error => format!(
            "this is no Excel workbook that can be read ({error}); save it as .xlsx or as CSV (UTF-8)"
        ),
    }
}

/// The cells that hold anything, by line and column, from 0.
#[derive(Debug, Default)]
struct CellsOfSheet {
    lines: BTreeMap<u32, BTreeMap<u32, String>>,
    marks: Vec<(u32, u32, MarkKind)>,
    merged: Vec<Dimensions>,
}

/// The cells of a sheet; an inner error when there are too many, an outer one
/// when the sheet is no sheet of cells.
fn cells(
    workbook: &mut Workbook<'_>,
    name: &str,
    budget: &mut Budget,
) -> Result<Result<CellsOfSheet, String>, XlsxError> {
    let mut cells = CellsOfSheet {
        merged: workbook.merge_cells_by_sheet_name(name).unwrap_or_default(),
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
        let is_error = matches!(record.value, DataRef::Error(_));
        let text = text(&record.value);
        let has_formula = record.formula.is_some();
        // A sheet may be coloured to its last corner.
        if text.trim().is_empty() && !has_formula {
            continue;
        }
        if column as usize >= MOST_COLUMNS {
            return Ok(Err(format!(
                "the sheet `{name}` has a cell in column {}; a table has at most {MOST_COLUMNS} columns",
                column + 1
            )));
        }
        if is_error {
            cells.marks.push((line, column, MarkKind::Error));
        } else if has_formula {
            cells.marks.push((line, column, MarkKind::Formula));
        }
        if let Err(what) = budget.take(1, text.len()) {
            return Ok(Err(format!("the sheet `{name}`: {what}")));
        }
        cells.lines.entry(line).or_default().insert(column, text);
        if cells.lines.len() > MOST_ROWS {
            return Ok(Err(format!(
                "the sheet `{name}` has more than {MOST_ROWS} rows; split it into smaller ones"
            )));
        }
    }
    let filled = cells.fill_merged(budget);
    Ok(filled
        .map(|()| cells)
        .map_err(|what| format!("the sheet `{name}`: {what}")))
}

impl CellsOfSheet {
    /// Puts the value of merged cells in each of them, in the lines that hold
    /// anything.
    fn fill_merged(&mut self, budget: &mut Budget) -> Result<(), String> {
        for merged in std::mem::take(&mut self.merged) {
            let ((top, left), (bottom, right)) = (merged.start, merged.end);
            if bottom < top || right < left || right as usize >= MOST_COLUMNS {
                continue;
            }
            let value = self.lines.get(&top).and_then(|line| line.get(&left));
            let Some(value) = value.cloned() else {
                continue;
            };
            for (line, cells) in self.lines.range_mut(top..=bottom) {
                let columns = (right - left + 1) as usize;
                budget.take(columns, columns * value.len())?;
                for column in left..=right {
                    if (*line, column) != (top, left) {
                        cells.insert(column, value.clone());
                        self.marks.push((*line, column, MarkKind::Merged));
                    }
                }
            }
        }
        self.marks.sort_by_key(|(line, column, _)| (*line, *column));
        Ok(())
    }
}

/// The table of a sheet, below the line that fits a layout best; nothing when
/// no line does.
fn table(
    cells: CellsOfSheet,
    layouts: &'static [Layout],
    has_date: bool,
    budget: &mut Budget,
) -> Result<Option<Table>, String> {
    let header_of = |line: &BTreeMap<u32, String>| {
        let width = line.keys().next_back().map_or(0, |last| last + 1);
        (0..width)
            .map(|column| line.get(&column).cloned().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let first = cells.lines.iter().take(LINES_ABOVE);
    let candidates = first.filter_map(|(line, cells)| {
        let header = header_of(cells);
        let found = columns::find(layouts, &header, has_date)?;
        Some((*line, header, found))
    });
    let fit = |found: &Found| (found.missing(has_date).len(), usize::MAX - found.known());
    let best = candidates.min_by_key(|(.., found)| fit(found));
    let Some((header_line, header, found)) = best else {
        return Ok(None);
    };
    let width = header.len();
    let mut notices = Vec::new();
    let mut rows = Vec::new();
    for (line, of_line) in cells.lines.range(header_line + 1..) {
        let number = u64::from(*line) + 1;
        let beside = of_line.keys().any(|column| *column as usize >= width);
        if beside && notices.is_empty() {
            notices.push(Notice::new(
                Place::Line(number),
                "cells to the right of the header are not used",
            ));
        }
        budget.take(width, 0)?;
        let mut cells = vec![String::new(); width];
        for (column, text) in of_line {
            if let Some(cell) = cells.get_mut(*column as usize) {
                cell.clone_from(text);
            }
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row {
                line: number,
                cells,
            });
        }
    }
    let marks = cells.marks.into_iter();
    let marks = marks.filter(|(line, column, _)| *line > header_line && (*column as usize) < width);
    Ok(Some(Table {
        header_line: u64::from(header_line) + 1,
        header,
        found,
        rows,
        marks: marks
            .map(|(line, column, kind)| Mark {
                line: u64::from(line) + 1,
                column: column as usize,
                kind,
            })
            .collect(),
        problems: Vec::new(),
        notices,
    }))
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
