//! A value of a table, with its type.

use jiff::civil::Date;

use domain::words::Language;
use rendering::picture::Fill;

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Not known, or none.
    Empty,
    /// Words of people, and codes.
    Text(String),
    /// A count.
    Whole(i64),
    /// A measure.
    Number(f64),
    /// A share in 0..=1.
    Share(f64),
    /// A date.
    Date(Date),
    /// Yes or no.
    Flag(bool),
    /// A word of a vocabulary.
    Word(Word),
    /// Several words of one, each a code with a label.
    Words(Vec<(&'static str, &'static str)>),
}

/// A word of a vocabulary: its code, how it is called, and its colour on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The code, as in GraphQL.
    pub code: &'static str,
    /// The label in the language of the table.
    pub label: &'static str,
    /// The colour of its class.
    pub fill: Fill,
}

/// How values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Words and headings in the language of the table.
    Labels,
    /// Codes and ids, as in GraphQL.
    Codes,
}

impl Cell {
    /// An optional value; empty without one.
    pub(super) fn of<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// Several texts in one cell.
    pub(super) fn list(texts: &[String]) -> Self {
        if texts.is_empty() {
            Self::Empty
        } else {
            Self::Text(texts.join("; "))
        }
    }

    /// The value as JSON, with codes for words.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        match self {
            Self::Empty => serde_json::Value::Null,
            Self::Text(text) => text.as_str().into(),
            Self::Whole(count) => (*count).into(),
            Self::Number(number) | Self::Share(number) => (*number).into(),
            Self::Date(date) => date.to_string().into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Word(word) => word.code.into(),
            Self::Words(words) => words.iter().map(|(code, _)| *code).collect(),
        }
    }
}

impl Wording {
    pub(super) fn flag(self, flag: bool, language: Language) -> &'static str {
        match (self, flag) {
            (Self::Codes, true) => "true",
            (Self::Codes, false) => "false",
            (Self::Labels, true) => language.choose("ja", "yes"),
            (Self::Labels, false) => language.choose("nee", "no"),
        }
    }

    pub(super) fn words(self, words: &[(&'static str, &'static str)]) -> String {
        let texts = words.iter().map(|(code, label)| match self {
            Self::Codes => *code,
            Self::Labels => *label,
        });
        texts.collect::<Vec<_>>().join("; ")
    }

    pub(super) fn word(self, word: Word) -> &'static str {
        match self {
            Self::Codes => word.code,
            Self::Labels => word.label,
        }
    }
}
