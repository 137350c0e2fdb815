//! Queries of this topic.

pub(in crate::graphql) mod coverage;
pub(in crate::graphql) mod time;
