//! Positions become vertex numbers.
//!
//! 1. Equal source positions are one vertex.
//! 2. Vertices within [`SNAP`] of each other become the first of them. The
//!    files of CBS need this: the same corner differs by 0.1 mm from one
//!    municipality to the next.
//! 3. A vertex within [`SNAP`] of a segment of which it is no end is put into
//!    that segment, so that a corner on a neighbour's straight border is shared.
//!    Straight means straight in the CRS of the input: a line of 5 km that is
//!    straight in degrees bends by half a metre in RD New.
//! 4. Spikes and repeated vertices go, and outer rings turn counter-clockwise.

use std::collections::HashMap;

use geo::{Coord, MultiPolygon};

use super::{BuildError, to_rd};
use crate::crs::Crs;
use crate::grid::{Point, PointIndex, bounds, ring_area};

/// 0.1 m in units of RD New.
const SNAP: i64 = 100;

pub(super) struct Vertices {
    pub(super) source: Vec<Coord>,
    pub(super) rd: Vec<Point>,
    /// Area, polygon, ring: vertex numbers, the first not repeated at the end.
    pub(super) rings: Vec<Vec<Vec<Vec<u32>>>>,
}

impl Vertices {
    pub(super) fn gather(crs: Crs, areas: &[(&str, &MultiPolygon)]) -> Result<Self, BuildError> {
        let mut vertices = Self::number(crs, areas)?;
        vertices.snap_together();
        vertices.insert_into_segments(crs);
        vertices.tidy(areas)?;
        Ok(vertices)
    }

    fn number(crs: Crs, areas: &[(&str, &MultiPolygon)]) -> Result<Self, BuildError> {
        let mut numbers: HashMap<(u64, u64), u32> = HashMap::new();
        let (mut source, mut rd) = (Vec::new(), Vec::new());
        let mut rings = Vec::with_capacity(areas.len());
        for (code, geometry) in areas {
            let mut number = |position: &Coord| {
                // Adding 0.0 makes -0.0 and 0.0 one.
                let key = ((position.x + 0.0).to_bits(), (position.y + 0.0).to_bits());
                if let Some(known) = numbers.get(&key) {
                    return Ok(*known);
                }
                let point = to_rd(crs, *position).map_err(|cause| BuildError::Position {
                    code: (*code).to_owned(),
                    cause,
                })?;
                let next = rd.len() as u32;
                numbers.insert(key, next);
                source.push(*position);
                rd.push(point);
                Ok(next)
            };
            let mut polygons = Vec::new();
            for polygon in *geometry {
                let lines = std::iter::once(polygon.exterior()).chain(polygon.interiors());
                let numbered: Result<Vec<Vec<u32>>, _> = lines
                    .map(|line| line.0.iter().map(&mut number).collect())
                    .collect();
                polygons.push(numbered?);
            }
            rings.push(polygons);
        }
        Ok(Self { source, rd, rings })
    }

    fn all_rings(&mut self) -> impl Iterator<Item = &mut Vec<u32>> {
        self.rings.iter_mut().flatten().flatten()
    }

    fn snap_together(&mut self) {
        let ids: Vec<u32> = (0..self.rd.len() as u32).collect();
        let index = PointIndex::new(&self.rd, &ids);
        let mut kept = ids.clone();
        for id in ids {
            let p = self.rd[id as usize];
            let (low, high) = around(p, p);
            // The first of a cluster: ids only ever point to smaller ones that
            // are kept themselves, so clusters do not creep.
            let first = index
                .near(low, high)
                .filter(|other| *other < id && kept[*other as usize] == *other)
                .filter(|other| distance(p, self.rd[*other as usize]) <= SNAP as f64)
                .min();
            if let Some(first) = first {
                kept[id as usize] = first;
            }
        }
        for ring in self.all_rings() {
            for vertex in ring {
                *vertex = kept[*vertex as usize];
            }
        }
    }

    fn insert_into_segments(&mut self, crs: Crs) {
        let mut ids: Vec<u32> = self
            .rings
            .iter()
            .flatten()
            .flatten()
            .flatten()
            .copied()
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let index = PointIndex::new(&self.rd, &ids);
        let (rd, source) = (&self.rd, &self.source);
        let plane = Plane::of(crs);
        for ring in self.rings.iter_mut().flatten().flatten() {
            let mut inserted: Vec<(usize, Vec<u32>)> = Vec::new();
            for i in 0..ring.len() {
                let (a, b) = (ring[i], ring[(i + 1) % ring.len()]);
                let on = plane.on_segment(source, rd, &index, a, b);
                if !on.is_empty() {
                    inserted.push((i + 1, on));
                }
            }
            for (at, on) in inserted.into_iter().rev() {
                ring.splice(at..at, on);
            }
        }
    }

