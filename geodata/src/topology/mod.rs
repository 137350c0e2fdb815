//! Each border once.
//!
//! Areas that lie next to each other have the same line between them twice. The
//! topology holds it once, as an *arc*: a chain of vertices with one area, or
//! none, on either side. Whatever is done to an arc is done to both
//! neighbours, so no gap and no overlap can arise between them.
//!
//! The steps, each a module:
//! 1. [`vertices`]: positions become vertex numbers; vertices that nearly
//!    coincide, or nearly lie on a neighbour's segment, become shared.
//! 2. [`arcs`]: rings are cut where three areas (or the outside) meet, and each
//!    piece is kept once.
//! 3. [`embedding`]: the proof that nothing crosses, overlaps or is swallowed.
//! 4. [`settle`]: small overlaps go to one of the two areas.
//! 5. [`assemble`]: arcs back to rings, for the outline of any set of areas.

mod arcs;
mod assemble;
pub(crate) mod embedding;
mod settle;
mod vertices;

use geo::{Coord, MultiPolygon};
use thiserror::Error;

use crate::crs::{Crs, ReprojectError, reproject};
use crate::grid::{Point, ring_area};

pub(crate) use assemble::outline;
pub use settle::Settlement;
pub(crate) use settle::build_settled;

/// Whole units in a metre of RD New: millimetres.
pub(crate) const UNITS_PER_METRE: f64 = 1e3;
/// Whole units in a degree of CRS84: about a millimetre.
pub(crate) const UNITS_PER_DEGREE: f64 = 1e8;

/// Why areas do not form a set of boundaries.
#[derive(Debug, Error)]
pub enum BuildError {
    /// No areas were given.
    #[error("there are no areas; give at least one")]
    Empty,
    /// Two areas bear one code.
    #[error("{0} is given twice; give each code once")]
    DuplicateCode(String),
    /// A position is not finite or cannot be carried over to the other CRS.
    #[error("{code}: {cause}; correct the position")]
    Position {
        /// The code of the area.
        code: String,
        /// Which position.
        cause: ReprojectError,
    },
    /// An area, or a part or hole of it, is smaller than the snapping distance.
    #[error("{0} has no area left once positions within 0.1 m are taken as one; draw it again")]
    Collapsed(String),
    /// Too many long segments lie side by side for the check to end in time.
    #[error("the borders are too intricate to check; simplify them first")]
    TooIntricate,
    /// Areas lie over each other.
    #[error("{}", sentence(.0))]
    Overlaps(Vec<Overlap>),
}

/// A place where two areas lie over each other, or one over itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// The codes of the areas; the same one twice when it crosses itself.
    pub codes: (String, String),
    /// Where, in the CRS of the input.
    pub place: (f64, f64),
}

impl std::fmt::Display for Overlap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (one, other) = &self.codes;
        let (x, y) = self.place;
        if one == other {
            write!(f, "{one} crosses or touches itself near {x:.5}, {y:.5}")
        } else {
            write!(f, "{one} and {other} overlap near {x:.5}, {y:.5}")
        }
    }
}

fn sentence(overlaps: &[Overlap]) -> String {
    let places: Vec<_> = overlaps.iter().map(ToString::to_string).collect();
    format!(
        "areas lie over each other: {}; correct the borders there",
        places.join("; ")
    )
}

/// A border, or a stretch of coast: the chain of vertices between two nodes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arc {
    /// Vertex numbers; first and last are equal when the arc is a ring.
    pub(crate) chain: Vec<u32>,
    /// The area to the left when walking along the chain.
    pub(crate) left: Option<u32>,
    /// The area to the right.
    pub(crate) right: Option<u32>,
}

/// An arc as a ring walks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArcUse {
    pub(crate) arc: u32,
    pub(crate) reversed: bool,
}

pub(crate) type Ring = Vec<ArcUse>;
/// The outer ring, counter-clockwise, and the holes, clockwise.
pub(crate) type Shape = Vec<Vec<Ring>>;

