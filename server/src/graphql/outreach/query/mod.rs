//! Queries of this topic.

pub(in crate::graphql) mod campaign;
pub(in crate::graphql) mod targets;
