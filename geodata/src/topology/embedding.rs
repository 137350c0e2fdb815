//! The proof that arcs, drawn at given positions, divide the plane as their
//! sides say: nothing crosses, overlaps, turns over or is swallowed.
//!
//! It is asked of the input, and again of every rounding to a coarser grid.
//! All arithmetic is on whole numbers, so the answer is exact.
//!
//! 1. No two vertices in the same place; no two segments with more in common
//!    than a shared end.
//! 2. Around each node, the area to the left of one arc is the area to the
//!    right of the next one counter-clockwise.
//! 3. Outer rings run counter-clockwise, holes clockwise.
//! 4. What is not connected lies in the area that its outer side names.
//!
//! With 1, every connected part is drawn without crossings; with 2 and 3 it is
//! drawn the right way round; with 4 the parts lie in each other as they should.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::ControlFlow;

use super::{Arc, Shape};
use crate::grid::{Point, Strips, fold, ring_area, touch, turn};

/// Two areas that lie over each other (or one over itself), and a vertex there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) areas: (u32, u32),
    pub(crate) vertex: u32,
}

/// How many pairs of segments are compared before giving up: hundreds of times
/// what real borders need.
const PAIRS_PER_SEGMENT: u64 = 5_000;
const PAIRS_AT_LEAST: u64 = 20_000_000;

struct Drawn<'a> {
    arcs: &'a [Arc],
    chains: &'a [&'a [u32]],
    positions: &'a [Point],
    /// Every segment: its arc and its place in the chain.
    places: Vec<(u32, u32)>,
    segments: Vec<(Point, Point)>,
    strips: Strips,
}

/// The places where the drawing fails, `limit` at most; `None` when it is too
/// intricate to tell. `chains` are the vertices of each arc that are drawn,
/// `positions` those of all vertices.
pub(crate) fn faults(
    arcs: &[Arc],
    shapes: &[Shape],
    chains: &[&[u32]],
    positions: &[Point],
    limit: usize,
) -> Option<Vec<Fault>> {
    let mut places = Vec::new();
    let mut segments = Vec::new();
    for (arc, chain) in chains.iter().enumerate() {
        for (place, ends) in chain.windows(2).enumerate() {
            places.push((arc as u32, place as u32));
            segments.push((positions[ends[0] as usize], positions[ends[1] as usize]));
        }
    }
    let drawn = Drawn {
        arcs,
        chains,
        positions,
        places,
        strips: Strips::new(&segments),
        segments,
    };
    let mut faults = drawn.crossings(limit)?;
    if faults.is_empty() {
        faults.extend(drawn.turned_nodes());
        faults.extend(drawn.turned_rings(shapes));
        faults.extend(drawn.misplaced_parts());
        faults.truncate(limit);
    }
    Some(faults)
}

