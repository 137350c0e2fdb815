//! From rows to records, one file for each kind of import.

pub(super) mod arrangements;
pub(super) mod boundaries;
pub(super) mod documents;
pub(super) mod population;
pub(super) mod regions;
pub(super) mod typed_rows;
pub(super) mod verdicts;
