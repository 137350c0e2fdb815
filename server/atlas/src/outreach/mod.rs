//! Priority, targets, joint sessions, campaigns and briefings.

pub(super) mod briefed;
pub(super) mod campaign;
pub(super) mod effect;
pub(super) mod joint_sessions;
pub(super) mod priority;
pub(super) mod ranking;
pub(super) mod targets;
