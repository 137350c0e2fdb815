//! Priority, targets, joint sessions, campaigns and briefings.

pub mod campaign;
pub mod priority;
