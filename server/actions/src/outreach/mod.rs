//! Priority, targets, joint sessions, campaigns and briefings.

pub(super) mod add_targets;
pub(super) mod create_campaign;
pub(super) mod record_briefing;
pub(super) mod set_stage;
