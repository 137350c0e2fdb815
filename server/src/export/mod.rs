//! What leaves the server as files of rows.

mod audit;

pub use audit::{AuditCsvError, write_audit, write_audit_of};
