//! The store, on both databases.

mod audit;
mod backup;
mod changes;
mod public_data;
mod reading;
mod refresh;
mod several;
mod undo;
