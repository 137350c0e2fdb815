//! Rubrics, verdicts, policy documents and completeness.

pub(super) mod confirmation;
pub(super) mod document;
pub(super) mod rubric;
pub(super) mod verdict;
