//! A page of a list, and the cursors that say where it begins.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::message::{Message, ValueMessage, says};
use crate::places::code::MunicipalityCode;

/// The most that one page holds.
pub const LARGEST_PAGE: usize = 1_000;

/// How much of a cursor that cannot be read is repeated.
const EXCERPT: usize = 40;

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The length of the whole list.
    pub total: usize,
    /// What is on the page, in the order asked for.
    pub items: Vec<T>,
    /// Whether the list goes on after the page.
    pub has_next: bool,
    /// Whether the list begins before the page.
    pub has_previous: bool,
}

impl<T> Page<T> {
    /// The first so many of the rows that were read, which are more where the
    /// list goes on.
    #[must_use]
    pub fn first_of(mut rows: Vec<T>, size: usize, total: usize, has_previous: bool) -> Self {
        let has_next = rows.len() > size;
        rows.truncate(size);
        Self {
            total,
            items: rows,
            has_next,
            has_previous,
        }
    }

    /// The same page of something else.
    #[must_use]
    pub fn map<U>(self, of: impl FnMut(T) -> U) -> Page<U> {
        Page {
            total: self.total,
            items: self.items.into_iter().map(of).collect(),
            has_next: self.has_next,
            has_previous: self.has_previous,
        }
    }
}

/// By what an item of a list is found again, whatever the filter or the order,
/// and whatever changes on record.
pub trait CursorKey: Sized {
    /// As it goes out.
    fn write(&self) -> String;
    /// Reads what went out.
    fn read(text: &str) -> Option<Self>;
}

impl CursorKey for MunicipalityCode {
    fn write(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.to_string())
    }

    fn read(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        std::str::from_utf8(&bytes).ok()?.parse().ok()
    }
}

/// A revision, or the place of a line.
impl CursorKey for u64 {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// An id.
impl CursorKey for String {
    fn write(&self) -> String {
        self.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

/// The place of an item in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor<K>(pub K);

impl<K: CursorKey> fmt::Display for Cursor<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.write())
    }
}

impl<K: CursorKey> FromStr for Cursor<K> {
    type Err = PageError;

    fn from_str(text: &str) -> Result<Self, PageError> {
        let key = K::read(text).ok_or_else(|| PageError::bad_cursor(text))?;
        Ok(Self(key))
    }
}

/// A page that cannot be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    /// Not a cursor of ours, or of something that is not there.
    BadCursor(String),
    /// A number of rows that cannot be.
    BadSize {
        /// `first` or `last`.
        argument: &'static str,
        /// The number as given.
        given: i64,
    },
    /// Both ends at once.
    BothEnds,
}

impl PageError {
    /// A cursor that leads nowhere.
    #[must_use]
    pub fn bad_cursor(given: &str) -> Self {
        Self::BadCursor(given.chars().take(EXCERPT).collect())
    }
}

says!(PageError);

impl From<&PageError> for Message {
    fn from(error: &PageError) -> Self {
        Self::Value(match error {
            PageError::BadCursor(given) => ValueMessage::CursorUnknown {
                given: given.clone(),
            },
            PageError::BadSize { argument, given } => ValueMessage::PageSizeBad {
                argument: (*argument).to_owned(),
                given: given.to_string(),
                most: LARGEST_PAGE,
            },
            PageError::BothEnds => ValueMessage::PageFromBothEnds,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_went_out() {
        let code: MunicipalityCode = "GM0344".parse().unwrap();
        assert_eq!(Cursor(code).to_string().parse(), Ok(Cursor(code)));
        assert_eq!(Cursor(7_u64).to_string().parse(), Ok(Cursor(7_u64)));
        assert_eq!(
            "seven".parse::<Cursor<u64>>(),
            Err(PageError::BadCursor("seven".to_owned()))
        );
    }

    #[test]
    fn a_row_more_than_the_page_holds_says_that_the_list_goes_on() {
        let page = Page::first_of(vec![1, 2, 3], 2, 9, true);
        assert_eq!((page.items, page.has_next), (vec![1, 2], true));
        assert!(!Page::first_of(vec![1, 2], 2, 2, false).has_next);
    }
}
