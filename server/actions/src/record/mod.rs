//! Changes, import batches, corrections, audit and quality.

pub(super) mod decide_correction;
pub(super) mod import_batch;
pub(super) mod propose_correction;
pub(super) mod rehearsal;
pub(super) mod undo_change;
