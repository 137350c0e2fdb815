//! Papers made of the data: the briefing sheet as PDF.
//!
//! 1. [`Sheet`] is what a sheet says, taken from a view: words and numbers.
//! 2. `map` draws where it is, as SVG.
//! 3. `typesetting` sets both with a template of Typst into a tagged PDF.

mod advice;
mod map;
mod municipality;
mod region;
mod sheet;
mod typesetting;

pub use sheet::{Sheet, Stamp};
pub use typesetting::TypesettingError;