    fn tidy(&mut self, areas: &[(&str, &MultiPolygon)]) -> Result<(), BuildError> {
        let rd = &self.rd;
        for (polygons, (code, _)) in self.rings.iter_mut().zip(areas) {
            for rings in polygons.iter_mut() {
                for (place, ring) in rings.iter_mut().enumerate() {
                    remove_spikes(ring);
                    let area = ring_area(ring.iter().map(|v| rd[*v as usize]));
                    if area == 0 {
                        ring.clear();
                    } else if (area > 0) != (place == 0) {
                        ring.reverse();
                    }
                }
                let outer_is_gone = rings.first().is_none_or(Vec::is_empty);
                if outer_is_gone {
                    rings.clear();
                }
                rings.retain(|ring| !ring.is_empty());
            }
            polygons.retain(|rings| !rings.is_empty());
            if polygons.is_empty() {
                return Err(BuildError::Collapsed((*code).to_owned()));
            }
        }
        Ok(())
    }
}

/// How far a step of the input's CRS goes, in units of RD New.
struct Plane {
    east: f64,
    north: f64,
}

impl Plane {
    fn of(crs: Crs) -> Self {
        match crs {
            // At 52.2 degrees north; good to 5 % in the whole country, which
            // is enough for a tolerance.
            Crs::Crs84 => Self {
                east: 6.83e7,
                north: 1.113e8,
            },
            Crs::RdNew => Self {
                east: 1e3,
                north: 1e3,
            },
        }
    }

    /// The vertices that lie on the segment from `a` to `b`, in that order.
    fn on_segment(
        &self,
        source: &[Coord],
        rd: &[Point],
        index: &PointIndex,
        a: u32,
        b: u32,
    ) -> Vec<u32> {
        let at = |vertex: u32| {
            let position = source[vertex as usize];
            Coord {
                x: position.x * self.east,
                y: position.y * self.north,
            }
        };
        let (start, step) = (at(a), at(b) - at(a));
        let length = step.x.hypot(step.y);
        let (low, high) = around(rd[a as usize], rd[b as usize]);
        // What is straight in degrees bends in RD New: a circle of 5000 km.
        let bend = (length * length / 4e10) as i64;
        let bend = Point { x: bend, y: bend };
        let mut on: Vec<(f64, u32)> = index
            .near(low - bend, high + bend)
            .filter(|id| *id != a && *id != b)
            .filter_map(|id| {
                let off = at(id) - start;
                let along = (off.x * step.x + off.y * step.y) / length;
                let aside = (off.x * step.y - off.y * step.x).abs() / length;
                (along > 0.0 && along < length && aside <= SNAP as f64).then_some((along, id))
            })
            .collect();
        on.sort_by(|x, y| x.0.total_cmp(&y.0).then(x.1.cmp(&y.1)));
        on.into_iter().map(|(_, id)| id).collect()
    }
}

fn around(a: Point, b: Point) -> (Point, Point) {
    let (low, high) = bounds([a, b].into_iter()).unwrap_or_default();
    let snap = Point { x: SNAP, y: SNAP };
    (low - snap, high + snap)
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.x - b.x) as f64).hypot((a.y - b.y) as f64)
}

/// Takes out repeated vertices and ways that go out and back on themselves.
fn remove_spikes(ring: &mut Vec<u32>) {
    let mut clean: Vec<u32> = Vec::with_capacity(ring.len());
    for &vertex in ring.iter() {
        if clean.last() == Some(&vertex) {
            continue;
        }
        if clean.len() >= 2 && clean[clean.len() - 2] == vertex {
            clean.pop();
        } else {
            clean.push(vertex);
        }
    }
    // The same across the seam of the ring.
    loop {
        let n = clean.len();
        if n < 3 {
            clean.clear();
            break;
        }
        if clean[0] == clean[n - 1] {
            clean.pop();
        } else if clean[1] == clean[n - 1] {
            clean.remove(0);
            clean.pop();
        } else if clean[0] == clean[n - 2] {
            clean.truncate(n - 2);
        } else {
            break;
        }
    }
    *ring = clean;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_spikes(ring: &[u32]) -> Vec<u32> {
        let mut ring = ring.to_vec();
        remove_spikes(&mut ring);
        ring
    }

    #[test]
    fn spikes_and_repeats_go() {
        assert_eq!(without_spikes(&[1, 2, 2, 3, 1]), [1, 2, 3]);
        assert_eq!(without_spikes(&[1, 2, 9, 2, 3]), [1, 2, 3]);
        assert_eq!(without_spikes(&[9, 1, 2, 3, 1]), [1, 2, 3]);
        assert_eq!(without_spikes(&[1, 2, 3, 9, 3]), [1, 2, 3]);
        assert_eq!(without_spikes(&[1, 2, 9, 8, 9, 2, 3]), [1, 2, 3]);
        assert!(without_spikes(&[1, 2, 1]).is_empty());
    }
}
