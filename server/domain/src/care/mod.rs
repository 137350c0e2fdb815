//! Arrangements for care coordination, bottlenecks and good practices.

pub mod arrangement;
pub mod phones;
pub mod practice;
