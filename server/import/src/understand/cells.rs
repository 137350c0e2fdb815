//! The cells of one row, understood; what is wrong with them is noted.

use std::fmt::Display;
use std::sync::Arc;

use jiff::civil::Date;

use super::codes::{self, EndedCodeRule};
use super::columns::normal;
use super::dates::{self, DayMonthOrder};
use super::scope::ImportScope;
use super::words::{self, DutchVocabulary};
use crate::problem::{Notice, Problem};
use crate::read::table::{Table, TableRow};
use domain::dates::{LAST_DATE, Period, record_date};
use domain::message::{CellMessage, Message, PlaceMessage, TextMessage};
use domain::places::code::MunicipalityCode;
use domain::places::register::Register;
use domain::plain_text::{BadText, WebAddress};
use domain::source::Source;
use domain::vocabulary::UnknownWord;

/// What the rows of a file are understood by.
#[derive(Debug)]
pub(crate) struct RowContext {
    pub(crate) register: Arc<Register>,
    /// The boundary date of rows that give none.
    pub(crate) date: Option<Date>,
    pub(crate) order: DayMonthOrder,
    /// For whom rows may be.
    pub(crate) scope: Arc<dyn ImportScope>,
}

/// One row while it is read.
#[derive(Debug)]
pub(crate) struct RowCells<'a> {
    pub(crate) table: &'a Table,
    pub(crate) row: &'a TableRow,
    pub(crate) context: &'a RowContext,
    pub(crate) problems: Vec<Problem>,
    pub(crate) notices: Vec<Notice>,
    /// The municipality that the row is about, once that is understood.
    pub(crate) about: Option<MunicipalityCode>,
}

