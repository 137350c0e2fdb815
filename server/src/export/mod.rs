//! What leaves the server as files of rows.

mod audit;
mod formula;

pub use audit::{AuditCsvError, write_audit, write_audit_of};
