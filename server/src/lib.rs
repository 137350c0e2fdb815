//! Dekkingskaart: coverage map of care coordination and anti-trafficking policy
//! in Dutch municipalities.
//!
//! Facts are written to a database through [`actions`]; all reading happens in
//! the [`atlas`], an immutable picture of everything in memory.

pub mod actions;
pub mod atlas;
pub mod auth;
pub mod cli;
mod compression;
pub mod domain;
pub mod export;
pub mod graphql;
pub mod http;
pub mod import;
pub mod picture;
pub mod sheet;
pub mod store;
pub mod telemetry;
pub mod tile;
mod typesetting;
