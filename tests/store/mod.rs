//! The store, on both databases.

mod audit;
mod changes;
mod public_data;
mod reading;
mod undo;
