//! Where neighbours do not meet, and how far outlines moved.
//!
//! Planar, in RD New, at full detail.

use std::collections::HashSet;

use geo::{Area as _, BoundingRect, Coord, CoordsIter, Line, LinesIter, MultiPolygon, Polygon};
use rstar::{AABB, PointDistance, RTree, RTreeObject};

use crate::boundaries::Boundaries;
use crate::crs::{Crs, Detail, reproject};
use crate::label::pole_of_inaccessibility;
use crate::locate;

/// Smaller gaps, in square metres, are no work of people.
const SMALLEST: f64 = 1.0;
/// Larger ones are water that the file leaves out.
const LARGEST: f64 = 5e6;
/// Positions that are no further apart, in metres, count as one.
const SNAP: f64 = 0.1;

/// An area between areas that belongs to none of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The codes of the areas around it.
    pub codes: Vec<String>,
    /// How much it is.
    pub square_metres: f64,
    /// A position in it, in the CRS of the input.
    pub place: (f64, f64),
}

/// Two areas that shared a border and do not any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Parting {
    /// Their codes.
    pub codes: (String, String),
    /// How far they lie apart where the middle of their border was.
    pub metres: f64,
    /// That place, in the CRS of the later input.
    pub place: (f64, f64),
}

/// An outline that is drawn elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Displacement {
    /// The code.
    pub code: String,
    /// The largest distance between the two outlines.
    pub metres: f64,
}

/// The gaps between areas that were none before: enclosed by two areas or more.
#[must_use]
pub fn gaps(old: Option<&Boundaries>, new: &Boundaries) -> Vec<Gap> {
    let all: Vec<usize> = (0..new.len()).collect();
    let whole = new.outline(&all, Detail::Full, Crs::RdNew);
    let holes = whole.iter().flat_map(Polygon::interiors);
    let gap = |hole: &geo::LineString| {
        let hole = Polygon::new(hole.clone(), Vec::new());
        let square_metres = hole.unsigned_area();
        if !(SMALLEST..=LARGEST).contains(&square_metres) {
            return None;
        }
        let middle = pole_of_inaccessibility(&hole);
        let was_gap = old.is_some_and(|old| in_none(old, middle));
        let codes = around(new, &hole);
        (!was_gap && codes.len() > 1).then(|| Gap {
            codes,
            square_metres,
            place: in_crs_of(new, middle),
        })
    };
    holes.filter_map(gap).collect()
}

/// The codes of the areas that share corners with a hole between them.
fn around(boundaries: &Boundaries, hole: &Polygon) -> Vec<String> {
    let Some(bounds) = hole.bounding_rect() else {
        return Vec::new();
    };
    let key = |position: Coord| (position.x.to_bits(), position.y.to_bits());
    let corners: HashSet<_> = hole.coords_iter().map(key).collect();
    let touches = |area: &usize| {
        let mut positions = boundaries.full(Crs::RdNew)[*area].coords_iter();
        positions.any(|position| corners.contains(&key(position)))
    };
    let met = boundaries.meeting(bounds).into_iter().filter(touches);
    met.map(|area| boundaries.code(area).to_owned()).collect()
}

/// Whether a position in RD New, amid the areas, lies in none of them.
fn in_none(boundaries: &Boundaries, position: Coord) -> bool {
    reproject(position, Crs::RdNew, Crs::Crs84)
        .is_ok_and(|degrees| boundaries.locate(degrees.x, degrees.y).is_none())
}

fn in_crs_of(boundaries: &Boundaries, position: Coord) -> (f64, f64) {
    let position = reproject(position, Crs::RdNew, boundaries.crs()).unwrap_or(position);
    (position.x, position.y)
}

/// Neighbours of before that lie apart, with nothing between them.
#[must_use]
pub fn partings(old: &Boundaries, new: &Boundaries) -> Vec<Parting> {
    let mut found = Vec::new();
    for one in 0..old.len() {
        let later = old.neighbours(one).iter().filter(|other| **other > one);
        for other in later {
            found.extend(parting(old, new, one, *other));
        }
    }
    found
}

fn parting(old: &Boundaries, new: &Boundaries, one: usize, other: usize) -> Option<Parting> {
    let [a, b] = [one, other].map(|area| new.index_of(old.code(area)));
    let (a, b) = (a?, b?);
    if new.neighbours(a).contains(&b) {
        return None;
    }
    let border = old.border(one, other);
    let middle = *border.get(border.len() / 2)?;
    let apart = [a, b].map(|area| locate::distance(middle, &new.full(Crs::RdNew)[area]));
    let metres = apart.iter().sum();
    (metres > SNAP && in_none(new, middle)).then(|| Parting {
        codes: (new.code(a).to_owned(), new.code(b).to_owned()),
        metres,
        place: in_crs_of(new, middle),
    })
}

/// How far the outlines of those moved that are in both, by more than positions
/// that count as one; by code.
#[must_use]
pub fn displacements(old: &Boundaries, new: &Boundaries) -> Vec<Displacement> {
    let moved = (0..new.len()).filter_map(|later| {
        let area = old.index_of(new.code(later))?;
        let [before, after] = [&old.full(Crs::RdNew)[area], &new.full(Crs::RdNew)[later]];
        if before == after {
            return None;
        }
        let metres = farthest(before, after).max(farthest(after, before));
        (metres > SNAP).then(|| Displacement {
            code: new.code(later).to_owned(),
            metres,
        })
    });
    moved.collect()
}

/// The largest distance of a corner of one outline from the other outline.
fn farthest(corners: &MultiPolygon, outline: &MultiPolygon) -> f64 {
    let segments = RTree::bulk_load(outline.lines_iter().map(Segment).collect());
    let squares = corners.coords_iter().filter_map(|corner| {
        let point = [corner.x, corner.y];
        let nearest = segments.nearest_neighbor(point)?;
        Some(nearest.distance_2(&point))
    });
    squares.fold(0.0, f64::max).sqrt()
}

/// A piece of an outline, in a tree.
struct Segment(Line);

impl RTreeObject for Segment {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        let (a, b) = (self.0.start, self.0.end);
        AABB::from_corners([a.x, a.y], [b.x, b.y])
    }
}

impl PointDistance for Segment {
    fn distance_2(&self, point: &[f64; 2]) -> f64 {
        let (start, along) = (self.0.start, self.0.delta());
        let from = Coord {
            x: point[0] - start.x,
            y: point[1] - start.y,
        };
        let length = along.x * along.x + along.y * along.y;
        let share = if length > 0.0 {
            ((from.x * along.x + from.y * along.y) / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (x, y) = (from.x - share * along.x, from.y - share * along.y);
        x * x + y * y
    }
}
