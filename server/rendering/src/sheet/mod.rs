//! Papers made of the data: the briefing sheet, as PDF and as a Word document.
//!
//! 1. [`Sheet`] is what a sheet says, taken from a view: words and numbers as
//!    `content`, once for both.
//! 2. `map` draws where it is, as SVG or PNG.
//! 3. `typesetting` sets both with a template of Typst into a tagged PDF.
//! 4. `docx` writes both as a document that can be edited.
//! 5. [`Archive`] packs many sheets into one file.

mod advice;
mod archive;
mod certainty;
mod content;
mod docx;
mod error;
mod format;
mod map;
mod municipality;
mod palette;
mod paper;
mod region;
mod sections;
mod typesetting;

pub use archive::{Archive, ArchiveError, ArchiveMember};
pub use error::SheetError;
pub use format::Format;
pub use paper::{Provenance, Sheet};
