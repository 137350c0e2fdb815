//! An `OpenDocument` spreadsheet (ODS), as `LibreOffice` and Collabora write it.
//!
//! Read cell by cell, with the bounds of every table: rows and cells may say of
//! themselves that they repeat, up to the last corner of a sheet.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader as XmlReader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::limits::ReadBudget;
use super::package::attribute;
use super::sheets::{CellsOfSheet, SheetChoice, in_sheet};
use super::table::{CellMarkKind, Table};
use super::zip_bounds::damaged;
use crate::understand::columns::ColumnLayout;
use domain::message::{FileMessage, Message};

/// The most blanks that one element stands for.
const MOST_BLANKS: usize = 100;

/// Reads the parts of a spreadsheet with a sheet of one of these layouts. An
/// error says why it cannot be read at all.
pub(crate) fn read(
    parts: &[u8],
    layouts: &'static [ColumnLayout],
    has_date: bool,
) -> Result<Table, Message> {
    let mut zip = ZipArchive::new(Cursor::new(parts)).map_err(|error| damaged(&error))?;
    if let Ok(manifest) = zip.by_name("META-INF/manifest.xml")
        && std::io::read_to_string(manifest).is_ok_and(|text| text.contains("encryption-data"))
    {
        return Err(FileMessage::HasPassword.into());
    }
    let content = zip
        .by_name("content.xml")
        .map_err(|error| damaged(&error))?;
    let mut xml = XmlReader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let mut budget = ReadBudget::new();
    let mut choice = SheetChoice::new(layouts, has_date);
    let mut hidden = HashSet::new();
    let mut style = None;
    let mut token = Vec::new();
    loop {
        token.clear();
        match xml.read_event_into(&mut token) {
            Ok(Event::Eof) => return choice.made(),
            Ok(Event::Start(element)) => match element.name().as_ref() {
                "style:style" => style = attribute(&element, "style:name"),
                "style:table-properties"
                    if attribute(&element, "table:display").as_deref() == Some("false") =>
                {
                    hidden.extend(style.take());
                }
                "table:table" => {
                    let name = attribute(&element, "table:name").unwrap_or_default();
                    let style = attribute(&element, "table:style-name");
                    let is_visible = style.is_none_or(|style| !hidden.contains(&style));
                    sheet(&mut xml, &mut budget)
                        .and_then(|cells| choice.see(name.clone(), is_visible, cells, &mut budget))
                        .map_err(|what| in_sheet(&name, what))?;
                }
                _ => {}
            },
            Ok(_) => {}
            Err(error) => return Err(damaged(&error)),
        }
    }
}

/// A cell as the file says it.
#[derive(Debug, Default)]
struct OdsCell {
    kind: String,
    value: Option<String>,
    text: String,
    has_formula: bool,
    repeats: u32,
    /// Lines and columns that it covers.
    spans: (u32, u32),
}

/// Reads the cells of a sheet, up to its end.
fn sheet<R: BufRead>(
    xml: &mut XmlReader<R>,
    budget: &mut ReadBudget,
) -> Result<CellsOfSheet, Message> {
    let mut cells = CellsOfSheet::default();
    let mut line = 0_u32;
    let mut token = Vec::new();
    loop {
        token.clear();
        match xml.read_event_into(&mut token) {
            Ok(Event::Start(element)) if element.name().as_ref() == "table:table-row" => {
                let repeats = number(&element, "table:number-rows-repeated");
                row(xml, line, repeats, &mut cells, budget)?;
                line = line.saturating_add(repeats);
            }
            Ok(Event::End(element)) if element.name().as_ref() == "table:table" => break,
            Ok(Event::Eof) => return Err(damaged(&"the sheet does not end")),
            Ok(_) => {}
            Err(error) => return Err(damaged(&error)),
        }
    }
    cells.fill_merged(budget)?;
    Ok(cells)
}

