//! A table as an `OpenDocument` spreadsheet: the same cells and notes as the
//! workbook has.

use chrono::NaiveDate;
use spreadsheet_ods::color::Rgb;
use spreadsheet_ods::format::{
    create_date_iso_format, create_number_format, create_percentage_format,
};
use spreadsheet_ods::style::units::WrapOption;
use spreadsheet_ods::{
    CellStyle, CellStyleRef, OdsError, Sheet, Value, ValueFormatText, WorkBook, mm, write_ods_buf,
};

use super::about::TableNotes;
use super::cell::{Cell, Word, Wording};
use super::columns::Column;
use super::table::MunicipalityTable;
use super::workbook::{is_dark, width};

/// The styles of cells; a document keeps each once.
struct Styles {
    heading: CellStyleRef,
    text: CellStyleRef,
    wrapped: CellStyleRef,
    loud: CellStyleRef,
    whole: CellStyleRef,
    number: CellStyleRef,
    share: CellStyleRef,
    date: CellStyleRef,
    /// Those of words, by their colours.
    words: Vec<(&'static str, CellStyleRef)>,
}

impl Styles {
    fn new(book: &mut WorkBook) -> Self {
        let mut text_format = ValueFormatText::new_named("words");
        text_format.part_text_content().build();
        let text = book.add_text_format(text_format);
        let whole = book.add_number_format(create_number_format("whole", 0, true));
        let number = book.add_number_format(create_number_format("measure", 2, true));
        let share = book.add_percentage_format(create_percentage_format("share", 0));
        let date = book.add_datetime_format(create_date_iso_format("day"));
        let mut heading = CellStyle::new("heading", &text);
        heading.set_font_bold();
        heading.set_wrap_option(WrapOption::Wrap);
        let mut wrapped = CellStyle::new("wrapped", &text);
        wrapped.set_wrap_option(WrapOption::Wrap);
        let mut loud = CellStyle::new("loud", &text);
        loud.set_font_bold();
        loud.set_background_color(rgb("#f6de82"));
        Self {
            heading: book.add_cellstyle(heading),
            text: book.add_cellstyle(CellStyle::new("text", &text)),
            wrapped: book.add_cellstyle(wrapped),
            loud: book.add_cellstyle(loud),
            whole: book.add_cellstyle(CellStyle::new("count", &whole)),
            number: book.add_cellstyle(CellStyle::new("number", &number)),
            share: book.add_cellstyle(CellStyle::new("percent", &share)),
            date: book.add_cellstyle(CellStyle::new("date", &date)),
            words: Vec::new(),
        }
    }

