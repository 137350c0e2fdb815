//! Simplifies arcs so that neighbours never gap or overlap and nothing vanishes.
//!
//! Visvalingam's method over all arcs at once: the vertex that shows least goes
//! first. What a vertex shows is the area of the triangle with its neighbours,
//! less for a sharp angle than for a blunt one (the weighting of mapshaper), so
//! that spikes go before bends.
//!
//! A vertex may go only if
//! 1. it is no node: there, borders meet;
//! 2. no other vertex lies in or on its triangle: the new segment can then
//!    cross nothing, because a line that enters the triangle has to end in it;
//! 3. the new segment is not there already: two borders never fall together
//!    and a ring of three vertices stays.
//!
//! This is complete for arcs that do not cross, and by 2 nothing changes sides.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

use crate::grid::{Point, PointIndex, bounds, turn};
use crate::topology::Topology;

/// The vertices that remain of each arc, when everything that shows less than
/// `threshold` square metres and may go has gone.
pub(crate) fn simplify(topology: &Topology, threshold: f64) -> Vec<Vec<u32>> {
    let mut work = Work::new(topology, threshold);
    work.run();
    topology
        .arcs
        .iter()
        .map(|arc| work.remaining(&arc.chain))
        .collect()
}

const NONE: u32 = u32::MAX;

struct Work<'a> {
    points: &'a [Point],
    threshold: f64,
    index: PointIndex,
    alive: Vec<bool>,
    /// The vertices before and after on the arc; `NONE` for nodes.
    links: Vec<[u32; 2]>,
    segments: HashSet<(u32, u32)>,
    /// What a vertex shows, as bits (which sort as the number does), the
    /// vertex, and how often its links had changed.
    queue: BinaryHeap<Reverse<(u64, u32, u32)>>,
    changes: Vec<u32>,
    blocked: Vec<u32>,
}

fn key(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

impl<'a> Work<'a> {
    fn new(topology: &'a Topology, threshold: f64) -> Self {
        let points = &topology.rd;
        let mut used: Vec<u32> = Vec::new();
        let mut links = vec![[NONE; 2]; points.len()];
        let mut node = vec![false; points.len()];
        let mut segments = HashSet::new();
        for arc in &topology.arcs {
            let chain = &arc.chain;
            used.extend(chain);
            for ends in chain.windows(2) {
                segments.insert(key(ends[0], ends[1]));
            }
            for around in chain.windows(3) {
                links[around[1] as usize] = [around[0], around[2]];
            }
            let (first, last) = (chain[0], chain[chain.len() - 1]);
            if first == last {
                let before = [chain[chain.len() - 2], chain[1]];
                links[first as usize] = before;
            } else {
                node[first as usize] = true;
                node[last as usize] = true;
            }
        }
        used.sort_unstable();
        used.dedup();
        // A ring may begin at a node of others.
        let mut rings_at = vec![0_u8; points.len()];
        for arc in &topology.arcs {
            if arc.chain[0] == arc.chain[arc.chain.len() - 1] {
                let seen = &mut rings_at[arc.chain[0] as usize];
                *seen = seen.saturating_add(1);
            }
        }
        for vertex in 0..points.len() {
            if node[vertex] || rings_at[vertex] > 1 {
                links[vertex] = [NONE; 2];
            }
        }
        Self {
            points,
            threshold,
            index: PointIndex::new(points, &used),
            alive: vec![true; points.len()],
            links,
            segments,
            queue: BinaryHeap::new(),
            changes: vec![0; points.len()],
            blocked: Vec::new(),
        }
    }

    fn run(&mut self) {
        for vertex in 0..self.points.len() as u32 {
            self.enqueue(vertex, 0.0);
        }
        loop {
            let removed = self.drain();
            let blocked = std::mem::take(&mut self.blocked);
            if !removed || blocked.is_empty() {
                break;
            }
            // What stood in the way may have gone since.
            for vertex in blocked {
                if self.alive[vertex as usize] {
                    self.enqueue(vertex, 0.0);
                }
            }
        }
    }

    fn drain(&mut self) -> bool {
        let mut removed = false;
        while let Some(Reverse((shown, vertex, change))) = self.queue.pop() {
            if !self.alive[vertex as usize] || change != self.changes[vertex as usize] {
                continue;
            }
            if self.may_go(vertex) {
                self.remove(vertex, f64::from_bits(shown));
                removed = true;
            } else {
                self.blocked.push(vertex);
            }
        }
        removed
    }

    fn point(&self, vertex: u32) -> Point {
        self.points[vertex as usize]
    }

    /// Queues a vertex by what it shows, at least as much as the vertex whose
    /// removal gave it a new neighbour.
    fn enqueue(&mut self, vertex: u32, at_least: f64) {
        let [before, after] = self.links[vertex as usize];
        if before == NONE {
            return;
        }
        let shown = shown(self.point(before), self.point(vertex), self.point(after));
        if shown < self.threshold {
            let change = self.changes[vertex as usize];
            let bits = shown.max(at_least).to_bits();
            self.queue.push(Reverse((bits, vertex, change)));
        }
    }

    fn may_go(&self, vertex: u32) -> bool {
        let [before, after] = self.links[vertex as usize];
        if before == after || self.segments.contains(&key(before, after)) {
            return false;
        }
        let corners = [self.point(before), self.point(vertex), self.point(after)];
        let (low, high) = bounds(corners.into_iter()).unwrap_or_default();
        let box_holds =
            |p: Point| (low.x..=high.x).contains(&p.x) && (low.y..=high.y).contains(&p.y);
        !self.index.near(low, high).any(|other| {
            self.alive[other as usize]
                && ![before, vertex, after].contains(&other)
                && box_holds(self.point(other))
                && in_triangle(corners, self.point(other))
        })
    }

    fn remove(&mut self, vertex: u32, shown: f64) {
        let [before, after] = self.links[vertex as usize];
        self.alive[vertex as usize] = false;
        self.segments.remove(&key(before, vertex));
        self.segments.remove(&key(vertex, after));
        self.segments.insert(key(before, after));
        for (neighbour, replacement) in [(before, after), (after, before)] {
            let links = &mut self.links[neighbour as usize];
            if links[0] == NONE {
                continue;
            }
            for link in links {
                if *link == vertex {
                    *link = replacement;
                }
            }
            self.changes[neighbour as usize] += 1;
            self.enqueue(neighbour, shown);
        }
    }

    fn remaining(&self, chain: &[u32]) -> Vec<u32> {
        let is_ring = chain[0] == chain[chain.len() - 1];
        let end = chain.len() - usize::from(is_ring);
        let mut left: Vec<u32> = chain[..end]
            .iter()
            .copied()
            .filter(|vertex| self.alive[*vertex as usize])
            .collect();
        if is_ring {
            left.push(left[0]);
        }
        left
    }
}

/// The weighted area of a corner, in square metres.
fn shown(before: Point, corner: Point, after: Point) -> f64 {
    const SHARP: f64 = 0.7;
    let area = turn(before, corner, after).unsigned_abs() as f64 / 2e6;
    let (a, b) = (before - corner, after - corner);
    let dot = a.x as f64 * b.x as f64 + a.y as f64 * b.y as f64;
    let lengths = (a.x as f64).hypot(a.y as f64) * (b.x as f64).hypot(b.y as f64);
    area * (1.0 - SHARP * dot / lengths)
}

fn in_triangle([a, b, c]: [Point; 3], p: Point) -> bool {
    let sides = [
        turn(a, b, p).signum(),
        turn(b, c, p).signum(),
        turn(c, a, p).signum(),
    ];
    !(sides.contains(&1) && sides.contains(&-1))
}
