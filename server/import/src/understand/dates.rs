//! Dates as people and spreadsheets write them.

use jiff::civil::{Date, date};

use domain::dates::parse_date;
use domain::message::{Message, TextMessage};

/// In which order a file writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayMonthOrder {
    DayFirst,
    MonthFirst,
    /// No date in the file tells.
    Unknown,
}

/// A date, and whether it was written otherwise than as 2021-12-31.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ParsedDate {
    pub(crate) date: Date,
    pub(crate) as_written: bool,
}

/// Why no one date is meant, and which may be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AmbiguousDate {
    pub(crate) message: Message,
    pub(crate) proposal: Option<Date>,
}

/// Looks through all dates of a file for one that tells the order: with a
/// number above 12 in front the day comes first.
pub(crate) fn order<'a>(cells: impl IntoIterator<Item = &'a str>) -> DayMonthOrder {
    let mut order = DayMonthOrder::Unknown;
    for cell in cells {
        let found = match parts(cell) {
            Some((first, second, _, _)) if first > 12 && second <= 12 => DayMonthOrder::DayFirst,
            Some((first, second, _, _)) if second > 12 && first <= 12 => DayMonthOrder::MonthFirst,
            _ => continue,
        };
        if order != DayMonthOrder::Unknown && order != found {
            return DayMonthOrder::Unknown;
        }
        order = found;
    }
    order
}

/// Understands a date where it can mean one day only; an error says what to
/// write instead.
pub(crate) fn understand(cell: &str, order: DayMonthOrder) -> Result<ParsedDate, AmbiguousDate> {
    let understood = |date| ParsedDate {
        date,
        as_written: false,
    };
    let error = match parse_date(cell) {
        Ok(date) => {
            return Ok(ParsedDate {
                date,
                as_written: true,
            });
        }
        Err(error) => Message::from(error),
    };
    if let Some(date) = iso_like(cell) {
        return Ok(understood(date));
    }
    if let Some((first, second, year, separator)) = parts(cell) {
        let of = |day: i8, month: i8| Date::new(year, month, day).ok();
        return match (of(first, second), of(second, first), order) {
            (Some(date), Some(other), _) if date == other => Ok(understood(date)),
            (Some(date), None, _)
            | (None, Some(date), _)
            | (Some(date), Some(_), DayMonthOrder::DayFirst)
            | (Some(_), Some(date), DayMonthOrder::MonthFirst) => Ok(understood(date)),
            // With hyphens or dots the Dutch order is meant; with slashes both
            // are in use.
            (Some(date), Some(_), DayMonthOrder::Unknown) if separator != '/' => {
                Ok(understood(date))
            }
            // Of both the Dutch order is the likelier.
            (Some(date), Some(other), DayMonthOrder::Unknown) => Err(AmbiguousDate {
                message: TextMessage::TwoDates {
                    given: cell.to_owned(),
                    one: date,
                    other,
                }
                .into(),
                proposal: Some(date),
            }),
            (None, None, _) => Err(AmbiguousDate {
                message: error,
                proposal: None,
            }),
        };
    }
    let proposal = proposal(cell);
    let perhaps = proposal.map(|proposal| {
        let given = cell.to_owned();
        TextMessage::PerhapsDate { given, proposal }.into()
    });
    Err(AmbiguousDate {
        message: perhaps.unwrap_or(error),
        proposal,
    })
}

/// `31-12-2022`, `31/12/2022`, `31.12.2022`, with a time of midnight or none:
/// first and second number, year, separator.
fn parts(cell: &str) -> Option<(i8, i8, i16, char)> {
    let cell = cell
        .trim_end_matches(" 0:00")
        .trim_end_matches(" 00:00:00")
        .trim_end_matches(" 00:00");
    let separator = cell.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let mut numbers = cell.split(separator);
    let (first, second, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if numbers.next().is_some() || year.len() != 4 || ![first, second, year].into_iter().all(digits)
    {
        return None;
    }
    Some((
        first.parse().ok()?,
        second.parse().ok()?,
        year.parse().ok()?,
        separator,
    ))
}

/// `2022-12-31 00:00:00`, `2022-12-31T00:00:00`, `2022/12/31`, `20221231`,
/// `2022-1-5`.
fn iso_like(cell: &str) -> Option<Date> {
    let day = ["T00:00:00Z", "T00:00:00", " 00:00:00", " 00:00"]
        .iter()
        .find_map(|midnight| cell.strip_suffix(midnight))
        .unwrap_or(cell);
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return parse_date(&format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])).ok();
    }
    let mut numbers = day.split(['-', '/']);
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || year.len() != 4 {
        return None;
    }
    parse_date(&format!("{year}-{month:0>2}-{day:0>2}")).ok()
}

