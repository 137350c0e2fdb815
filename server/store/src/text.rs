//! Values as the tables hold them, to and from the domain.

use std::fmt::Display;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;

use super::StoreError;
use domain::dates::{Period, parse_date};
use domain::places::code::{MunicipalityCode, RegionRef};

/// How many rows are read for a page of so many: the next one says that the
/// list goes on.
pub(super) fn one_more_than(first: usize) -> i64 {
    i64::try_from(first).unwrap_or(i64::MAX).saturating_add(1)
}

/// An instant as text of 27 characters whose order is the order of time.
pub(super) fn instant_text(instant: Timestamp) -> String {
    format!("{instant:.6}")
}

pub(super) fn read_instant(table: &'static str, text: &str) -> Result<Timestamp, StoreError> {
    text.parse()
        .map_err(|_| unreadable(table, format!("`{text}` is not an instant")))
}

pub(super) fn read_date(table: &'static str, text: &str) -> Result<Date, StoreError> {
    parse_date(text).map_err(|error| unreadable(table, error))
}

pub(super) fn read_period(
    table: &'static str,
    from: &str,
    to: Option<&str>,
) -> Result<Period, StoreError> {
    let to = to.map(|to| read_date(table, to)).transpose()?;
    Period::new(read_date(table, from)?, to).map_err(|error| unreadable(table, error))
}

pub(super) fn read_code(table: &'static str, text: &str) -> Result<MunicipalityCode, StoreError> {
    read_word(table, text)
}

/// A word of a closed vocabulary, or a code.
pub(super) fn read_word<T>(table: &'static str, text: &str) -> Result<T, StoreError>
where
    T: FromStr<Err: Display>,
{
    text.parse()
        .map_err(|error: T::Err| unreadable(table, error))
}

/// A region, when both its parts are there.
pub(super) fn read_region(set: Option<&str>, code: Option<&str>) -> Option<RegionRef> {
    let (set, code) = set.zip(code)?;
    Some(RegionRef::new(set, code))
}

/// Several names in one column, one a line; names have no line breaks.
pub(super) fn lines(names: &[String]) -> String {
    names.join("\n")
}

pub(super) fn read_lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// A whole number in the width of the domain.
pub(super) fn read_number<T: TryFrom<i64>>(
    table: &'static str,
    number: i64,
) -> Result<T, StoreError> {
    T::try_from(number).map_err(|_| unreadable(table, format!("{number} is out of range")))
}

pub(super) fn unreadable(table: &'static str, what: impl Display) -> StoreError {
    StoreError::Unreadable {
        table,
        what: what.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_instants_is_the_order_of_their_text() {
        let instants = [
            "2021-12-31T23:59:59Z",
            "2021-12-31T23:59:59.000001Z",
            "2021-12-31T23:59:59.1Z",
        ];
        let texts: Vec<_> = instants
            .iter()
            .map(|text| instant_text(text.parse().unwrap()))
            .collect();
        assert_eq!(texts[0], "2021-12-31T23:59:59.000000Z");
        assert!(texts.is_sorted());
        assert!(texts.iter().all(|text| text.len() == 27));
    }
}
