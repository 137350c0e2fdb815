//! A position well inside an area: the pole of inaccessibility, the centre of
//! (nearly) the largest circle that fits into its largest part.
//!
//! Mapbox's polylabel: squares are split into four, those first that may hold
//! the farthest position from any border, until no square can better the best
//! by more than the precision.

use std::collections::BinaryHeap;

use geo::{Coord, Polygon};

/// The position within a polygon of metres that is farthest from its rings, to
/// within a hundredth of the polygon's size.
pub(crate) fn pole_of_inaccessibility(polygon: &Polygon) -> Coord {
    let corners = &polygon.exterior().0;
    let (mut low, mut high) = (corners[0], corners[0]);
    for p in corners {
        low = Coord {
            x: low.x.min(p.x),
            y: low.y.min(p.y),
        };
        high = Coord {
            x: high.x.max(p.x),
            y: high.y.max(p.y),
        };
    }
    let size = (high.x - low.x).min(high.y - low.y);
    let precision = size / 100.0;
    let rings: Vec<&[Coord]> = std::iter::once(polygon.exterior())
        .chain(polygon.interiors())
        .map(|line| line.0.as_slice())
        .collect();

    let mut squares = BinaryHeap::new();
    let half = (high.x - low.x).max(high.y - low.y) / 8.0;
    let across = ((high.x - low.x) / (2.0 * half)).ceil() as i32;
    let up = ((high.y - low.y) / (2.0 * half)).ceil() as i32;
    for column in 0..across {
        for row in 0..up {
            let centre = Coord {
                x: low.x + half * f64::from(2 * column + 1),
                y: low.y + half * f64::from(2 * row + 1),
            };
            squares.push(Square::new(centre, half, &rings));
        }
    }
    let mut best: Option<Square> = None;
    while let Some(square) = squares.pop() {
        let inside = best.as_ref().map_or(0.0, |best| best.inside);
        if square.inside > inside {
            best = Some(square.clone());
        }
        let inside = inside.max(square.inside);
        // Until something inside is found, go on however thin the area is.
        let enough = if inside > 0.0 { precision } else { 0.0 };
        if square.reach - inside <= enough || square.half < size * 1e-7 {
            if inside > 0.0 {
                break;
            }
            continue;
        }
        let half = square.half / 2.0;
        for (x, y) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let centre = square.centre + Coord { x, y };
            squares.push(Square::new(centre, half, &rings));
        }
    }
    best.map_or(corners[0], |best| best.centre)
}

#[derive(Clone)]
struct Square {
    centre: Coord,
    half: f64,
    /// How far the centre lies inside; negative outside.
    inside: f64,
    /// How far any position of the square can lie inside.
    reach: f64,
}

impl Square {
    fn new(centre: Coord, half: f64, rings: &[&[Coord]]) -> Self {
        let inside = signed_distance(centre, rings);
        Self {
            centre,
            half,
            inside,
            reach: inside + half * std::f64::consts::SQRT_2,
        }
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Square {}
impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Square {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let place = |square: &Self| (square.centre.x, square.centre.y);
        let ((ax, ay), (bx, by)) = (place(self), place(other));
        self.reach
            .total_cmp(&other.reach)
            .then(bx.total_cmp(&ax))
            .then(by.total_cmp(&ay))
    }
}

/// The distance to the nearest ring: positive inside, negative outside.
pub(crate) fn signed_distance(position: Coord, rings: &[&[Coord]]) -> f64 {
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for ring in rings {
        for ends in ring.windows(2) {
            let (a, b) = (ends[0], ends[1]);
            if (a.y > position.y) != (b.y > position.y)
                && position.x < (b.x - a.x) * (position.y - a.y) / (b.y - a.y) + a.x
            {
                inside = !inside;
            }
            nearest = nearest.min(distance_squared(position, a, b));
        }
    }
    if inside {
        nearest.sqrt()
    } else {
        -nearest.sqrt()
    }
}

fn distance_squared(position: Coord, a: Coord, b: Coord) -> f64 {
    let (along, from) = (b - a, position - a);
    let length = along.x * along.x + along.y * along.y;
    let share = if length > 0.0 {
        ((from.x * along.x + from.y * along.y) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let off = from - along * share;
    off.x * off.x + off.y * off.y
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::polygon;

    #[test]
    fn the_label_of_a_horseshoe_is_not_in_its_mouth() {
        let horseshoe = polygon![
            (x: 0.0, y: 0.0), (x: 100.0, y: 0.0), (x: 100.0, y: 100.0), (x: 80.0, y: 100.0),
            (x: 80.0, y: 30.0), (x: 20.0, y: 30.0), (x: 20.0, y: 100.0), (x: 0.0, y: 100.0),
        ];
        let label = pole_of_inaccessibility(&horseshoe);
        let depth = signed_distance(label, &[&horseshoe.exterior().0]);
        assert!(depth > 14.0, "{label:?} lies {depth} deep");
    }

    #[test]
    fn the_label_of_a_ring_is_not_in_its_hole() {
        let square =
            |a: f64, b: f64| geo::LineString::from(vec![(a, a), (b, a), (b, b), (a, b), (a, a)]);
        let ring = Polygon::new(square(0.0, 100.0), vec![square(10.0, 90.0)]);
        let label = pole_of_inaccessibility(&ring);
        let rings = [&*ring.exterior().0, &*ring.interiors()[0].0];
        assert!(signed_distance(label, &rings) > 4.0);
    }

    #[test]
    fn a_needle_has_its_label_inside() {
        let needle = polygon![(x: 0.0, y: 0.0), (x: 1000.0, y: 999.0), (x: 1000.0, y: 1000.0)];
        let label = pole_of_inaccessibility(&needle);
        assert!(signed_distance(label, &[&needle.exterior().0]) > 0.0);
    }
}
