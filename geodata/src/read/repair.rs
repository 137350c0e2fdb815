//! Checks the rings of a feature and repairs them where what was meant is clear.
//!
//! 1. Positions that are no numbers, or far from the Netherlands, are refused.
//! 2. Positions repeated (to the millimetre) and spikes (out and back on the
//!    same line) go; a ring that is not closed is closed.
//! 3. A ring without area goes, unless it was all that there is.
//! 4. Where rings cross, touch or cover each other the feature is drawn anew
//!    ([`super::untangle`]): what lies within an outer ring, whichever way
//!    round, and not in a hole belongs to it. A bow-tie becomes its two wings,
//!    two parts that share a border become one.
//! 5. Outer rings turn counter-clockwise and holes clockwise.

use std::collections::HashSet;

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::kind::{FindingKind, Stray};
use super::report::Notes;
use super::tangles::tangles;
use super::untangle::untangle as enclosed;
use crate::crs::Crs;
use crate::grid::{Point, ring_area, turn};
use crate::snap::{from_units, units};
use crate::text::RawPolygons;

/// The repaired geometry; `None` when it is refused.
pub(super) fn repair(
    crs: Crs,
    polygons: RawPolygons,
    notes: &mut Notes<'_>,
    work: &mut u64,
) -> Option<MultiPolygon> {
    if polygons.iter().flatten().all(Vec::is_empty) {
        notes.refused(None, FindingKind::GeometryEmpty);
        return None;
    }
    if !in_range(crs, &polygons, notes) {
        return None;
    }
    let polygons = clean(crs, polygons, notes);
    if polygons.is_empty() {
        notes.refused(None, FindingKind::GeometryFlat);
        return None;
    }
    let polygons = untangle(crs, polygons, notes, work)?;
    Some(turn_rings(crs, polygons, notes))
}

fn in_range(crs: Crs, polygons: &RawPolygons, notes: &mut Notes<'_>) -> bool {
    let within = |p: &Coord| match crs {
        Crs::Crs84 => (2.0..=8.5).contains(&p.x) && (50.0..=54.5).contains(&p.y),
        Crs::RdNew => {
            (-10_000.0..=300_000.0).contains(&p.x) && (290_000.0..=640_000.0).contains(&p.y)
        }
    };
    let mut strays = polygons.iter().flatten().flatten().filter(|p| !within(p));
    let Some(stray) = strays.next().copied() else {
        return true;
    };
    let count = strays.count() + 1;
    let exchanged = Coord {
        x: stray.y,
        y: stray.x,
    };
    let looks_like_rd = stray.x.abs() > 1000.0 && stray.y > 1000.0;
    let why = match crs {
        _ if !(stray.x.is_finite() && stray.y.is_finite()) => Stray::NoNumber,
        _ if within(&exchanged) => Stray::Exchanged,
        Crs::Crs84 if looks_like_rd => Stray::LikeRdNew,
        Crs::RdNew if stray.x.abs() < 180.0 && stray.y.abs() < 90.0 => Stray::LikeDegrees,
        _ => Stray::Far,
    };
    notes.refused(Some(stray), FindingKind::Stray(count, why));
    false
}

/// Steps 2 and 3. Rings come back closed.
fn clean(crs: Crs, polygons: RawPolygons, notes: &mut Notes<'_>) -> RawPolygons {
    let mut kept = Vec::new();
    for rings in polygons {
        if rings.is_empty() {
            notes.repaired(None, FindingKind::EmptyPart);
        }
        let mut sound = Vec::new();
        for (i, ring) in rings.into_iter().enumerate() {
            let place = ring.first().copied();
            let ring = clean_ring(crs, ring, notes);
            if !is_flat(crs, &ring) {
                sound.push(ring);
            } else if i == 0 {
                notes.repaired(place, FindingKind::FlatPart);
                sound.clear();
                break;
            } else {
                notes.repaired(place, FindingKind::FlatHole);
            }
        }
        if !sound.is_empty() {
            kept.push(sound);
        }
    }
    kept
}

fn clean_ring(crs: Crs, mut ring: Vec<Coord>, notes: &mut Notes<'_>) -> Vec<Coord> {
    let Some(&first) = ring.first() else {
        return ring;
    };
    if ring.len() > 1 && ring.last() == Some(&first) {
        ring.pop();
    } else {
        notes.repaired(Some(first), FindingKind::RingClosed);
    }
    let same = |a: Coord, b: Coord| units(crs, a) == units(crs, b);
    let before = ring.len();
    ring.dedup_by(|a, b| same(*a, *b));
    while ring.len() > 1 && ring.last().is_some_and(|last| same(*last, first)) {
        ring.pop();
    }
    if ring.len() < before {
        let count = before - ring.len();
        notes.repaired(Some(first), FindingKind::PositionsRepeated(count));
    }
    let mut clean: Vec<Coord> = Vec::with_capacity(ring.len());
    let mut spike = None;
    for position in ring {
        if clean.len() >= 2 && same(clean[clean.len() - 2], position) {
            spike = clean.pop();
        } else {
            clean.push(position);
        }
    }
    // The same across the seam.
    while clean.len() >= 3 {
        let n = clean.len();
        if same(clean[0], clean[n - 2]) {
            spike = clean.pop();
            clean.pop();
        } else if same(clean[1], clean[n - 1]) {
            spike = Some(clean.remove(0));
            clean.pop();
        } else {
            break;
        }
    }
    if let Some(tip) = spike {
        notes.repaired(Some(tip), FindingKind::Spike);
    }
    if let Some(&first) = clean.first() {
        clean.push(first);
    }
    clean
}

