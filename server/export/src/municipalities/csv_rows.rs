//! A table as CSV: UTF-8 with a byte-order mark, lines that end as RFC 4180 says,
//! made a few rows at a time.

use super::cell::{Cell, Wording};
use super::table::MunicipalityTable;
use crate::formula::without_formulas;

/// Rows that are written at a time.
const ROWS_AT_A_TIME: usize = 64;

/// How a reader takes the file apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvDialect {
    /// Between cells: `;`, `,` or a tab.
    pub separator: u8,
    /// Before decimals.
    pub decimal: char,
    /// Whether words are labels or codes.
    pub wording: Wording,
}

/// The file in pieces: the headings first.
pub fn csv_pieces(
    table: MunicipalityTable,
    dialect: CsvDialect,
) -> impl Iterator<Item = Vec<u8>> + Send {
    let pieces = table.positions.len().div_ceil(ROWS_AT_A_TIME);
    (0..=pieces).map(move |piece| match piece.checked_sub(1) {
        None => headings(&table, dialect),
        Some(piece) => {
            let rows = table.positions.chunks(ROWS_AT_A_TIME).nth(piece);
            let mut writer = writer(dialect, Vec::new());
            for position in rows.unwrap_or_default() {
                let row = table.row(*position);
                let row = row.map(|cell| text(&cell, &table, dialect));
                // Writing to memory cannot fail.
                let _ = writer.write_record(row);
            }
            writer.into_inner().unwrap_or_default()
        }
    })
}

fn writer(dialect: CsvDialect, bytes: Vec<u8>) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .delimiter(dialect.separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer(bytes)
}

fn headings(table: &MunicipalityTable, dialect: CsvDialect) -> Vec<u8> {
    let mut writer = writer(dialect, "\u{feff}".into());
    let headings: Vec<String> = match dialect.wording {
        Wording::Codes => table.ids().collect(),
        Wording::Labels => table.titles().map(|text| without_formulas(&text)).collect(),
    };
    let _ = writer.write_record(headings);
    writer.into_inner().unwrap_or_default()
}

fn text(cell: &Cell, table: &MunicipalityTable, dialect: CsvDialect) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => without_formulas(text),
        Cell::Whole(count) => count.to_string(),
        Cell::Number(number) | Cell::Share(number) => number
            .to_string()
            .replace('.', &dialect.decimal.to_string()),
        Cell::Date(date) => date.to_string(),
        Cell::Flag(flag) => dialect.wording.flag(*flag, table.language).to_owned(),
        Cell::Word(word) => dialect.wording.word(*word).to_owned(),
        Cell::Words(words) => dialect.wording.words(words),
    }
}
