//! Queries of this topic.

pub(crate) mod campaign;
pub(crate) mod targets;