/// Whether all positions lie on one line. A bow-tie is not flat, though its
/// wings may cancel each other out.
fn is_flat(crs: Crs, ring: &[Coord]) -> bool {
    let mut points = ring.iter().map(|position| units(crs, *position));
    let Some(first) = points.next() else {
        return true;
    };
    let Some(second) = points.clone().find(|point| *point != first) else {
        return true;
    };
    points.all(|point| turn(first, second, point) == 0)
}

fn area(crs: Crs, ring: &[Coord]) -> i128 {
    ring_area(ring.iter().map(|position| units(crs, *position)))
}

/// Step 4.
fn untangle(
    crs: Crs,
    polygons: RawPolygons,
    notes: &mut Notes<'_>,
    work: &mut u64,
) -> Option<RawPolygons> {
    let (knots, place) = match tangles(crs, &polygons, work) {
        Ok(None) => return Some(polygons),
        Ok(Some(found)) => found,
        Err(place) => {
            notes.refused(place, FindingKind::RingsIntricate);
            return None;
        }
    };
    let Some(drawn) = draw_anew(crs, &polygons, work) else {
        notes.refused(Some(place), FindingKind::RingsIntricate);
        return None;
    };
    if drawn.is_empty() {
        notes.refused(Some(place), FindingKind::RingsCancelOut);
        return None;
    }
    let pinched = polygons.iter().flatten().any(|ring| is_pinched(crs, ring));
    if edges(crs, &drawn) == edges(crs, &polygons) && !pinched {
        // A hole that touches the outer ring in a corner, as it may.
        return Some(polygons);
    }
    notes.repaired(Some(place), FindingKind::DrawnAnew(knots));
    Some(drawn)
}

/// Whether a closed ring passes a position twice.
fn is_pinched(crs: Crs, ring: &[Coord]) -> bool {
    let mut seen = HashSet::new();
    !ring[1..]
        .iter()
        .all(|position| seen.insert(units(crs, *position)))
}

/// Drawn anew on whole units: to the millimetre as it was.
fn draw_anew(crs: Crs, polygons: &RawPolygons, work: &mut u64) -> Option<RawPolygons> {
    let in_units = |ring: &Vec<Coord>| ring.iter().map(|p| units(crs, *p)).collect();
    let rings: Vec<Vec<Vec<Point>>> = polygons
        .iter()
        .map(|rings| rings.iter().map(in_units).collect())
        .collect();
    let drawn = enclosed(&rings, work)?;
    let position = |point: &Point| from_units(crs, *point);
    let closed = |ring: &Vec<Point>| ring.iter().chain(ring.first()).map(position).collect();
    Some(
        drawn
            .iter()
            .map(|rings| rings.iter().map(closed).collect())
            .collect(),
    )
}

fn edges(crs: Crs, polygons: &RawPolygons) -> Vec<[(i64, i64); 2]> {
    let mut edges: Vec<_> = polygons
        .iter()
        .flatten()
        .flat_map(|ring| ring.windows(2))
        .map(|ends| {
            let key = |position| {
                let p = units(crs, position);
                (p.x, p.y)
            };
            let (a, b) = (key(ends[0]), key(ends[1]));
            [a.min(b), a.max(b)]
        })
        .filter(|[a, b]| a != b)
        .collect();
    edges.sort_unstable();
    edges
}

/// Step 5.
fn turn_rings(crs: Crs, polygons: RawPolygons, notes: &mut Notes<'_>) -> MultiPolygon {
    let mut turned = 0;
    let mut place = None;
    let polygons = polygons.into_iter().map(|rings| {
        let mut lines = rings.into_iter().enumerate().map(|(i, mut ring)| {
            if (area(crs, &ring) > 0) != (i == 0) {
                ring.reverse();
                turned += 1;
                place = place.or(ring.first().copied());
            }
            LineString(ring)
        });
        let outer = lines.next().unwrap_or_else(|| LineString(Vec::new()));
        Polygon::new(outer, lines.collect())
    });
    let geometry = polygons.collect();
    if turned > 0 {
        notes.repaired(place, FindingKind::RingsTurned(turned));
    }
    geometry
}
