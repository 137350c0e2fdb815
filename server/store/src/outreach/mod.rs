//! Priority, targets, joint sessions, campaigns and briefings.

pub(super) mod briefing;
pub(super) mod campaign;
