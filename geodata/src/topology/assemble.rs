//! Arcs back to rings: the outline of any set of areas.
//!
//! 1. An arc with members on both sides is an inner border and cancels out; an
//!    arc with a member on one side is walked with that member on its left.
//! 2. At a node the walk takes the first arc clockwise, which keeps areas that
//!    only touch in a point apart.
//! 3. A ring that passes a node twice is two rings: a hole that touches the
//!    outer ring in a point comes loose.
//! 4. Rings counter-clockwise are outer rings; each hole goes to the smallest
//!    outer ring around it.

use std::collections::HashMap;

use super::embedding::by_angle;
use super::{ArcUse, Ring, Shape, Topology, ring_vertices};
use crate::grid::{Point, bounds, ring_area, turn};

/// The outline of the areas for which `is_member` holds, without the borders
/// between them.
pub(crate) fn outline(topology: &Topology, is_member: impl Fn(u32) -> bool) -> Shape {
    let member = |area: Option<u32>| area.is_some_and(&is_member);
    let mut walk = Walk {
        topology,
        leaving: HashMap::new(),
    };
    let mut uses = Vec::new();
    for (number, arc) in topology.arcs.iter().enumerate() {
        let (left, right) = (member(arc.left), member(arc.right));
        if left != right {
            let used = ArcUse {
                arc: number as u32,
                reversed: right,
            };
            walk.leaving
                .entry(walk.ends(used).0)
                .or_default()
                .push(used);
            uses.push(used);
        }
    }
    let mut rings: Vec<Ring> = Vec::new();
    for start in uses {
        if let Some(ring) = walk.ring_from(start) {
            rings.extend(walk.split(ring));
        }
    }
    nest(topology, rings)
}

struct Walk<'a> {
    topology: &'a Topology,
    /// The arcs not yet walked, by the node where they begin.
    leaving: HashMap<u32, Vec<ArcUse>>,
}

impl Walk<'_> {
    /// The vertices of an arc, `n` steps from the beginning and from the end.
    fn vertex(&self, used: ArcUse, n: usize, from_end: bool) -> u32 {
        let chain = &self.topology.arcs[used.arc as usize].chain;
        if used.reversed == from_end {
            chain[n]
        } else {
            chain[chain.len() - 1 - n]
        }
    }

    fn ends(&self, used: ArcUse) -> (u32, u32) {
        (self.vertex(used, 0, false), self.vertex(used, 0, true))
    }

    fn direction(&self, from: u32, to: u32) -> Point {
        self.topology.rd[to as usize] - self.topology.rd[from as usize]
    }

    fn take(&mut self, used: ArcUse) -> bool {
        let (from, _) = self.ends(used);
        let Some(leaving) = self.leaving.get_mut(&from) else {
            return false;
        };
        let before = leaving.len();
        leaving.retain(|other| *other != used);
        leaving.len() < before
    }

    fn ring_from(&mut self, start: ArcUse) -> Option<Ring> {
        if !self.take(start) {
            return None;
        }
        let mut ring = vec![start];
        let origin = self.ends(start).0;
        let mut current = start;
        loop {
            let node = self.ends(current).1;
            let back = self.direction(node, self.vertex(current, 1, true));
            let next = self.first_clockwise(node, back);
            match next {
                // The first arc comes round again when it is the first
                // clockwise of all that leave the origin, itself included.
                Some(next) if node != origin || self.comes_before(node, back, next, start) => {
                    self.take(next);
                    ring.push(next);
                    current = next;
                }
                _ => return Some(ring),
            }
        }
    }

    fn first_clockwise(&self, node: u32, back: Point) -> Option<ArcUse> {
        let candidates = self.leaving.get(&node)?;
        candidates.iter().copied().reduce(|best, other| {
            if self.comes_before(node, back, other, best) {
                other
            } else {
                best
            }
        })
    }

    /// Whether `a` comes before `b` when turning clockwise from `back`.
    fn comes_before(&self, node: u32, back: Point, a: ArcUse, b: ArcUse) -> bool {
        let ahead = |used: ArcUse| self.direction(node, self.vertex(used, 1, false));
        let (a, b) = (ahead(a), ahead(b));
        // Clockwise from `back`: first those below it in counter-clockwise
        // order, from high to low, then the others, from high to low.
        let beyond = |p: Point| by_angle(p, back).is_gt();
        (beyond(a), by_angle(b, a)) < (beyond(b), by_angle(a, b)) && a != b
    }

    /// Cuts a ring at every node that it passes twice.
    fn split(&self, ring: Ring) -> Vec<Ring> {
        let mut rings = Vec::new();
        let mut open: Ring = Vec::new();
        for used in ring {
            open.push(used);
            let node = self.ends(used).1;
            if let Some(start) = open.iter().position(|before| self.ends(*before).0 == node) {
                rings.push(open.split_off(start));
            }
        }
        rings
    }
}

struct Outer {
    ring: Ring,
    points: Vec<Point>,
    area: i128,
    low: Point,
    high: Point,
    holes: Vec<Ring>,
}

fn nest(topology: &Topology, rings: Vec<Ring>) -> Shape {
    let mut outers = Vec::new();
    let mut holes = Vec::new();
    for ring in rings {
        let points: Vec<Point> = ring_vertices(topology, &ring)
            .map(|vertex| topology.rd[vertex as usize])
            .collect();
        let area = ring_area(points.iter().copied());
        if area < 0 {
            holes.push((ring, points));
            continue;
        }
        let (low, high) = bounds(points.iter().copied()).unwrap_or_default();
        outers.push(Outer {
            ring,
            points,
            area,
            low,
            high,
            holes: Vec::new(),
        });
    }
    for (ring, points) in holes {
        let around = outers
            .iter_mut()
            .filter(|outer| lies_within(&points, outer))
            .min_by_key(|outer| outer.area);
        if let Some(outer) = around {
            outer.holes.push(ring);
        }
    }
    outers
        .into_iter()
        .map(|outer| std::iter::once(outer.ring).chain(outer.holes).collect())
        .collect()
}

/// Whether a hole lies within an outer ring. They share no edge, so the middle
/// of any edge of the hole is strictly inside or outside.
fn lies_within(hole: &[Point], outer: &Outer) -> bool {
    let (a, b) = (hole[0], hole[1]);
    // Twice the scale, so that the middle is a whole number too.
    let middle = a + b;
    let (low, high) = (outer.low * 2, outer.high * 2);
    if middle.x < low.x || middle.y < low.y || middle.x > high.x || middle.y > high.y {
        return false;
    }
    let mut inside = false;
    for i in 0..outer.points.len() {
        let (p, q) = (
            outer.points[i] * 2,
            outer.points[(i + 1) % outer.points.len()] * 2,
        );
        let (below, above) = if p.y < q.y { (p, q) } else { (q, p) };
        if below.y <= middle.y && middle.y < above.y && turn(below, above, middle) > 0 {
            inside = !inside;
        }
    }
    inside
}
