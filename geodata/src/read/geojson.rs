//! GeoJSON: a `FeatureCollection` in CRS84, or in RD New by its `crs` member.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::attributes::{CODE_KEYS, NAME_KEYS, find};
use super::check::{self, quoted};
use super::{Layer, MOST_POSITIONS, RawFeature, ReadError};
use crate::crs::Crs;
use crate::text::Untyped;

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: String,
    /// Absent is CRS84; null says that nobody knows.
    #[serde(default, deserialize_with = "present")]
    crs: Option<Value>,
    #[serde(borrow)]
    features: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    id: Option<Value>,
    properties: Option<Map<String, Value>>,
    #[serde(borrow)]
    geometry: Option<Untyped<'a>>,
}

fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Reads a GeoJSON `FeatureCollection` of municipalities.
///
/// CRS84 unless a `crs` member says RD New (EPSG:28992); EPSG:4326 is taken as
/// CRS84, with longitude first. The code is the property `statcode`,
/// `gemeentecode`, `gm_code`, `identificatie` or `code`, else the feature's `id`; the name is
/// `statnaam`, `gemeentenaam`, `gm_naam`, `name` or `naam`; both in any case.
pub fn geojson(bytes: &[u8]) -> Result<Layer, ReadError> {
    let not_geojson = |cause: &dyn std::fmt::Display| ReadError::NotGeoJson(cause.to_string());
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|cause| not_geojson(&cause))?;
    let collection: Collection<'_> =
        serde_json::from_str(text).map_err(|cause| not_geojson(&cause))?;
    if collection.kind != "FeatureCollection" {
        return Err(not_geojson(&format!(
            "its type is {}",
            quoted(&collection.kind)
        )));
    }
    let crs = collection.crs.as_ref().map_or(Ok(Crs::Crs84), crs_of)?;
    let mut positions = 0;
    let mut features = Vec::with_capacity(collection.features.len());
    for (i, text) in collection.features.iter().enumerate() {
        let feature = raw_feature(i + 1, text);
        positions += feature.positions();
        if positions > MOST_POSITIONS {
            return Err(ReadError::TooLarge);
        }
        features.push(feature);
    }
    Ok(check::layer(crs, features))
}

fn raw_feature(place: usize, text: &RawValue) -> RawFeature {
    let feature: Feature<'_> = match serde_json::from_str(text.get()) {
        Ok(feature) => feature,
        Err(cause) => {
            return RawFeature {
                place,
                code: None,
                name: None,
                geometry: Err(format!("this is no GeoJSON feature: {cause}")),
            };
        }
    };
    let properties = feature.properties.unwrap_or_default();
    let property = |keys: &[&str]| {
        let key = find(keys, &properties.keys().map(String::as_str))?;
        as_text(&properties[key])
    };
    let geometry = match feature.geometry {
        None => Err("there is no geometry; give a Polygon or MultiPolygon".to_owned()),
        Some(geometry) => geometry.parse().map_err(|cause| cause.to_string()),
    };
    RawFeature {
        place,
        code: property(&CODE_KEYS).or_else(|| feature.id.as_ref().and_then(as_text)),
        name: property(&NAME_KEYS),
        geometry,
    }
}

fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn crs_of(member: &Value) -> Result<Crs, ReadError> {
    let name = member["properties"]["name"].as_str();
    let Some(name) = name.filter(|_| member["type"] == "name") else {
        return Err(ReadError::UnknownCrs(quoted(&member.to_string())));
    };
    // urn:ogc:def:crs:EPSG::28992, EPSG:28992, .../def/crs/EPSG/0/28992
    let upper = name.to_ascii_uppercase();
    let words: Vec<&str> = upper
        .split([':', '/'])
        .filter(|word| !word.is_empty())
        .collect();
    match (words.contains(&"EPSG"), words.last()) {
        (true, Some(&"28992")) => Ok(Crs::RdNew),
        (true, Some(&"4326")) | (false, Some(&"CRS84")) => Ok(Crs::Crs84),
        _ => Err(ReadError::UnknownCrs(quoted(name))),
    }
}
