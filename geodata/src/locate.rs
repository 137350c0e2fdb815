//! Which area holds a position, and how far away an area is.

use geo::coordinate_position::CoordPos;
use geo::{BoundingRect, Coord, CoordinatePosition, Intersects, MultiPolygon, Rect};
use rstar::RTree;
use rstar::primitives::{GeomWithData, Rectangle};

use crate::label::signed_distance;

type Boxed = GeomWithData<Rectangle<[f64; 2]>, usize>;

/// The boxes of areas, in a tree.
#[derive(Debug)]
pub(crate) struct Locator(RTree<Boxed>);

impl Locator {
    pub(crate) fn new<'a>(geometries: impl Iterator<Item = &'a MultiPolygon>) -> Self {
        let boxes = geometries
            .enumerate()
            .filter_map(|(area, geometry)| {
                let bounds = geometry.bounding_rect()?;
                let (low, high) = (bounds.min(), bounds.max());
                let rectangle = Rectangle::from_corners([low.x, low.y], [high.x, high.y]);
                Some(GeomWithData::new(rectangle, area))
            })
            .collect();
        Self(RTree::bulk_load(boxes))
    }

    /// The first area that holds the position, its border included.
    pub(crate) fn locate(&self, position: Coord, geometries: &[MultiPolygon]) -> Option<usize> {
        self.0
            .locate_all_at_point([position.x, position.y])
            .map(|boxed| boxed.data)
            .filter(|area| holds(&geometries[*area], position))
            .min()
    }
}

/// Whether an area holds a position, its border included. Part by part, because
/// a corner in which two parts touch does not count as border of the whole.
fn holds(geometry: &MultiPolygon, position: Coord) -> bool {
    let mut parts = geometry.iter();
    parts.any(|part| part.coordinate_position(&position) != CoordPos::Outside)
}

/// How far a position lies from an area, in the unit of both; 0 inside.
pub(crate) fn distance(position: Coord, geometry: &MultiPolygon) -> f64 {
    geometry
        .iter()
        .map(|polygon| {
            let rings: Vec<&[Coord]> = std::iter::once(polygon.exterior())
                .chain(polygon.interiors())
                .map(|line| line.0.as_slice())
                .collect();
            (-signed_distance(position, &rings)).max(0.0)
        })
        .fold(f64::INFINITY, f64::min)
}

/// Whether an area and a box have a position in common.
pub(crate) fn meets(geometry: &MultiPolygon, bounds: Rect) -> bool {
    geometry
        .bounding_rect()
        .is_some_and(|own| own.intersects(&bounds))
        && geometry.intersects(&bounds)
}
