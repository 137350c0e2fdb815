//! Draws rings that cross, touch or cover each other anew, on whole numbers.
//!
//! 1. Where segments meet they are cut, until they only meet in their ends.
//! 2. For both sides of every piece it is counted how often each ring goes
//!    round there. A side belongs to the area if an outer ring goes round it,
//!    whichever way, and no hole of that ring does.
//! 3. Pieces with the area on one side are the new border; they are joined to
//!    rings as the outline of a region is.
//!
//! A general overlay library could do this, but it has to hold for input that
//! was made to break it, so it is kept small and exact.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::crs::Crs;
use crate::grid::{Point, Strips, touch, turn};
use crate::topology::{Arc, Topology, outline, ring_vertices};

/// How far an outline is drawn anew before it is given up.
struct Limits {
    /// Cutting goes on at the cuts, which are rounded: a few rounds at most.
    rounds: usize,
    pieces: usize,
    /// Pairs of pieces that are compared in a round.
    pairs: u64,
}

const LIMITS: Limits = Limits {
    rounds: 30,
    pieces: 1_000_000,
    pairs: 50_000_000,
};

type Place = (i64, i64);
/// The two ends, the smaller first.
type Piece = (Place, Place);
/// How often each ring walks a piece from its first end to its second, less
/// how often it walks back.
type Walks = BTreeMap<u32, i32>;

fn point((x, y): Place) -> Point {
    Point { x, y }
}

/// The polygons that the rings of polygons enclose: outer rings
/// counter-clockwise, holes clockwise, the first position not repeated. `None`
/// when it takes more work than there may be.
pub(super) fn untangle(
    polygons: &[Vec<Vec<Point>>],
    work: &mut u64,
) -> Option<Vec<Vec<Vec<Point>>>> {
    untangle_within(polygons, work, &LIMITS)
}

fn untangle_within(
    polygons: &[Vec<Vec<Point>>],
    work: &mut u64,
    limits: &Limits,
) -> Option<Vec<Vec<Vec<Point>>>> {
    let mut pieces: BTreeMap<Piece, Walks> = BTreeMap::new();
    // The polygon of each ring, and whether it is its outer ring.
    let mut roles = Vec::new();
    for (polygon, rings) in polygons.iter().enumerate() {
        for (i, ring) in rings.iter().enumerate() {
            let number = roles.len() as u32;
            roles.push((polygon, i == 0));
            for ends in ring.windows(2) {
                let places = [(ends[0].x, ends[0].y), (ends[1].x, ends[1].y)];
                add(&mut pieces, places, &Walks::from([(number, 1)]));
            }
        }
    }
    let mut rounds = 0;
    loop {
        if rounds > limits.rounds || pieces.len() > limits.pieces {
            return None;
        }
        let Some(cut) = cut(&pieces, work, limits)? else {
            break;
        };
        pieces = cut;
        rounds += 1;
    }
    Some(join(&borders(&pieces, &roles, work)?))
}

fn add(pieces: &mut BTreeMap<Piece, Walks>, [from, to]: [Place; 2], walks: &Walks) {
    if from == to {
        return;
    }
    let sign = if from < to { 1 } else { -1 };
    let all = pieces.entry((from.min(to), from.max(to))).or_default();
    for (ring, count) in walks {
        *all.entry(*ring).or_default() += sign * count;
    }
}

fn segments(pieces: &BTreeMap<Piece, Walks>) -> Vec<(Point, Point)> {
    pieces.keys().map(|(a, b)| (point(*a), point(*b))).collect()
}

/// One round of cutting: `Some(None)` when there is nothing left to cut, `None`
/// when there is too much to compare.
#[expect(clippy::option_option, reason = "gave up, done, and not yet done")]
fn cut(
    pieces: &BTreeMap<Piece, Walks>,
    work: &mut u64,
    limits: &Limits,
) -> Option<Option<BTreeMap<Piece, Walks>>> {
    let segments = segments(pieces);
    let mut cuts: BTreeMap<u32, Vec<Point>> = BTreeMap::new();
    let mut mark = |segment: u32, at: Point| {
        let (a, b) = segments[segment as usize];
        if at != a && at != b {
            cuts.entry(segment).or_default().push(at);
        }
    };
    let mut budget = limits.pairs.min(*work);
    *work -= budget;
    let ended = Strips::new(&segments).pairs(&segments, &mut budget, |i, j| {
        let ((a, b), (c, d)) = (segments[i as usize], segments[j as usize]);
        if touch(a, b, c, d) {
            let mut on_line = false;
            for (segment, ends, other) in [(i, (a, b), [c, d]), (j, (c, d), [a, b])] {
                for end in other {
                    if turn(ends.0, ends.1, end) == 0 {
                        on_line = true;
                        if touch(ends.0, ends.1, end, end) {
                            mark(segment, end);
                        }
                    }
                }
            }
            if !on_line {
                let at = crossing(a, b, c, d);
                mark(i, at);
                mark(j, at);
            }
        }
        ControlFlow::Continue(())
    });
    *work += budget;
    if !ended {
        return None;
    }
    if cuts.is_empty() {
        return Some(None);
    }
    let mut cut: BTreeMap<Piece, Walks> = BTreeMap::new();
    for (number, ((from, to), walks)) in pieces.iter().enumerate() {
        let mut stops = cuts.remove(&(number as u32)).unwrap_or_default();
        let start = point(*from);
        stops.sort_by_key(|stop| {
            let (dx, dy) = (i128::from(stop.x - start.x), i128::from(stop.y - start.y));
            dx * dx + dy * dy
        });
        let mut last = *from;
        for stop in stops.iter().map(|stop| (stop.x, stop.y)).chain([*to]) {
            add(&mut cut, [last, stop], walks);
            last = stop;
        }
    }
    Some(Some(cut))
}

