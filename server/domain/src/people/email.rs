//! Addresses with which people sign in.

use std::fmt;
use std::str::FromStr;

use crate::message::{Message, TextMessage, says};
use crate::plain_text::is_unshowable;

/// The longest address, in bytes (RFC 5321).
const LONGEST: usize = 254;

/// An email address in small letters. Nothing is sent to it, so that it has
/// the form of one is enough.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(Box<str>);

/// Text that is no email address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadEmail;

says!(BadEmail);

impl From<&BadEmail> for Message {
    fn from(_: &BadEmail) -> Self {
        TextMessage::BadEmail.into()
    }
}

impl Email {
    /// The address of the account that a server makes when there is none.
    #[must_use]
    pub fn of_first_account() -> Self {
        Self("admin@localhost".into())
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`.
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.0.split_once('@').map_or(&self.0, |(local, _)| local)
    }
}

impl FromStr for Email {
    type Err = BadEmail;

    fn from_str(text: &str) -> Result<Self, BadEmail> {
        let text = text.trim().to_lowercase();
        let (local, place) = text.split_once('@').ok_or(BadEmail)?;
        let odd =
            |c: char| c.is_whitespace() || is_unshowable(c) || matches!(c, '@' | '<' | '>' | ',');
        if local.is_empty() || place.is_empty() || text.len() > LONGEST {
            return Err(BadEmail);
        }
        if local.contains(odd) || place.contains(odd) {
            return Err(BadEmail);
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_spaces_around_it_do_not_matter() {
        let email: Email = " Jan.Jansen@Example.NL ".parse().unwrap();
        assert_eq!(email.as_str(), "jan.jansen@example.nl");
        assert_eq!(email.local_part(), "jan.jansen");
        assert!("admin@localhost".parse::<Email>().is_ok());
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("{}@example.nl", "a".repeat(LONGEST));
        for text in [
            "",
            "jan",
            "@",
            "jan@",
            "@nl",
            "a b@nl",
            "a@b@nl",
            "a\u{0}@nl",
            "<a@nl>",
            &long,
        ] {
            assert_eq!(text.parse::<Email>(), Err(BadEmail), "{text:?}");
        }
    }
}
