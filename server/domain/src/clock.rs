//! The clock, passed in wherever the present matters.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Tells the present instant.
#[derive(Debug, Clone, Copy)]
pub struct Clock(fn() -> Timestamp);

impl Clock {
    /// The clock of the machine.
    #[must_use]
    pub fn system() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place that reads the clock"
        )]
        Self(Timestamp::now)
    }

    /// A clock that always tells what the function tells; for tests.
    #[must_use]
    pub fn fixed(now: fn() -> Timestamp) -> Self {
        Self(now)
    }

    /// The present instant, in whole microseconds as both databases keep it.
    #[must_use]
    pub fn now(self) -> Timestamp {
        let now = (self.0)();
        now.round(jiff::Unit::Microsecond).unwrap_or(now)
    }

    /// The calendar date in the Netherlands.
    #[must_use]
    pub fn today(self) -> Date {
        dutch_date(self.now())
    }
}

/// The calendar date in the Netherlands at an instant. The rules of the time
/// zone are in the binary, since a bare server may have none.
#[must_use]
pub fn dutch_date(instant: Timestamp) -> Date {
    const NETHERLANDS: TimeZone = jiff::tz::get!("Europe/Amsterdam");
    NETHERLANDS.to_datetime(instant).date()
}

/// The instant at which a date begins in the Netherlands.
#[must_use]
pub fn dutch_midnight(date: Date) -> Timestamp {
    const NETHERLANDS: TimeZone = jiff::tz::get!("Europe/Amsterdam");
    let midnight = date.at(0, 0, 0, 0);
    NETHERLANDS
        .to_ambiguous_timestamp(midnight)
        .compatible()
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_that_of_the_netherlands() {
        for (instant, date) in [
            ("2021-01-31T22:59:59Z", "2021-01-31"),
            ("2021-01-31T23:00:00Z", "2021-02-01"),
            ("2021-07-31T21:59:59Z", "2021-07-31"),
            ("2021-07-31T22:00:00Z", "2021-08-01"),
            ("2021-03-27T22:30:00Z", "2021-03-27"),
            ("2021-10-30T22:30:00Z", "2021-10-31"),
            ("2021-10-31T22:30:00Z", "2021-10-31"),
        ] {
            assert_eq!(
                dutch_date(instant.parse().unwrap()).to_string(),
                date,
                "{instant}"
            );
        }
    }
}
