//! The boundaries of one date: everything that can be asked of them.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use geo::{BoundingRect, Contains, Coord, LineString, MultiLineString, MultiPolygon, Point, Rect};

use crate::area::Area;
use crate::crs::{Crs, Detail, reproject};
use crate::drawing::Drawing;
use crate::label::pole_of_inaccessibility;
use crate::locate::{self, Locator};
use crate::topology::{self, BuildError, Settlement, Shape, Topology};
use crate::{text, topojson};

/// A box of degrees, CRS84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoundingBox {
    /// The smallest longitude.
    pub west: f64,
    /// The smallest latitude.
    pub south: f64,
    /// The largest longitude.
    pub east: f64,
    /// The largest latitude.
    pub north: f64,
}

/// One position in both systems.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Longitude and latitude, CRS84.
    pub degrees: Coord,
    /// x and y of RD New, in metres.
    pub metres: Coord,
}

/// The texts of all areas, each made when first asked for.
type Texts = Vec<OnceLock<Arc<str>>>;

/// All municipalities as they were from one date on.
///
/// Immutable, and shared freely between threads. Areas are numbered from 0 in
/// the order of their codes. What is not needed at once (simplification, texts,
/// labels) is made when first asked for, and kept.
#[derive(Debug)]
pub struct Boundaries {
    areas: Vec<Area>,
    numbers: HashMap<String, usize>,
    topology: Topology,
    settlements: Vec<Settlement>,
    neighbours: Vec<Vec<usize>>,
    drawings: [OnceLock<Drawing>; 3],
    /// GeoJSON by detail, CRS and area.
    texts: [[OnceLock<Texts>; 2]; 3],
    full_crs84: OnceLock<Vec<MultiPolygon>>,
    full_rd: OnceLock<Vec<MultiPolygon>>,
    locator: OnceLock<Locator>,
    boxes: OnceLock<Vec<BoundingBox>>,
    labels: OnceLock<Vec<Label>>,
}

impl Boundaries {
    /// Finds the shared borders of areas.
    ///
    /// Borders are shared where neighbours have the same positions, or differ
    /// by no more than 0.1 m; a corner of one on a straight border of the other
    /// is put into that border. Overlaps of up to 2 % of the smaller area are
    /// settled (see [`Boundaries::settlements`]); others are refused, all at once.
    pub fn build(crs: Crs, mut areas: Vec<Area>) -> Result<Self, BuildError> {
        if areas.is_empty() {
            return Err(BuildError::Empty);
        }
        areas.sort_by(|a, b| a.code.cmp(&b.code));
        if let Some(pair) = areas.windows(2).find(|pair| pair[0].code == pair[1].code) {
            return Err(BuildError::DuplicateCode(pair[0].code.clone()));
        }
        let (topology, settlements) = topology::build_settled(crs, &mut areas)?;
        let numbers = areas
            .iter()
            .enumerate()
            .map(|(i, a)| (a.code.clone(), i))
            .collect();
        // The topology holds the geometry from here on.
        for area in &mut areas {
            area.geometry = MultiPolygon(Vec::new());
        }
        Ok(Self {
            numbers,
            neighbours: topology::neighbours(&topology, areas.len()),
            areas,
            topology,
            settlements,
            drawings: Default::default(),
            texts: Default::default(),
            full_crs84: OnceLock::new(),
            full_rd: OnceLock::new(),
            locator: OnceLock::new(),
            boxes: OnceLock::new(),
            labels: OnceLock::new(),
        })
    }

