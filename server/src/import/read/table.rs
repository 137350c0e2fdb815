//! A file of rows as cells, each with its line: CSV or a workbook.

use std::collections::HashSet;

use super::limits::check_cell;
use super::{delimited, workbook};
use crate::domain::message::{CellMessage, FileMessage};
use crate::import::problem::{Notice, Place, Problem};
use crate::import::understand::columns::{
    CODE, ColumnLayout, MatchedColumns, nearest, normal, within,
};
use crate::import::{CellRepair, ImportError, ImportFile, refused, unfit};

/// A header is looked for in so many lines that are not blank: above it may
/// stand a title.
pub(in crate::import) const LINES_ABOVE: usize = 10;

/// A row, with the line on which it begins.
#[derive(Debug)]
pub(in crate::import) struct TableRow {
    pub(in crate::import) line: u64,
    pub(in crate::import) cells: Vec<String>,
}

/// What a workbook says of a cell beside its value.
#[derive(Debug)]
pub(in crate::import) struct CellMark {
    pub(in crate::import) line: u64,
    /// From 0.
    pub(in crate::import) column: usize,
    pub(in crate::import) kind: CellMarkKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum CellMarkKind {
    /// The value is what a formula gave when the workbook was saved.
    Formula,
    /// It is one of several that are merged: the value is that of all.
    Merged,
    /// Its value is an error, such as `#N/A`.
    Error,
}

/// A file of rows, whose columns are known.
#[derive(Debug)]
pub(in crate::import) struct Table {
    pub(in crate::import) header_line: u64,
    pub(in crate::import) header: Vec<String>,
    /// How many columns the file has; those after were added by repairs.
    pub(in crate::import) file_columns: usize,
    pub(in crate::import) found: MatchedColumns,
    pub(in crate::import) rows: Vec<TableRow>,
    pub(in crate::import) marks: Vec<CellMark>,
    pub(in crate::import) problems: Vec<Problem>,
    pub(in crate::import) notices: Vec<Notice>,
}

/// Reads a file of one of these layouts. Refuses when the columns cannot be
/// told; what is wrong with single rows is in the table's problems.
pub(in crate::import) fn read(
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

/// Tells that a table does not begin on the first line.
pub(in crate::import) fn above(header_line: u64) -> Notice {
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

    fn check_header(&mut self, has_date: bool) -> Result<(), Vec<Problem>> {
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
    pub(in crate::import) fn repair(&mut self, repairs: &[CellRepair], left_out: &[u64]) {
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
    pub(in crate::import) fn too_long(&self, row: &TableRow) -> Vec<Problem> {
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
    pub(in crate::import) fn told_by_marks(&self, row: &TableRow) -> (Vec<Problem>, Vec<Notice>) {
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
    pub(in crate::import) fn place(&self, line: u64, column: &str) -> Place {
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
    pub(in crate::import) fn cell<'a>(&self, row: &'a TableRow, column: &str) -> Option<&'a str> {
        let place = self.found.places.iter().position(|place| {
            place.is_some_and(|place| self.found.layout.columns[place].name == column)
        })?;
        let cell = row.cells.get(place)?;
        Some(cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}'))
            .filter(|cell| !cell.is_empty())
    }

    /// The columns that are known, each with what the file calls it.
    pub(in crate::import) fn known_columns(&self) -> Vec<(&'static str, String)> {
        let places = self.found.places.iter().zip(&self.header);
        places
            .filter_map(|(place, title)| {
                let column = &self.found.layout.columns[(*place)?];
                Some((column.name, title.trim().to_owned()))
            })
            .collect()
    }

    /// The cells of the columns that are known, each with its field.
    pub(in crate::import) fn known_cells(&self, row: &TableRow) -> Vec<(&'static str, String)> {
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
mod tests {
    use super::*;
    use crate::import::understand::columns::{optional, required};

    static LAYOUTS: [ColumnLayout; 1] = [ColumnLayout {
        what: "things",
        answer: &[],
        columns: &[required("id"), optional("note")],
    }];

    fn read_text(text: &[u8]) -> Result<Table, ImportError> {
        read(
            &ImportFile::new("things.csv", text.to_vec()),
            &LAYOUTS,
            false,
        )
    }

    fn cells(table: &Table) -> Vec<(u64, &str, Option<&str>)> {
        let rows = table.rows.iter();
        rows.map(|row| {
            (
                row.line,
                table.cell(row, "id").unwrap_or_default(),
                table.cell(row, "note"),
            )
        })
        .collect()
    }

    #[test]
    fn comma_semicolon_and_tab_are_understood_and_lines_are_counted() {
        for text in [
            "id,note\n1,\"a\nb\"\n\n2,\n",
            "\u{feff}ID;Note\r\n1;\"a\nb\"\r\n;\r\n2;\r\n",
            "sep=;\nid;note\n1;\"a\nb\"\n2;",
            "note\tid\n\"a\nb\"\t1\n\t\n\t2\n",
        ] {
            let table = read_text(text.as_bytes()).unwrap();
            let lines: Vec<_> = table.rows.iter().map(|row| row.line).collect();
            let values: Vec<_> = cells(&table)
                .iter()
                .map(|(_, id, note)| (*id, *note))
                .collect();
            assert_eq!(values, [("1", Some("a\nb")), ("2", None)], "{text:?}");
            assert!(lines == [2, 5] || lines == [3, 5], "{text:?} {lines:?}");
            assert!(table.problems.is_empty());
        }
    }

    #[test]
    fn a_row_of_another_width_is_told_and_the_others_are_read() {
        let table = read_text(b"id,note\n1,a,b\n2,x\n3\n4,y,\n").unwrap();
        assert_eq!(cells(&table), [(3, "2", Some("x")), (5, "4", Some("y"))]);
        let told: Vec<_> = table.problems.iter().map(ToString::to_string).collect();
        assert!(
            told[0].starts_with("line 2: there are 3 cells and the header has 2"),
            "{told:?}"
        );
        assert!(told[1].starts_with("line 4: there is one cell"), "{told:?}");
    }

    #[test]
    fn a_quotation_mark_that_swallows_the_rest_is_told() {
        let table = read_text(b"id,note\n1,x\n2,\"a\n3,b\n4,c\n").unwrap();
        assert_eq!(table.problems[0].place, Place::Line(3));
    }

    #[test]
    fn a_header_is_refused_with_what_to_do() {
        let told = |text: &str| read_text(text.as_bytes()).unwrap_err().to_string();
        assert!(told("").ends_with("the file is empty"));
        assert!(told("a,b\n1,2\n").contains("write a header for things (id, note)"));
        assert!(told("note\nx\n").ends_with("line 1: for things this column is missing: id"));
        assert!(
            told("id,notes\n1,x\n")
                .ends_with("line 1, column 2 (notes): this column is not known; is it `note`?")
        );
        assert!(told("id,ID\n1,x\n").contains("two columns"));
        assert!(told("id,note\n").ends_with("no rows below the header"));
        let table = read_text(b"id,colour\n1,red\n").unwrap();
        assert_eq!(
            table.notices[0].to_string(),
            "line 1, column 2 (colour): this column is not used"
        );
    }
}
