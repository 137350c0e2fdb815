//! Dekkingskaart: coverage map of care coordination and anti-trafficking policy
//! in Dutch municipalities.
//!
//! Facts are written to a database through [`actions`]; all reading happens in
//! the [`atlas`], an immutable picture of everything in memory. Each layer below
//! [`http`] is a crate of its own.

pub use rendering::{picture, sheet, tile};
pub use {actions, atlas, auth, domain, export, graphql, import, store, telemetry};

pub mod cli;
pub mod http;
