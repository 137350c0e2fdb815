//! Tests over the public surface, in one binary.

mod graphql;
mod http;
mod import;
mod store;
mod support;
