//! Arrangements for care coordination, bottlenecks and good practices.

pub(super) mod cover;
pub(super) mod practice;
