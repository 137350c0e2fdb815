//! Mutations of this topic.

pub(crate) mod rubric;
pub(crate) mod verdict;
