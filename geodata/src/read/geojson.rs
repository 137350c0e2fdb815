//! GeoJSON: a `FeatureCollection` in CRS84, or in RD New by its `crs` member.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::attributes::{CODE_KEYS, NAME_KEYS, find};
use super::check::{self, quoted};
use super::guess::{self, System};
use super::kind::FindingKind;
use super::report::Finding;
use super::{Layer, MOST_FEATURES, MOST_POSITIONS, RawFeature, ReadError};
use crate::crs::Crs;
use crate::text::{GeometryError, Untyped};

/// Bytes of a value that is looked into: a code, a name, a CRS.
const LONGEST_VALUE: usize = 4_000;

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    /// Absent is CRS84; null says that nobody knows.
    #[serde(default, borrow, deserialize_with = "present")]
    crs: Option<&'a RawValue>,
    #[serde(borrow)]
    features: Features<'a>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    properties: Option<Properties<'a>>,
    #[serde(borrow)]
    geometry: Option<Untyped<'a>>,
}

fn present<'de: 'a, 'a, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<&'a RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

/// Features as text, and whether there are more than can be sensible.
struct Features<'a> {
    list: Vec<&'a RawValue>,
    too_many: bool,
}

impl<'de: 'a, 'a> Deserialize<'de> for Features<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Features<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of features")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while list.len() < MOST_FEATURES {
                    let Some(feature) = all.next_element()? else {
                        break;
                    };
                    list.push(feature);
                }
                let mut too_many = false;
                while all.next_element::<IgnoredAny>()?.is_some() {
                    too_many = true;
                }
                Ok(Features { list, too_many })
            }
        }
        deserializer.deserialize_seq(List)
    }
}

/// Those properties that may be a code or a name: a feature may have any number
/// of others, of any size.
struct Properties<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Properties<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Known;
        impl<'de> Visitor<'de> for Known {
            type Value = Properties<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of properties")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
                let mut known: Vec<(String, &'de RawValue)> = Vec::new();
                while let Some(name) = all.next_key::<Cow<'de, str>>()? {
                    let is_key = |key: &&str| key.eq_ignore_ascii_case(&name);
                    let is_wanted = CODE_KEYS.iter().chain(&NAME_KEYS).any(is_key);
                    let is_new = known.iter().all(|(other, _)| *other != name);
                    if is_wanted && is_new {
                        known.push((name.into_owned(), all.next_value()?));
                    } else {
                        all.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(Properties(known))
            }
        }
        deserializer.deserialize_map(Known)
    }
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
    let named = collection.crs.map(crs_of).transpose()?;
    let Features { list, too_many } = collection.features;
    if too_many {
        return Err(ReadError::too_many_features());
    }
    // Each position, ring and part is a list of its own, counted before any is
    // made.
    let lists = |text: &RawValue| text.get().bytes().filter(|byte| *byte == b'[').count();
    if list.iter().map(|text| lists(text)).sum::<usize>() > MOST_POSITIONS {
        return Err(ReadError::too_many_positions());
    }
    let features = list.iter().enumerate();
    let features: Vec<RawFeature> = features.map(|(i, text)| raw_feature(i + 1, text)).collect();
    let looks = guess::system(&features);
    let crs = match (named, looks) {
        (None, Some(System::RdNew)) => Crs::RdNew,
        (_, Some(System::Other(name))) => return Err(ReadError::OtherCrs(name)),
        (named, _) => named.unwrap_or(Crs::Crs84),
    };
    let mut layer = check::layer(crs, features);
    if named.is_none() && crs == Crs::RdNew {
        let finding = Finding::of_file(FindingKind::AssumedRdNew);
        layer.report.repairs.insert(0, finding);
    }
    Ok(layer)
}

fn raw_feature(place: usize, text: &RawValue) -> RawFeature {
    let feature: Feature<'_> = match serde_json::from_str(text.get()) {
        Ok(feature) => feature,
        Err(cause) => {
            return RawFeature {
                place,
                code: None,
                name: None,
                geometry: Err(FindingKind::GeometryMalformed(cause.to_string())),
            };
        }
    };
    let properties = feature.properties.map_or(Vec::new(), |known| known.0);
    let property = |keys: &[&str]| {
        let key = find(keys, &properties.iter().map(|(name, _)| name.as_str()))?;
        let (_, value) = properties.iter().find(|(name, _)| name == key)?;
        as_text(value)
    };
    let geometry = match feature.geometry {
        None => Err(FindingKind::GeometryMissing),
        Some(geometry) => geometry.parse().map_err(kind_of),
    };
    RawFeature {
        place,
        code: property(&CODE_KEYS).or_else(|| feature.id.and_then(as_text)),
        name: property(&NAME_KEYS),
        geometry,
    }
}

fn kind_of(cause: GeometryError) -> FindingKind {
    match cause {
        GeometryError::Malformed(cause) => FindingKind::GeometryMalformed(cause.to_string()),
        GeometryError::NoArea(kind) => FindingKind::GeometryOfLines(kind),
    }
}

/// A text or a number, as far as it is looked into.
fn as_text(value: &RawValue) -> Option<String> {
    let value = value.get();
    if value.starts_with('"') {
        let text: String = serde_json::from_str(value).ok()?;
        return Some(text.chars().take(LONGEST_VALUE).collect());
    }
    let is_number = value.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    is_number.then(|| value.chars().take(LONGEST_VALUE).collect())
}

fn crs_of(member: &RawValue) -> Result<Crs, ReadError> {
    let text = member.get();
    let short = Some(text).filter(|text| text.len() <= LONGEST_VALUE);
    let value: Option<Value> = short.and_then(|text| serde_json::from_str(text).ok());
    let member = value.unwrap_or_default();
    let name = member["properties"]["name"].as_str();
    let Some(name) = name.filter(|_| member["type"] == "name") else {
        return Err(ReadError::UnknownCrs(quoted(text)));
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
