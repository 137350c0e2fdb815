//! The map and the briefing sheet, drawn: as pictures, documents and vector tiles.

pub mod picture;
pub mod sheet;
pub mod tile;
mod typesetting;
