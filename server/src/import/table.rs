//! A CSV file as rows of cells, each with its line.

use std::path::Path;

use super::columns::{self, Found, Layout, nearest};
use super::problem::{Notice, Place, Problem};
use super::{ImportError, decode::decode, read_file, refused, unfit};

/// What may stand between cells; the first is that of the shipped files, the
/// second that of Excel in Dutch.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A row, with the line on which it begins.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

/// A file of rows, whose columns are known.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) header: Vec<String>,
    pub(super) found: Found,
    pub(super) rows: Vec<Row>,
    pub(super) problems: Vec<Problem>,
    pub(super) notices: Vec<Notice>,
}

/// Reads a file of one of these layouts. Refuses when the columns cannot be
/// told; what is wrong with single rows is in the table's problems.
pub(super) fn read(
    path: &Path,
    layouts: &'static [Layout],
    has_date: bool,
) -> Result<Table, ImportError> {
    let decoded = decode(&read_file(path)?).map_err(|what| unfit(path, what))?;
    let mut notices = Vec::new();
    if let Some(encoding) = decoded.read_as {
        notices.push(Notice::new(
            Place::File,
            format_args!("the file is not in UTF-8; it is read as {encoding}"),
        ));
    }
    // Excel understands, and some programs write, a first line that names the
    // delimiter.
    let (text, first_line) = match decoded.text.split_once('\n') {
        Some((first, rest)) if first.trim_end().to_ascii_lowercase().starts_with("sep=") => {
            (rest, 2)
        }
        _ => (decoded.text.as_str(), 1),
    };
    let (delimiter, header, found) =
        find_header(text, layouts, has_date).map_err(|what| unfit(path, what))?;
    let mut table = Table {
        header,
        found,
        rows: Vec::new(),
        problems: Vec::new(),
        notices,
    };
    table
        .check_header(first_line, has_date)
        .map_err(|problems| refused(path, problems))?;
    table.read_rows(text, delimiter, first_line - 1);
    if table.rows.is_empty() && table.problems.is_empty() {
        return Err(unfit(path, "there are no rows below the header"));
    }
    Ok(table)
}

