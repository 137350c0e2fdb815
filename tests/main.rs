//! Tests over the public surface, in one binary.

mod store;
mod support;