/// Reads a row, and puts its cells in as many lines as it stands for.
fn row<R: BufRead>(
    xml: &mut XmlReader<R>,
    line: u32,
    repeats: u32,
    cells: &mut CellsOfSheet,
    budget: &mut ReadBudget,
) -> Result<(), Message> {
    let mut column = 0_u32;
    let mut token = Vec::new();
    loop {
        token.clear();
        match xml.read_event_into(&mut token) {
            Ok(Event::Start(element)) => {
                let name = element.name();
                if !matches!(
                    name.as_ref(),
                    "table:table-cell" | "table:covered-table-cell"
                ) {
                    continue;
                }
                let mut cell = begin(&element);
                text_of(xml, &mut cell)?;
                put(&cell, (line, repeats), column, cells, budget)?;
                column = column.saturating_add(cell.repeats);
            }
            Ok(Event::End(element)) if element.name().as_ref() == "table:table-row" => {
                return Ok(());
            }
            Ok(Event::Eof) => return Err(damaged(&"a row does not end")),
            Ok(_) => {}
            Err(error) => return Err(damaged(&error)),
        }
    }
}

fn put(
    cell: &OdsCell,
    (line, lines): (u32, u32),
    column: u32,
    cells: &mut CellsOfSheet,
    budget: &mut ReadBudget,
) -> Result<(), Message> {
    let value = cell.value();
    let is_blank = value.trim().is_empty();
    // Blanks repeat to the last corner of a sheet.
    if is_blank && !cell.has_formula {
        return Ok(());
    }
    let (down, right) = cell.spans;
    if down > 1 || right > 1 {
        let last = (
            line.saturating_add(down.saturating_sub(1)),
            column.saturating_add(right.saturating_sub(1)),
        );
        cells.merged.push(((line, column), last));
    }
    let is_error = cell.has_formula && (value.starts_with('#') || value.starts_with("Err:"));
    for line in line..line.saturating_add(lines) {
        for column in column..column.saturating_add(cell.repeats) {
            let mark = match (is_error, cell.has_formula) {
                (true, _) => Some(CellMarkKind::Error),
                (false, true) => Some(CellMarkKind::Formula),
                (false, false) => None,
            };
            cells.marks.extend(mark.map(|mark| (line, column, mark)));
            cells.put((line, column), value.clone(), budget)?;
        }
    }
    Ok(())
}

fn begin(element: &BytesStart<'_>) -> OdsCell {
    let kind = attribute(element, "office:value-type").unwrap_or_default();
    let value = match kind.as_str() {
        "float" | "percentage" | "currency" => attribute(element, "office:value"),
        "date" => attribute(element, "office:date-value"),
        "boolean" => attribute(element, "office:boolean-value"),
        "string" => attribute(element, "office:string-value"),
        _ => None,
    };
    OdsCell {
        kind,
        value,
        text: String::new(),
        has_formula: attribute(element, "table:formula").is_some(),
        repeats: number(element, "table:number-columns-repeated"),
        spans: (
            number(element, "table:number-rows-spanned"),
            number(element, "table:number-columns-spanned"),
        ),
    }
}

impl OdsCell {
    /// The value as a person would write it.
    fn value(&self) -> String {
        let Some(value) = &self.value else {
            return self.text.clone();
        };
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => {
                let number = value.parse::<f64>();
                number.map_or_else(|_| value.clone(), |number| number.to_string())
            }
            "date" => match value.split_once('T') {
                Some((date, time)) if time.trim_matches(['0', ':', '.']).is_empty() => {
                    date.to_owned()
                }
                Some((date, time)) => format!("{date} {time}"),
                None => value.clone(),
            },
            _ => value.clone(),
        }
    }
}

/// Reads the text of a cell, up to its end; what somebody remarked beside it is
/// left out.
fn text_of<R: BufRead>(xml: &mut XmlReader<R>, cell: &mut OdsCell) -> Result<(), Message> {
    let mut within = 0_usize;
    let mut remark = None;
    let mut token = Vec::new();
    loop {
        token.clear();
        match xml.read_event_into(&mut token) {
            Ok(Event::Start(element)) => {
                within += 1;
                match element.name().as_ref() {
                    "office:annotation" => {
                        remark.get_or_insert(within);
                    }
                    _ if remark.is_some() => {}
                    "text:p" if !cell.text.is_empty() => cell.text.push('\n'),
                    "text:s" => {
                        let blanks = number(&element, "text:c") as usize;
                        cell.text.push_str(&" ".repeat(blanks.min(MOST_BLANKS)));
                    }
                    "text:tab" => cell.text.push('\t'),
                    "text:line-break" => cell.text.push('\n'),
                    _ => {}
                }
            }
            Ok(Event::End(_)) if within == 0 => return Ok(()),
            Ok(Event::End(_)) => {
                if remark == Some(within) {
                    remark = None;
                }
                within -= 1;
            }
            Ok(Event::Text(text)) if within > 0 && remark.is_none() => {
                cell.text.push_str(&text.xml10_content());
            }
            Ok(Event::GeneralRef(entity)) if within > 0 && remark.is_none() => {
                if let Some(text) = resolve_xml_entity(entity.as_ref()) {
                    cell.text.push_str(text);
                } else if let Ok(Some(character)) = entity.resolve_char_ref() {
                    cell.text.push(character);
                }
            }
            Ok(Event::Eof) => return Err(damaged(&"a cell does not end")),
            Ok(_) => {}
            Err(error) => return Err(damaged(&error)),
        }
    }
}

