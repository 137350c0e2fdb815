//! Priority, targets, joint sessions, campaigns and briefings.

pub(super) mod briefing;
pub(super) mod campaign;
pub(super) mod effect;
pub(crate) mod mutation;
pub(super) mod priority;
pub(super) mod query;
pub(super) mod targets;
