//! Finds where the rings of a feature cross, touch or cover each other.

use std::ops::ControlFlow;

use geo::Coord;

use crate::crs::Crs;
use crate::grid::{Point, Strips, fold, touch, turn};
use crate::snap::units;
use crate::text::RawPolygons;

/// Pairs of segments compared in one feature, and crossings found, before it
/// is refused as too intricate.
const MOST_PAIRS: u64 = 20_000_000;
const MOST_CROSSINGS: usize = 1_000;
/// Rings times segments: the work to see which ring lies in which.
const MOST_NESTING: usize = 300_000_000;

/// How many pairs of segments have more in common than the corner between
/// them, and the first place. Nested outer rings count too. What was compared is
/// taken from the work that there may be.
pub(super) fn tangles(
    crs: Crs,
    polygons: &RawPolygons,
    work: &mut u64,
) -> Result<Option<(usize, Coord)>, Option<Coord>> {
    let mut segments = Vec::new();
    let mut starts = Vec::new();
    // The ring of each segment, and the segment that follows it in the ring.
    let mut next = Vec::new();
    for ring in polygons.iter().flatten() {
        let first = segments.len();
        for ends in ring.windows(2) {
            segments.push((units(crs, ends[0]), units(crs, ends[1])));
            starts.push(ends[0]);
            next.push(segments.len());
        }
        if let Some(last) = next.last_mut() {
            *last = first;
        }
    }
    let strips = Strips::new(&segments);
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut budget = MOST_PAIRS.min(*work);
    *work -= budget;
    let ended = strips.pairs(&segments, &mut budget, |i, j| {
        let (one, other) = (segments[i as usize], segments[j as usize]);
        let knot = if next[i as usize] == j as usize {
            fold(one.1, one.0, other.1)
        } else if next[j as usize] == i as usize {
            fold(one.0, one.1, other.0)
        } else {
            touch(one.0, one.1, other.0, other.1)
        };
        if knot && !found.contains(&(i.min(j), i.max(j))) {
            found.push((i.min(j), i.max(j)));
        }
        if found.len() > MOST_CROSSINGS {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    *work += budget;
    let rings = polygons.iter().flatten().count();
    let nesting = rings * segments.len();
    let left = work.checked_sub(nesting as u64);
    if !ended || found.len() > MOST_CROSSINGS || nesting > MOST_NESTING || left.is_none() {
        return Err(starts.first().copied());
    }
    *work = left.unwrap_or_default();
    if let Some(first) = found.iter().min() {
        let (i, j) = (first.0 as usize, first.1 as usize);
        let place = crossing(starts[i], starts[next[i]], starts[j], starts[next[j]]);
        return Ok(Some((found.len(), place)));
    }
    Ok(nested(crs, polygons).map(|place| (1, place)))
}

/// Where two segments cross, or the start of the second when they lie along.
fn crossing(a: Coord, b: Coord, c: Coord, d: Coord) -> Coord {
    let (own, other) = (b - a, d - c);
    let across = own.x * other.y - own.y * other.x;
    let along = ((c.x - a.x) * other.y - (c.y - a.y) * other.x) / across;
    if across != 0.0 && (0.0..=1.0).contains(&along) {
        a + own * along
    } else {
        c
    }
}

/// A corner of an outer ring that lies in another part, or of a hole outside
/// its own. Rings do not cross, so one corner tells.
fn nested(crs: Crs, polygons: &RawPolygons) -> Option<Coord> {
    let rings: Vec<Vec<Vec<Point>>> = polygons
        .iter()
        .map(|rings| {
            let points = |ring: &Vec<Coord>| ring.iter().map(|p| units(crs, *p)).collect();
            rings.iter().map(points).collect()
        })
        .collect();
    let in_part = |part: &[Vec<Point>], p: Point| {
        within(&part[0], p) && !part[1..].iter().any(|hole| within(hole, p))
    };
    for (i, part) in rings.iter().enumerate() {
        let covered = (0..rings.len()).any(|j| j != i && in_part(&rings[j], part[0][0]));
        if covered {
            return Some(polygons[i][0][0]);
        }
        for (k, hole) in part.iter().enumerate().skip(1) {
            let in_hole = |other: usize| other != k && within(&part[other], hole[0]);
            if !within(&part[0], hole[0]) || (1..part.len()).any(in_hole) {
                return Some(polygons[i][k][0]);
            }
        }
    }
    None
}

fn within(ring: &[Point], p: Point) -> bool {
    let crosses = |ends: &&[Point]| {
        let (low, high) = if ends[0].y < ends[1].y {
            (ends[0], ends[1])
        } else {
            (ends[1], ends[0])
        };
        low.y <= p.y && p.y < high.y && turn(low, high, p) > 0
    };
    ring.windows(2).filter(crosses).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(positions: impl IntoIterator<Item = (u32, u32)>) -> Vec<Coord> {
        let coord = |(x, y)| Coord {
            x: f64::from(x),
            y: f64::from(y),
        };
        let mut ring: Vec<Coord> = positions.into_iter().map(coord).collect();
        ring.extend(ring.first().copied());
        ring
    }

    /// What is found with as much work as there may be in a whole file.
    fn found(polygons: &RawPolygons) -> Result<Option<usize>, ()> {
        let found = tangles(Crs::RdNew, polygons, &mut 500_000_000);
        found
            .map(|found| found.map(|(number, _)| number))
            .map_err(drop)
    }

    /// A line that goes forth and back so often, one metre apart.
    fn zigzag(times: u32, turned: bool) -> impl Iterator<Item = (u32, u32)> {
        (0..times).flat_map(move |at| {
            let ends = if at % 2 == 0 {
                [0, 10_000]
            } else {
                [10_000, 0]
            };
            ends.map(|end| if turned { (at, end) } else { (end, at) })
        })
    }

    #[test]
    fn an_outline_with_too_many_crossings_is_too_intricate() {
        let crossing = |times| vec![vec![ring(zigzag(times, false).chain(zigzag(times, true)))]];
        assert!(
            found(&crossing(10))
                .unwrap()
                .is_some_and(|number| number > 50)
        );
        assert_eq!(found(&crossing(60)), Err(()));
    }

    #[test]
    fn an_outline_of_which_too_much_has_to_be_compared_is_too_intricate() {
        // Slanting lines side by side: the boxes around them overlap.
        let lines = zigzag(8_000, true).map(|(x, y)| (x + y + 1, y + 10));
        let back = [(40_000, 0), (0, 0)];
        let outline = vec![vec![ring(lines.chain(back))]];
        let mut work = 1_000;
        assert!(tangles(Crs::RdNew, &outline, &mut work).is_err());
        assert_eq!(found(&outline), Err(()));
    }

    #[test]
    fn too_many_rings_of_too_many_segments_are_too_intricate() {
        let square = |at: u32| {
            let (x, y) = (at % 100 * 10, at / 100 * 10);
            vec![ring([(x, y), (x + 5, y), (x + 5, y + 5), (x, y + 5)])]
        };
        assert_eq!(found(&(0..100).map(square).collect()), Ok(None));
        assert_eq!(found(&(0..9_000).map(square).collect()), Err(()));
    }
}
