//! Arrangements for care coordination, bottlenecks and good practices.

pub(super) mod arrangement;
pub(super) mod practice;
