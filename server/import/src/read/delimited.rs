//! A CSV file as rows of cells.

use std::io::{self, Read};

use super::decode::decode;
use super::foreign_rows::{below, footer};
use super::limits::{
    LARGEST_TEXT_FILE, LONGEST_RECORD, MOST_COLUMNS, MOST_PROBLEMS, MOST_ROWS, ReadBudget,
};
use super::quotes::without_blanks_before_quotes;
use super::table::{LINES_ABOVE, Table, TableRow, above};
use crate::problem::{Notice, Place, Problem};
use crate::understand::columns::{self, ColumnLayout, MatchedColumns};
use domain::message::{CellMessage, FileMessage, Message};

/// What may stand between cells; the first is that of the shipped files, the
/// second that of Excel in Dutch.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a text file of one of these layouts. An error says why it cannot be
/// read at all.
pub(crate) fn read(
    bytes: &[u8],
    layouts: &'static [ColumnLayout],
    has_date: bool,
) -> Result<Table, Message> {
    if bytes.len() > LARGEST_TEXT_FILE {
        let megabytes = LARGEST_TEXT_FILE >> 20;
        return Err(FileMessage::FileTooLarge { megabytes }.into());
    }
    let decoded = decode(bytes)?;
    let mut notices = Vec::new();
    if let Some(encoding) = decoded.read_as {
        notices.push(Notice::new(
            Place::File,
            FileMessage::NotUtf8 {
                encoding: encoding.to_owned(),
            },
        ));
    }
    // Excel understands, and some programs write, a first line that names the
    // delimiter.
    let (text, lines_before) = match decoded.text.split_once('\n') {
        Some((first, rest)) if first.trim_end().to_ascii_lowercase().starts_with("sep=") => {
            (rest, 1)
        }
        _ => (decoded.text.as_str(), 0),
    };
    let header = find_header(text, layouts, has_date)?;
    if header.has_lines_above {
        notices.push(above(header.line + lines_before));
    }
    let text = without_blanks_before_quotes(text, header.delimiter);
    let mut table = Table {
        header_line: header.line + lines_before,
        file_columns: header.cells.len(),
        header: header.cells,
        found: header.found,
        rows: Vec::new(),
        marks: Vec::new(),
        problems: Vec::new(),
        notices,
    };
    read_rows(&mut table, &text, header.delimiter, lines_before)?;
    Ok(table)
}

/// The line that names the columns.
struct Header {
    delimiter: u8,
    line: u64,
    has_lines_above: bool,
    cells: Vec<String>,
    found: MatchedColumns,
}

/// The line, and the delimiter, under which the columns fit a layout best: above
/// it may stand a title.
fn find_header(
    text: &str,
    layouts: &'static [ColumnLayout],
    has_date: bool,
) -> Result<Header, Message> {
    if text.trim().is_empty() {
        return Err(FileMessage::FileEmpty.into());
    }
    let fit = |found: &MatchedColumns| (found.missing(has_date).len(), usize::MAX - found.known());
    let text = &text[..text.floor_char_boundary(LINES_ABOVE * LONGEST_RECORD)];
    let mut best: Option<Header> = None;
    let mut alike: Option<(usize, Header)> = None;
    let mut too_large = None;
    for delimiter in DELIMITERS {
        let text = without_blanks_before_quotes(text, delimiter);
        let mut records = Records::new(&text, delimiter);
        for above in 0..LINES_ABOVE {
            let (line, cells) = match records.next() {
                Ok(Some(record)) => record,
                Ok(None) => break,
                Err(error) => {
                    too_large.get_or_insert(error);
                    break;
                }
            };
            let has_lines_above = above > 0;
            let Some(found) = columns::find(layouts, &cells, has_date) else {
                if let Some((count, found)) = columns::find_alike(layouts, &cells)
                    && alike.as_ref().is_none_or(|(most, _)| count > *most)
                {
                    let header = Header {
                        delimiter,
                        line,
                        has_lines_above,
                        cells,
                        found,
                    };
                    alike = Some((count, header));
                }
                continue;
            };
            if best
                .as_ref()
                .is_none_or(|best| fit(&found) < fit(&best.found))
            {
                best = Some(Header {
                    delimiter,
                    line,
                    has_lines_above,
                    cells,
                    found,
                });
            }
        }
    }
    best.or(alike.map(|(_, header)| header)).ok_or_else(|| {
        too_large.unwrap_or_else(|| {
            let choices = columns::choices(layouts);
            FileMessage::NoHeader { choices }.into()
        })
    })
}

