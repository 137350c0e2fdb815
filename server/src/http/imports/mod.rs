//! Uploads of files to import.

pub(super) mod handlers;
pub(super) mod upload;
