//! A municipality before its borders are shared.

use geo::MultiPolygon;

use crate::read::Feature;

/// An area to build boundaries of.
#[derive(Clone, Debug)]
pub struct Area {
    /// The code by which it is known, unique on the date.
    pub code: String,
    /// Its name, for the TopoJSON.
    pub name: String,
    /// Its geometry, in the CRS that is given to [`Boundaries::build`](crate::Boundaries::build).
    pub geometry: MultiPolygon,
}

impl From<Feature> for Area {
    fn from(feature: Feature) -> Self {
        Self {
            code: feature.code,
            name: feature.name,
            geometry: feature.geometry,
        }
    }
}