impl Drawn<'_> {
    fn position(&self, vertex: u32) -> Point {
        self.positions[vertex as usize]
    }

    /// An area that the arc bounds.
    fn owner(&self, arc: u32) -> u32 {
        let arc = &self.arcs[arc as usize];
        arc.left.or(arc.right).unwrap_or_default()
    }

    fn fault(&self, arcs: (u32, u32), vertex: u32) -> Fault {
        // Where both arcs lie between two areas, name two different ones.
        let (a, mut b) = (self.owner(arcs.0), self.owner(arcs.1));
        if a == b {
            let other = &self.arcs[arcs.1 as usize];
            let own = &self.arcs[arcs.0 as usize];
            if own.right.is_some() && own.right == other.right {
                b = own.right.unwrap_or(b);
            }
        }
        Fault {
            areas: (a.min(b), a.max(b)),
            vertex,
        }
    }

    // 1.
    fn crossings(&self, limit: usize) -> Option<Vec<Fault>> {
        let mut found = Vec::new();
        let budget = PAIRS_AT_LEAST + PAIRS_PER_SEGMENT * self.segments.len() as u64;
        let mut budget = budget;
        let ended = self.strips.pairs(&self.segments, &mut budget, |i, j| {
            if self.conflict(i, j) {
                let (one, other) = (self.places[i as usize], self.places[j as usize]);
                let vertex = self.chains[one.0 as usize][one.1 as usize];
                let fault = self.fault((one.0, other.0), vertex);
                if !found.contains(&fault) {
                    found.push(fault);
                }
            }
            if found.len() >= limit {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        ended.then_some(found)
    }

    fn conflict(&self, one: u32, other: u32) -> bool {
        let ends = |segment: u32| {
            let (arc, place) = self.places[segment as usize];
            let chain = self.chains[arc as usize];
            [chain[place as usize], chain[place as usize + 1]]
        };
        let ([a, b], [c, d]) = (ends(one), ends(other));
        let shared = [(a, b, c, d), (a, b, d, c), (b, a, c, d), (b, a, d, c)]
            .into_iter()
            .find(|(start, _, again, _)| start == again);
        match shared {
            Some((start, to, _, back)) => {
                fold(self.position(start), self.position(to), self.position(back))
            }
            None => touch(
                self.position(a),
                self.position(b),
                self.position(c),
                self.position(d),
            ),
        }
    }

    // 2.
    fn turned_nodes(&self) -> Vec<Fault> {
        let mut spokes: HashMap<u32, Vec<Spoke>> = HashMap::new();
        for (number, (arc, chain)) in self.arcs.iter().zip(self.chains).enumerate() {
            let n = chain.len();
            let mut add = |from: u32, to: u32, left, right| {
                spokes.entry(from).or_default().push(Spoke {
                    arc: number as u32,
                    direction: self.position(to) - self.position(from),
                    left,
                    right,
                });
            };
            add(chain[0], chain[1], arc.left, arc.right);
            add(chain[n - 1], chain[n - 2], arc.right, arc.left);
        }
        let mut faults = Vec::new();
        for (node, mut spokes) in spokes {
            spokes.sort_by(|a, b| by_angle(a.direction, b.direction));
            for (i, spoke) in spokes.iter().enumerate() {
                let next = &spokes[(i + 1) % spokes.len()];
                if spoke.left != next.right {
                    faults.push(self.fault((spoke.arc, next.arc), node));
                }
            }
        }
        faults.sort_by_key(|fault| (fault.vertex, fault.areas));
        faults
    }

    // 3.
    fn turned_rings(&self, shapes: &[Shape]) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (area, shape) in shapes.iter().enumerate() {
            for rings in shape {
                for (place, ring) in rings.iter().enumerate() {
                    let mut vertices = ring.iter().flat_map(|used| {
                        let chain = self.chains[used.arc as usize];
                        let n = chain.len();
                        (0..n - 1).map(move |i| chain[if used.reversed { n - 1 - i } else { i }])
                    });
                    let twice = ring_area(vertices.clone().map(|v| self.position(v)));
                    let stands = if place == 0 { twice > 0 } else { twice < 0 };
                    if !stands {
                        faults.push(Fault {
                            areas: (area as u32, area as u32),
                            vertex: vertices.next().unwrap_or_default(),
                        });
                    }
                }
            }
        }
        faults
    }

    // 4.
    fn misplaced_parts(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (vertex, arc, outside) in self.parts() {
            let around = self.area_west_of(self.position(vertex));
            if around != outside {
                let own = self.owner(arc);
                let other = around.or(outside).unwrap_or(own);
                faults.push(Fault {
                    areas: (own.min(other), own.max(other)),
                    vertex,
                });
            }
        }
        faults
    }

    /// For each connected part: its westernmost (then southernmost) vertex, an
    /// arc there, and the area that the part says lies around it.
    fn parts(&self) -> Vec<(u32, u32, Option<u32>)> {
        let mut parts = Forest::default();
        for chain in self.chains {
            parts.join(chain[0], chain[chain.len() - 1]);
        }
        // Of all segments leaving a part's westernmost vertex, the one that
        // leaves furthest counter-clockwise has the outside on its left.
        let mut west: HashMap<u32, (u32, u32, Point, Option<u32>)> = HashMap::new();
        for (number, (arc, chain)) in self.arcs.iter().zip(self.chains).enumerate() {
            let root = parts.root(chain[0]);
            for ends in chain.windows(2) {
                for (from, to, left) in
                    [(ends[0], ends[1], arc.left), (ends[1], ends[0], arc.right)]
                {
                    let at = self.position(from);
                    let direction = self.position(to) - at;
                    let key = |p: Point| (p.x, p.y);
                    let better = west.get(&root).is_none_or(|(vertex, _, known, _)| {
                        match key(at).cmp(&key(self.position(*vertex))) {
                            Ordering::Less => true,
                            Ordering::Greater => false,
                            Ordering::Equal => turn(Point::zero(), *known, direction) > 0,
                        }
                    });
                    if better {
                        west.insert(root, (from, number as u32, direction, left));
                    }
                }
            }
        }
        let mut parts: Vec<_> = west
            .into_values()
            .map(|(vertex, arc, _, outside)| (vertex, arc, outside))
            .collect();
        parts.sort_unstable();
        parts
    }

    /// The area just west of a position: that on the east side of the first
    /// segment met when looking west.
    fn area_west_of(&self, eye: Point) -> Option<u32> {
        let mut nearest: Option<(f64, f64, u32)> = None;
        for &segment in self.strips.at(eye.y) {
            let (a, b) = self.segments[segment as usize];
            let (low, high) = if a.y < b.y { (a, b) } else { (b, a) };
            // Half open: of two segments that meet at this height one counts.
            // The eye is west of the segment unless it lies to its right.
            if !(low.y <= eye.y && eye.y < high.y) || turn(low, high, eye) >= 0 {
                continue;
            }
            let slope = (high.x - low.x) as f64 / (high.y - low.y) as f64;
            let x = low.x as f64 + slope * (eye.y - low.y) as f64;
            if nearest.is_none_or(|(known, lean, _)| (x, slope) > (known, lean)) {
                nearest = Some((x, slope, segment));
            }
        }
        let (_, _, segment) = nearest?;
        let arc = &self.arcs[self.places[segment as usize].0 as usize];
        let (a, b) = self.segments[segment as usize];
        if a.y < b.y { arc.right } else { arc.left }
    }
}

/// An arc as it leaves a node.
struct Spoke {
    arc: u32,
    direction: Point,
    left: Option<u32>,
    right: Option<u32>,
}

/// Orders directions counter-clockwise, from east on.
pub(super) fn by_angle(a: Point, b: Point) -> Ordering {
    let lower = |p: Point| p.y < 0 || (p.y == 0 && p.x < 0);
    lower(a)
        .cmp(&lower(b))
        .then_with(|| 0.cmp(&turn(Point::zero(), a, b)))
}

/// Which vertices hang together.
#[derive(Default)]
struct Forest(HashMap<u32, u32>);

impl Forest {
    fn root(&mut self, vertex: u32) -> u32 {
        let mut root = vertex;
        while let Some(&parent) = self.0.get(&root) {
            root = parent;
        }
        if root != vertex {
            self.0.insert(vertex, root);
        }
        root
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.0.insert(a.max(b), a.min(b));
        }
    }
}