/// The delimiter under which most columns are known, with the header.
fn find_header(
    text: &str,
    layouts: &'static [Layout],
    has_date: bool,
) -> Result<(u8, Vec<String>, Found), String> {
    if text.trim().is_empty() {
        return Err("the file is empty".to_owned());
    }
    let mut best: Option<(u8, Vec<String>, Found)> = None;
    for delimiter in DELIMITERS {
        let Some(Ok(header)) = reader(text, delimiter).into_records().next() else {
            continue;
        };
        let header: Vec<String> = header.iter().map(str::to_owned).collect();
        let Some(found) = columns::find(layouts, &header, has_date) else {
            continue;
        };
        if best
            .as_ref()
            .is_none_or(|(.., other)| found.known() > other.known())
        {
            best = Some((delimiter, header, found));
        }
    }
    best.ok_or_else(|| {
        let choices: Vec<_> = layouts
            .iter()
            .map(|layout| {
                let names = layout.columns.iter().map(|column| column.name);
                format!("{} ({})", layout.what, names.collect::<Vec<_>>().join(", "))
            })
            .collect();
        format!(
            "no column of the first line is known; write a header for {}",
            choices.join(", or ")
        )
    })
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The line of a record: its position is that of the blank lines before it.
fn line_of(text: &str, start: &csv::Position) -> u64 {
    let start_byte = usize::try_from(start.byte()).unwrap_or_default();
    let rest = text.as_bytes().get(start_byte..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    start.line()
        + blank
            .filter(|byte| **byte == b'\n')
            .fold(0, |lines, _| lines + 1)
}

impl Table {
    fn check_header(&mut self, line: u64, has_date: bool) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        let cell = |column: usize| Place::Cell {
            line,
            column: column + 1,
            name: self.header[column].trim().to_owned(),
        };
        let unused: Vec<&str> = self
            .found
            .layout
            .columns
            .iter()
            .map(|column| column.name)
            .filter(|name| !self.found.has(name))
            .collect();
        for (column, place) in self.found.places.iter().enumerate() {
            let written = self.header[column].trim();
            let first = self.found.places.iter().position(|other| other == place);
            match place {
                Some(_) if first != Some(column) => problems.push(Problem::new(
                    cell(column),
                    "there are two columns of this meaning; leave one out",
                )),
                None if !written.is_empty() => match nearest(written, unused.iter().copied()) {
                    Some(meant) => problems.push(Problem::new(
                        cell(column),
                        format_args!("this column is not known; is it `{meant}`?"),
                    )),
                    None => self
                        .notices
                        .push(Notice::new(cell(column), "this column is not used")),
                },
                _ => {}
            }
        }
        let missing = self.found.missing(has_date);
        if !missing.is_empty() {
            let hint = if missing.contains(&"boundary_date") {
                "; --date gives one boundary date to all rows"
            } else {
                ""
            };
            problems.push(Problem::new(
                Place::Line(line),
                format_args!(
                    "for {} these columns are missing: {}{hint}",
                    self.found.layout.what,
                    missing.join(", ")
                ),
            ));
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }

    fn read_rows(&mut self, text: &str, delimiter: u8, lines_before: u64) {
        let width = self.header.len();
        let mut reader = reader(text, delimiter);
        let mut record = csv::StringRecord::new();
        let mut first = true;
        while let Ok(true) = reader.read_record(&mut record) {
            let line = record.position().map_or(0, |start| line_of(text, start)) + lines_before;
            if std::mem::take(&mut first) || record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let surplus = record.iter().skip(width);
            if record.len() < width || surplus.clone().any(|cell| !cell.trim().is_empty()) {
                self.problems.push(Problem::new(
                    Place::Line(line),
                    format_args!(
                        "there are {} cells and the header has {width}; \
                         put a value with the delimiter or a quotation mark in it in quotes",
                        record.len()
                    ),
                ));
                continue;
            }
            self.rows.push(Row {
                line,
                cells: record.iter().take(width).map(str::to_owned).collect(),
            });
        }
        // The reader takes the rest of the file as one cell.
        let last = self.rows.last();
        let unclosed = last.filter(|row| row.cells.iter().any(|cell| cell.contains('\n')));
        if let Some(row) = unclosed
            && text.matches('"').count() % 2 == 1
        {
            let what = "a quotation mark is opened here or below and never closed";
            self.problems
                .push(Problem::new(Place::Line(row.line), what));
        }
    }

    /// The place of a cell.
    pub(super) fn place(&self, line: u64, column: &str) -> Place {
        let place = self.found.places.iter().position(|place| {
            place.is_some_and(|place| self.found.layout.columns[place].name == column)
        });
        match place {
            Some(place) => Place::Cell {
                line,
                column: place + 1,
                name: self.header[place].trim().to_owned(),
            },
            None => Place::Line(line),
        }
    }

    /// A cell without the blanks around it; nothing when it is empty or there
    /// is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: &str) -> Option<&'a str> {
        let place = self.found.places.iter().position(|place| {
            place.is_some_and(|place| self.found.layout.columns[place].name == column)
        })?;
        Some(row.cells[place].trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}'))
            .filter(|cell| !cell.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{optional, required};
    use super::*;

    static LAYOUTS: [Layout; 1] = [Layout {
        what: "things",
        columns: &[required("id"), optional("note")],
    }];

    fn read_text(text: &[u8]) -> Result<Table, ImportError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("things.csv");
        std::fs::write(&path, text).unwrap();
        read(&path, &LAYOUTS, false)
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
        assert!(told[1].starts_with("line 4: there are 1 cells"), "{told:?}");
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
        assert!(told("note\nx\n").ends_with("line 1: for things these columns are missing: id"));
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
