//! What may stand in a text that somebody hands in, by whatever way: a
//! mutation, a file, the command line, a provider of accounts.

use crate::message::{Message, TextMessage, says};

/// The longest line, in characters: a title, a name.
pub const LONGEST_LINE: usize = 200;
/// The longest text of more lines, in characters.
pub const LONGEST_PROSE: usize = 5_000;
/// The longest address, in characters.
pub const LONGEST_ADDRESS: usize = 2_000;

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadText {
    /// It is empty, or nothing but blanks.
    Empty,
    /// It is too long.
    TooLong(usize),
    /// It holds what no document can show.
    Unshowable(char),
    /// It is no address of a page.
    NoAddress,
}

says!(BadText);

impl From<&BadText> for Message {
    fn from(error: &BadText) -> Self {
        Self::Text(match *error {
            BadText::Empty => TextMessage::Empty,
            BadText::TooLong(most) => TextMessage::TooLong { most },
            BadText::Unshowable(c) => TextMessage::Unshowable {
                character: format!("U+{:04X}", u32::from(c)),
            },
            BadText::NoAddress => TextMessage::NoWebAddress,
        })
    }
}

/// One line of at most [`LONGEST_LINE`] characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a>(&'a str);

/// Text of one or more lines and at most [`LONGEST_PROSE`] characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prose<'a>(&'a str);

/// The address of a page, by `https` or `http`: nothing that runs as a script
/// or names a file, since pages link to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WebAddress<'a>(&'a str);

impl<'a> Line<'a> {
    /// A line, which may be empty.
    pub fn new(text: &'a str) -> Result<Self, BadText> {
        Self::within(text, LONGEST_LINE)
    }

    /// A line of at most so many characters, which may be empty.
    pub fn within(text: &'a str, longest: usize) -> Result<Self, BadText> {
        check(text, longest, is_line_break)?;
        Ok(Self(text))
    }
}

impl<'a> Prose<'a> {
    /// A text, which may be empty.
    pub fn new(text: &'a str) -> Result<Self, BadText> {
        Self::within(text, LONGEST_PROSE)
    }

    /// A text of at most so many characters, which may be empty.
    pub fn within(text: &'a str, longest: usize) -> Result<Self, BadText> {
        check(text, longest, |_| false)?;
        Ok(Self(text))
    }
}

impl<'a> WebAddress<'a> {
    /// The address of a page.
    pub fn new(text: &'a str) -> Result<Self, BadText> {
        check(text, LONGEST_ADDRESS, is_line_break)?;
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or(BadText::NoAddress)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.is_empty() || text.contains(char::is_whitespace) {
            return Err(BadText::NoAddress);
        }
        Ok(Self(text))
    }
}

macro_rules! reads_as_text {
    ($($kind:ident),+) => {$(
        impl std::ops::Deref for $kind<'_> {
            type Target = str;

            fn deref(&self) -> &str {
                self.0
            }
        }
    )+};
}

reads_as_text!(Line, Prose, WebAddress);

fn check(text: &str, longest: usize, also: impl Fn(char) -> bool) -> Result<(), BadText> {
    // A text of many megabytes is not walked through to count it.
    if text.len() > longest * 4 || text.chars().count() > longest {
        return Err(BadText::TooLong(longest));
    }
    match text.chars().find(|c| is_unshowable(*c) || also(*c)) {
        Some(found) => Err(BadText::Unshowable(found)),
        None => Ok(()),
    }
}

/// Whether a character has no place in one line.
#[must_use]
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}')
}

/// Whether a character has no place in any text: PostgreSQL refuses U+0000, XML
/// (and so DOCX and XLSX) the other controls and the noncharacters.
#[must_use]
pub fn is_unshowable(c: char) -> bool {
    let point = u32::from(c);
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
        || point & 0xfffe == 0xfffe
        || (0xfdd0..=0xfdef).contains(&point)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_holds_no_line_break_and_prose_does() {
        for text in ["a\nb", "a\r\nb", "a\tb", "a\u{2028}b"] {
            assert!(
                matches!(Line::new(text), Err(BadText::Unshowable(_))),
                "{text:?}"
            );
            assert_eq!(&*Prose::new(text).unwrap(), text);
        }
        assert_eq!(
            &*Line::new("Súdwest-Fryslân 🙂").unwrap(),
            "Súdwest-Fryslân 🙂"
        );
    }

    #[test]
    fn what_no_document_can_show_is_refused_everywhere() {
        for c in [
            '\0',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{fffe}',
            '\u{ffff}',
            '\u{fdd0}',
            '\u{1fffe}',
            '\u{10ffff}',
        ] {
            let text = format!("https://example.org/{c}");
            let refused = Err(BadText::Unshowable(c));
            assert_eq!(Line::new(&text).map(|_| ()), refused);
            assert_eq!(Prose::new(&text).map(|_| ()), refused);
            assert_eq!(WebAddress::new(&text).map(|_| ()), refused);
        }
        let told = BadText::Unshowable('\0').to_string();
        assert!(told.contains("U+0000") && !told.contains('\0'), "{told}");
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let widest = |number: usize| "\u{1f642}".repeat(number);
        assert!(Line::new(&widest(LONGEST_LINE)).is_ok());
        assert_eq!(
            Line::new(&widest(LONGEST_LINE + 1)),
            Err(BadText::TooLong(LONGEST_LINE))
        );
        assert!(Prose::new(&widest(LONGEST_PROSE)).is_ok());
        assert_eq!(
            Prose::new(&"x".repeat(900_000)),
            Err(BadText::TooLong(LONGEST_PROSE))
        );
    }

    #[test]
    fn an_address_is_that_of_a_page() {
        for good in [
            "https://example.org",
            "http://example.org/a?b=c#d",
            "https://xn--bcher-kva.example/ü",
        ] {
            assert!(WebAddress::new(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "x",
            "example.org",
            "https://",
            "http://",
            "https:///a",
            "https://?a",
            "ftp://example.org",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            " https://example.org",
            "https://exa mple.org",
            "https://example.org/\u{a0}x",
        ] {
            assert_eq!(WebAddress::new(bad), Err(BadText::NoAddress), "{bad}");
        }
        let long = format!("https://example.org/{}", "a".repeat(LONGEST_ADDRESS));
        assert_eq!(
            WebAddress::new(&long),
            Err(BadText::TooLong(LONGEST_ADDRESS))
        );
    }

    proptest! {
        #[test]
        fn whatever_passes_can_stand_in_xml(text in any::<String>()) {
            // https://www.w3.org/TR/xml/#charsets, without what it discourages.
            let fits = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}');
            if let Ok(prose) = Prose::new(&text) {
                prop_assert!(prose.chars().all(fits));
            }
        }
    }
}
