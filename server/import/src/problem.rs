//! What is wrong with a file, what was made of it, and where.

use std::fmt;

use actions::Refusal;
use domain::message::{CellMessage, Message};

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Nowhere in particular.
    File,
    /// A line, counted from 1 with the header.
    Line(u64),
    /// A cell.
    Cell {
        /// The line, counted from 1 with the header.
        line: u64,
        /// The column, counted from 1.
        column: usize,
        /// What the header calls the column.
        name: String,
        /// What the column is in the shipped files; none when it is not known.
        field: Option<&'static str>,
    },
    /// A feature, counted from 1; the message names it, with its place on earth.
    Feature(usize),
}

impl Place {
    /// The line, when it is in one.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::Line(line) | Self::Cell { line, .. } => Some(*line),
            Self::File | Self::Feature(_) => None,
        }
    }

    /// The field, when it is in one that is known.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::Cell { field, .. } => *field,
            _ => None,
        }
    }

    /// By line or feature, then by column.
    pub(super) fn order(&self) -> (u64, usize) {
        match self {
            Self::File => (0, 0),
            Self::Line(line) => (*line, 0),
            Self::Cell { line, column, .. } => (*line, *column),
            Self::Feature(feature) => (u64::MAX, *feature),
        }
    }
}

impl Place {
    /// A message with the place that it is about.
    fn tell(&self, message: &Message) -> Message {
        let what = Box::new(message.clone());
        match self {
            // The message of a feature names the feature itself.
            Self::File | Self::Feature(_) => *what,
            Self::Line(line) => {
                let line = line.to_string();
                CellMessage::AtLine { line, what }.into()
            }
            Self::Cell {
                line, column, name, ..
            } => {
                let (line, column, name) = (line.to_string(), *column, name.clone());
                CellMessage::AtCell {
                    line,
                    column,
                    name,
                    what,
                }
                .into()
            }
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong and what to do.
    pub message: Message,
    /// A better value for the cell, when there is one to propose.
    pub proposal: Option<String>,
}

impl Problem {
    pub(super) fn new(place: Place, message: impl Into<Message>) -> Self {
        Self {
            place,
            message: message.into(),
            proposal: None,
        }
    }

    /// The message with the place that it is about.
    #[must_use]
    pub fn tell(&self) -> Message {
        self.place.tell(&self.message)
    }

    pub(super) fn proposing(self, proposal: Option<String>) -> Self {
        Self { proposal, ..self }
    }

    /// The same as an action refuses it; `otherwise` is the field of what is in
    /// none that is known.
    pub(super) fn refusal(&self, otherwise: &'static str) -> Refusal {
        let column = match &self.place {
            Place::Cell { column, .. } => Some(*column),
            _ => None,
        };
        Refusal {
            line: self.place.line(),
            column,
            proposal: self.proposal.clone(),
            ..Refusal::of_all(self.place.field().unwrap_or(otherwise), self.tell())
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tell().fmt(f)
    }
}

/// Something that a person should know of, though it is no reason to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Where.
    pub place: Place,
    /// What was understood, repaired or left aside.
    pub message: Message,
    /// What the cell was read as, when that is not what it says.
    pub proposal: Option<String>,
}

impl Notice {
    pub(super) fn new(place: Place, message: impl Into<Message>) -> Self {
        Self {
            place,
            message: message.into(),
            proposal: None,
        }
    }

    /// The message with the place that it is about.
    #[must_use]
    pub fn tell(&self) -> Message {
        self.place.tell(&self.message)
    }

    pub(super) fn proposing(self, proposal: Option<String>) -> Self {
        Self { proposal, ..self }
    }

    /// Notices about one column are much alike: a reader wants a few of them.
    #[must_use]
    pub fn group(&self) -> &str {
        match &self.place {
            Place::Cell { name, .. } => name,
            Place::Feature(_) => "outlines",
            Place::File | Place::Line(_) => "the rows",
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tell().fmt(f)
    }
}
