//! A page of a list, forwards or backwards from a cursor.

use thiserror::Error;

use super::filter::{Filter, FilterError, Prepared};
use super::order::{SortOrder, sorted};
use crate::atlas::core::view::View;
use crate::domain::page::{Cursor, LARGEST_PAGE, Page, PageError};
use crate::domain::places::code::MunicipalityCode;

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

impl View {
    /// Lists the municipalities that a filter selects, in an order, as a page of
    /// positions.
    pub fn list(
        &self,
        filter: Option<&Filter>,
        orders: &[SortOrder],
        request: &PageRequest,
    ) -> Result<Page<usize>, ListError> {
        self.list_in(&sorted(self, orders), filter, request)
    }

    /// The positions of all municipalities that a filter selects, in an order.
    pub fn select(
        &self,
        filter: Option<&Filter>,
        orders: &[SortOrder],
    ) -> Result<Vec<usize>, FilterError> {
        let prepared = filter.map(|filter| Prepared::new(self, filter));
        let prepared = prepared.transpose()?;
        let mut positions = sorted(self, orders);
        if let Some(prepared) = prepared {
            positions.retain(|position| prepared.selects(*position));
        }
        Ok(positions)
    }

    /// Lists the municipalities that a filter selects, in the order of these
    /// positions of all, as a page of positions.
    pub(in crate::atlas) fn list_in(
        &self,
        order: &[usize],
        filter: Option<&Filter>,
        request: &PageRequest,
    ) -> Result<Page<usize>, ListError> {
        let size = requested_size(request)?;
        let prepared = filter
            .map(|filter| Prepared::new(self, filter))
            .transpose()?;
        // A cursor's place is that in the whole order, so that it holds even
        // when the municipality is no longer selected.
        let place = |text: &Option<String>| {
            let Some(text) = text else { return Ok(None) };
            let Cursor(code) = text.parse::<Cursor<MunicipalityCode>>()?;
            let position = self.find(code);
            let place = order.iter().position(|other| Some(*other) == position);
            place.map(Some).ok_or_else(|| PageError::bad_cursor(text))
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
            items: window[from..to].to_vec(),
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
