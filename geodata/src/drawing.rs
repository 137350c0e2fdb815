//! What is drawn at one detail: the vertices that remain and where they go.
//!
//! 1. Arcs are simplified ([`crate::simplify`]); at full detail they stay.
//! 2. Vertices are put on a grid of RD New: 10 m, 1 m or 0.1 m. If that breaks
//!    the drawing (see [`crate::topology::embedding`]), the next finer grid is
//!    taken, down to the millimetre of the topology itself.
//! 3. CRS84 follows from RD New, rounded to 5 decimals (6 at the finer
//!    details), or more if that broke the drawing.
//!
//! At full detail, positions in the CRS of the input are those of the input.

use std::sync::OnceLock;

use geo::{Coord, LineString, MultiPolygon, Polygon};

use crate::crs::{Crs, Detail, reproject};
use crate::grid::Point;
use crate::simplify::simplify;
use crate::topology::{ArcUse, Shape, Topology, UNITS_PER_DEGREE, UNITS_PER_METRE, embedding};

/// One pixel of a map of the country, 1000 pixels high, is 325 m wide. These
/// are the areas (m2) below which a corner is not missed.
const NATIONAL_CORNER: f64 = 150_000.0;
const REGIONAL_CORNER: f64 = 10_000.0;

/// Grids of RD New in millimetres, and of CRS84 in 1e-8 degrees, coarsest first.
fn grids(detail: Detail) -> (&'static [i64], &'static [i64]) {
    match detail {
        Detail::National => (
            &[10_000, 5_000, 2_000, 1_000, 100, 10, 1],
            &[1000, 100, 10, 1],
        ),
        Detail::Regional => (&[1_000, 100, 10, 1], &[100, 10, 1]),
        Detail::Full => (&[100, 10, 1], &[100, 10, 1]),
    }
}

#[derive(Debug)]
pub(crate) struct Drawing {
    detail: Detail,
    /// The vertices of each arc that are drawn.
    pub(crate) chains: Vec<Vec<u32>>,
    /// The grid of RD New, in millimetres.
    pub(crate) grid: i64,
    /// Each vertex on that grid.
    pub(crate) rd: Vec<Point>,
    positions_crs84: OnceLock<Vec<Coord>>,
    positions_rd: OnceLock<Vec<Coord>>,
}

impl Drawing {
    pub(crate) fn new(topology: &Topology, detail: Detail) -> Self {
        let chains = match detail {
            Detail::National => simplify(topology, NATIONAL_CORNER),
            Detail::Regional => simplify(topology, REGIONAL_CORNER),
            Detail::Full => topology.arcs.iter().map(|arc| arc.chain.clone()).collect(),
        };
        let (grid, rd) = on_grid(topology, &chains, &topology.rd, grids(detail).0);
        Self {
            detail,
            chains,
            grid,
            rd,
            positions_crs84: OnceLock::new(),
            positions_rd: OnceLock::new(),
        }
    }

    /// Where each vertex is drawn. Vertices that no arc draws have a position
    /// too, without meaning.
    pub(crate) fn positions<'a>(&'a self, topology: &'a Topology, crs: Crs) -> &'a [Coord] {
        if self.detail == Detail::Full && crs == topology.crs {
            return &topology.source;
        }
        match crs {
            Crs::RdNew => self
                .positions_rd
                .get_or_init(|| self.rd.iter().copied().map(metres).collect()),
            Crs::Crs84 => self.positions_crs84.get_or_init(|| self.degrees(topology)),
        }
    }

    fn degrees(&self, topology: &Topology) -> Vec<Coord> {
        let mut exact = vec![Point::default(); self.rd.len()];
        for &vertex in self.chains.iter().flatten() {
            let metres = metres(self.rd[vertex as usize]);
            // A vertex that the topology took can go to either CRS.
            let degrees = reproject(metres, Crs::RdNew, Crs::Crs84).unwrap_or_default();
            exact[vertex as usize] = Point {
                x: (degrees.x * UNITS_PER_DEGREE).round() as i64,
                y: (degrees.y * UNITS_PER_DEGREE).round() as i64,
            };
        }
        let (_, points) = on_grid(topology, &self.chains, &exact, grids(self.detail).1);
        let degrees = |p: &Point| Coord {
            x: p.x as f64 / UNITS_PER_DEGREE,
            y: p.y as f64 / UNITS_PER_DEGREE,
        };
        points.iter().map(degrees).collect()
    }

    /// The geometry of a shape made of arcs.
    pub(crate) fn geometry(&self, topology: &Topology, shape: &Shape, crs: Crs) -> MultiPolygon {
        let positions = self.positions(topology, crs);
        let line = |ring: &Vec<ArcUse>| {
            let mut line: Vec<Coord> = Vec::new();
            for used in ring {
                let chain = &self.chains[used.arc as usize];
                let at = |vertex: &u32| positions[*vertex as usize];
                line.pop();
                if used.reversed {
                    line.extend(chain.iter().rev().map(at));
                } else {
                    line.extend(chain.iter().map(at));
                }
            }
            LineString(line)
        };
        shape
            .iter()
            .map(|rings| {
                let mut lines = rings.iter().map(line);
                let outer = lines.next().unwrap_or_else(|| LineString(Vec::new()));
                Polygon::new(outer, lines.collect())
            })
            .collect()
    }
}

/// Rounds positions to the coarsest grid on which the drawing holds.
fn on_grid(
    topology: &Topology,
    chains: &[Vec<u32>],
    exact: &[Point],
    grids: &[i64],
) -> (i64, Vec<Point>) {
    let chains: Vec<_> = chains.iter().map(Vec::as_slice).collect();
    let holds = |points: &[Point]| {
        embedding::faults(&topology.arcs, &topology.shapes, &chains, points, 1)
            .is_some_and(|faults| faults.is_empty())
    };
    for &grid in grids {
        let round = |value: i64| (value + grid / 2).div_euclid(grid) * grid;
        let points: Vec<Point> = exact
            .iter()
            .map(|p| Point {
                x: round(p.x),
                y: round(p.y),
            })
            .collect();
        if holds(&points) {
            return (grid, points);
        }
    }
    (1, exact.to_vec())
}

/// A position of RD New, in metres, of a position in whole units.
pub(crate) fn metres(point: Point) -> Coord {
    Coord {
        x: point.x as f64 / UNITS_PER_METRE,
        y: point.y as f64 / UNITS_PER_METRE,
    }
}
