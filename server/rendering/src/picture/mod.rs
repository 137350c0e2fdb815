//! The map as a picture.
//!
//! 1. `shade` says which class a municipality is of and how it looks, in one
//!    table for pictures, exports and sheets; `palette` has the colours.
//! 2. `caption` has the words: finding, legend with counts, date, sources.
//! 3. `drawing` draws both as SVG, in a `theme`; `raster` turns it into pixels, and
//!    `picture.typ` sets it on a page.

mod caption;
mod drawing;
mod map_picture;
mod matrix;
pub(crate) mod outline;
mod palette;
mod raster;
mod shade;
mod shade_class;
#[cfg(test)]
mod tests;
mod text_lines;
mod theme;

pub use caption::{Caption, LegendEntry};
pub use map_picture::{
    PictureError, PictureStyle, PictureSubject, WIDTHS, caption, map_pdf, map_png, map_svg,
};
pub use palette::{Fill, Pattern, PatternKind, UNCERTAIN, UNKNOWN};
pub use shade::{Shade, fill_of_class, fill_of_status, fill_of_verdict};
pub use shade_class::ShadeClass;
pub use theme::{Theme, luminance};
