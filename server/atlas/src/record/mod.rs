//! Changes, import batches, corrections, audit and quality.

pub(super) mod change_log;
pub(super) mod gathered;
pub(super) mod map_diff;
pub(super) mod quality;
