//! An area that somebody sends: GeoJSON, WGS84.

use geo::{CoordsIter, Geometry, MultiPolygon};
use geojson::GeoJson;

use crate::limits::{LimitError, check_json};
use domain::message::{Message, ValueMessage, says};

/// The most positions that an area may have; filters are for areas drawn or
/// chosen by people.
const MOST_POSITIONS: usize = 20_000;

/// GeoJSON that is not an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadGeometry {
    /// Not GeoJSON.
    Malformed,
    /// Nested deeper than any area.
    TooDeep(LimitError),
    /// Something without an area.
    NotAnArea(&'static str),
    /// Too many positions.
    TooLarge(usize),
    /// Outside the range of longitude and latitude.
    OutOfRange(String, String),
    /// No positions.
    Empty,
}

says!(BadGeometry);

impl From<&BadGeometry> for Message {
    fn from(error: &BadGeometry) -> Self {
        Self::Value(match error {
            BadGeometry::Malformed => ValueMessage::AreaUnread,
            BadGeometry::TooDeep(error) => return error.into(),
            BadGeometry::NotAnArea(kind) => ValueMessage::AreaOfLines {
                kind: (*kind).to_owned(),
            },
            BadGeometry::TooLarge(positions) => ValueMessage::AreaTooDetailed {
                positions: *positions,
                most: MOST_POSITIONS,
            },
            BadGeometry::OutOfRange(longitude, latitude) => ValueMessage::AreaOutside {
                longitude: longitude.clone(),
                latitude: latitude.clone(),
            },
            BadGeometry::Empty => ValueMessage::AreaEmpty,
        })
    }
}

/// Reads a Polygon or `MultiPolygon`, alone or in features.
pub(crate) fn read_area(json: &str) -> Result<MultiPolygon<f64>, BadGeometry> {
    check_json(json.as_bytes()).map_err(BadGeometry::TooDeep)?;
    let geojson: GeoJson = json.parse().map_err(|_| BadGeometry::Malformed)?;
    let mut area = MultiPolygon::new(Vec::new());
    match geojson {
        GeoJson::Geometry(geometry) => add(&mut area, geometry)?,
        GeoJson::Feature(feature) => add(&mut area, feature.geometry.ok_or(BadGeometry::Empty)?)?,
        GeoJson::FeatureCollection(collection) => {
            for feature in collection.features {
                add(&mut area, feature.geometry.ok_or(BadGeometry::Empty)?)?;
            }
        }
    }
    check(&area)?;
    Ok(area)
}

fn add(area: &mut MultiPolygon<f64>, geometry: geojson::Geometry) -> Result<(), BadGeometry> {
    match Geometry::try_from(geometry).map_err(|_| BadGeometry::Malformed)? {
        Geometry::Polygon(polygon) => area.0.push(polygon),
        Geometry::MultiPolygon(polygons) => area.0.extend(polygons),
        Geometry::GeometryCollection(_) => {
            return Err(BadGeometry::NotAnArea("GeometryCollection"));
        }
        Geometry::Point(_) | Geometry::MultiPoint(_) => {
            return Err(BadGeometry::NotAnArea("point"));
        }
        _ => return Err(BadGeometry::NotAnArea("line")),
    }
    Ok(())
}

fn check(area: &MultiPolygon<f64>) -> Result<(), BadGeometry> {
    let number = area.coords_count();
    if number > MOST_POSITIONS {
        return Err(BadGeometry::TooLarge(number));
    }
    if area.0.is_empty() || area.iter().any(|polygon| polygon.exterior().0.len() < 4) {
        return Err(BadGeometry::Empty);
    }
    match area
        .coords_iter()
        .find(|c| !(-180.0..=180.0).contains(&c.x) || !(-90.0..=90.0).contains(&c.y))
    {
        Some(c) => Err(BadGeometry::OutOfRange(c.x.to_string(), c.y.to_string())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str =
        r#"{"type":"Polygon","coordinates":[[[5,52],[6,52],[6,53],[5,53],[5,52]]]}"#;

    #[test]
    fn a_polygon_is_read_alone_and_in_features() {
        assert_eq!(read_area(SQUARE).unwrap().0.len(), 1);
        let feature = format!(r#"{{"type":"Feature","properties":null,"geometry":{SQUARE}}}"#);
        assert_eq!(read_area(&feature).unwrap().0.len(), 1);
        let collection =
            format!(r#"{{"type":"FeatureCollection","features":[{feature},{feature}]}}"#);
        assert_eq!(read_area(&collection).unwrap().0.len(), 2);
    }

    #[test]
    fn what_is_no_area_is_refused() {
        assert_eq!(read_area("{}"), Err(BadGeometry::Malformed));
        assert_eq!(
            read_area(r#"{"type":"Point","coordinates":[5,52]}"#),
            Err(BadGeometry::NotAnArea("point"))
        );
        assert_eq!(
            read_area(r#"{"type":"Polygon","coordinates":[]}"#),
            Err(BadGeometry::Empty)
        );
        assert!(matches!(
            read_area(&"[".repeat(100_000)),
            Err(BadGeometry::TooDeep(_))
        ));
        let many = format!("{}[5,52]", "[5,52],".repeat(MOST_POSITIONS));
        let many = format!(r#"{{"type":"Polygon","coordinates":[[{many}]]}}"#);
        assert_eq!(
            read_area(&many),
            Err(BadGeometry::TooLarge(MOST_POSITIONS + 1))
        );
        let far = SQUARE.replace("[6,53]", "[155000,463000]");
        assert!(matches!(read_area(&far), Err(BadGeometry::OutOfRange(..))));
    }
}
