//! The database: `SQLite` for one machine, PostgreSQL for several servers.
//!
//! One SQL text serves both. [`Store::facts`] reads everything on record at
//! one revision; [`Store::begin`] opens a [`Change`], the only way to write them.
//! Accounts and sessions are no facts: [`Store::access`], [`AccessChange`].

mod access;
mod access_request;
mod account;
mod arrangement;
mod audit;
mod audit_trail;
mod backup;
mod batch;
mod briefing;
mod campaign;
mod change;
mod confirmation;
mod connect;
mod correction;
mod document;
mod error;
mod health;
mod identity;
mod indicator;
mod invitation;
mod ledger;
mod loose_ends;
mod municipality;
mod notices;
mod patience;
mod practice;
mod reading;
mod region;
mod register;
mod rubric;
mod second_factor;
mod session;
mod sql;
mod standing;
mod text;
mod token;
mod undo;
mod verdict;
mod versions;

pub use access::{AccessChange, AccessRecords};
pub use audit_trail::{AuditBreak, AuditPage, AuditQuery, AuditVerdict};
pub use backup::{BackupError, back_up, restore};
pub use batch::RowPage;
pub use change::Change;
pub use connect::{Database, Store};
pub use error::StoreError;
pub use notices::Notices;
pub use standing::Standing;
pub use undo::{KnownChange, Undone};
pub use verdict::NewVerdict;
pub use versions::RecordKind;
