//! What is wrong with a file, what was made of it, and where.

use std::fmt;

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
    /// A feature, counted from 1; the text names it, with its place on earth.
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

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The text of a feature names the feature itself.
            Self::File | Self::Feature(_) => Ok(()),
            Self::Line(line) => write!(f, "line {line}: "),
            Self::Cell {
                line, column, name, ..
            } => {
                write!(f, "line {line}, column {column} ({name}): ")
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
    pub what: String,
    /// A better value for the cell, when there is one to propose.
    pub proposal: Option<String>,
}

impl Problem {
    pub(super) fn new(place: Place, what: impl fmt::Display) -> Self {
        Self {
            place,
            what: what.to_string(),
            proposal: None,
        }
    }

    pub(super) fn proposing(self, proposal: Option<String>) -> Self {
        Self { proposal, ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.place, self.what)
    }
}

/// Something that a person should know of, though it is no reason to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Where.
    pub place: Place,
    /// What was understood, repaired or left aside.
    pub what: String,
    /// What the cell was read as, when that is not what it says.
    pub proposal: Option<String>,
}

impl Notice {
    pub(super) fn new(place: Place, what: impl fmt::Display) -> Self {
        Self {
            place,
            what: what.to_string(),
            proposal: None,
        }
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
        write!(f, "{}{}", self.place, self.what)
    }
}
