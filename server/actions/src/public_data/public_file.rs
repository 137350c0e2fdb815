//! Reading a shipped file row by row. The files are part of the program and tested
//! with it, so what is wrong in them is told by its first mistake only.

use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use thiserror::Error;

use domain::dates::{Period, parse_date};

/// A shipped file cannot be read.
#[derive(Debug, Error)]
#[error("the shipped {file}: {what}")]
pub struct ShippedError {
    file: &'static str,
    what: String,
}

pub(super) type Result<T, E = ShippedError> = std::result::Result<T, E>;

pub(super) fn wrong(file: &'static str, what: impl Display) -> ShippedError {
    ShippedError {
        file,
        what: what.to_string(),
    }
}

/// Reads a file row by row into records.
pub(super) fn read<R: DeserializeOwned, T>(
    file: &'static str,
    text: &str,
    record: impl Fn(R) -> Result<T, String>,
) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader
        .deserialize()
        .map(|row| record(row.map_err(|error| error.to_string())?));
    rows.collect::<Result<_, _>>()
        .map_err(|what| wrong(file, what))
}

pub(super) fn word<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

pub(super) fn day(text: &str) -> Result<Date, String> {
    parse_date(text).map_err(|error| error.to_string())
}

pub(super) fn period(from: &str, to: Option<&str>) -> Result<Period, String> {
    let to = to.map(day).transpose()?;
    Period::new(day(from)?, to).map_err(|error| error.to_string())
}
