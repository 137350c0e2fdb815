//! Municipal boundaries: reading, shared borders, simplification, lookup.
//!
//! Pure geometry: no HTTP, no async, and no SQL but in the GeoPackage reader,
//! because a GeoPackage is an SQLite file. The way of the data:
//!
//! 1. [`read`] turns a file into a [`Layer`]: checked and repaired features and
//!    a [`Report`] of every repair and every refusal.
//! 2. [`Boundaries::build`] turns the areas of one date into one topology: each
//!    border once, as an arc with an area on either side.
//! 3. A [`Boundaries`] answers: geometry of an area at three [`Detail`]s in two
//!    [`Crs`]s, outlines of regions, neighbours, labels, lookup of a position,
//!    TopoJSON for maps.
//! 4. [`overlay`] compares two dates: which area went into which. [`gaps`] tells
//!    where neighbours do not meet, and how far outlines moved.
//!
//! The shipped data is embedded in [`data`].

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "whole units stay far below 2^53 (see `topology::to_rd`), and counts of \
              positions, which are held in memory, below 2^32"
)]

mod area;
mod boundaries;
mod crs;
pub mod data;
mod drawing;
pub mod gaps;
mod grid;
mod label;
mod locate;
pub mod overlay;
pub mod read;
mod simplify;
mod snap;
mod text;
mod topojson;
mod topology;

pub use area::Area;
pub use boundaries::{Boundaries, BoundingBox, Label};
pub use crs::{Crs, Detail, ReprojectError, reproject, reproject_geometry};
pub use read::{
    Counted, DamagedPart, Feature, Finding, FindingKind, Layer, MANY, ReadError, Report, Stray,
};
pub use text::{GeometryError, geometry_from_geojson, geometry_to_geojson};
pub use topology::{BuildError, Overlap, Settlement};
