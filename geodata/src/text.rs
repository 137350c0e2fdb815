//! GeoJSON geometry objects as text.

use std::borrow::Cow;
use std::fmt::Write;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde::Deserialize;
use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;
use thiserror::Error;

use crate::crs::Crs;

/// A text that is no GeoJSON area.
#[derive(Debug, Error)]
pub enum GeometryError {
    /// Not JSON, or not built as RFC 7946 says.
    #[error("not a GeoJSON geometry: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A point, a line or a collection.
    #[error("a {0} is no area; give a Polygon or MultiPolygon")]
    NoArea(String),
}

/// A geometry as GeoJSON text, with every decimal that it has: read back, it
/// is the same to the last bit. A `MultiPolygon`, in whatever CRS it is.
#[must_use]
pub fn geometry_to_geojson(geometry: &MultiPolygon) -> String {
    let mut text = String::from(r#"{"type":"MultiPolygon","coordinates":"#);
    write_list(&mut text, &geometry.0, write_polygon);
    text.push('}');
    text
}

/// Reads a GeoJSON `Polygon` or `MultiPolygon`. Heights are left out; a `crs`
/// member is not looked at.
pub fn geometry_from_geojson(text: &str) -> Result<MultiPolygon, GeometryError> {
    let geometry: Untyped<'_> = serde_json::from_str(text)?;
    Ok(geometry.parse()?.into_iter().filter_map(polygon).collect())
}

/// An RFC 7946 geometry object: a Polygon when there is one part. In RD New it
/// carries a `crs` member.
pub(crate) fn geometry_object(geometry: &MultiPolygon, crs: Crs) -> String {
    let mut text = String::with_capacity(64);
    if let [polygon] = geometry.0.as_slice() {
        text.push_str(r#"{"type":"Polygon","coordinates":"#);
        write_polygon(&mut text, polygon);
    } else {
        text.push_str(r#"{"type":"MultiPolygon","coordinates":"#);
        write_list(&mut text, &geometry.0, write_polygon);
    }
    if crs == Crs::RdNew {
        text.push_str(
            r#","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#,
        );
    }
    text.push('}');
    text
}

fn write_list<T>(text: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    text.push('[');
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push(',');
        }
        write(text, item);
    }
    text.push(']');
}

fn write_polygon(text: &mut String, polygon: &Polygon) {
    text.push('[');
    write_list(text, &polygon.exterior().0, write_position);
    for hole in polygon.interiors() {
        text.push(',');
        write_list(text, &hole.0, write_position);
    }
    text.push(']');
}

fn write_position(text: &mut String, position: &Coord) {
    // The shortest text that reads back as the same number; writing to a
    // String cannot fail.
    let _ = write!(text, "[{},{}]", position.x, position.y);
}

/// A geometry of which only the type is known.
#[derive(Deserialize)]
pub(crate) struct Untyped<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    coordinates: Option<&'a RawValue>,
}

/// The rings of each polygon, as read: nothing is closed, turned or checked.
pub(crate) type RawPolygons = Vec<Vec<Vec<Coord>>>;

impl Untyped<'_> {
    pub(crate) fn parse(&self) -> Result<RawPolygons, GeometryError> {
        let coordinates = self.coordinates.map_or("null", RawValue::get);
        let rings = |rings: Vec<Vec<Position>>| {
            let positions = |ring: Vec<Position>| ring.into_iter().map(|position| position.0);
            rings
                .into_iter()
                .map(|ring| positions(ring).collect())
                .collect()
        };
        match &*self.kind {
            "Polygon" => Ok(vec![rings(serde_json::from_str(coordinates)?)]),
            "MultiPolygon" => {
                let polygons: Vec<Vec<Vec<Position>>> = serde_json::from_str(coordinates)?;
                Ok(polygons.into_iter().map(rings).collect())
            }
            other => Err(GeometryError::NoArea(other.chars().take(40).collect())),
        }
    }
}

/// A polygon of raw rings; open rings are closed. `None` without rings.
pub(crate) fn polygon(rings: Vec<Vec<Coord>>) -> Option<Polygon> {
    let mut lines = rings.into_iter().map(LineString);
    let outer = lines.next()?;
    Some(Polygon::new(outer, lines.collect()))
}

/// Two numbers, and perhaps more, which are left out.
struct Position(Coord);

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Numbers;
        impl<'de> Visitor<'de> for Numbers {
            type Value = Position;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a position of at least two numbers")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Position, A::Error> {
                let too_few = |n| serde::de::Error::invalid_length(n, &self);
                let x = numbers.next_element()?.ok_or_else(|| too_few(0))?;
                let y = numbers.next_element()?.ok_or_else(|| too_few(1))?;
                while numbers.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Position(Coord { x, y }))
            }
        }
        deserializer.deserialize_seq(Numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_geometry_reads_back_to_the_last_bit() {
        let text = r#"{"type":"MultiPolygon","coordinates":[[[[4.1,52.000000000000014],[5,52],[5,53],[4.1,52.000000000000014]]]]}"#;
        let geometry = geometry_from_geojson(text).unwrap();
        assert_eq!(geometry_to_geojson(&geometry), text);
    }

    #[test]
    fn heights_are_left_out() {
        let text = r#"{"type":"Polygon","coordinates":[[[4,52,7],[5,52,7],[5,53,7],[4,52,7]]]}"#;
        let geometry = geometry_from_geojson(text).unwrap();
        assert_eq!(geometry.0[0].exterior().0[1], Coord { x: 5.0, y: 52.0 });
    }

    #[test]
    fn what_is_no_area_is_refused() {
        let message = |text| geometry_from_geojson(text).unwrap_err().to_string();
        assert_eq!(
            message(r#"{"type":"Point","coordinates":[4,52]}"#),
            "a Point is no area; give a Polygon or MultiPolygon"
        );
        assert!(message(r#"{"type":"Polygon","coordinates":[[[4]]]}"#).contains("position"));
        assert!(message("[").starts_with("not a GeoJSON geometry"));
    }
}
