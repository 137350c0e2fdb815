//! Queries of this topic.

pub(in crate::graphql) mod change_log;
pub(in crate::graphql) mod correction;
pub(in crate::graphql) mod import;
