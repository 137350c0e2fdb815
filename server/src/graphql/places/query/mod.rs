//! Queries of this topic.

pub(in crate::graphql) mod municipality;
pub(in crate::graphql) mod reference;
pub(in crate::graphql) mod region;
