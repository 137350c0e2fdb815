//! Puts positions back where they were.
//!
//! Overlaying areas moves every position by the last few bits. Those that
//! were there before have to be the same ones again, so that they are still
//! those of the neighbours.

use std::collections::HashMap;

use geo::{Coord, CoordsIter, MapCoordsInPlace, MultiPolygon};

use crate::crs::Crs;
use crate::grid::Point;
use crate::topology::{UNITS_PER_DEGREE, UNITS_PER_METRE};

fn scale(crs: Crs) -> f64 {
    match crs {
        Crs::Crs84 => UNITS_PER_DEGREE,
        Crs::RdNew => UNITS_PER_METRE,
    }
}

/// The position of whole units.
pub(crate) fn from_units(crs: Crs, point: Point) -> Coord {
    let scale = scale(crs);
    Coord {
        x: point.x as f64 / scale,
        y: point.y as f64 / scale,
    }
}

/// A position in whole units of about a millimetre.
pub(crate) fn units(crs: Crs, position: Coord) -> Point {
    let scale = scale(crs);
    Point {
        x: (position.x * scale).round() as i64,
        y: (position.y * scale).round() as i64,
    }
}

/// Gives every position of `drawn` that lies within about a millimetre of one
/// of `origins` the place of that one.
pub(crate) fn snap_back(
    crs: Crs,
    origins: &[&MultiPolygon],
    mut drawn: MultiPolygon,
) -> MultiPolygon {
    let known: HashMap<Point, Coord> = origins
        .iter()
        .flat_map(|geometry| geometry.coords_iter())
        .map(|position| (units(crs, position), position))
        .collect();
    let around = [0, -1, 1].map(|x| [0, -1, 1].map(|y| Point { x, y }));
    drawn.map_coords_in_place(|position| {
        let near = units(crs, position);
        let mut places = around.as_flattened().iter().map(|step| near + *step);
        let origin = places.find_map(|place| known.get(&place));
        origin.copied().unwrap_or(position)
    });
    drawn
}
