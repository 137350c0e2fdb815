//! Queries of this topic.

pub(crate) mod coverage;
pub(crate) mod time;
