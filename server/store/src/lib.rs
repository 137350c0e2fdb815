//! The database: `SQLite` for one machine, PostgreSQL for several servers.
//!
//! One SQL text serves both. [`Store::facts`] reads everything on record at
//! one revision; [`Store::begin`] opens a [`Change`], the only way to write them.
//! Accounts and sessions are no facts: [`Store::access`], [`AccessChange`].

mod backup;
mod care;
mod error;
mod health;
mod load_facts;
mod outreach;
mod people;
mod places;
mod policy;
mod record;
mod sql;
mod text;

pub use backup::{BackupError, back_up, restore};
pub use error::StoreError;
pub use people::access_change::AccessChange;
pub use people::access_records::AccessRecords;
pub use policy::verdict::NewVerdict;
pub use record::audit_trail::{AuditBreak, AuditQuery, AuditVerdict};
pub use record::batch::RowQuery;
pub use record::change::Change;
pub use record::orphans::OrphanSearch;
pub use record::stale_records::StaleRecord;
pub use record::undo::{RecordedChange, UndoReport};
pub use record::versions::{RecordKind, about};
pub use sql::connect::{Database, Store};
pub use sql::listen::ChangeListener;
