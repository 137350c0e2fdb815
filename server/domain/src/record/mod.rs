//! Changes, import batches, corrections, audit and quality.

pub mod audit;
pub mod batch;
pub mod correction;
pub mod field_diff;
pub mod refusal_log;
pub mod text_fields;
