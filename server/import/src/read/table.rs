//! A file of rows as cells, each with its line: CSV or a workbook.

use std::collections::HashSet;

use super::limits::check_cell;
use crate::CellRepair;
use crate::problem::{Notice, Place, Problem};
use crate::understand::columns::{CODE, MatchedColumns, nearest, normal, within};
use domain::message::{CellMessage, FileMessage};

/// A header is looked for in so many lines that are not blank: above it may
/// stand a title.
pub(crate) const LINES_ABOVE: usize = 10;

/// A row, with the line on which it begins.
#[derive(Debug)]
pub(crate) struct TableRow {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
}

/// What a workbook says of a cell beside its value.
#[derive(Debug)]
pub(crate) struct CellMark {
    pub(crate) line: u64,
    /// From 0.
    pub(crate) column: usize,
    pub(crate) kind: CellMarkKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CellMarkKind {
    /// The value is what a formula gave when the workbook was saved.
    Formula,
    /// It is one of several that are merged: the value is that of all.
    Merged,
    /// Its value is an error, such as `#N/A`.
    Error,
}

/// A file of rows, whose columns are known.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) header_line: u64,
    pub(crate) header: Vec<String>,
    /// How many columns the file has; those after were added by repairs.
    pub(crate) file_columns: usize,
    pub(crate) found: MatchedColumns,
    pub(crate) rows: Vec<TableRow>,
    pub(crate) marks: Vec<CellMark>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) notices: Vec<Notice>,
}

/// Tells that a table does not begin on the first line.
pub(crate) fn above(header_line: u64) -> Notice {
    let line = header_line.to_string();
    Notice::new(Place::File, FileMessage::HeaderBelow { line })
}

impl Table {
    /// Of several columns with the code of a municipality one is read: that with
    /// the letters, which says it in full.
    fn choose_code(&mut self) {
        let columns = self.found.layout.columns;
        let Some(code) = columns.iter().position(|column| column.name == CODE.name) else {
            return;
        };
        let with_code =
            (0..self.header.len()).filter(|column| self.found.places[*column] == Some(code));
        let with_code: Vec<usize> = with_code.collect();
        let in_full = |column: &&usize| normal(&self.header[**column]).ends_with("gm");
        let chosen = with_code
            .iter()
            .find(in_full)
            .or(with_code.first())
            .copied();
        for column in with_code
            .into_iter()
            .filter(|column| Some(*column) != chosen)
        {
            self.found.places[column] = None;
            let place = self.place_of(self.header_line, column);
            self.notices
                .push(Notice::new(place, CellMessage::SecondCodeColumn));
        }
    }

