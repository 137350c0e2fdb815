//! Changes, import batches, corrections, audit and quality.

pub(super) mod audit;
pub(super) mod audit_trail;
pub(super) mod batch;
pub(super) mod change;
pub(super) mod change_log;
pub(super) mod correction;
pub(super) mod orphans;
pub(super) mod stale_records;
pub(super) mod undo;
pub(super) mod versions;
