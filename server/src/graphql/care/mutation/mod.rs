//! Mutations of this topic.

pub(in crate::graphql) mod practice;
pub(in crate::graphql) mod record;