/// Records that are not blank, none larger than a row may be.
struct Records<'a> {
    text: &'a str,
    reader: csv::Reader<BoundedReader<'a>>,
    record: csv::StringRecord,
}

/// A text that ends with an error where a record is too long.
struct BoundedReader<'a> {
    text: &'a [u8],
    /// Bytes read of the record.
    read: usize,
}

impl Read for BoundedReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read > LONGEST_RECORD {
            return Err(io::Error::other("the record is too long"));
        }
        let read = self.text.read(into)?;
        self.read += read;
        Ok(read)
    }
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: u8) -> Self {
        let bounded = BoundedReader {
            text: text.as_bytes(),
            read: 0,
        };
        Self {
            text,
            reader: csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .has_headers(false)
                .flexible(true)
                .from_reader(bounded),
            record: csv::StringRecord::new(),
        }
    }

    /// The next record, with its line; nothing after the last. An error says
    /// which one is too large.
    fn next(&mut self) -> Result<Option<(u64, Vec<String>)>, Message> {
        loop {
            self.reader.get_mut().read = 0;
            let start = self.reader.position().clone();
            match self.reader.read_record(&mut self.record) {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(_) => {
                    let megabytes = LONGEST_RECORD >> 20;
                    let line = line_of(self.text, &start);
                    return Err(at_line(line, CellMessage::RowTooLong { megabytes }));
                }
            }
            if self.record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let line = line_of(self.text, &start);
            // A sheet that is coloured far to the right ends in blanks.
            let mut surplus = self.record.iter().skip(MOST_COLUMNS);
            if surplus.any(|cell| !cell.trim().is_empty()) {
                let (cells, most) = (self.record.len(), MOST_COLUMNS);
                return Err(at_line(line, FileMessage::TooManyColumns { cells, most }));
            }
            let cells = self.record.iter().take(MOST_COLUMNS);
            return Ok(Some((line, cells.map(str::to_owned).collect())));
        }
    }
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

fn read_rows(
    table: &mut Table,
    text: &str,
    delimiter: u8,
    lines_before: u64,
) -> Result<(), Message> {
    let width = table.header.len();
    let mut records = Records::new(text, delimiter);
    let mut budget = ReadBudget::new();
    // Lines of one text, which may turn out to stand below the table.
    let mut footers: Vec<(u64, Vec<String>)> = Vec::new();
    while let Some((line, mut cells)) = records.next()? {
        let line = line + lines_before;
        if line <= table.header_line {
            continue;
        }
        let mut surplus = cells.iter().skip(width);
        if cells.len() < width || surplus.any(|cell| !cell.trim().is_empty()) {
            if footer(&cells).is_some() {
                footers.push((line, cells));
                continue;
            }
            let lines = footers.drain(..).chain([(line, cells)]);
            let problems = lines.map(|(line, cells)| other_width(line, cells.len(), width));
            table.problems.extend(problems);
            if table.problems.len() > MOST_PROBLEMS {
                let most = MOST_PROBLEMS;
                return Err(FileMessage::TooManyWidths { most }.into());
            }
            continue;
        }
        if table.rows.len() == MOST_ROWS {
            return Err(FileMessage::TooManyRows { most: MOST_ROWS }.into());
        }
        let lines = footers.drain(..);
        let problems = lines.map(|(line, cells)| other_width(line, cells.len(), width));
        table.problems.extend(problems);
        cells.truncate(width);
        budget.take(width, cells.iter().map(String::len).sum())?;
        table.rows.push(TableRow { line, cells });
    }
    for (line, cells) in &footers {
        let text = footer(cells).unwrap_or_default();
        table.notices.push(below(*line, text));
    }
    // The reader takes the rest of the file as one cell.
    let last = table.rows.last();
    let unclosed = last.filter(|row| row.cells.iter().any(|cell| cell.contains('\n')));
    if let Some(row) = unclosed
        && text.matches('"').count() % 2 == 1
    {
        let open = Problem::new(Place::Line(row.line), CellMessage::OpenQuote);
        table.problems.push(open);
    }
    Ok(())
}

fn other_width(line: u64, cells: usize, header: usize) -> Problem {
    Problem::new(Place::Line(line), CellMessage::OtherWidth { cells, header })
}

/// Why a file cannot be read at all, of one of its lines.
fn at_line(line: u64, message: impl Into<Message>) -> Message {
    Problem::new(Place::Line(line), message).tell()
}