    pub(super) fn check_header(&mut self, has_date: bool) -> Result<(), Vec<Problem>> {
        self.choose_code();
        let line = self.header_line;
        let mut problems = Vec::new();
        let cell = |column: usize| Place::Cell {
            line,
            column: column + 1,
            name: self.header[column].trim().to_owned(),
            field: None,
        };
        let columns = self.found.layout.columns.iter();
        let unused = columns.filter(|column| !self.found.has(column.name));
        let unused: Vec<&str> = unused
            .flat_map(|column| column.also.iter().chain([&column.name]))
            .copied()
            .collect();
        let missing = self.found.missing(has_date);
        let missing = self
            .found
            .layout
            .columns
            .iter()
            .filter(|column| missing.contains(&column.name));
        let missing: Vec<&str> = missing
            .flat_map(|column| column.also.iter().chain([&column.name]))
            .copied()
            .collect();
        for (column, place) in self.found.places.iter().enumerate() {
            let written = self.header[column].trim();
            let first = self.found.places.iter().position(|other| other == place);
            match place {
                Some(_) if first != Some(column) => {
                    problems.push(Problem::new(cell(column), CellMessage::TwoColumns));
                }
                None if !written.is_empty() => match nearest(written, unused.iter().copied())
                    .or_else(|| within(written, missing.iter().copied()))
                {
                    Some(meant) => {
                        let proposal = meant.to_owned();
                        let alike = CellMessage::ColumnAlike { proposal };
                        problems.push(Problem::new(cell(column), alike));
                    }
                    None => self
                        .notices
                        .push(Notice::new(cell(column), CellMessage::ColumnUnused)),
                },
                _ => {}
            }
        }
        let missing = self.found.missing(has_date);
        if !missing.is_empty() {
            let rows = self.found.layout.what.to_owned();
            let columns = self.found.told_missing(has_date).iter().collect();
            let count = missing.len();
            let message = if missing.contains(&"boundary_date") {
                CellMessage::MissingColumnsOrDate {
                    rows,
                    count,
                    columns,
                }
            } else {
                CellMessage::MissingColumns {
                    rows,
                    count,
                    columns,
                }
            };
            problems.push(Problem::new(Place::Line(line), message));
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }

    /// Puts better values in cells, and leaves rows out. What was wrong with
    /// them is wrong no more; a column that the file lacks is added.
    pub(crate) fn repair(&mut self, repairs: &[CellRepair], left_out: &[u64]) {
        let mut repaired = HashSet::new();
        for repair in repairs {
            let Some(column) = self.column_for(&repair.field) else {
                continue;
            };
            let width = self.header.len();
            let place = self.rows.binary_search_by_key(&repair.line, |row| row.line);
            let Some(row) = place.ok().map(|place| &mut self.rows[place]) else {
                continue;
            };
            row.cells.resize(width, String::new());
            row.cells[column].clone_from(&repair.value);
            repaired.insert((repair.line, column));
        }
        self.marks
            .retain(|mark| !repaired.contains(&(mark.line, mark.column)));
        self.pass_over_footer();
        self.pass_over_unanswered();
        self.pass_over_wider_areas();
        let left_out: HashSet<u64> = left_out.iter().copied().collect();
        let stays = |line: u64| !left_out.contains(&line);
        self.rows.retain(|row| stays(row.line));
        self.marks.retain(|mark| stays(mark.line));
        self.problems
            .retain(|problem| problem.place.line().is_none_or(stays));
    }

    /// Drops the rows of a template that nobody filled in.
    fn pass_over_unanswered(&mut self) {
        let answer = self.found.layout.answer;
        if answer.is_empty() {
            return;
        }
        let is_answered =
            |row: &TableRow| answer.iter().any(|field| self.cell(row, field).is_some());
        let keep: Vec<bool> = self.rows.iter().map(is_answered).collect();
        let passed = keep.iter().filter(|keep| !**keep).count();
        // Of a file without any answer every row tells so.
        if passed == 0 || passed == keep.len() {
            return;
        }
        let mut keep = keep.into_iter();
        self.rows.retain(|_| keep.next().unwrap_or(true));
        self.notices.push(Notice::new(
            Place::File,
            FileMessage::RowsNotFilledIn { count: passed },
        ));
    }

    /// The column that a field is in; one is added when it may be.
    fn column_for(&mut self, field: &str) -> Option<usize> {
        let columns = self.found.layout.columns;
        let place = columns.iter().position(|column| column.name == field)?;
        let known = self.found.places.iter();
        if let Some(column) = known.clone().position(|known| *known == Some(place)) {
            return Some(column);
        }
        self.header.push(field.to_owned());
        self.found.places.push(Some(place));
        let width = self.header.len();
        for row in &mut self.rows {
            row.cells.resize(width, String::new());
        }
        Some(width - 1)
    }

    /// The cells of a row that are too long to be read.
    pub(crate) fn too_long(&self, row: &TableRow) -> Vec<Problem> {
        let cells = row.cells.iter().zip(&self.found.places).enumerate();
        let known = cells.filter(|(_, (_, place))| place.is_some());
        known
            .filter_map(|(column, (cell, _))| {
                let message = check_cell(cell).err()?;
                Some(Problem::new(self.place_of(row.line, column), message))
            })
            .collect()
    }

    /// What the marks of a row have to say, of the columns that are used.
    pub(crate) fn told_by_marks(&self, row: &TableRow) -> (Vec<Problem>, Vec<Notice>) {
        let line = row.line;
        let (mut problems, mut notices) = (Vec::new(), Vec::new());
        let first = self.marks.partition_point(|mark| mark.line < line);
        let of_line = self.marks[first..]
            .iter()
            .take_while(|mark| mark.line == line);
        for mark in of_line {
            if self
                .found
                .places
                .get(mark.column)
                .copied()
                .flatten()
                .is_none()
            {
                continue;
            }
            let place = self.place_of(line, mark.column);
            let value = row.cells[mark.column].trim().to_owned();
            match mark.kind {
                CellMarkKind::Error => {
                    problems.push(Problem::new(place, CellMessage::CellError { value }));
                }
                CellMarkKind::Formula if value.is_empty() => {
                    notices.push(Notice::new(place, CellMessage::FormulaUncomputed));
                }
                CellMarkKind::Formula => {
                    notices.push(Notice::new(place, CellMessage::FormulaRead { value }));
                }
                CellMarkKind::Merged => {
                    notices.push(Notice::new(place, CellMessage::MergedRead { value }));
                }
            }
        }
        (problems, notices)
    }

    /// The place of a cell.
    pub(crate) fn place(&self, line: u64, column: &str) -> Place {
        let place = self.found.places.iter().position(|place| {
            place.is_some_and(|place| self.found.layout.columns[place].name == column)
        });
        place.map_or(Place::Line(line), |column| self.place_of(line, column))
    }

    fn place_of(&self, line: u64, column: usize) -> Place {
        let place = self.found.places.get(column).copied().flatten();
        Place::Cell {
            line,
            column: column + 1,
            name: self.header[column].trim().to_owned(),
            field: place.map(|place| self.found.layout.columns[place].name),
        }
    }

    /// A cell without the blanks around it; nothing when it is empty or there
    /// is no such column.
    pub(crate) fn cell<'a>(&self, row: &'a TableRow, column: &str) -> Option<&'a str> {
        let place = self.found.places.iter().position(|place| {
            place.is_some_and(|place| self.found.layout.columns[place].name == column)
        })?;
        let cell = row.cells.get(place)?;
        Some(cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}'))
            .filter(|cell| !cell.is_empty())
    }

    /// The columns that are known, each with what the file calls it.
    pub(crate) fn known_columns(&self) -> Vec<(&'static str, String)> {
        let places = self.found.places.iter().zip(&self.header);
        places
            .filter_map(|(place, title)| {
                let column = &self.found.layout.columns[(*place)?];
                Some((column.name, title.trim().to_owned()))
            })
            .collect()
    }

    /// The cells of the columns that are known, each with its field.
    pub(crate) fn known_cells(&self, row: &TableRow) -> Vec<(&'static str, String)> {
        let places = self.found.places.iter().zip(&row.cells);
        places
            .filter_map(|(place, cell)| {
                let column = &self.found.layout.columns[(*place)?];
                Some((column.name, cell.trim().to_owned()))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
