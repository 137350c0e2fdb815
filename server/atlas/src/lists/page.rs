//! A page of a list, forwards or backwards from a cursor.

use thiserror::Error;

use super::filter::{Filter, FilterError, Prepared};
use super::order::{SortOrder, sort};
use crate::core::view::View;
use domain::page::{Cursor, LARGEST_PAGE, Page, PageError};
use domain::places::code::MunicipalityCode;

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
        let window = Window::new(self, filter, request)?;
        let mut listed = self.by_name().to_vec();
        // What is left out is never compared.
        listed.retain(|position| window.needs(*position));
        sort(self, orders, &mut listed);
        Ok(window.page(listed))
    }

    /// The positions of all municipalities that a filter selects, in an order.
    pub fn select(
        &self,
        filter: Option<&Filter>,
        orders: &[SortOrder],
    ) -> Result<Vec<usize>, FilterError> {
        let prepared = filter.map(|filter| Prepared::new(self, filter));
        let prepared = prepared.transpose()?;
        let mut positions = self.by_name().to_vec();
        if let Some(prepared) = prepared {
            positions.retain(|position| prepared.selects(*position));
        }
        sort(self, orders, &mut positions);
        Ok(positions)
    }

    /// Lists the municipalities that a filter selects, in the order of these
    /// positions of all, as a page of positions.
    pub(crate) fn list_in(
        &self,
        order: &[usize],
        filter: Option<&Filter>,
        request: &PageRequest,
    ) -> Result<Page<usize>, ListError> {
        let window = Window::new(self, filter, request)?;
        Ok(window.page(order.iter().copied()))
    }
}

/// What a page takes of an ordered list.
struct Window {
    filter: Option<Prepared>,
    size: Size,
    /// The municipalities of the cursors, which need not be selected: a cursor's
    /// place is that in the whole order.
    after: Option<usize>,
    before: Option<usize>,
}

impl Window {
    fn new(view: &View, filter: Option<&Filter>, request: &PageRequest) -> Result<Self, ListError> {
        let size = requested_size(request)?;
        let filter = filter.map(|filter| Prepared::new(view, filter));
        let filter = filter.transpose()?;
        let cursor = |text: &Option<String>| {
            let Some(text) = text else { return Ok(None) };
            let Cursor(code) = text.parse::<Cursor<MunicipalityCode>>()?;
            let position = view.find(code);
            position
                .map(Some)
                .ok_or_else(|| PageError::bad_cursor(text))
        };
        Ok(Self {
            filter,
            size,
            after: cursor(&request.after)?,
            before: cursor(&request.before)?,
        })
    }

    fn selects(&self, position: usize) -> bool {
        let filter = self.filter.as_ref();
        filter.is_none_or(|filter| filter.selects(position))
    }

    /// Whether a municipality has to be in the list of which the page is made.
    fn needs(&self, position: usize) -> bool {
        let cursors = [self.after, self.before];
        cursors.contains(&Some(position)) || self.selects(position)
    }

    /// The page of a list, which may hold more than what is selected.
    fn page(&self, listed: impl IntoIterator<Item = usize>) -> Page<usize> {
        let (mut total, mut skipped, mut beyond) = (0, 0, 0);
        let mut inside = Vec::new();
        let mut is_after = self.after.is_none();
        let mut is_before = true;
        for position in listed {
            is_before &= self.before != Some(position);
            if self.selects(position) {
                total += 1;
                skipped += usize::from(!is_after);
                beyond += usize::from(!is_before);
                if is_after && is_before {
                    inside.push(position);
                }
            }
            is_after |= self.after == Some(position);
        }
        let (from, to) = match self.size {
            Size::First(size) => (0, inside.len().min(size)),
            Size::Last(size) => (inside.len().saturating_sub(size), inside.len()),
        };
        Page {
            total,
            has_next: to < inside.len() || beyond > 0,
            has_previous: from > 0 || skipped > 0,
            items: inside[from..to].to_vec(),
        }
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
