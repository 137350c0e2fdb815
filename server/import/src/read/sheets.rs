//! The sheets of a workbook of any kind, and the table on one of them.

use std::collections::BTreeMap;

use super::limits::{MOST_COLUMNS, MOST_ROWS, ReadBudget};
use super::table::{CellMark, CellMarkKind, LINES_ABOVE, Table, TableRow, above};
use crate::problem::{Notice, Place};
use crate::understand::columns::{self, ColumnLayout, MatchedColumns};
use domain::message::{CellMessage, FileMessage, List, Message};

/// Merged cells: first and last line, first and last column, from 0.
pub(crate) type Merged = ((u32, u32), (u32, u32));

/// The cells that hold anything, by line and column, from 0.
#[derive(Debug, Default)]
pub(crate) struct CellsOfSheet {
    pub(crate) lines: BTreeMap<u32, BTreeMap<u32, String>>,
    pub(crate) marks: Vec<(u32, u32, CellMarkKind)>,
    pub(crate) merged: Vec<Merged>,
}

impl CellsOfSheet {
    /// Puts a value in a cell. An error says why there is no room for it.
    pub(crate) fn put(
        &mut self,
        (line, column): (u32, u32),
        text: String,
        budget: &mut ReadBudget,
    ) -> Result<(), Message> {
        if column as usize >= MOST_COLUMNS {
            let (column, most) = (u64::from(column) + 1, MOST_COLUMNS);
            return Err(FileMessage::CellBeyond { column, most }.into());
        }
        budget.take(1, text.len())?;
        self.lines.entry(line).or_default().insert(column, text);
        if self.lines.len() > MOST_ROWS {
            return Err(FileMessage::TooManyRows { most: MOST_ROWS }.into());
        }
        Ok(())
    }

    /// Puts the value of merged cells in each of them, in the lines that hold
    /// anything.
    pub(crate) fn fill_merged(&mut self, budget: &mut ReadBudget) -> Result<(), Message> {
        for merged in std::mem::take(&mut self.merged) {
            let ((top, left), (bottom, right)) = merged;
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
                        self.marks.push((*line, column, CellMarkKind::Merged));
                    }
                }
            }
        }
        self.marks.sort_by_key(|(line, column, _)| (*line, *column));
        Ok(())
    }
}

/// The sheet that fits best, of those seen so far.
pub(crate) struct SheetChoice {
    layouts: &'static [ColumnLayout],
    has_date: bool,
    best: Option<(Table, String)>,
    /// One that fits as well.
    rival: Option<String>,
    others: Vec<String>,
}

impl SheetChoice {
    pub(crate) fn new(layouts: &'static [ColumnLayout], has_date: bool) -> Self {
        Self {
            layouts,
            has_date,
            best: None,
            rival: None,
            others: Vec::new(),
        }
    }

    /// Looks at a sheet. An error says why its table cannot be read.
    pub(crate) fn see(
        &mut self,
        name: String,
        is_visible: bool,
        cells: CellsOfSheet,
        budget: &mut ReadBudget,
    ) -> Result<(), Message> {
        let Some(table) = table(cells, self.layouts, self.has_date, budget)? else {
            if is_visible {
                self.others.push(name);
            }
            return Ok(());
        };
        if !is_visible {
            self.others.push(format!("{name} (hidden)"));
            return Ok(());
        }
        let fit = |table: &Table| {
            let missing = table.found.missing(self.has_date).len();
            (missing, usize::MAX - table.found.known())
        };
        match &self.best {
            Some((known, _)) if fit(known) < fit(&table) => self.others.push(name),
            Some((known, _)) if fit(known) == fit(&table) => self.rival = Some(name),
            _ => {
                self.others.extend(self.best.take().map(|(_, name)| name));
                self.rival = None;
                self.best = Some((table, name));
            }
        }
        Ok(())
    }

    /// The table of the best sheet. An error says why there is none.
    pub(crate) fn made(self) -> Result<Table, Message> {
        let others: List = self.others.iter().collect();
        let Some((mut table, name)) = self.best else {
            return Err(FileMessage::NoSheet {
                sheets: others,
                choices: columns::choices(self.layouts),
            }
            .into());
        };
        if let Some(other) = self.rival {
            let sheet = name;
            return Err(FileMessage::SheetsAlike { sheet, other }.into());
        }
        if !others.items.is_empty() {
            let sheet = name;
            let read = FileMessage::SheetRead { sheet, others };
            table.notices.push(Notice::new(Place::File, read));
        }
        Ok(table)
    }
}

/// The table of a sheet, below the line that fits a layout best; nothing when
/// no line does.
fn table(
    cells: CellsOfSheet,
    layouts: &'static [ColumnLayout],
    has_date: bool,
    budget: &mut ReadBudget,
) -> Result<Option<Table>, Message> {
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
    let fit = |found: &MatchedColumns| (found.missing(has_date).len(), usize::MAX - found.known());
    let alike = || {
        let first = cells.lines.iter().take(LINES_ABOVE);
        let candidates = first.filter_map(|(line, cells)| {
            let header = header_of(cells);
            let (count, found) = columns::find_alike(layouts, &header)?;
            Some((count, (*line, header, found)))
        });
        candidates
            .max_by_key(|(count, _)| *count)
            .map(|(_, best)| best)
    };
    let best = candidates
        .min_by_key(|(.., found)| fit(found))
        .or_else(alike);
    let Some((header_line, header, found)) = best else {
        return Ok(None);
    };
    let width = header.len();
    let mut notices = Vec::new();
    if cells.lines.keys().next() < Some(&header_line) {
        notices.push(above(u64::from(header_line) + 1));
    }
    let mut is_wider = false;
    let mut rows = Vec::new();
    for (line, of_line) in cells.lines.range(header_line + 1..) {
        let number = u64::from(*line) + 1;
        let beside = of_line.keys().any(|column| *column as usize >= width);
        if beside && !std::mem::replace(&mut is_wider, true) {
            notices.push(Notice::new(Place::Line(number), CellMessage::BesideHeader));
        }
        budget.take(width, 0)?;
        let mut cells = vec![String::new(); width];
        for (column, text) in of_line {
            if let Some(cell) = cells.get_mut(*column as usize) {
                cell.clone_from(text);
            }
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(TableRow {
                line: number,
                cells,
            });
        }
    }
    let marks = cells.marks.into_iter();
    let marks = marks.filter(|(line, column, _)| *line > header_line && (*column as usize) < width);
    Ok(Some(Table {
        header_line: u64::from(header_line) + 1,
        file_columns: header.len(),
        header,
        found,
        rows,
        marks: marks
            .map(|(line, column, kind)| CellMark {
                line: u64::from(line) + 1,
                column: column as usize,
                kind,
            })
            .collect(),
        problems: Vec::new(),
        notices,
    }))
}

/// Why the table of a sheet cannot be read.
pub(crate) fn in_sheet(sheet: &str, what: Message) -> Message {
    let (sheet, what) = (sheet.to_owned(), Box::new(what));
    FileMessage::InSheet { sheet, what }.into()
}
