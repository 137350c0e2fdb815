//! The parameters of an address, each known and given once.

use std::ops::RangeInclusive;

use url::form_urlencoded;

use domain::dates::{AsOf, BadDate, parse_date};
use domain::message::{List, PublishMessage};
use domain::words::Language;

/// So many parameters an address has at most.
const MOST: usize = 40;

/// The parameters of one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::http) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads those of a query, which has none but these.
    pub(in crate::http) fn read(query: &str, known: &[&str]) -> Result<Self, PublishMessage> {
        let (read, others) = Self::read_open(query, known)?;
        match others.first() {
            None => Ok(read),
            Some((name, _)) => Err(PublishMessage::ParameterUnknown {
                given: excerpt(name),
                known: known.iter().collect::<List>(),
            }),
        }
    }

    /// Reads those of a query, and apart from them what has another name.
    pub(in crate::http) fn read_open(
        query: &str,
        known: &[&str],
    ) -> Result<(Self, Vec<(String, String)>), PublishMessage> {
        let mut read: Vec<(String, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if read.len() >= MOST {
                let (given, known) = (excerpt(&name), known.iter().collect::<List>());
                return Err(PublishMessage::ParameterUnknown { given, known });
            }
            if read.iter().any(|(other, _)| *other == name) {
                let given = excerpt(&name);
                return Err(PublishMessage::ParameterTwice { given });
            }
            read.push((name.into_owned(), value.into_owned()));
        }
        let is_known = |(name, _): &(String, String)| known.contains(&name.as_str());
        let (read, others) = read.into_iter().partition(is_known);
        Ok((Self(read), others))
    }

    /// The value of a parameter; nothing for one without a value.
    pub(in crate::http) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(other, _)| other == name)?;
        Some(found.1.as_str()).filter(|value| !value.is_empty())
    }

    /// What the value of a parameter stands for.
    pub(in crate::http) fn choice<T: Copy>(
        &self,
        name: &str,
        choices: &[(&str, T)],
    ) -> Result<Option<T>, PublishMessage> {
        let Some(given) = self.get(name) else {
            return Ok(None);
        };
        let found = choices.iter().find(|(value, _)| *value == given);
        let found = found.map(|(_, meaning)| Some(*meaning));
        found.ok_or_else(|| PublishMessage::ParameterValue {
            parameter: name.to_owned(),
            given: excerpt(given),
            choices: choices.iter().map(|(value, _)| *value).collect(),
        })
    }

    /// A whole number within bounds.
    pub(in crate::http) fn number(
        &self,
        name: &str,
        bounds: RangeInclusive<usize>,
    ) -> Result<Option<usize>, PublishMessage> {
        let Some(given) = self.get(name) else {
            return Ok(None);
        };
        let number = given.parse().ok().filter(|number| bounds.contains(number));
        number
            .map(Some)
            .ok_or_else(|| PublishMessage::ParameterRange {
                parameter: name.to_owned(),
                given: excerpt(given),
                least: *bounds.start(),
                most: *bounds.end(),
            })
    }

    /// The date in `asOf` or `date`, that day when neither is given, and the
    /// instant in `knownAt`.
    pub(in crate::http) fn as_of(&self, today: jiff::civil::Date) -> Result<AsOf, DateError> {
        let date = match (self.get("asOf"), self.get("date")) {
            (Some(_), Some(_)) => {
                return Err(PublishMessage::DateTwice.into());
            }
            (Some(given), None) | (None, Some(given)) => parse_date(given)?,
            (None, None) => today,
        };
        let known_at = self.get("knownAt").map(|given| {
            let given_short = excerpt(given);
            given
                .parse()
                .map_err(|_| PublishMessage::InstantUnread { given: given_short })
        });
        Ok(AsOf::new(date, known_at.transpose()?)?)
    }
}

/// A date or an instant that cannot be used, or is not said well.
#[derive(Debug)]
pub(in crate::http) enum DateError {
    /// It cannot be read, or lies out of range.
    Date(BadDate),
    /// The parameter.
    Parameter(PublishMessage),
}

impl From<BadDate> for DateError {
    fn from(error: BadDate) -> Self {
        Self::Date(error)
    }
}

impl From<PublishMessage> for DateError {
    fn from(error: PublishMessage) -> Self {
        Self::Parameter(error)
    }
}

/// The language that an address asks for: Dutch, unless it says English.
pub(in crate::http) fn language_of(query: &str) -> Language {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    match pairs.find(|(name, _)| name == "lang") {
        Some((_, value)) if value == "en" => Language::English,
        _ => Language::Dutch,
    }
}

/// As much of what was given as is said back.
pub(in crate::http) fn excerpt(given: &str) -> String {
    given.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_known_and_given_once() {
        let known = ["lang", "width"];
        let read = |query| Parameters::read(query, &known);
        assert_eq!(read("lang=en&width=").unwrap().get("width"), None);
        assert_eq!(read("width=%38").unwrap().get("width"), Some("8"));
        for wrong in ["size=1", "lang=nl&lang=en"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_number_lies_within_its_bounds() {
        for (given, number) in [
            ("400", Some(400)),
            ("399", None),
            ("4e2", None),
            ("-1", None),
        ] {
            let parameters = Parameters(vec![("width".to_owned(), given.to_owned())]);
            assert_eq!(
                parameters.number("width", 400..=4000).ok().flatten(),
                number
            );
        }
    }
}
