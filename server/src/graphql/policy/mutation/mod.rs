//! Mutations of this topic.

pub(in crate::graphql) mod rubric;
pub(in crate::graphql) mod verdict;
