//! Rubrics, verdicts, policy documents and completeness.

pub(super) mod change;
pub(super) mod change_text;
pub(super) mod coverage;
pub(super) mod document;
pub(super) mod mutation;
pub(super) mod query;
pub(super) mod rubric;
pub(super) mod verdict;
