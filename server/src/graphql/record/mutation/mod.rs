//! Mutations of this topic.

pub(in crate::graphql) mod correction;
pub(in crate::graphql) mod import;
pub(in crate::graphql) mod rehearsal;
pub(in crate::graphql) mod undo;