    /// The colour of a class, with letters that can be read on it.
    fn of_word(&mut self, book: &mut WorkBook, word: Word) -> CellStyleRef {
        let colour = word.fill.colour;
        if let Some((_, style)) = self.words.iter().find(|(known, _)| *known == colour) {
            return style.clone();
        }
        let mut style = CellStyle::new_empty();
        style.set_name(format!("class{}", self.words.len()));
        style.set_background_color(rgb(colour));
        if is_dark(colour) {
            style.set_color(rgb("#ffffff"));
        }
        let style = book.add_cellstyle(style);
        self.words.push((colour, style.clone()));
        style
    }
}

/// A colour as `#rrggbb`; black when it is none.
fn rgb(colour: &str) -> Rgb<u8> {
    let part = |from: usize| {
        let digits = colour.get(from..from + 2).unwrap_or_default();
        u8::from_str_radix(digits, 16).unwrap_or_default()
    };
    Rgb::new(part(1), part(3), part(5))
}

/// The spreadsheet.
pub fn open_document(
    table: &MunicipalityTable,
    notes: &TableNotes,
    wording: Wording,
) -> Result<Vec<u8>, OdsError> {
    let mut book = WorkBook::new_empty();
    let mut styles = Styles::new(&mut book);
    let rows = rows(&mut book, &mut styles, table, wording);
    book.push_sheet(rows);
    book.push_sheet(about(&styles, table, notes));
    write_ods_buf(&mut book, Vec::new())
}

fn rows(
    book: &mut WorkBook,
    styles: &mut Styles,
    table: &MunicipalityTable,
    wording: Wording,
) -> Sheet {
    let mut sheet = Sheet::new(table.language.choose("Gemeenten", "Municipalities"));
    let headings: Vec<String> = match wording {
        Wording::Codes => table.ids().collect(),
        Wording::Labels => table.titles().collect(),
    };
    for ((place, column), heading) in (0..).zip(&table.columns).zip(headings) {
        sheet.set_styled_value(0, place, heading, &styles.heading);
        // A letter of Excel's width is about two millimetres.
        sheet.set_col_width(place, mm!(width(*column) * 2.0));
    }
    for (line, position) in (1_u32..).zip(&table.positions) {
        for (place, cell) in (0_u32..).zip(table.row(*position)) {
            let Some((value, style)) = value(book, styles, &cell, table, wording) else {
                continue;
            };
            sheet.set_styled_value(line, place, value, &style);
        }
    }
    let names = table.columns.iter().take(2);
    let fixed = names.filter(|column| matches!(column, Column::Code | Column::Name));
    if let Some(last) = u32::try_from(fixed.count())
        .ok()
        .and_then(|fixed| fixed.checked_sub(1))
    {
        sheet.split_col_header(last);
    }
    sheet.split_row_header(0);
    sheet.set_header_rows(0, 0);
    sheet
}

/// A cell with its style; text is text, never a formula, whatever it begins with.
fn value(
    book: &mut WorkBook,
    styles: &mut Styles,
    cell: &Cell,
    table: &MunicipalityTable,
    wording: Wording,
) -> Option<(Value, CellStyleRef)> {
    let text = |text: &str, styles: &Styles| (Value::from(text), styles.text.clone());
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(words) => text(words, styles),
        Cell::Whole(count) => (Value::from(*count), styles.whole.clone()),
        Cell::Number(number) => (Value::from(*number), styles.number.clone()),
        Cell::Share(share) => (Value::Percentage(*share), styles.share.clone()),
        Cell::Date(date) => {
            let [month, day] =
                [date.month(), date.day()].map(|part| u32::from(part.unsigned_abs()));
            let day = NaiveDate::from_ymd_opt(date.year().into(), month, day)?;
            (Value::from(day), styles.date.clone())
        }
        Cell::Flag(flag) => text(wording.flag(*flag, table.language), styles),
        Cell::Words(words) => text(&wording.words(words), styles),
        Cell::Word(word) => (
            Value::from(wording.word(*word)),
            styles.of_word(book, *word),
        ),
    })
}

fn about(styles: &Styles, table: &MunicipalityTable, notes: &TableNotes) -> Sheet {
    let language = table.language;
    let mut sheet = Sheet::new(language.choose("Toelichting", "Notes"));
    sheet.set_col_width(0, mm!(60.0));
    sheet.set_col_width(1, mm!(200.0));
    let mut line = 0;
    if let Some(warning) = notes.warning {
        sheet.set_styled_value(line, 0, warning, &styles.loud);
        line += 2;
    }
    for (_, heading, text) in &notes.lines {
        sheet.set_styled_value(line, 0, *heading, &styles.heading);
        sheet.set_styled_value(line, 1, text.as_str(), &styles.wrapped);
        line += 1;
    }
    line += 1;
    let headings = language.choose(["Kolom", "Naam in de API"], ["Column", "Name in the API"]);
    for (place, heading) in (0..).zip(headings) {
        sheet.set_styled_value(line, place, heading, &styles.heading);
    }
    for (title, id) in table.titles().zip(table.ids()) {
        line += 1;
        sheet.set_styled_value(line, 0, title, &styles.wrapped);
        sheet.set_styled_value(line, 1, id, &styles.text);
    }
    sheet
}
