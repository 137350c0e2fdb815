//! A CSV file as rows of cells.

use super::columns::{self, Found, Layout};
use super::decode::decode;
use super::problem::{Notice, Place, Problem};
use super::table::{MOST_ROWS, Row, Table};

/// What may stand between cells; the first is that of the shipped files, the
/// second that of Excel in Dutch.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a text file of one of these layouts. An error says why it cannot be
/// read at all.
pub(super) fn read(
    bytes: &[u8],
    layouts: &'static [Layout],
    has_date: bool,
) -> Result<Table, String> {
    let decoded = decode(bytes)?;
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
    let (delimiter, header, found) = find_header(text, layouts, has_date)?;
    let mut table = Table {
        header_line: first_line,
        header,
        found,
        rows: Vec::new(),
        marks: Vec::new(),
        problems: Vec::new(),
        notices,
    };
    read_rows(&mut table, text, delimiter)?;
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
        format!(
            "no column of the first line is known; write a header for {}",
            columns::choices(layouts)
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

fn read_rows(table: &mut Table, text: &str, delimiter: u8) -> Result<(), String> {
    let lines_before = table.header_line - 1;
    let width = table.header.len();
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
            table.problems.push(Problem::new(
                Place::Line(line),
                format_args!(
                    "there are {} cells and the header has {width}; \
                     put a value with the delimiter or a quotation mark in it in quotes",
                    record.len()
                ),
            ));
            continue;
        }
        if table.rows.len() == MOST_ROWS {
            return Err(format!(
                "there are more than {MOST_ROWS} rows; split the file into smaller ones"
            ));
        }
        table.rows.push(Row {
            line,
            cells: record.iter().take(width).map(str::to_owned).collect(),
        });
    }
    // The reader takes the rest of the file as one cell.
    let last = table.rows.last();
    let unclosed = last.filter(|row| row.cells.iter().any(|cell| cell.contains('\n')));
    if let Some(row) = unclosed
        && text.matches('"').count() % 2 == 1
    {
        let what = "a quotation mark is opened here or below and never closed";
        table
            .problems
            .push(Problem::new(Place::Line(row.line), what));
    }
    Ok(())
}
