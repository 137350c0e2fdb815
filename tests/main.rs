//! Tests over the public surface, in one binary.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; clippy knows tests, but not their helpers"
)]

mod access;
mod actions;
mod atlas;
mod crash;
mod editing;
mod fault;
mod fuzz;
mod graphql;
mod hostile;
mod http;
mod import;
mod outreach;
mod picture;
mod serve;
mod store;
mod support;
