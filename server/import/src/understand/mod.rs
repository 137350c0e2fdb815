//! From cells to codes, dates and words of the domain.

pub(super) mod absent_columns;
pub(super) mod cells;
pub(super) mod codes;
pub(super) mod columns;
pub(super) mod dates;
pub(super) mod scope;
pub(super) mod words;
