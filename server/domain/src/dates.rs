//! Dates at which a question is asked or from which a record holds.

use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::message::{Message, TextMessage, says};

/// The first date for which municipalities have boundaries.
pub const FIRST_BOUNDARIES: Date = date(2020, 1, 1);
/// The first date that a record may carry.
pub const FIRST_RECORD: Date = date(2000, 1, 1);
/// The last date that a record or a question may carry.
pub const LAST_DATE: Date = date(2100, 1, 1);

/// A date that cannot be used where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadDate {
    /// Not a calendar date.
    Malformed(String),
    /// Before boundaries begin or after they are kept.
    NoBoundaries {
        /// The date as given.
        given: Date,
    },
    /// Outside the range of records.
    NoRecord {
        /// The date as given.
        given: Date,
    },
    /// A period that ends before it begins.
    EndsBeforeItBegins {
        /// First day.
        from: Date,
        /// Day after the last.
        to: Date,
    },
}

says!(BadDate);

impl From<&BadDate> for Message {
    fn from(error: &BadDate) -> Self {
        Self::Text(match error.clone() {
            BadDate::Malformed(given) => TextMessage::BadDate { given },
            BadDate::NoBoundaries { given } => TextMessage::DateOutOfBoundaries {
                given,
                first: FIRST_BOUNDARIES,
                last: LAST_DATE,
            },
            BadDate::NoRecord { given } => TextMessage::DateOutOfRange {
                given,
                first: FIRST_RECORD,
                last: LAST_DATE,
            },
            BadDate::EndsBeforeItBegins { from, to } => TextMessage::PeriodReversed { from, to },
        })
    }
}

/// Reads an ISO 8601 calendar date.
pub fn parse_date(text: &str) -> Result<Date, BadDate> {
    let malformed = || BadDate::Malformed(text.chars().take(40).collect());
    if text.len() != 10
        || !text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        return Err(malformed());
    }
    text.parse().map_err(|_| malformed())
}

/// Checks the date of a record.
pub fn record_date(given: Date) -> Result<Date, BadDate> {
    if (FIRST_RECORD..=LAST_DATE).contains(&given) {
        Ok(given)
    } else {
        Err(BadDate::NoRecord { given })
    }
}

/// The two clocks of a question: the date that it is about, and the instant
/// whose knowledge it is answered from (everything known, when absent).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf {
    date: Date,
    known_at: Option<Timestamp>,
}

impl AsOf {
    /// Asks about a date, which lies between [`FIRST_BOUNDARIES`] and [`LAST_DATE`].
    pub fn new(date: Date, known_at: Option<Timestamp>) -> Result<Self, BadDate> {
        if (FIRST_BOUNDARIES..=LAST_DATE).contains(&date) {
            Ok(Self { date, known_at })
        } else {
            Err(BadDate::NoBoundaries { given: date })
        }
    }

    /// The same date, as known at another instant.
    #[must_use]
    pub fn known(self, known_at: Option<Timestamp>) -> Self {
        Self { known_at, ..self }
    }

    /// The date that the question is about.
    #[must_use]
    pub fn date(self) -> Date {
        self.date
    }

    /// The instant whose knowledge counts.
    #[must_use]
    pub fn known_at(self) -> Option<Timestamp> {
        self.known_at
    }
}

/// A period: from the first day up to, and without, the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// The day after the last; open when absent.
    pub to: Option<Date>,
}

impl Period {
    /// A period that does not end before it begins.
    pub fn new(from: Date, to: Option<Date>) -> Result<Self, BadDate> {
        match to {
            Some(to) if to < from => Err(BadDate::EndsBeforeItBegins { from, to }),
            _ => Ok(Self { from, to }),
        }
    }

    /// Whether the date lies in the period.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date < to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_one_form_only() {
        assert_eq!(parse_date("2021-12-31"), Ok(date(2021, 12, 31)));
        for text in [
            "",
            "31-12-2021",
            "2021-13-01",
            "2021-02-30",
            "20211231",
            "2021-1-1",
            "+02021-01-01",
        ] {
            assert!(parse_date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_question_before_the_boundaries_or_past_2100_is_refused() {
        assert!(AsOf::new(date(2019, 12, 31), None).is_err());
        assert!(AsOf::new(date(2020, 1, 1), None).is_ok());
        assert!(AsOf::new(date(2100, 1, 1), None).is_ok());
        assert!(AsOf::new(date(2100, 1, 2), None).is_err());
    }

    #[test]
    fn the_end_of_a_period_lies_outside_it() {
        let period = Period::new(date(2018, 1, 1), Some(date(2021, 5, 1))).unwrap();
        assert!(period.contains(date(2021, 4, 30)));
        assert!(!period.contains(date(2021, 5, 1)));
    }
}