/// Where two segments that do cross, cross: the nearest whole position.
fn crossing(a: Point, b: Point, c: Point, d: Point) -> Point {
    let (from, to) = (turn(c, d, a), turn(c, d, b));
    let share = from as f64 / (from - to) as f64;
    let along = |a: i64, b: i64| a + (share * (b - a) as f64).round() as i64;
    Point {
        x: along(a.x, b.x),
        y: along(a.y, b.y),
    }
}

/// The pieces with the area on one side, walked with it on the left.
/// `None` when that takes too long.
fn borders(
    pieces: &BTreeMap<Piece, Walks>,
    roles: &[(usize, bool)],
    work: &mut u64,
) -> Option<Vec<(Point, Point)>> {
    // Twice the size, so that the middle of a piece is a whole position.
    let doubled: Vec<_> = segments(pieces)
        .iter()
        .map(|(a, b)| (*a * 2, *b * 2))
        .collect();
    let strips = Strips::new(&doubled);
    let walks: Vec<&Walks> = pieces.values().collect();
    let mut borders = Vec::new();
    for (number, (a, b)) in segments(pieces).into_iter().enumerate() {
        let middle = a + b;
        // How often each ring goes round the position just left of the middle:
        // what passes east of it going up, less what passes going down.
        let mut left = Walks::new();
        let beside = strips.at(middle.y);
        *work = work.checked_sub(beside.len() as u64)?;
        for &other in beside {
            let (c, d) = doubled[other as usize];
            let passes = if other as usize == number {
                c.y < d.y
            } else {
                let (low, high) = if c.y < d.y { (c, d) } else { (d, c) };
                low.y <= middle.y && middle.y < high.y && turn(low, high, middle) > 0
            };
            if passes {
                let sign = if c.y < d.y { 1 } else { -1 };
                for (ring, count) in walks[other as usize] {
                    *left.entry(*ring).or_default() += sign * count;
                }
            }
        }
        let mut right = left.clone();
        for (ring, count) in walks[number] {
            *right.entry(*ring).or_default() -= count;
        }
        match (holds(&left, roles), holds(&right, roles)) {
            (true, false) => borders.push((a, b)),
            (false, true) => borders.push((b, a)),
            _ => {}
        }
    }
    Some(borders)
}

fn holds(rounds: &Walks, roles: &[(usize, bool)]) -> bool {
    let of_role = |outer: bool| {
        let rounds = rounds.iter().filter(|(_, count)| **count != 0);
        let roles = rounds.map(|(ring, _)| roles[*ring as usize]);
        roles.filter(move |role| role.1 == outer).map(|role| role.0)
    };
    of_role(true).any(|polygon| !of_role(false).any(|holed| holed == polygon))
}

/// Joins borders to rings: each is an arc with the one area on its left.
fn join(borders: &[(Point, Point)]) -> Vec<Vec<Vec<Point>>> {
    let mut numbers: BTreeMap<Place, u32> = BTreeMap::new();
    let mut points = Vec::new();
    let mut number = |p: Point| {
        *numbers.entry((p.x, p.y)).or_insert_with(|| {
            points.push(p);
            points.len() as u32 - 1
        })
    };
    let arc = |(a, b): &(Point, Point)| Arc {
        chain: vec![number(*a), number(*b)],
        left: Some(0),
        right: None,
    };
    let arcs = borders.iter().map(arc).collect();
    let topology = Topology {
        crs: Crs::RdNew,
        source: Vec::new(),
        rd: points,
        arcs,
        shapes: Vec::new(),
    };
    let shape = outline(&topology, |_| true);
    let ring = |ring: &Vec<_>| {
        let vertices = ring_vertices(&topology, ring);
        vertices
            .map(|vertex| topology.rd[vertex as usize])
            .collect()
    };
    shape
        .iter()
        .map(|rings| rings.iter().map(ring).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ring that crosses itself once, between two corners of whole metres.
    fn bow_tie() -> Vec<Vec<Vec<Point>>> {
        let corners = [(0, 0), (2_000, 2_000), (2_000, 0), (0, 2_000), (0, 0)];
        vec![vec![corners.map(point).to_vec()]]
    }

    fn drawn(work: &mut u64, limits: &Limits) -> Option<usize> {
        untangle_within(&bow_tie(), work, limits).map(|polygons| polygons.len())
    }

    #[test]
    fn a_ring_that_crosses_itself_becomes_two() {
        let mut work = 1_000;
        assert_eq!(drawn(&mut work, &LIMITS), Some(2));
        assert!(work < 1_000, "what was done is taken from the work");
    }

    #[test]
    fn what_takes_too_many_rounds_pieces_or_pairs_is_given_up() {
        // One round cuts, and the next finds nothing left to cut.
        let enough = |rounds, pieces, pairs| Limits {
            rounds,
            pieces,
            pairs,
        };
        assert_eq!(drawn(&mut 1_000, &enough(1, 6, 100)), Some(2));
        assert_eq!(drawn(&mut 1_000, &enough(0, 6, 100)), None);
        assert_eq!(drawn(&mut 1_000, &enough(1, 5, 100)), None);
        assert_eq!(drawn(&mut 1_000, &enough(1, 6, 1)), None);
    }

    #[test]
    fn what_takes_more_than_the_work_that_is_left_is_given_up() {
        assert_eq!(drawn(&mut 1, &LIMITS), None);
    }
}