impl<'a> RowCells<'a> {
    /// A cell, when it holds anything.
    pub(crate) fn text(&self, column: &str) -> Option<&'a str> {
        self.table.cell(self.row, column)
    }

    /// A cell as text of its own.
    pub(crate) fn owned(&self, column: &str) -> Option<String> {
        self.text(column).map(str::to_owned)
    }

    /// A cell that may not be empty.
    pub(crate) fn required(&mut self, column: &str) -> Option<&'a str> {
        let text = self.text(column);
        if text.is_none() {
            self.refuse(column, CellMessage::CellEmpty);
        }
        text
    }

    pub(crate) fn refuse(&mut self, column: &str, message: impl Into<Message>) {
        let place = self.table.place(self.row.line, column);
        self.problems.push(Problem::new(place, message));
    }

    /// Refuses a cell for which there is a better value.
    pub(crate) fn refuse_for(
        &mut self,
        column: &str,
        message: impl Into<Message>,
        better: Option<String>,
    ) {
        let place = self.table.place(self.row.line, column);
        self.problems
            .push(Problem::new(place, message).proposing(better));
    }

    /// Tells that a cell was read as this.
    pub(crate) fn read_as(
        &mut self,
        column: &str,
        message: impl Into<Message>,
        read: impl Display,
    ) {
        let place = self.table.place(self.row.line, column);
        self.notices
            .push(Notice::new(place, message).proposing(Some(read.to_string())));
    }

    /// A word of a closed vocabulary, whatever its capitals, or one of the
    /// Dutch words for it.
    pub(crate) fn word<T: DutchVocabulary>(&mut self, column: &str) -> Option<T> {
        let text = self.required(column)?;
        self.read_word(column, text)
    }

    fn read_word<T: DutchVocabulary>(&mut self, column: &str, text: &str) -> Option<T> {
        let word = normal(text).to_uppercase();
        let dutch = || words::find::<T>(text);
        match word.parse::<T>().or_else(|unknown| dutch().ok_or(unknown)) {
            Ok(meant) => {
                let word = meant.to_string();
                // A Dutch word is as good as the code.
                if word != text && words::find::<T>(text).is_none() {
                    self.read_as(column, read_as(text, &word), &word);
                }
                Some(meant)
            }
            Err(unknown) => {
                let unknown = UnknownWord {
                    word: text.chars().take(40).collect(),
                    ..unknown
                };
                match words::nearest::<T>(text, unknown.choices) {
                    Some(meant) => {
                        let message = TextMessage::IsIt {
                            given: unknown.word,
                            vocabulary: unknown.vocabulary.to_owned(),
                            proposal: meant.clone(),
                        };
                        self.refuse_for(column, message, Some(meant));
                    }
                    None => self.refuse(column, unknown),
                }
                None
            }
        }
    }

    /// Words of a closed vocabulary with `;`, `,` or `|` between them; none
    /// when the cell is empty.
    pub(crate) fn words<T: DutchVocabulary>(&mut self, column: &str) -> Option<Vec<T>> {
        let words = self.text(column).unwrap_or_default().split([';', ',', '|']);
        let words: Vec<_> = words
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .collect();
        let read: Vec<_> = words
            .iter()
            .filter_map(|word| self.read_word(column, word))
            .collect();
        (read.len() == words.len()).then_some(read)
    }

    /// A date that may not be empty.
    pub(crate) fn date(&mut self, column: &str) -> Option<Date> {
        self.required(column)?;
        self.optional_date(column)?
    }

    /// A date, if there is one; nothing at all when it is not understood.
    #[expect(clippy::option_option, reason = "a cell is refused, empty or a date")]
    pub(crate) fn optional_date(&mut self, column: &str) -> Option<Option<Date>> {
        let Some(text) = self.text(column) else {
            return Some(None);
        };
        let read = match dates::understand(text, self.context.order) {
            Ok(read) => read,
            Err(unclear) => {
                let better = unclear.proposal.map(|date| date.to_string());
                self.refuse_for(column, unclear.message, better);
                return None;
            }
        };
        if let Err(error) = record_date(read.date) {
            self.refuse(column, error);
            return None;
        }
        if !read.as_written {
            self.read_as(column, read_as(text, read.date), read.date);
        }
        Some(Some(read.date))
    }

    /// From when to when, of the columns `valid_from` and `valid_to`.
    pub(crate) fn period(&mut self) -> Option<Period> {
        let from = self.date("valid_from");
        let to = self.optional_date("valid_to");
        match Period::new(from?, to?) {
            Ok(period) => Some(period),
            Err(error) => {
                self.refuse("valid_to", error);
                None
            }
        }
    }

    /// The boundary date of the row, or that of the whole file.
    pub(crate) fn boundary_date(&mut self) -> Option<Date> {
        match (self.text("boundary_date"), self.context.date) {
            (None, Some(date)) => Some(date),
            _ => self.date("boundary_date"),
        }
    }

    /// The municipality of the columns `municipality_code` and
    /// `municipality_name`, which bore it on the date; the one that bears it
    /// last where the date is not understood.
    pub(crate) fn municipality(
        &mut self,
        on: Option<Date>,
        former: EndedCodeRule,
    ) -> Option<MunicipalityCode> {
        let name = self.text("municipality_name");
        let (column, given) = match (self.text("municipality_code"), name) {
            (Some(code), _) => ("municipality_code", code),
            (None, Some(name)) => ("municipality_name", name),
            (None, None) => {
                self.required("municipality_code")?;
                return None;
            }
        };
        let beside = name.filter(|_| column == "municipality_code");
        let on = on.unwrap_or(LAST_DATE);
        match codes::understand(&self.context.register, given, beside, on, former) {
            Ok(read) => {
                if let Some(notice) = read.notice {
                    self.read_as(column, notice, read.code);
                }
                self.about = Some(read.code);
                if !self.context.scope.municipality(read.code, on) {
                    let code = read.code;
                    self.refuse(column, PlaceMessage::OutsideRegions { code });
                    return None;
                }
                Some(read.code)
            }
            Err(unclear) => {
                let better = unclear.proposal.map(|code| code.to_string());
                self.refuse_for(column, unclear.message, better);
                None
            }
        }
    }

    /// A number with a decimal point or comma, if there is one.
    #[expect(clippy::option_option, reason = "a cell is refused, empty or a number")]
    pub(crate) fn decimal(&mut self, column: &str) -> Option<Option<f64>> {
        let Some(text) = self.text(column) else {
            return Some(None);
        };
        match text.replace(',', ".").parse::<f64>() {
            Ok(number) if number.is_finite() => Some(Some(number)),
            _ => {
                let given = text.to_owned();
                self.refuse(column, TextMessage::BadNumber { given });
                None
            }
        }
    }

    /// A whole number, with or without points or commas between thousands, if
    /// there is one.
    #[expect(clippy::option_option, reason = "a cell is refused, empty or a number")]
    pub(crate) fn whole<T: TryFrom<u64>>(&mut self, column: &str) -> Option<Option<T>> {
        let Some(text) = self.text(column) else {
            return Some(None);
        };
        let number = whole(text).and_then(|number| T::try_from(number).ok());
        if number.is_none() && is_no_figure(text) {
            let given = text.to_owned();
            self.refuse(column, TextMessage::NoFigure { given });
            return None;
        }
        if number.is_none() {
            let given = text.to_owned();
            self.refuse(column, TextMessage::BadWholeNumber { given });
            return None;
        }
        if text.bytes().any(|byte| !byte.is_ascii_digit()) {
            let read = whole(text).unwrap_or_default();
            self.read_as(column, read_as(text, read), read);
        }
        Some(number)
    }

    /// The source of the columns `source_url` and one for the certainty.
    pub(crate) fn source(&mut self, certainty: &str) -> Option<Source> {
        let url = self.text("source_url");
        if let Some(url) = url
            && let Err(error) = WebAddress::new(url)
        {
            match error {
                BadText::NoAddress => {
                    let given = url.to_owned();
                    self.refuse("source_url", TextMessage::BadAddress { given });
                }
                other => self.refuse("source_url", other),
            }
            return None;
        }
        Some(Source {
            url: url.map(str::to_owned),
            certainty: self.owned(certainty),
        })
    }
}

