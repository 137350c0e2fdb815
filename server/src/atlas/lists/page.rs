//! A page of a list, forwards or backwards from a cursor.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use thiserror::Error;

use super::filter::{Filter, FilterError, Prepared};
use super::order::{SortOrder, sorted};
use crate::atlas::core::view::View;
use crate::domain::places::code::MunicipalityCode;

/// The most that one page holds.
pub const LARGEST_PAGE: usize = 1_000;

/// Which part of a list is asked for, as in the Relay cursor specification.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageRequest {
    /// At most so many from the beginning.
    pub first: Option<i64>,
    /// Only after this cursor.
    pub after: Option<String>,
    /// At most so many from the end.
    pub last: Option<i64>,
    /// Only before this cursor.
    pub before: Option<String>,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The length of the whole list.
    pub total: usize,
    /// Positions in the view, in the order asked for.
    pub positions: Vec<usize>,
    /// Whether the list goes on after the page.
    pub has_next: bool,
    /// Whether the list begins before the page.
    pub has_previous: bool,
}

/// A page that cannot be given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PageError {
    /// Not a cursor of ours, or of a municipality that is not there.
    #[error(
        "`{0}` is not a cursor of this list; use a `cursor`, `startCursor` or `endCursor` from an answer on the same date"
    )]
    BadCursor(String),
    /// A number of rows that cannot be.
    #[error("`{argument}` is {given}; ask for 0 to {LARGEST_PAGE}")]
    BadSize {
        /// `first` or `last`.
        argument: &'static str,
        /// The number as given.
        given: i64,
    },
    /// Both ends at once.
    #[error("`first` and `last` together are ambiguous; give one of them")]
    BothEnds,
}

/// A question for a list that cannot be answered.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ListError {
    /// The filter.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// The page.
    #[error(transparent)]
    Page(#[from] PageError),
}

/// The cursor of a municipality: it stays the same whatever the filter or the
/// order, and whatever changes on record.
#[must_use]
pub fn cursor(code: MunicipalityCode) -> String {
    URL_SAFE_NO_PAD.encode(code.to_string())
}

fn read_cursor(text: &str) -> Result<MunicipalityCode, PageError> {
    let bad = || PageError::BadCursor(text.chars().take(40).collect());
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| bad())?;
    std::str::from_utf8(&bytes)
        .ok()
        .and_then(|code| code.parse().ok())
        .ok_or_else(bad)
}

impl View {
    /// Lists the municipalities that a filter selects, in an order, as a page.
    pub fn list(
        &self,
        filter: Option<&Filter>,
        orders: &[SortOrder],
        request: &PageRequest,
    ) -> Result<Page, ListError> {
        self.list_in(&sorted(self, orders), filter, request)
    }

    /// Lists the municipalities that a filter selects, in the order of these
    /// positions of all, as a page.
    pub(in crate::atlas) fn list_in(
        &self,
        order: &[usize],
        filter: Option<&Filter>,
        request: &PageRequest,
    ) -> Result<Page, ListError> {
        let size = requested_size(request)?;
        let prepared = filter
            .map(|filter| Prepared::new(self, filter))
            .transpose()?;
        // A cursor's place is that in the whole order, so that it holds even
        // when the municipality is no longer selected.
        let place = |text: &Option<String>| {
            let Some(text) = text else { return Ok(None) };
            let position = self.find(read_cursor(text)?);
            let place = order.iter().position(|other| Some(*other) == position);
            place
                .map(Some)
                .ok_or_else(|| PageError::BadCursor(text.chars().take(40).collect()))
        };
        let (after, before) = (place(&request.after)?, place(&request.before)?);
        let selected: Vec<(usize, usize)> = order
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, position)| {
                prepared
                    .as_ref()
                    .is_none_or(|filter| filter.selects(*position))
            })
            .collect();
        let inside =
            |place: usize| after.is_none_or(|a| place > a) && before.is_none_or(|b| place < b);
        let window: Vec<usize> = selected
            .iter()
            .filter(|(place, _)| inside(*place))
            .map(|(_, position)| *position)
            .collect();
        let (from, to) = match size {
            Size::First(size) => (0, window.len().min(size)),
            Size::Last(size) => (window.len().saturating_sub(size), window.len()),
        };
        let skipped = selected
            .iter()
            .filter(|(place, _)| after.is_some_and(|a| *place <= a))
            .count();
        let beyond = selected
            .iter()
            .filter(|(place, _)| before.is_some_and(|b| *place >= b))
            .count();
        Ok(Page {
            total: selected.len(),
            has_next: to < window.len() || beyond > 0,
            has_previous: from > 0 || skipped > 0,
            positions: window[from..to].to_vec(),
        })
    }
}

enum Size {
    First(usize),
    Last(usize),
}

fn requested_size(request: &PageRequest) -> Result<Size, PageError> {
    let checked = |argument, given: i64| {
        usize::try_from(given)
            .ok()
            .filter(|size| *size <= LARGEST_PAGE)
            .ok_or(PageError::BadSize { argument, given })
    };
    match (request.first, request.last) {
        (Some(_), Some(_)) => Err(PageError::BothEnds),
        (Some(first), None) => checked("first", first).map(Size::First),
        (None, Some(last)) => checked("last", last).map(Size::Last),
        (None, None) => Ok(Size::First(LARGEST_PAGE)),
    }
}
