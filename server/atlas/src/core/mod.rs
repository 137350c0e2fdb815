//! The index of facts, and views of it at a date, as known at an instant.

pub(super) mod change_notice;
pub(super) mod content;
pub(super) mod edition;
pub(super) mod index;
pub(super) mod list_sizes;
pub(super) mod live;
pub(super) mod lookup;
pub(super) mod reach;
pub(super) mod resolve;
pub(super) mod state;
pub(super) mod verdict_index;
pub(super) mod view;
pub(super) mod view_cache;
