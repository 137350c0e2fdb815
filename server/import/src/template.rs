//! Files to fill in: the columns of a kind, with codes and names in place, an
//! explanation, and the allowed answers. What they are filled with is imported
//! as it is.

use std::io::Write as _;
use std::sync::Arc;

use jiff::civil::Date;
use rust_xlsxwriter::{DataValidation, Format, Workbook, Worksheet, XlsxError};
use thiserror::Error;

use super::rows::{arrangements, documents, population, regions, verdicts};
use super::understand::columns::{ColumnLayout, Requirement};
use super::understand::words::{self, DutchVocabulary};
use super::{ImportKind, explanation};
use domain::places::code::MunicipalityCode;
use domain::policy::rubric::Rubric;
use domain::vocabulary::{
    ArrangementMode, CoordinationStatus, DocumentScope, Established, Verdict,
};
use domain::words::Language;

/// How many rows below the last get the same help with answers.
const SPARE_ROWS: u32 = 500;

/// A template cannot be made.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// Outlines are drawn, not filled in.
    #[error("boundaries are outlines; there is nothing to fill in")]
    Boundaries,
    /// Another part of a kind than there is.
    #[error("`{0}` is no part of this kind; leave it out, or ask for `coverage` or `regions`")]
    Part(String),
    /// The workbook cannot be written.
    #[error("the workbook could not be written")]
    Workbook(#[from] XlsxError),
    /// The text cannot be written.
    #[error("the file could not be written")]
    Text(#[from] csv::Error),
}

/// What a template is made for.
#[derive(Debug)]
pub struct Template {
    layout: &'static ColumnLayout,
    language: Language,
    rows: Vec<Vec<String>>,
    blocks: Vec<String>,
}

/// What is filled in already.
#[derive(Debug)]
pub struct TemplateRows {
    /// The edition to which the codes belong.
    pub boundary_date: Date,
    /// The municipalities.
    pub municipalities: Vec<(MunicipalityCode, Arc<str>)>,
    /// The rubric in force.
    pub rubric: Option<Arc<Rubric>>,
}

impl Template {
    /// A template of a kind, or of a part of it: `coverage` of arrangements and
    /// documents, `regions` themselves instead of who lies in them.
    pub fn new(
        kind: ImportKind,
        part: Option<&str>,
        language: Language,
        filled: &TemplateRows,
    ) -> Result<Self, TemplateError> {
        let layout = match (kind, part) {
            (ImportKind::Boundaries, _) => return Err(TemplateError::Boundaries),
            (ImportKind::Verdicts, None) => &verdicts::LAYOUTS[0],
            (ImportKind::Population, None) => &population::LAYOUTS[0],
            (ImportKind::Arrangements, None) => &arrangements::LAYOUTS[0],
            (ImportKind::Arrangements, Some("coverage")) => &arrangements::LAYOUTS[1],
            (ImportKind::Documents, None) => &documents::LAYOUTS[0],
            (ImportKind::Documents, Some("coverage")) => &documents::LAYOUTS[1],
            (ImportKind::Regions, None) => &regions::LAYOUTS[1],
            (ImportKind::Regions, Some("regions")) => &regions::LAYOUTS[0],
            (_, Some(part)) => return Err(TemplateError::Part(part.chars().take(40).collect())),
        };
        let blocks = filled.rubric.iter().flat_map(|rubric| &rubric.blocks);
        let blocks: Vec<String> = blocks
            .map(|block| language.choose(&block.title_nl, &block.title_en).clone())
            .collect();
        let has = |name| layout.columns.iter().any(|column| column.name == name);
        let mut rows = Vec::new();
        if has("municipality_code") {
            for (code, name) in &filled.municipalities {
                let nothing = [String::new()];
                let of_each = if has("block") { &blocks[..] } else { &nothing };
                for block in of_each {
                    let cell = |column: &super::understand::columns::Column| match column.name {
                        "municipality_code" => code.to_string(),
                        "municipality_name" => name.to_string(),
                        "boundary_date" => filled.boundary_date.to_string(),
                        "block" => block.clone(),
                        _ => String::new(),
                    };
                    rows.push(layout.columns.iter().map(cell).collect());
                }
            }
        }
        Ok(Self {
            layout,
            language,
            rows,
            blocks,
        })
    }

    fn titles(&self) -> Vec<&'static str> {
        let columns = self.layout.columns.iter();
        columns
            .map(|column| self.language.choose(column.title(), column.name))
            .collect()
    }

    /// The answers of a column, when they are a closed list.
    fn answers(&self, column: &str) -> Vec<String> {
        fn of<T: DutchVocabulary>(language: Language, all: &[T]) -> Vec<String> {
            let word = |word: &T| match language {
                Language::Dutch => words::dutch(*word),
                Language::English => word.to_string(),
            };
            all.iter().map(word).collect()
        }
        let language = self.language;
        match column {
            "verdict" => of(language, Verdict::ALL),
            "established" => of(
                language,
                &[
                    Established::NotAssessed,
                    Established::Survey,
                    Established::Document,
                    Established::Conversation,
                ],
            ),
            "status" if self.layout.columns.iter().any(|other| other.name == "mode") => {
                of(language, CoordinationStatus::ALL)
            }
            "mode" => of(language, ArrangementMode::ALL),
            "scope" => of(language, DocumentScope::ALL),
            "block" => self.blocks.clone(),
            _ => Vec::new(),
        }
    }

    /// As CSV, with a byte-order mark and semicolons, as Excel in Dutch reads it.
    pub fn csv(&self) -> Result<Vec<u8>, TemplateError> {
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(&mut bytes);
        writer.write_record(self.titles())?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer.flush().map_err(csv::Error::from)?;
        drop(writer);
        bytes.flush().map_err(csv::Error::from)?;
        Ok(bytes)
    }

    /// As a workbook: a sheet to fill in and a sheet that explains it.
    pub fn xlsx(&self) -> Result<Vec<u8>, TemplateError> {
        let mut workbook = Workbook::new();
        let to_fill = self.language.choose("Invullen", "Fill in");
        self.write_rows(workbook.add_worksheet().set_name(to_fill)?)?;
        let explained = self.language.choose("Uitleg", "Explanation");
        self.write_explanation(workbook.add_worksheet().set_name(explained)?)?;
        Ok(workbook.save_to_buffer()?)
    }

    fn write_rows(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (bold, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
        sheet.set_freeze_panes(1, 0)?;
        let last = u32::try_from(self.rows.len()).unwrap_or_default() + SPARE_ROWS;
        for (place, title) in (0..).zip(self.titles()) {
            sheet.write_string_with_format(0, place, title, &bold)?;
            // A code that is typed stays as it is typed.
            sheet.set_column_format(place, &text)?;
            sheet.set_column_width(place, 22)?;
            let name = self.layout.columns[usize::from(place)].name;
            let answers = self.answers(name);
            if !answers.is_empty() && answers.iter().map(|a| a.len() + 1).sum::<usize>() < 255 {
                let validation = DataValidation::new().allow_list_strings(&answers)?;
                sheet.add_data_validation(1, place, last, place, &validation)?;
            }
        }
        for (line, row) in (1..).zip(&self.rows) {
            for (place, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string_with_format(line, place, cell, &text)?;
            }
        }
        Ok(())
    }

    fn write_explanation(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
        let headings = self.language.choose(
            ["Kolom", "Nodig", "Uitleg", "Antwoorden"],
            ["Column", "Needed", "Explanation", "Answers"],
        );
        let widths = [22, 10, 60, 60];
        for (place, (heading, width)) in (0..).zip(headings.into_iter().zip(widths)) {
            sheet.write_string_with_format(0, place, heading, &bold)?;
            sheet.set_column_width(place, width)?;
        }
        let titles = self.titles();
        for (line, (column, title)) in (1..).zip(self.layout.columns.iter().zip(titles)) {
            let needed = match column.need {
                Requirement::Optional => self.language.choose("nee", "no"),
                _ => self.language.choose("ja", "yes"),
            };
            sheet.write_string(line, 0, title)?;
            sheet.write_string(line, 1, needed)?;
            let text = explanation::of(column.name, self.language);
            sheet.write_string_with_format(line, 2, text, &wrapped)?;
            let answers = self.answers(column.name).join("\n");
            sheet.write_string_with_format(line, 3, answers, &wrapped)?;
        }
        Ok(())
    }
}
