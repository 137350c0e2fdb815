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
