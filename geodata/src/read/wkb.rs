//! Geometry as a GeoPackage holds it: a header, then well-known binary.
//!
//! The input may be hostile: every count is held against the bytes that are
//! left before anything is allocated, and nothing recurses.

use geo::Coord;

use super::{DamagedPart, FindingKind, MOST_POSITIONS};
use crate::text::RawPolygons;

const ENDED: FindingKind = FindingKind::GeometryDamaged(DamagedPart::End);

/// The rings of a GeoPackage geometry, or what is wrong with it.
pub(super) fn polygons(blob: &[u8]) -> Result<RawPolygons, FindingKind> {
    let [b'G', b'P', _version, flags, _srs @ ..] = blob else {
        return Err(FindingKind::GeometryDamaged(DamagedPart::Beginning));
    };
    if flags & 0b10_0000 != 0 {
        return Err(FindingKind::GeometryDamaged(DamagedPart::ExtendedType));
    }
    let envelope = match (flags >> 1) & 0b111 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return Err(FindingKind::GeometryDamaged(DamagedPart::Header)),
    };
    let body = blob.get(8 + envelope..).ok_or(ENDED)?;
    let mut bytes = Bytes {
        left: body,
        little: true,
        room: MOST_POSITIONS,
    };
    let kind = bytes.kind()?;
    match kind.number {
        6 | 12 => {
            let count = bytes.count(9)?;
            let mut polygons = Vec::with_capacity(count);
            for _ in 0..count {
                let part = bytes.kind()?;
                polygons.push(bytes.part(&part)?);
            }
            Ok(polygons)
        }
        _ => Ok(vec![bytes.part(&kind)?]),
    }
}

fn no_area(number: u32) -> FindingKind {
    let name = match number {
        1 => "Point",
        2 => "LineString",
        4 => "MultiPoint",
        5 => "MultiLineString",
        7 => "GeometryCollection",
        _ => "geometry of an unknown type",
    };
    FindingKind::GeometryOfLines(name.to_owned())
}

struct Kind {
    number: u32,
    /// The bytes of a position.
    size: usize,
}

