//! A page of a list, and what lies around it.

use async_graphql::SimpleObject;

use crate::atlas::{self, View};

/// Whether a list goes on.
#[derive(Debug, SimpleObject)]
pub struct PageInfo {
    /// Whether it goes on after the page.
    pub(super) has_next_page: bool,
    /// Whether it begins before the page.
    pub(super) has_previous_page: bool,
    /// Cursor of the first on the page.
    pub(super) start_cursor: Option<String>,
    /// Cursor of the last on the page.
    pub(super) end_cursor: Option<String>,
}

impl PageInfo {
    /// Of a list whose rows have these cursors.
    pub(super) fn of(has_next: bool, has_previous: bool, cursors: &[String]) -> Self {
        Self {
            has_next_page: has_next,
            has_previous_page: has_previous,
            start_cursor: cursors.first().cloned(),
            end_cursor: cursors.last().cloned(),
        }
    }
}

/// Whether the list of a page goes on, and where.
pub(super) fn page_info(view: &View, page: &atlas::Page) -> PageInfo {
    let end = |position: Option<&usize>| position.map(|position| cursor(view, *position));
    PageInfo {
        has_next_page: page.has_next,
        has_previous_page: page.has_previous,
        start_cursor: end(page.positions.first()),
        end_cursor: end(page.positions.last()),
    }
}

/// The place in the list of the municipality at a position.
pub(super) fn cursor(view: &View, position: usize) -> String {
    view.code(position).map(atlas::cursor).unwrap_or_default()
}
