//! Arrangements for care coordination, bottlenecks and good practices.

pub(super) mod arrangement;
pub(super) mod mutation;
pub(super) mod practice;
pub(crate) mod query;
