//! What leaves the server as files of rows.

mod audit;
pub mod catalog;
mod formula;
pub mod municipalities;

pub use audit::{AuditCsvError, write_audit, write_audit_of};
