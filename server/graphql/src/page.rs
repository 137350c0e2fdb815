//! A page of a list, and what lies around it.

use async_graphql::SimpleObject;
use dekkingskaart_macros::DirectObject;

use atlas::View;
use domain::page::{Cursor, Page};

/// Whether a list goes on.
#[derive(Debug, SimpleObject, DirectObject)]
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
    /// Of a page whose items have these cursors.
    pub(super) fn of<T>(page: &Page<T>, cursor: impl Fn(&T) -> String) -> Self {
        Self {
            has_next_page: page.has_next,
            has_previous_page: page.has_previous,
            start_cursor: page.items.first().map(&cursor),
            end_cursor: page.items.last().map(&cursor),
        }
    }
}

/// The cursor of the municipality at a position.
pub(super) fn cursor(view: &View, position: usize) -> String {
    let code = view.code(position);
    code.map_or_else(String::new, |code| Cursor(code).to_string())
}