fn read_as(given: &str, read: impl Display) -> CellMessage {
    CellMessage::ReadAs {
        given: given.to_owned(),
        read: read.to_string(),
    }
}

/// What statistics write where a figure is missing, secret or meaningless: `.`,
/// `x`, `-`, `-99999999`.
fn is_no_figure(text: &str) -> bool {
    let is_number_of_nines = text.strip_prefix('-').is_some_and(|digits| {
        digits.len() >= 3 && digits.starts_with("99") && whole(digits).is_some()
    });
    is_number_of_nines
        || matches!(
            text.to_lowercase().as_str(),
            "." | ".."
                | "..."
                | "x"
                | "-"
                | "–"
                | "—"
                | "*"
                | "?"
                | "n/a"
                | "na"
                | "nvt"
                | "n.v.t."
                | "onbekend"
                | "geheim"
                | "null"
                | "nan"
        )
}

/// `211893`, `211.893`, `211,893`, `211 893`, `211893.0`.
fn whole(text: &str) -> Option<u64> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let separator = text
        .chars()
        .find(|c| matches!(c, '.' | ',' | ' ' | '\u{a0}'))?;
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let rest: Vec<_> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = first.len() <= 3
        && digits(first)
        && rest.iter().all(|group| group.len() == 3 && digits(group));
    grouped
        .then(|| text.replace(separator, "").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{is_no_figure, whole};

    #[test]
    fn what_says_that_there_is_no_figure_is_known() {
        for text in ["-99999999", "-99997", "-99995", ".", "x", "X", "-"] {
            assert!(is_no_figure(text), "{text}");
        }
        for text in ["-1", "99999999", "0", "twaalf", "-9"] {
            assert!(!is_no_figure(text), "{text}");
        }
    }

    #[test]
    fn thousands_may_be_set_apart() {
        for text in ["211893", "211.893", "211,893", "211 893", "211893.0"] {
            assert_eq!(whole(text), Some(211_893), "{text}");
        }
        for text in ["", "-1", "211.89", "2118.93", "1e5", "12,3", "1.234,5"] {
            assert_eq!(whole(text).filter(|_| !text.is_empty()), None, "{text}");
        }
    }
}
