//! Reads boundary files into checked, repaired features.
//!
//! 1. [`geojson`] or [`geopackage`] takes the file apart into raw features.
//! 2. Codes and names are understood where they are unambiguous.
//! 3. Geometry is checked, and repaired where what was meant is clear.
//!
//! Everything that was repaired or refused is in the [`Report`], all at once:
//! the reader returns the layer, and the caller decides. A layer with refusals
//! is not fit to be loaded; its `features` are then those that passed.

mod attributes;
mod check;
mod geojson;
mod geopackage;
mod guess;
mod kind;
mod repair;
mod report;
mod sqlite;
mod tangles;
mod untangle;
mod wkb;

use geo::MultiPolygon;
use thiserror::Error;

use crate::crs::Crs;
use crate::text::RawPolygons;

pub use geojson::geojson;
pub use geopackage::geopackage;
pub use kind::{DamagedPart, FindingKind, Stray};
pub use report::{Finding, MANY, Report};

/// More positions, rings and parts than any file of boundaries has: all
/// neighbourhoods of the country, in full detail, are a third of it.
const MOST_POSITIONS: usize = 3_000_000;
/// More features than any file of municipalities has, land and water apart.
const MOST_FEATURES: usize = 50_000;

/// The areas of a file, and what was found in reading it.
#[derive(Debug)]
pub struct Layer {
    /// The CRS of the positions.
    pub crs: Crs,
    /// The features that passed, in the order of the file.
    pub features: Vec<Feature>,
    /// What was repaired and what was refused.
    pub report: Report,
}

/// A municipality of a file, checked.
#[derive(Clone, Debug)]
pub struct Feature {
    /// `GM` and four digits.
    pub code: String,
    /// The name.
    pub name: String,
    /// Closed rings, outer ones counter-clockwise, holes clockwise, in the CRS
    /// of the layer.
    pub geometry: MultiPolygon,
    /// The number of the feature in the file, from 1.
    pub place: usize,
}

/// Why a file cannot be read at all.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The text is not JSON, or no `FeatureCollection`.
    #[error("this is no GeoJSON FeatureCollection: {0}")]
    NotGeoJson(String),
    /// A CRS other than the two that are understood.
    #[error(
        "the coordinate reference system {0} is not understood; \
         give RD New (EPSG:28992) or WGS84 longitude, latitude (EPSG:4326, CRS84)"
    )]
    UnknownCrs(String),
    /// Positions of a system other than those two, whatever the file says.
    #[error(
        "the positions look like those of {0}; \
         give RD New (EPSG:28992) or WGS84 longitude, latitude (EPSG:4326, CRS84)"
    )]
    OtherCrs(&'static str),
    /// The file is no SQLite database, or damaged.
    #[error("this is no GeoPackage that can be read: {0}")]
    NotGeoPackage(#[from] rusqlite::Error),
    /// No layer with the name, or no layer at all.
    #[error("there is no layer {wanted}; the file has: {}", .layers.join(", "))]
    NoSuchLayer {
        /// The layer that was asked for.
        wanted: String,
        /// The layers in the file.
        layers: Vec<String>,
    },
    /// Several layers and no name.
    #[error("the file has no single layer; name one of: {}", .0.join(", "))]
    WhichLayer(Vec<String>),
    /// The layer is a view or a virtual table.
    #[error("the layer {0} is no plain table; copy it into one")]
    NotATable(String),
    /// No column with the code or the name.
    #[error("the layer {layer} has no column {missing}; it has: {}", .columns.join(", "))]
    NoSuchColumn {
        /// The layer.
        layer: String,
        /// What the column might be called.
        missing: &'static str,
        /// The columns that it has.
        columns: Vec<String>,
    },
    /// No table that a GeoPackage has, or that it says it has.
    #[error("this is no GeoPackage that can be read: it has no table {0}")]
    NoSuchTable(String),
    /// More of something than can be sensible.
    #[error("the file has more than {0} {1}; simplify it first")]
    TooLarge(usize, Counted),
}

/// What a file may hold so many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Positions.
    Positions,
    /// Features.
    Features,
    /// Layers of a GeoPackage.
    Layers,
    /// Tables, views and triggers of a GeoPackage.
    Tables,
    /// Bytes of geometry: more than the file itself has.
    Bytes,
}

impl std::fmt::Display for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Positions => "positions",
            Self::Features => "features",
            Self::Layers => "layers",
            Self::Tables => "tables, views and triggers",
            Self::Bytes => "bytes of geometry",
        })
    }
}

impl ReadError {
    fn too_many_positions() -> Self {
        Self::TooLarge(MOST_POSITIONS, Counted::Positions)
    }

    fn too_many_features() -> Self {
        Self::TooLarge(MOST_FEATURES, Counted::Features)
    }
}

/// A feature as the file gives it.
struct RawFeature {
    /// From 1.
    place: usize,
    code: Option<String>,
    name: Option<String>,
    /// The rings, or what is wrong with them.
    geometry: Result<RawPolygons, FindingKind>,
}

impl RawFeature {
    /// Its positions, rings and parts.
    fn size(&self) -> usize {
        let parts = self.geometry.as_ref().map_or(&[][..], Vec::as_slice);
        let ring = |ring: &Vec<_>| ring.len() + 1;
        let part = |part: &Vec<Vec<_>>| part.iter().map(ring).sum::<usize>() + 1;
        parts.iter().map(part).sum()
    }
}