/// What may be meant by a two-digit year, or by the number that Excel keeps
/// for a date.
fn proposal(cell: &str) -> Option<Date> {
    if let Ok(number) = cell.parse::<i64>()
        && (36_526..73_051).contains(&number)
    {
        // Day 1 is 1 January 1900, and there is a 29 February 1900 too many.
        return date(1899, 12, 30)
            .checked_add(jiff::Span::new().days(number))
            .ok();
    }
    let (head, year) = cell.rsplit_once(['-', '/', '.'])?;
    if year.len() != 2 {
        return None;
    }
    let separator = cell.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let (day, month, year, _) = parts(&format!("{head}{separator}20{year}"))?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str, order: DayMonthOrder) -> Option<String> {
        understand(cell, order)
            .ok()
            .map(|read| read.date.to_string())
    }

    #[test]
    fn a_date_that_can_mean_one_day_only_is_understood() {
        for cell in [
            "2022-12-31",
            "31-12-2022",
            "31/12/2022",
            "31.12.2022",
            "12/31/2022",
            "2022/12/31",
            "20221231",
            "2022-12-31 00:00:00",
            "2022-12-31T00:00:00",
            "31-12-2022 0:00",
        ] {
            assert_eq!(
                read(cell, DayMonthOrder::Unknown).as_deref(),
                Some("2022-12-31"),
                "{cell}"
            );
        }
        assert_eq!(
            read("1-1-2022", DayMonthOrder::Unknown).as_deref(),
            Some("2022-01-01")
        );
        assert_eq!(
            read("01/01/2022", DayMonthOrder::Unknown).as_deref(),
            Some("2022-01-01")
        );
    }

    #[test]
    fn the_order_of_day_and_month_is_that_of_the_rest_of_the_file() {
        assert_eq!(order(["03/04/2022", "31/12/2022"]), DayMonthOrder::DayFirst);
        assert_eq!(
            order(["03/04/2022", "12/31/2022"]),
            DayMonthOrder::MonthFirst
        );
        assert_eq!(order(["31/12/2022", "12/31/2022"]), DayMonthOrder::Unknown);
        assert_eq!(order(["2022-01-02", "", "x"]), DayMonthOrder::Unknown);
        assert_eq!(
            read("03/04/2022", DayMonthOrder::DayFirst).as_deref(),
            Some("2022-04-03")
        );
        assert_eq!(
            read("03/04/2022", DayMonthOrder::MonthFirst).as_deref(),
            Some("2022-03-04")
        );
        assert_eq!(
            read("03-04-2022", DayMonthOrder::Unknown).as_deref(),
            Some("2022-04-03")
        );
    }

    #[test]
    fn a_date_that_can_mean_several_is_refused_with_proposals() {
        let told = |cell| {
            let unclear = understand(cell, DayMonthOrder::Unknown).unwrap_err();
            unclear.message.to_string()
        };
        assert_eq!(
            told("03/04/2022"),
            "`03/04/2022` can be 2022-04-03 or 2022-03-04; write one of these"
        );
        assert_eq!(
            told("31-12-22"),
            "`31-12-22` may be 2022-12-31; if so, write that"
        );
        assert_eq!(
            told("44926"),
            "`44926` may be 2022-12-31; if so, write that"
        );
        for cell in [
            "31-13-2022",
            "30-02-2022",
            "december 2022",
            "2022",
            "-",
            "é-é-2022",
            "00-00-2022",
        ] {
            assert!(told(cell).contains("is not a date"), "{cell}");
        }
    }
}
