//! The store, on both databases.

mod changes;
mod public_data;
mod reading;
