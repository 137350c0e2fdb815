//! The dates of a timeline.

use jiff::ToSpan;
use jiff::civil::Date;

use super::dates::{AsOf, BadDate};
use super::message::{Message, RequestMessage, says};
use super::vocabulary::TimelineStep;

/// How many points a timeline has at most: every month for 33 years.
pub const MOST_POINTS: usize = 400;

/// Dates between which no timeline can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadSeries {
    /// One of the dates, or their order.
    Date(BadDate),
    /// More points than anybody reads.
    TooManyPoints {
        /// The first date.
        from: Date,
        /// The last date.
        to: Date,
    },
}

says!(BadSeries);

impl From<&BadSeries> for Message {
    fn from(error: &BadSeries) -> Self {
        match error {
            BadSeries::Date(error) => error.into(),
            BadSeries::TooManyPoints { from, to } => RequestMessage::TooManyPoints {
                from: *from,
                to: *to,
                most: MOST_POINTS,
            }
            .into(),
        }
    }
}

impl From<BadDate> for BadSeries {
    fn from(error: BadDate) -> Self {
        Self::Date(error)
    }
}

/// The first date, every step from it, and the last date; one date when the two
/// are the same. A step that leads to a day that its month does not have stops
/// at the end of that month: 31 January, 28 February, 31 March.
pub fn series(from: Date, to: Date, step: TimelineStep) -> Result<Vec<Date>, BadSeries> {
    for date in [from, to] {
        AsOf::new(date, None)?;
    }
    if to < from {
        return Err(BadDate::EndsBeforeItBegins { from, to }.into());
    }
    let months = match step {
        TimelineStep::Month => 1,
        TimelineStep::Quarter => 3,
        TimelineStep::Year => 12,
    };
    let mut dates: Vec<Date> = (0..)
        .map_while(|number: i64| from.checked_add((number * months).months()).ok())
        .take_while(|date| *date < to)
        .take(MOST_POINTS)
        .collect();
    if dates.len() == MOST_POINTS {
        return Err(BadSeries::TooManyPoints { from, to });
    }
    dates.push(to);
    Ok(dates)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn texts(from: Date, to: Date, step: TimelineStep) -> Vec<String> {
        let dates = series(from, to, step).unwrap();
        dates.iter().map(Date::to_string).collect()
    }

    #[test]
    fn the_last_point_is_the_last_date_even_within_a_step() {
        let (from, to) = (date(2021, 1, 1), date(2021, 8, 15));
        assert_eq!(
            texts(from, to, TimelineStep::Quarter),
            ["2021-01-01", "2021-04-01", "2021-07-01", "2021-08-15"]
        );
        assert_eq!(
            texts(from, to, TimelineStep::Year),
            ["2021-01-01", "2021-08-15"]
        );
        assert_eq!(texts(from, from, TimelineStep::Month), ["2021-01-01"]);
    }

    #[test]
    fn months_without_the_day_end_on_their_last() {
        assert_eq!(
            texts(date(2021, 1, 31), date(2021, 4, 30), TimelineStep::Month),
            ["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"]
        );
    }

    #[test]
    fn dates_out_of_order_or_range_and_too_many_points_are_refused() {
        let refused = |from, to| series(from, to, TimelineStep::Month).unwrap_err();
        let (first, last) = (date(2020, 1, 1), date(2100, 1, 1));
        assert!(matches!(
            refused(last, first),
            BadSeries::Date(BadDate::EndsBeforeItBegins { .. })
        ));
        assert!(matches!(
            refused(date(2019, 12, 31), first),
            BadSeries::Date(BadDate::NoBoundaries { .. })
        ));
        assert!(matches!(
            refused(first, last),
            BadSeries::TooManyPoints { .. }
        ));
        assert!(series(first, last, TimelineStep::Quarter).is_ok());
        let exactly = first.checked_add(399.months()).unwrap();
        assert_eq!(
            series(first, exactly, TimelineStep::Month).unwrap().len(),
            MOST_POINTS
        );
        assert!(series(first, exactly.tomorrow().unwrap(), TimelineStep::Month).is_err());
    }

    proptest! {
        #[test]
        fn points_ascend_from_the_first_date_to_the_last(
            start in 0_i64..5000, length in 0_i64..2000, step in prop::sample::select(TimelineStep::ALL),
        ) {
            let from = date(2020, 1, 1).checked_add(start.days()).unwrap();
            let to = from.checked_add(length.days()).unwrap();
            let dates = series(from, to, step).unwrap();
            prop_assert_eq!((dates[0], dates[dates.len() - 1]), (from, to));
            prop_assert!(dates.is_sorted_by(|a, b| a < b));
        }
    }
}
