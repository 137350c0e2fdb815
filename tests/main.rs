//! Tests over the public surface, in one binary.

mod atlas;
mod graphql;
mod http;
mod store;
mod support;
