//! A table as a workbook: typed cells, codes as text, the colours of the classes,
//! and a sheet that says what it is.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatPattern, Workbook, Worksheet,
    XlsxError,
};

use super::about::TableNotes;
use super::cell::{Cell, Word, Wording};
use super::columns::Column;
use super::table::MunicipalityTable;
use rendering::picture::{PatternKind, luminance};

/// The formats of cells; a workbook keeps each once.
struct Formats {
    heading: Format,
    text: Format,
    whole: Format,
    number: Format,
    share: Format,
    date: Format,
}

impl Formats {
    fn new() -> Self {
        let number = |format: &str| Format::new().set_num_format(format);
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            text: number("@"),
            whole: number("#,##0"),
            number: number("#,##0.00"),
            share: number("0%"),
            date: number("yyyy-mm-dd"),
        }
    }
}

/// The workbook.
pub fn workbook(
    table: &MunicipalityTable,
    notes: &TableNotes,
    wording: Wording,
) -> Result<Vec<u8>, XlsxError> {
    let language = table.language;
    let mut workbook = Workbook::new();
    let title = language.choose("Gemeenten", "Municipalities");
    workbook.set_properties(&DocProperties::new().set_title(title));
    write_rows(workbook.add_worksheet().set_name(title)?, table, wording)?;
    let about = language.choose("Toelichting", "Notes");
    write_notes(workbook.add_worksheet().set_name(about)?, table, notes)?;
    workbook.save_to_buffer()
}

fn write_rows(
    sheet: &mut Worksheet,
    table: &MunicipalityTable,
    wording: Wording,
) -> Result<(), XlsxError> {
    let formats = Formats::new();
    let headings: Vec<String> = match wording {
        Wording::Codes => table.ids().collect(),
        Wording::Labels => table.titles().collect(),
    };
    let columns = || (0_u16..).zip(&table.columns);
    for ((place, column), heading) in columns().zip(&headings) {
        sheet.write_string_with_format(0, place, heading, &formats.heading)?;
        sheet.set_column_width(place, width(*column))?;
    }
    sheet.set_row_height(0, 48)?;
    for (line, position) in (1_u32..).zip(&table.positions) {
        for (place, cell) in (0_u16..).zip(table.row(*position)) {
            write_cell(sheet, (line, place), &cell, &formats, table, wording)?;
        }
    }
    let names = table.columns.iter().take(2);
    let fixed = names.filter(|column| matches!(column, Column::Code | Column::Name));
    sheet.set_freeze_panes(1, u16::try_from(fixed.count()).unwrap_or(1))?;
    let last_line = u32::try_from(table.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.width().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_line, last_column)?;
    Ok(())
}

/// Text is written as text, never as a formula, whatever it begins with.
fn write_cell(
    sheet: &mut Worksheet,
    (line, place): (u32, u16),
    cell: &Cell,
    formats: &Formats,
    table: &MunicipalityTable,
    wording: Wording,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => sheet.write_string_with_format(line, place, text, &formats.text)?,
        Cell::Whole(count) => sheet.write_number_with_format(
            line,
            place,
            u32::try_from(*count).unwrap_or(u32::MAX),
            &formats.whole,
        )?,
        Cell::Number(number) => {
            sheet.write_number_with_format(line, place, *number, &formats.number)?
        }
        Cell::Share(share) => {
            sheet.write_number_with_format(line, place, *share, &formats.share)?
        }
        Cell::Date(date) => {
            let [year, month, day] = [date.year(), date.month().into(), date.day().into()];
            let day = ExcelDateTime::from_ymd(
                year.unsigned_abs(),
                u8::try_from(month).unwrap_or(1),
                u8::try_from(day).unwrap_or(1),
            )?;
            sheet.write_datetime_with_format(line, place, &day, &formats.date)?
        }
        Cell::Flag(flag) => {
            let text = wording.flag(*flag, table.language);
            sheet.write_string_with_format(line, place, text, &formats.text)?
        }
        Cell::Words(words) => {
            let text = wording.words(words);
            sheet.write_string_with_format(line, place, text, &formats.text)?
        }
        Cell::Word(word) => {
            let format = coloured(*word, &formats.text);
            sheet.write_string_with_format(line, place, wording.word(*word), &format)?
        }
    };
    Ok(())
}

/// The colour of a class, with letters that can be read on it; what is unknown
/// has a pattern here too.
fn coloured(word: Word, text: &Format) -> Format {
    let colour = Color::from(word.fill.colour);
    let format = text.clone();
    match word.fill.pattern {
        None => {
            let letters = if is_dark(word.fill.colour) {
                Color::White
            } else {
                Color::Black
            };
            format.set_background_color(colour).set_font_color(letters)
        }
        Some(pattern) => format
            .set_pattern(match pattern.kind {
                PatternKind::Hatch => FormatPattern::LightUp,
                PatternKind::Grain | PatternKind::Dots => FormatPattern::Gray0625,
            })
            .set_background_color(colour)
            .set_foreground_color(Color::from(pattern.ink)),
    }
}

/// Whether white letters are read on it better than black ones: the same contrast
/// lies at a luminance of 0.179.
pub(super) fn is_dark(colour: &str) -> bool {
    luminance(colour) < 0.179
}

/// The width of a column, in letters.
pub(super) fn width(column: Column) -> f64 {
    match column {
        Column::Name | Column::Region(_) | Column::Organisations | Column::Modes => 26.0,
        Column::Status | Column::Class | Column::Invented => 22.0,
        _ => 14.0,
    }
}

fn write_notes(
    sheet: &mut Worksheet,
    table: &MunicipalityTable,
    notes: &TableNotes,
) -> Result<(), XlsxError> {
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
    sheet.set_column_width(0, 30)?;
    sheet.set_column_width(1, 100)?;
    let mut line = 0;
    if let Some(warning) = notes.warning {
        let loud = Format::new()
            .set_bold()
            .set_background_color(Color::from("#f6de82"));
        sheet.write_string_with_format(line, 0, warning, &loud)?;
        line += 2;
    }
    for (_, heading, text) in &notes.lines {
        sheet.write_string_with_format(line, 0, *heading, &bold)?;
        sheet.write_string_with_format(line, 1, text, &wrapped)?;
        line += 1;
    }
    line += 1;
    let headings = table
        .language
        .choose(["Kolom", "Naam in de API"], ["Column", "Name in the API"]);
    for (place, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(line, place, heading, &bold)?;
    }
    for (title, id) in table.titles().zip(table.ids()) {
        line += 1;
        sheet.write_string_with_format(line, 0, title, &wrapped)?;
        sheet.write_string(line, 1, id)?;
    }
    Ok(())
}