    /// How many areas there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.areas.len()
    }

    /// Never: without areas nothing is built.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// The CRS of the input.
    #[must_use]
    pub fn crs(&self) -> Crs {
        self.topology.crs
    }

    /// The small overlaps in the input that were settled.
    #[must_use]
    pub fn settlements(&self) -> &[Settlement] {
        &self.settlements
    }

    /// The code of an area.
    #[must_use]
    pub fn code(&self, area: usize) -> &str {
        &self.areas[area].code
    }

    /// The name of an area.
    #[must_use]
    pub fn name(&self, area: usize) -> &str {
        &self.areas[area].name
    }

    /// The number of the area with a code.
    #[must_use]
    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.numbers.get(code).copied()
    }

    /// The geometry of an area: outer rings counter-clockwise, holes clockwise.
    /// At full detail in the CRS of the input, positions are those of the
    /// input, but for those within 0.1 m of each other and settled overlaps.
    #[must_use]
    pub fn geometry(&self, area: usize, detail: Detail, crs: Crs) -> MultiPolygon {
        self.drawing(detail)
            .geometry(&self.topology, &self.topology.shapes[area], crs)
    }

    /// The same as an RFC 7946 geometry object, serialised once and shared: a
    /// `Polygon` when there is one part, else a `MultiPolygon`. In RD New it has a
    /// `crs` member.
    #[must_use]
    pub fn geojson(&self, area: usize, detail: Detail, crs: Crs) -> &Arc<str> {
        let texts = self.texts[detail as usize][crs as usize]
            .get_or_init(|| (0..self.len()).map(|_| OnceLock::new()).collect());
        texts[area].get_or_init(|| {
            let geometry = self.geometry(area, detail, crs);
            text::geometry_object(&geometry, crs).into()
        })
    }

    /// The areas that share a stretch of border, not just a point, in order.
    #[must_use]
    pub fn neighbours(&self, area: usize) -> &[usize] {
        &self.neighbours[area]
    }

    /// The area in square kilometres: planar, in RD New, at full detail. RD New
    /// is conformal with a scale within 1e-4 of 1, so this is within 0.02 % of
    /// the area on the ellipsoid.
    #[must_use]
    pub fn area_km2(&self, area: usize) -> f64 {
        topology::area_m2(&self.topology, &self.topology.shapes[area]) / 1e6
    }

    /// The box around an area at full detail.
    #[must_use]
    pub fn bounding_box(&self, area: usize) -> BoundingBox {
        self.boxes()[area]
    }

    /// The box around several areas; `None` around no area.
    #[must_use]
    pub fn bounding_box_of(&self, members: &[usize]) -> Option<BoundingBox> {
        let boxes = members.iter().map(|area| self.bounding_box(*area));
        boxes.reduce(|a, b| BoundingBox {
            west: a.west.min(b.west),
            south: a.south.min(b.south),
            east: a.east.max(b.east),
            north: a.north.max(b.north),
        })
    }

    /// A position well inside the largest part of an area.
    #[must_use]
    pub fn label(&self, area: usize) -> Label {
        self.labels()[area]
    }

    /// The area that holds a position, given in degrees. On a shared border it
    /// is the one with the lowest code.
    #[must_use]
    pub fn locate(&self, longitude: f64, latitude: f64) -> Option<usize> {
        let position = Coord {
            x: longitude,
            y: latitude,
        };
        let crs = self.topology.crs;
        let position = reproject(position, Crs::Crs84, crs).ok()?;
        self.locator().locate(position, self.full(crs))
    }

    /// How far a position lies from an area, in kilometres: planar, in RD New,
    /// 0 inside. Infinite where RD New does not reach.
    #[must_use]
    pub fn distance_km(&self, area: usize, longitude: f64, latitude: f64) -> f64 {
        let position = Coord {
            x: longitude,
            y: latitude,
        };
        reproject(position, Crs::Crs84, Crs::RdNew).map_or(f64::INFINITY, |metres| {
            locate::distance(metres, &self.full(Crs::RdNew)[area]) / 1000.0
        })
    }

    /// Whether an area and a box have a position in common. A box whose west
    /// is east of its east, or south north of its north, holds nothing.
    #[must_use]
    pub fn intersects_box(&self, area: usize, bounds: BoundingBox) -> bool {
        let BoundingBox {
            west,
            south,
            east,
            north,
        } = bounds;
        // Written so that no number (NaN) holds nothing either.
        if !(west <= east && south <= north) {
            return false;
        }
        let bounds = Rect::new((west, south), (east, north));
        locate::meets(&self.full(Crs::Crs84)[area], bounds)
    }

    /// Whether the label of an area lies within a geometry of degrees.
    #[must_use]
    pub fn label_within(&self, area: usize, geometry: &MultiPolygon) -> bool {
        geometry.contains(&Point(self.label(area).degrees))
    }

    /// The outline of several areas without the borders between them.
    #[must_use]
    pub fn outline(&self, members: &[usize], detail: Detail, crs: Crs) -> MultiPolygon {
        let shape = self.shape_of(members);
        self.drawing(detail).geometry(&self.topology, &shape, crs)
    }

    /// The same as an RFC 7946 geometry object. Not kept: keep it yourself.
    #[must_use]
    pub fn outline_geojson(&self, members: &[usize], detail: Detail, crs: Crs) -> String {
        text::geometry_object(&self.outline(members, detail, crs), crs)
    }

    /// The borders between two areas, each once.
    #[must_use]
    pub fn mesh(&self, detail: Detail, crs: Crs) -> MultiLineString {
        let drawing = self.drawing(detail);
        let positions = drawing.positions(&self.topology, crs);
        let arcs = self.topology.arcs.iter().zip(&drawing.chains);
        arcs.filter(|(arc, _)| arc.left.is_some() && arc.right.is_some())
            .map(|(_, chain)| {
                LineString(
                    chain
                        .iter()
                        .map(|vertex| positions[*vertex as usize])
                        .collect(),
                )
            })
            .collect()
    }

    /// All areas as TopoJSON, quantised, in RD New: the objects
    /// `municipalities`, `borders` and `coast`. Not kept: keep it yourself.
    #[must_use]
    pub fn topojson(&self, detail: Detail) -> Vec<u8> {
        topojson::write(&self.topology, self.drawing(detail), &self.areas)
    }

    /// Everything at full detail in one CRS, made once.
    pub(crate) fn full(&self, crs: Crs) -> &[MultiPolygon] {
        let kept = match crs {
            Crs::Crs84 => &self.full_crs84,
            Crs::RdNew => &self.full_rd,
        };
        kept.get_or_init(|| {
            let geometry = |area| self.geometry(area, Detail::Full, crs);
            (0..self.len()).map(geometry).collect()
        })
    }

    /// The positions of the border between two areas, in RD New.
    pub(crate) fn border(&self, one: usize, other: usize) -> Vec<Coord> {
        let sides = [Some(one as u32), Some(other as u32)];
        let shared = self
            .topology
            .arcs
            .iter()
            .filter(|arc| [arc.left, arc.right] == sides || [arc.right, arc.left] == sides);
        let positions = self
            .drawing(Detail::Full)
            .positions(&self.topology, Crs::RdNew);
        let vertices = shared.flat_map(|arc| &arc.chain);
        vertices.map(|vertex| positions[*vertex as usize]).collect()
    }

    /// The areas whose boxes, in RD New, meet a box.
    pub(crate) fn meeting(&self, bounds: Rect) -> Vec<usize> {
        let own = |area: &usize| self.full(Crs::RdNew)[*area].bounding_rect();
        let meets =
            |area: &usize| own(area).is_some_and(|own| geo::Intersects::intersects(&own, &bounds));
        (0..self.len()).filter(meets).collect()
    }

    fn drawing(&self, detail: Detail) -> &Drawing {
        self.drawings[detail as usize].get_or_init(|| Drawing::new(&self.topology, detail))
    }

    fn shape_of(&self, members: &[usize]) -> Shape {
        let mut chosen = vec![false; self.len()];
        for member in members {
            chosen[*member] = true;
        }
        topology::outline(&self.topology, |area| chosen[area as usize])
    }

    fn locator(&self) -> &Locator {
        let crs = self.topology.crs;
        self.locator
            .get_or_init(|| Locator::new(self.full(crs).iter()))
    }

    fn boxes(&self) -> &[BoundingBox] {
        self.boxes.get_or_init(|| {
            let bounds = |geometry: &MultiPolygon| {
                let bounds = geometry
                    .bounding_rect()
                    .unwrap_or(Rect::new((0.0, 0.0), (0.0, 0.0)));
                BoundingBox {
                    west: bounds.min().x,
                    south: bounds.min().y,
                    east: bounds.max().x,
                    north: bounds.max().y,
                }
            };
            self.full(Crs::Crs84).iter().map(bounds).collect()
        })
    }

    fn labels(&self) -> &[Label] {
        self.labels.get_or_init(|| {
            let label = |geometry: &MultiPolygon| {
                let largest = geometry.iter().max_by(|a, b| {
                    use geo::Area as _;
                    a.unsigned_area().total_cmp(&b.unsigned_area())
                });
                let metres = largest.map_or(Coord::zero(), pole_of_inaccessibility);
                let degrees = reproject(metres, Crs::RdNew, Crs::Crs84).unwrap_or_default();
                Label { degrees, metres }
            };
            self.full(Crs::RdNew).iter().map(label).collect()
        })
    }
}
