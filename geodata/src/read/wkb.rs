//! Geometry as a GeoPackage holds it: a header, then well-known binary.
//!
//! The input may be hostile: every count is held against the bytes that are
//! left before anything is allocated, and nothing recurses.

use geo::Coord;

use crate::text::RawPolygons;

const ENDED: &str = "the geometry ends too soon; write the file again";

/// The rings of a GeoPackage geometry, or what is wrong with it.
pub(super) fn polygons(blob: &[u8]) -> Result<RawPolygons, String> {
    let [b'G', b'P', _version, flags, _srs @ ..] = blob else {
        return Err("this is no GeoPackage geometry; write the file again".to_owned());
    };
    if flags & 0b10_0000 != 0 {
        return Err("geometry of an extended type; write it as MultiPolygon".to_owned());
    }
    let envelope = match (flags >> 1) & 0b111 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return Err("the geometry's header is damaged; write the file again".to_owned()),
    };
    let body = blob.get(8 + envelope..).ok_or(ENDED)?;
    let mut bytes = Bytes {
        left: body,
        little: true,
    };
    let kind = bytes.kind()?;
    match kind.number {
        3 => Ok(vec![bytes.polygon(kind.size)?]),
        6 => {
            let count = bytes.count(9)?;
            let mut polygons = Vec::with_capacity(count);
            for _ in 0..count {
                let part = bytes.kind()?;
                if part.number != 3 {
                    return Err(no_area(part.number));
                }
                polygons.push(bytes.polygon(part.size)?);
            }
            Ok(polygons)
        }
        other => Err(no_area(other)),
    }
}

fn no_area(number: u32) -> String {
    let name = match number {
        1 => "a Point",
        2 => "a LineString",
        4 => "a MultiPoint",
        5 => "a MultiLineString",
        7 => "a GeometryCollection",
        10 => "a CurvePolygon",
        12 => "a MultiSurface",
        _ => "geometry of an unknown type",
    };
    format!("{name} is no area; give a Polygon or MultiPolygon")
}

struct Kind {
    number: u32,
    /// The bytes of a position.
    size: usize,
}

struct Bytes<'a> {
    left: &'a [u8],
    little: bool,
}

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let (taken, left) = self.left.split_first_chunk().ok_or(ENDED)?;
        self.left = left;
        Ok(*taken)
    }

    fn integer(&mut self) -> Result<u32, String> {
        let bytes = self.take()?;
        Ok(if self.little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    fn float(&mut self) -> Result<f64, String> {
        let bytes = self.take()?;
        Ok(if self.little {
            f64::from_le_bytes(bytes)
        } else {
            f64::from_be_bytes(bytes)
        })
    }

    /// A number of things of at least `size` bytes each.
    fn count(&mut self, size: usize) -> Result<usize, String> {
        let count = self.integer()? as usize;
        if count > self.left.len() / size {
            return Err(ENDED.to_owned());
        }
        Ok(count)
    }

    /// Byte order and type, in the way of ISO (1003 has heights) or of PostGIS
    /// (a flag has heights, another a number of the CRS).
    fn kind(&mut self) -> Result<Kind, String> {
        self.little = match self.take()? {
            [0] => false,
            [1] => true,
            _ => return Err("the geometry is damaged; write the file again".to_owned()),
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

    fn polygon(&mut self, size: usize) -> Result<Vec<Vec<Coord>>, String> {
        let count = self.count(4)?;
        let mut rings = Vec::with_capacity(count);
        for _ in 0..count {
            let count = self.count(size)?;
            let mut ring = Vec::with_capacity(count);
            for _ in 0..count {
                let (x, y) = (self.float()?, self.float()?);
                for _ in 2..size / 8 {
                    self.float()?;
                }
                ring.push(Coord { x, y });
            }
            rings.push(ring);
        }
        Ok(rings)
    }
}