/// How often something repeats, or how far it goes: once when it does not say.
fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    let number = attribute(element, name).and_then(|text| text.parse().ok());
    number.unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::read_table;
    use super::super::table::Table;
    use super::*;
    use crate::read::zip_bounds::zip_of;
    use crate::understand::columns::{optional, required};
    use crate::{ImportError, ImportFile};

    static LAYOUTS: [ColumnLayout; 1] = [ColumnLayout {
        what: "things",
        answer: &[],
        columns: &[required("id"), required("day"), optional("note")],
    }];

    fn read(sheets: &str) -> Result<Table, ImportError> {
        let content = format!(
            "<office:document-content><style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>{sheets}</office:document-content>"
        );
        let zip = zip_of(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", &content),
        ]);
        read_table(&ImportFile::new("x.ods", zip), &LAYOUTS, false)
    }

    fn texts(cells: &[&str]) -> String {
        let cells = cells.iter().map(|text| {
            format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>")
        });
        format!(
            "<table:table-row>{}</table:table-row>",
            cells.collect::<String>()
        )
    }

    #[test]
    fn a_sheet_is_read_as_a_person_reads_it() {
        let header = texts(&["id", "day", "note"]);
        let table = read(&format!(
            "<table:table table:name='Oud' table:style-name='ta2'>{header}</table:table>
             <table:table table:name='Blad1'>{header}
             <table:table-row table:number-rows-repeated='2'>
             <table:table-cell office:value-type='float' office:value='34'><text:p>34,00</text:p></table:table-cell>
             <table:table-cell office:value-type='date' office:date-value='2022-12-31T00:00:00'/>
             <table:table-cell office:value-type='string'><office:annotation><text:p>weg</text:p></office:annotation><text:p>a<text:s text:c='2'/>b</text:p><text:p>c &amp; d</text:p></table:table-cell>
             <table:table-cell table:number-columns-repeated='16381'/></table:table-row>
             <table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>
             </table:table>"
        ))
        .unwrap();
        let lines: Vec<_> = table.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3]);
        let row = &table.rows[0];
        assert_eq!(table.cell(row, "id"), Some("34"));
        assert_eq!(table.cell(row, "day"), Some("2022-12-31"));
        assert_eq!(table.cell(row, "note"), Some("a  b\nc & d"));
        assert!(
            table
                .notices
                .iter()
                .any(|notice| notice.message.to_string().contains("Oud (hidden)"))
        );
    }

    #[test]
    fn what_repeats_without_end_is_refused() {
        let header = texts(&["id", "day"]);
        let told = |row: &str| {
            let sheets = format!("<table:table table:name='a'>{header}{row}</table:table>");
            read(&sheets).unwrap_err().to_string()
        };
        let cell =
            "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>";
        let rows = format!(
            "<table:table-row table:number-rows-repeated='4000000000'>{cell}</table:table-row>"
        );
        assert!(
            told(&rows).contains("more than 100000 rows"),
            "{}",
            told(&rows)
        );
        let wide = cell.replacen(
            "<table:table-cell",
            "<table:table-cell table:number-columns-repeated='16384'",
            1,
        );
        let wide = format!("<table:table-row>{wide}</table:table-row>");
        assert!(
            told(&wide).contains("at most 200 columns"),
            "{}",
            told(&wide)
        );
        let spans = cell.replacen("<table:table-cell", "<table:table-cell table:number-rows-spanned='4000000000' table:number-columns-spanned='150'", 1);
        let short =
            format!("<table:table-row table:number-rows-repeated='99000'>{cell}</table:table-row>");
        let spans = format!("<table:table-row>{spans}</table:table-row>{short}");
        assert!(
            told(&spans).contains("more than 1000000 cells"),
            "{}",
            told(&spans)
        );
    }
}
