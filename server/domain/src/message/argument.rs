//! What stands in the gaps of a message.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::places::code::MunicipalityCode;

/// What stands in a gap. The texts say how it is written: `DATE`, `NUMBER`,
/// `COMMAS`, `AND`, `OR`, or as it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A text, a code or a word of a vocabulary, as it is.
    Text(String),
    /// A number.
    Number(f64),
    /// A date.
    Date(Date),
    /// Several texts, of which not all may be named.
    List(List),
    /// Another message within this one.
    Message(Box<Message>),
}

/// Texts, of which not all may be named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Those that are named.
    pub items: Vec<String>,
    /// How many more there are.
    #[serde(default)]
    pub more: usize,
}

impl List {
    /// The first few of many.
    pub fn first(most: usize, items: impl ExactSizeIterator<Item = impl ToString>) -> Self {
        let more = items.len().saturating_sub(most);
        let items = items.take(most).map(|item| item.to_string()).collect();
        Self { items, more }
    }
}

impl<T: ToString> FromIterator<T> for List {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let items = items.into_iter().map(|item| item.to_string()).collect();
        Self { items, more: 0 }
    }
}

/// Tenths, such as those of a percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Tenths(i64);

impl From<f64> for Tenths {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float that is too large becomes the largest"
    )]
    fn from(number: f64) -> Self {
        Self((number * 10.0).round() as i64)
    }
}

impl From<Tenths> for f64 {
    #[expect(clippy::cast_precision_loss, reason = "no message has so many digits")]
    fn from(tenths: Tenths) -> Self {
        tenths.0 as f64 / 10.0
    }
}

/// A type of which arguments are.
pub(super) trait IsArgument: Sized {
    /// The argument.
    fn argument(&self) -> Argument;

    /// One to try texts with.
    #[cfg(test)]
    fn example() -> Self;
}

impl IsArgument for String {
    fn argument(&self) -> Argument {
        Argument::Text(self.clone())
    }

    #[cfg(test)]
    fn example() -> Self {
        "<example>".to_owned()
    }
}

impl IsArgument for MunicipalityCode {
    fn argument(&self) -> Argument {
        Argument::Text(self.to_string())
    }

    #[cfg(test)]
    fn example() -> Self {
        "GM0363".parse().unwrap()
    }
}

impl IsArgument for u64 {
    #[expect(clippy::cast_precision_loss, reason = "no message has so many digits")]
    fn argument(&self) -> Argument {
        Argument::Number(*self as f64)
    }

    #[cfg(test)]
    fn example() -> Self {
        12_345
    }
}

impl IsArgument for usize {
    #[expect(clippy::cast_precision_loss, reason = "no message has so many digits")]
    fn argument(&self) -> Argument {
        Argument::Number(*self as f64)
    }

    #[cfg(test)]
    fn example() -> Self {
        12_345
    }
}

impl IsArgument for Tenths {
    fn argument(&self) -> Argument {
        Argument::Number((*self).into())
    }

    #[cfg(test)]
    fn example() -> Self {
        Self(125)
    }
}

impl IsArgument for Date {
    fn argument(&self) -> Argument {
        Argument::Date(*self)
    }

    #[cfg(test)]
    fn example() -> Self {
        jiff::civil::date(2022, 1, 31)
    }
}

impl IsArgument for List {
    fn argument(&self) -> Argument {
        Argument::List(self.clone())
    }

    #[cfg(test)]
    fn example() -> Self {
        Self {
            items: vec!["one".to_owned(), "two".to_owned(), "three".to_owned()],
            more: 4,
        }
    }
}

impl IsArgument for Box<Message> {
    fn argument(&self) -> Argument {
        Argument::Message(self.clone())
    }

    #[cfg(test)]
    fn example() -> Self {
        Box::new(super::TextMessage::Empty.into())
    }
}
