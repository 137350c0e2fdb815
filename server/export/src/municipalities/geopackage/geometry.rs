//! Outlines as a GeoPackage holds them: a header, then well-known binary.

use geo::{BoundingRect as _, LineString, MultiPolygon};

/// Little-endian, with a box of x and y, not empty.
const FLAGS: u8 = 0b0000_0011;
const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;

/// The box around an outline: lowest x and y, highest x and y.
pub(super) fn bounds(outline: &MultiPolygon) -> Option<[f64; 4]> {
    let around = outline.bounding_rect()?;
    let (low, high) = (around.min(), around.max());
    Some([low.x, low.y, high.x, high.y])
}

/// An outline in the coordinate system with an id, as a blob.
pub(super) fn geometry(outline: &MultiPolygon, srs: i32) -> Vec<u8> {
    let mut blob = vec![b'G', b'P', 0, FLAGS];
    blob.extend(srs.to_le_bytes());
    let [west, south, east, north] = bounds(outline).unwrap_or([f64::NAN; 4]);
    for number in [west, east, south, north] {
        blob.extend(number.to_le_bytes());
    }
    begin(&mut blob, MULTI_POLYGON, outline.0.len());
    for polygon in outline {
        begin(&mut blob, POLYGON, polygon.interiors().len() + 1);
        write_ring(&mut blob, polygon.exterior());
        for hole in polygon.interiors() {
            write_ring(&mut blob, hole);
        }
    }
    blob
}

fn begin(blob: &mut Vec<u8>, kind: u32, parts: usize) {
    blob.push(1);
    blob.extend(kind.to_le_bytes());
    write_count(blob, parts);
}

fn write_ring(blob: &mut Vec<u8>, ring: &LineString) {
    write_count(blob, ring.0.len());
    for position in ring.coords() {
        blob.extend(position.x.to_le_bytes());
        blob.extend(position.y.to_le_bytes());
    }
}

fn write_count(blob: &mut Vec<u8>, count: usize) {
    blob.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}
