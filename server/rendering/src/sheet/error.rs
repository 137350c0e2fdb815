//! What can go wrong with a sheet.

use std::io;

use thiserror::Error;

use super::archive::ArchiveError;

/// A sheet that cannot be made; the cause is for the log.
#[derive(Debug, Error)]
pub enum SheetError {
    /// The template could not be set.
    #[error("the sheet cannot be set: {0}")]
    Typesetting(String),
    /// The map could not be drawn as a picture.
    #[error("the map cannot be drawn: {0}")]
    Map(String),
    /// A part of the document could not be written.
    #[error("the document cannot be written: {0}")]
    Document(#[from] io::Error),
    /// The document does not fit an archive.
    #[error("the document cannot be packed: {0}")]
    Packing(#[from] ArchiveError),
}
