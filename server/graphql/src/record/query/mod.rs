//! Queries of this topic.

pub(crate) mod change_log;
pub(crate) mod correction;
pub(crate) mod import;
