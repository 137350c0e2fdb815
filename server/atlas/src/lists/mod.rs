//! Filtering, ordering, paging and searching municipalities.

pub(super) mod filter;
pub(super) mod order;
pub(super) mod page;
pub(super) mod search;
