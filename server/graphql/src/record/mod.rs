//! Changes, import batches, corrections, audit and quality.

pub(super) mod audit;
pub(super) mod change_log;
pub(super) mod correction;
pub(super) mod gathered;
pub(super) mod import;
pub(super) mod mutation;
pub(super) mod preview;
pub(super) mod quality;
pub(super) mod query;
pub(super) mod source;