struct Bytes<'a> {
    left: &'a [u8],
    little: bool,
    /// How many parts, rings and positions may still come.
    room: usize,
}

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], FindingKind> {
        let (taken, left) = self.left.split_first_chunk().ok_or(ENDED)?;
        self.left = left;
        Ok(*taken)
    }

    fn integer(&mut self) -> Result<u32, FindingKind> {
        let bytes = self.take()?;
        Ok(if self.little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    fn float(&mut self) -> Result<f64, FindingKind> {
        let bytes = self.take()?;
        Ok(if self.little {
            f64::from_le_bytes(bytes)
        } else {
            f64::from_be_bytes(bytes)
        })
    }

    /// A number of things of at least `size` bytes each.
    fn count(&mut self, size: usize) -> Result<usize, FindingKind> {
        let count = self.integer()? as usize;
        if count > self.left.len() / size {
            return Err(ENDED);
        }
        // A ring without positions takes more room in memory than in the file.
        self.room = self
            .room
            .checked_sub(count)
            .ok_or(FindingKind::GeometryLarge(MOST_POSITIONS))?;
        Ok(count)
    }

    /// Byte order and type, in the way of ISO (1003 has heights) or of `PostGIS`
    /// (a flag has heights, another a number of the CRS).
    fn kind(&mut self) -> Result<Kind, FindingKind> {
        self.little = match self.take()? {
            [0] => false,
            [1] => true,
            _ => return Err(FindingKind::GeometryDamaged(DamagedPart::Rings)),
        };
        let word = self.integer()?;
        let plain = word & 0x0fff_ffff;
        let (has_z, has_m) = match plain / 1000 {
            0 => (word & 0x8000_0000 != 0, word & 0x4000_0000 != 0),
            1 => (true, false),
            2 => (false, true),
            3 => (true, true),
            _ => return Err(no_area(u32::MAX)),
        };
        if word & 0x2000_0000 != 0 {
            self.integer()?;
        }
        Ok(Kind {
            number: plain % 1000,
            size: 8 * (2 + usize::from(has_z) + usize::from(has_m)),
        })
    }

    /// A polygon, plain or one whose rings may be curves.
    fn part(&mut self, kind: &Kind) -> Result<Vec<Vec<Coord>>, FindingKind> {
        let is_plain = match kind.number {
            3 => true,
            10 => false,
            other => return Err(no_area(other)),
        };
        let count = self.count(4)?;
        let mut rings = Vec::with_capacity(count);
        for _ in 0..count {
            rings.push(if is_plain {
                self.line(kind.size)?
            } else {
                self.curve()?
            });
        }
        Ok(rings)
    }

    fn line(&mut self, size: usize) -> Result<Vec<Coord>, FindingKind> {
        let count = self.count(size)?;
        let mut line = Vec::with_capacity(count);
        for _ in 0..count {
            let (x, y) = (self.float()?, self.float()?);
            for _ in 2..size / 8 {
                self.float()?;
            }
            line.push(Coord { x, y });
        }
        Ok(line)
    }

    /// A ring that is straight, or of straight pieces.
    fn curve(&mut self) -> Result<Vec<Coord>, FindingKind> {
        let kind = self.kind()?;
        match kind.number {
            2 => self.line(kind.size),
            9 => {
                let mut ring: Vec<Coord> = Vec::new();
                for _ in 0..self.count(9)? {
                    let piece = self.kind()?;
                    if piece.number != 2 {
                        return Err(FindingKind::GeometryArcs);
                    }
                    let piece = self.line(piece.size)?;
                    // Each piece begins where the one before it ends.
                    let again =
                        usize::from(ring.last().is_some_and(|end| piece.first() == Some(end)));
                    ring.extend(&piece[again..]);
                }
                Ok(ring)
            }
            _ => Err(FindingKind::GeometryArcs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Two parts of one ring each, little-endian, with an envelope.
    fn sound() -> Vec<u8> {
        let mut blob = b"GP\0\x03".to_vec();
        blob.extend(28992_u32.to_le_bytes());
        blob.extend([0; 32]);
        blob.extend([1, 6, 0, 0, 0, 2, 0, 0, 0]);
        for part in [0.0, 10.0] {
            blob.extend([1, 3, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0]);
            for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)] {
                blob.extend(f64::to_le_bytes(part + x));
                blob.extend(f64::to_le_bytes(y));
            }
        }
        blob
    }

    #[test]
    fn parts_are_read() {
        let parts = polygons(&sound()).unwrap();
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[1][0][1], Coord { x: 11.0, y: 0.0 });
    }

    /// The same two parts as a `MultiSurface` of plain polygons.
    #[test]
    fn a_multi_surface_of_plain_polygons_is_read() {
        let mut blob = sound();
        blob[41] = 12;
        assert_eq!(polygons(&blob).unwrap(), polygons(&sound()).unwrap());
    }

    #[test]
    fn a_curve_polygon_is_read_when_it_is_straight() {
        let blob = |kind: u8| {
            let mut blob = b"GP\0\x01\0\0\0\0\x01\x0a\0\0\0\x01\0\0\0\x01".to_vec();
            blob.extend([kind, 0, 0, 0, 1, 0, 0, 0]);
            blob.extend(f64::to_le_bytes(5.0));
            blob.extend(f64::to_le_bytes(6.0));
            polygons(&blob)
        };
        assert_eq!(blob(2).unwrap(), [[[Coord { x: 5.0, y: 6.0 }]]]);
        assert_eq!(blob(8).unwrap_err(), FindingKind::GeometryArcs);
    }

    #[test]
    fn heights_measures_and_the_postgis_way_are_read() {
        for (kind, more) in [
            (3, 0),
            (1003, 1),
            (2003, 1),
            (3003, 2),
            (0x8000_0003, 1),
            (0xc000_0003, 2),
        ] {
            let mut blob = b"GP\0\x01\0\0\0\0\x01".to_vec();
            blob.extend(u32::to_le_bytes(kind));
            blob.extend([1, 0, 0, 0, 1, 0, 0, 0]);
            for number in [5.0, 6.0, 7.0, 8.0].iter().take(2 + more) {
                blob.extend(f64::to_le_bytes(*number));
            }
            assert_eq!(
                polygons(&blob).unwrap(),
                [[[Coord { x: 5.0, y: 6.0 }]]],
                "{kind}"
            );
        }
    }

    #[test]
    fn a_count_that_the_bytes_cannot_hold_is_refused() {
        let mut blob = b"GP\0\x01\0\0\0\0\x01\x03\0\0\0".to_vec();
        blob.extend(u32::MAX.to_le_bytes());
        assert_eq!(polygons(&blob).unwrap_err(), ENDED);
    }

    #[test]
    fn a_geometry_of_rings_without_positions_is_refused() {
        let rings = u32::try_from(MOST_POSITIONS + 1).unwrap();
        let mut blob = b"GP\0\x01\0\0\0\0\x01\x03\0\0\0".to_vec();
        blob.extend(rings.to_le_bytes());
        blob.resize(blob.len() + rings as usize * 4, 0);
        assert_eq!(
            polygons(&blob).unwrap_err(),
            FindingKind::GeometryLarge(MOST_POSITIONS)
        );
    }

    proptest! {
        #[test]
        fn damaged_bytes_never_panic(at in 0..256_usize, byte in any::<u8>(), cut in 0..256_usize) {
            let mut blob = sound();
            let places = blob.len();
            blob[at % places] = byte;
            blob.truncate(cut);
            let _ = polygons(&blob);
        }

        #[test]
        fn any_bytes_never_panic(tail in prop::collection::vec(any::<u8>(), 0..80)) {
            let mut blob = b"GP".to_vec();
            blob.extend(tail);
            let _ = polygons(&blob);
        }
    }
}
