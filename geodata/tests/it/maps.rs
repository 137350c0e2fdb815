//! TopoJSON, GeoJSON and the mesh.

use std::collections::BTreeSet;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use geodata::{Crs, Detail};
use serde_json::Value;

use crate::{every_edition, latest};

/// What a client does with TopoJSON.
struct Decoded {
    json: Value,
    arcs: Vec<Vec<Coord>>,
}

impl Decoded {
    fn new(bytes: &[u8]) -> Self {
        let json: Value = serde_json::from_slice(bytes).unwrap();
        let pair = |v: &Value| (v[0].as_f64().unwrap(), v[1].as_f64().unwrap());
        let transform = &json["transform"];
        let (scale, translate) = (pair(&transform["scale"]), pair(&transform["translate"]));
        let decode = |arc: &Value| {
            let (mut x, mut y) = (0.0, 0.0);
            let steps = arc.as_array().unwrap().iter().map(pair);
            steps
                .map(|(dx, dy)| {
                    (x, y) = (x + dx, y + dy);
                    Coord {
                        x: x * scale.0 + translate.0,
                        y: y * scale.1 + translate.1,
                    }
                })
                .collect()
        };
        let arcs = json["arcs"]
            .as_array()
            .unwrap()
            .iter()
            .map(decode)
            .collect();
        Self { json, arcs }
    }

    fn ring(&self, uses: &Value) -> LineString {
        let mut line: Vec<Coord> = Vec::new();
        for number in uses.as_array().unwrap() {
            let number = number.as_i64().unwrap();
            let place = usize::try_from(if number < 0 { !number } else { number }).unwrap();
            let mut arc = self.arcs[place].clone();
            if number < 0 {
                arc.reverse();
            }
            assert!(line.is_empty() || line.last() == arc.first());
            line.pop();
            line.extend(arc);
        }
        LineString(line)
    }

    fn geometry(&self, object: &Value) -> MultiPolygon {
        let polygon = |rings: &Value| {
            let mut lines = rings.as_array().unwrap().iter().map(|ring| self.ring(ring));
            Polygon::new(lines.next().unwrap(), lines.collect())
        };
        match object["type"].as_str().unwrap() {
            "Polygon" => polygon(&object["arcs"]).into(),
            _ => object["arcs"]
                .as_array()
                .unwrap()
                .iter()
                .map(polygon)
                .collect(),
        }
    }
}

/// All positions, to the tenth of a millimetre.
fn rounded(geometry: &MultiPolygon) -> Vec<Vec<Vec<(i64, i64)>>> {
    let round = |p: &Coord| ((p.x * 1e4).round() as i64, (p.y * 1e4).round() as i64);
    let ring = |line: &LineString| line.0.iter().map(round).collect();
    geometry
        .iter()
        .map(|p| {
            std::iter::once(p.exterior())
                .chain(p.interiors())
                .map(ring)
                .collect()
        })
        .collect()
}

#[test]
fn topojson_holds_the_same_geometry() {
    for edition in every_edition() {
        let boundaries = &edition.boundaries;
        for detail in Detail::ALL {
            if detail == Detail::Full && boundaries.crs() == Crs::RdNew {
                continue; // There it is on a grid, and the geometry as loaded.
            }
            let decoded = Decoded::new(&boundaries.topojson(detail));
            let objects = decoded.json["objects"]["municipalities"]["geometries"]
                .as_array()
                .unwrap();
            assert_eq!(objects.len(), boundaries.len());
            for (area, object) in objects.iter().enumerate() {
                assert_eq!(object["id"], boundaries.code(area));
                assert_eq!(object["properties"]["name"], boundaries.name(area));
                let geometry = boundaries.geometry(area, detail, Crs::RdNew);
                assert_eq!(rounded(&decoded.geometry(object)), rounded(&geometry));
            }
        }
    }
}

#[test]
fn borders_and_coast_are_all_arcs_once() {
    let decoded = Decoded::new(&latest().topojson(Detail::National));
    let lines = |name: &str| -> Vec<i64> {
        let arcs = decoded.json["objects"][name]["arcs"].as_array().unwrap();
        arcs.iter().map(|line| line[0].as_i64().unwrap()).collect()
    };
    let (borders, coast) = (lines("borders"), lines("coast"));
    let all: BTreeSet<i64> = borders.iter().chain(&coast).copied().collect();
    assert_eq!(all.len(), borders.len() + coast.len());
    assert_eq!(all.len(), decoded.arcs.len());
    assert_eq!(
        latest().mesh(Detail::National, Crs::RdNew).0.len(),
        borders.len()
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let layer = || geodata::read::geojson(geodata::data::BOUNDARIES[4].geojson).unwrap();
    let mut shuffled = layer();
    shuffled.features.reverse();
    for detail in Detail::ALL {
        assert_eq!(
            crate::build(layer()).topojson(detail),
            latest().topojson(detail)
        );
    }
    // The order of the file may show in the numbers of arcs, not in the areas.
    let shuffled = crate::build(shuffled);
    for area in 0..shuffled.len() {
        assert_eq!(shuffled.code(area), latest().code(area));
        assert_eq!(
            shuffled.geojson(area, Detail::National, Crs::Crs84),
            latest().geojson(area, Detail::National, Crs::Crs84)
        );
    }
}

#[test]
fn geojson_is_a_polygon_or_a_multipolygon_with_few_decimals() {
    let boundaries = latest();
    let texel = crate::number(boundaries, "GM0448");
    let almere = crate::number(boundaries, "GM0034");
    let text = |area, detail, crs| boundaries.geojson(area, detail, crs).to_string();
    let start = |text: &str| text[..50].to_owned();
    insta::assert_snapshot!(
        start(&text(almere, Detail::National, Crs::Crs84)), @r#"{"type":"Polygon","coordinates":[[[5.35062,52.4002"#
    );
    insta::assert_snapshot!(
        start(&text(texel, Detail::National, Crs::RdNew)), @r#"{"type":"MultiPolygon","coordinates":[[[[106885,55"#
    );
    let end = r#","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}}"#;
    assert!(text(texel, Detail::Full, Crs::RdNew).ends_with(end));
    assert!(!text(texel, Detail::Full, Crs::Crs84).contains("crs"));
    for detail in Detail::ALL {
        for crs in [Crs::Crs84, Crs::RdNew] {
            let most = if crs == Crs::RdNew { 2 } else { 6 };
            for area in 0..boundaries.len() {
                let text = text(area, detail, crs);
                let decimals = |number: &str| number.split_once('.').map_or(0, |(_, d)| d.len());
                let numbers = text.split([',', '[', ']', '{', '}', '"']);
                let numbers = numbers.filter(|word| word.parse::<f64>().is_ok());
                assert!(numbers.map(decimals).max().unwrap() <= most, "{text}");
                let read = geodata::geometry_from_geojson(&text).unwrap();
                assert_eq!(read, boundaries.geometry(area, detail, crs));
            }
        }
    }
}

#[test]
fn geojson_is_made_once() {
    let once = || latest().geojson(7, Detail::Regional, Crs::Crs84);
    assert!(std::sync::Arc::ptr_eq(once(), once()));
}
