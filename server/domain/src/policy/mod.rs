//! Rubrics, verdicts, policy documents and completeness.

pub mod comparison;
pub mod completeness;
pub mod document;
pub mod rubric;
pub mod verdict;
pub mod verdict_log;
