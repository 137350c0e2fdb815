//! The map as vector tiles: squares of the web's common projection (EPSG:3857),
//! each level of zoom with four times as many as the one before.
//!
//! 1. `grid` says where a tile lies, and where a position lies in it.
//! 2. `clip` cuts a ring off at the tile's edge and puts it on whole units.
//! 3. `draw` writes what meets the tile, at the detail that its level shows.

mod clip;
mod draw;
mod grid;

pub use draw::{LABELS, MUNICIPALITIES, draw};
pub use grid::{MOST_ZOOM, TileAddress};