/// All areas of one date with each border once.
#[derive(Debug)]
pub(crate) struct Topology {
    pub(crate) crs: Crs,
    /// Each vertex as loaded, in `crs`.
    pub(crate) source: Vec<Coord>,
    /// Each vertex in RD New, in millimetres.
    pub(crate) rd: Vec<Point>,
    pub(crate) arcs: Vec<Arc>,
    /// Each area, with its rings as loaded.
    pub(crate) shapes: Vec<Shape>,
}

impl Topology {
    /// Finds the shared borders of areas, given with their codes.
    pub(crate) fn build(crs: Crs, areas: &[(&str, &MultiPolygon)]) -> Result<Self, BuildError> {
        let vertices = vertices::Vertices::gather(crs, areas)?;
        let (arcs, shapes) = arcs::cut(&vertices.rings, vertices.rd.len())
            .map_err(|clash| overlaps(&[clash], areas, &vertices.source))?;
        let chains: Vec<_> = arcs.iter().map(|arc| arc.chain.as_slice()).collect();
        let faults = embedding::faults(&arcs, &shapes, &chains, &vertices.rd, 20)
            .ok_or(BuildError::TooIntricate)?;
        if !faults.is_empty() {
            return Err(overlaps(&faults, areas, &vertices.source));
        }
        Ok(Self {
            crs,
            source: vertices.source,
            rd: vertices.rd,
            arcs,
            shapes,
        })
    }
}

fn overlaps(
    faults: &[embedding::Fault],
    areas: &[(&str, &MultiPolygon)],
    source: &[Coord],
) -> BuildError {
    let mut found: Vec<Overlap> = Vec::new();
    for fault in faults {
        let code = |area: u32| areas[area as usize].0.to_owned();
        let place = source[fault.vertex as usize];
        let overlap = Overlap {
            codes: (code(fault.areas.0), code(fault.areas.1)),
            place: (place.x, place.y),
        };
        if !found.contains(&overlap) {
            found.push(overlap);
        }
    }
    BuildError::Overlaps(found)
}

/// A position of RD New in metres, in whole units.
pub(crate) fn rd_units(position: Coord) -> Point {
    Point {
        x: (position.x * UNITS_PER_METRE).round() as i64,
        y: (position.y * UNITS_PER_METRE).round() as i64,
    }
}

/// The RD position of a coordinate of either CRS, in whole units.
fn to_rd(crs: Crs, position: Coord) -> Result<Point, ReprojectError> {
    let refused = ReprojectError(position.x, position.y);
    if !(position.x.is_finite() && position.y.is_finite()) {
        return Err(refused);
    }
    let metres = reproject(position, crs, Crs::RdNew)?;
    // Ten thousand kilometres: beyond it RD New means nothing.
    if metres.x.abs() > 1e7 || metres.y.abs() > 1e7 {
        return Err(refused);
    }
    Ok(rd_units(metres))
}

/// The vertices of a ring of full detail, the first not repeated.
pub(crate) fn ring_vertices<'a>(
    topology: &'a Topology,
    ring: &'a [ArcUse],
) -> impl Iterator<Item = u32> + 'a {
    ring.iter().flat_map(|used| {
        let chain = &topology.arcs[used.arc as usize].chain;
        let n = chain.len();
        (0..n - 1).map(move |i| chain[if used.reversed { n - 1 - i } else { i }])
    })
}

/// The planar area of a shape in RD New, in square metres.
pub(crate) fn area_m2(topology: &Topology, shape: &Shape) -> f64 {
    let twice: i128 = shape
        .iter()
        .flatten()
        .map(|ring| ring_area(ring_vertices(topology, ring).map(|v| topology.rd[v as usize])))
        .sum();
    twice as f64 / (2.0 * UNITS_PER_METRE * UNITS_PER_METRE)
}

/// By area, those with which it shares a stretch of border, in order.
pub(crate) fn neighbours(topology: &Topology, count: usize) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); count];
    for arc in &topology.arcs {
        if let (Some(left), Some(right)) = (arc.left, arc.right) {
            neighbours[left as usize].push(right as usize);
            neighbours[right as usize].push(left as usize);
        }
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    neighbours
}
