//! Rings are cut into arcs, each kept once.
//!
//! 1. Every edge of every ring is noted with the area on its left. An edge that
//!    two rings walk in the same direction means that they overlap.
//! 2. A vertex is a node unless exactly two edges meet there with the same two
//!    areas beside them.
//! 3. Every ring is walked from node to node; a stretch that a neighbour walked
//!    before, the other way round, is the same arc.

use std::collections::HashMap;

use super::embedding::Fault;
use super::{Arc, ArcUse, Ring, Shape};

/// An undirected edge, and the areas on both sides as seen from the smaller
/// vertex number to the larger.
#[derive(Clone, Copy, Default)]
struct Sides {
    left: Option<u32>,
    right: Option<u32>,
}

struct Edges(HashMap<(u32, u32), Sides>);

impl Edges {
    fn sides(&self, from: u32, to: u32) -> Sides {
        let sides = self
            .0
            .get(&(from.min(to), from.max(to)))
            .copied()
            .unwrap_or_default();
        if from < to {
            sides
        } else {
            Sides {
                left: sides.right,
                right: sides.left,
            }
        }
    }
}

/// Cuts numbered rings (area, polygon, ring) into arcs.
pub(super) fn cut(
    rings: &[Vec<Vec<Vec<u32>>>],
    vertex_count: usize,
) -> Result<(Vec<Arc>, Vec<Shape>), Fault> {
    let edges = note_edges(rings)?;
    let is_node = find_nodes(&edges, vertex_count);
    let mut cutter = Cutter {
        edges: &edges,
        is_node: &is_node,
        known: HashMap::new(),
        arcs: Vec::new(),
    };
    let shapes = rings
        .iter()
        .map(|polygons| {
            polygons
                .iter()
                .map(|rings| rings.iter().map(|ring| cutter.walk(ring)).collect())
                .collect()
        })
        .collect();
    Ok((cutter.arcs, shapes))
}

fn note_edges(rings: &[Vec<Vec<Vec<u32>>>]) -> Result<Edges, Fault> {
    let mut edges: HashMap<(u32, u32), Sides> = HashMap::new();
    for (area, polygons) in rings.iter().enumerate() {
        let area = area as u32;
        for ring in polygons.iter().flatten() {
            for (i, &from) in ring.iter().enumerate() {
                let to = ring[(i + 1) % ring.len()];
                let sides = edges.entry((from.min(to), from.max(to))).or_default();
                let (own, other) = if from < to {
                    (&mut sides.left, sides.right)
                } else {
                    (&mut sides.right, sides.left)
                };
                let clash = own.or(other.filter(|other| *other == area));
                if let Some(clash) = clash {
                    return Err(Fault {
                        areas: (clash.min(area), clash.max(area)),
                        vertex: from,
                    });
                }
                *own = Some(area);
            }
        }
    }
    Ok(Edges(edges))
}

fn find_nodes(edges: &Edges, vertex_count: usize) -> Vec<bool> {
    const NONE: u32 = u32::MAX;
    let mut degree = vec![0_u32; vertex_count];
    let mut ends = vec![[NONE; 2]; vertex_count];
    for &(a, b) in edges.0.keys() {
        for (from, to) in [(a, b), (b, a)] {
            let seen = &mut degree[from as usize];
            if let Some(slot) = ends[from as usize].get_mut(*seen as usize) {
                *slot = to;
            }
            *seen += 1;
        }
    }
    (0..vertex_count as u32)
        .map(|vertex| {
            let [a, b] = ends[vertex as usize];
            let through = || {
                let (into, out) = (edges.sides(a, vertex), edges.sides(vertex, b));
                into.left == out.left && into.right == out.right
            };
            degree[vertex as usize] != 2 || !through()
        })
        .collect()
}

struct Cutter<'a> {
    edges: &'a Edges,
    is_node: &'a [bool],
    /// Known arcs by their first directed edge, either way.
    known: HashMap<(u32, u32), ArcUse>,
    arcs: Vec<Arc>,
}

impl Cutter<'_> {
    fn walk(&mut self, ring: &[u32]) -> Ring {
        let start = ring
            .iter()
            .position(|vertex| self.is_node[*vertex as usize]);
        // A ring without a node is one arc; it starts at its smallest vertex,
        // so that the hole and the island in it start at the same place.
        let start = start.unwrap_or_else(|| {
            let smallest = ring.iter().enumerate().min_by_key(|(_, vertex)| **vertex);
            smallest.map_or(0, |(place, _)| place)
        });
        let mut uses = Vec::new();
        let mut chain = vec![ring[start]];
        for step in 1..=ring.len() {
            let vertex = ring[(start + step) % ring.len()];
            chain.push(vertex);
            if self.is_node[vertex as usize] || step == ring.len() {
                uses.push(self.arc(std::mem::replace(&mut chain, vec![vertex])));
            }
        }
        uses
    }

    fn arc(&mut self, chain: Vec<u32>) -> ArcUse {
        let (first, last) = (
            (chain[0], chain[1]),
            (chain[chain.len() - 1], chain[chain.len() - 2]),
        );
        if let Some(known) = self.known.get(&first) {
            return *known;
        }
        let arc = self.arcs.len() as u32;
        let sides = self.edges.sides(first.0, first.1);
        self.arcs.push(Arc {
            chain,
            left: sides.left,
            right: sides.right,
        });
        let forward = ArcUse {
            arc,
            reversed: false,
        };
        self.known.insert(first, forward);
        self.known.insert(
            last,
            ArcUse {
                arc,
                reversed: true,
            },
        );
        forward
    }
}
