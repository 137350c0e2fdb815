//! Files: what is understood, what is repaired, what is refused.

use geo::Area as _;

use geodata::read::{self, ReadError};
use geodata::{Crs, Layer};

/// A file of one municipality with this ring or these polygons.
fn one(coordinates: &str) -> String {
    let kind = if coordinates.starts_with("[[[[") {
        "MultiPolygon"
    } else {
        "Polygon"
    };
    collection(&[format!(
        r#"{{"type":"Feature","properties":{{"statcode":"GM0001","statnaam":"Een"}},
            "geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
    )])
}

fn collection(features: &[String]) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        features.join(",")
    )
}

fn layer(text: &str) -> Layer {
    read::geojson(text.as_bytes()).unwrap()
}

pub(super) fn findings(layer: &Layer) -> String {
    let repairs = layer
        .report
        .repairs
        .iter()
        .map(|finding| format!("repaired {finding}"));
    let refusals = layer
        .report
        .refusals
        .iter()
        .map(|finding| format!("refused {finding}"));
    repairs.chain(refusals).collect::<Vec<_>>().join("\n")
}

const SQUARE: &str = "[[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]]";

#[test]
fn a_sound_file_gives_no_findings() {
    let layer = layer(&one(SQUARE));
    assert_eq!(findings(&layer), "");
    assert_eq!(layer.crs, Crs::Crs84);
    assert_eq!(layer.features[0].place, 1);
}

#[test]
fn attributes_are_found_under_other_names() {
    let feature = |properties: &str, id: &str| {
        format!(
            r#"{{"type":"Feature",{id}"properties":{properties},
                "geometry":{{"type":"Polygon","coordinates":{SQUARE}}}}}"#
        )
    };
    for (properties, id) in [
        (r#"{"STATCODE":"GM0034","STATNAAM":"Almere"}"#, ""),
        (r#"{"GM_CODE":"GM0034","GM_NAAM":"Almere"}"#, ""),
        (r#"{"gemeentecode":34,"gemeentenaam":"Almere"}"#, ""),
        (r#"{"code":"0034","name":" Almere "}"#, ""),
        (r#"{"name":"Almere"}"#, r#""id":"GM0034","#),
    ] {
        let layer = layer(&collection(&[feature(properties, id)]));
        let [found] = layer.features.as_slice() else {
            panic!("{}", findings(&layer));
        };
        assert_eq!(
            (found.code.as_str(), found.name.as_str()),
            ("GM0034", "Almere")
        );
    }
}

#[test]
fn a_code_that_lost_its_zeros_is_understood_and_told() {
    let text = one(SQUARE).replace("\"GM0001\"", "34");
    insta::assert_snapshot!(findings(&layer(&text)), @r#"repaired feature 1 (GM0034): the code "34" is read as GM0034"#);
}

#[test]
fn a_byte_order_mark_is_no_matter() {
    let text = format!("\u{feff}{}", one(SQUARE));
    assert_eq!(layer(&text).features.len(), 1);
}

#[test]
fn the_crs_member_decides() {
    let crs = |name: &str| {
        let member = format!(r#"{{"crs":{{"type":"name","properties":{{"name":"{name}"}}}},"#);
        let text = one(SQUARE).replacen('{', &member, 1);
        read::geojson(text.as_bytes()).map(|layer| layer.crs)
    };
    for name in [
        "urn:ogc:def:crs:EPSG::28992",
        "EPSG:28992",
        "http://www.opengis.net/def/crs/EPSG/0/28992",
    ] {
        assert_eq!(crs(name).unwrap(), Crs::RdNew, "{name}");
    }
    for name in [
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "EPSG:4326",
        "CRS84",
        "urn:ogc:def:crs:EPSG::4326",
    ] {
        assert_eq!(crs(name).unwrap(), Crs::Crs84, "{name}");
    }
    insta::assert_snapshot!(crs("EPSG:3857").unwrap_err(), @r#"the coordinate reference system "EPSG:3857" is not understood; give RD New (EPSG:28992) or WGS84 longitude, latitude (EPSG:4326, CRS84)"#);
    let null = one(SQUARE).replacen('{', r#"{"crs":null,"#, 1);
    assert!(matches!(
        read::geojson(null.as_bytes()),
        Err(ReadError::UnknownCrs(_))
    ));
}

#[test]
fn rings_are_repaired() {
    let repaired = |coordinates: &str| {
        let layer = layer(&one(coordinates));
        let area = layer
            .features
            .first()
            .map_or(0.0, |f| f.geometry.signed_area());
        format!("{}\narea {area:.4}", findings(&layer))
    };
    insta::assert_snapshot!(repaired("[[[5,52],[5.1,52],[5.1,52.1],[5,52.1]]]"), @r#"
    repaired feature 1 (GM0001) at 5, 52: a ring that did not end where it began was closed
    area 0.0100
    "#);
    insta::assert_snapshot!(repaired("[[[5,52],[5.1,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]]"), @r#"
    repaired feature 1 (GM0001) at 5, 52: a repeated position was left out
    area 0.0100
    "#);
    insta::assert_snapshot!(repaired("[[[5,52],[5,52.1],[5.1,52.1],[5.1,52],[5,52]]]"), @r#"
    repaired feature 1 (GM0001) at 5, 52: a ring that ran the wrong way round was turned
    area 0.0100
    "#);
    insta::assert_snapshot!(repaired("[[[5,52],[5.1,52],[5.2,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]]"), @r#"
    repaired feature 1 (GM0001) at 5.2, 52: a spike, out and back on the same line, was left out
    area 0.0100
    "#);
    // A bow-tie keeps both wings.
    insta::assert_snapshot!(repaired("[[[5,52],[5.1,52.1],[5.1,52],[5,52.1],[5,52]]]"), @r#"
    repaired feature 1 (GM0001) at 5.05, 52.05: the rings crossed, touched or covered each other here; the area was drawn anew
    area 0.0050
    "#);
    // Two parts that share a border become one.
    insta::assert_snapshot!(repaired("[[[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]],[[[5.1,52],[5.2,52],[5.2,52.1],[5.1,52.1],[5.1,52]]]]"), @r#"
    repaired feature 1 (GM0001) at 5.1, 52: the rings crossed, touched or covered each other here and in 6 more places; the area was drawn anew
    area 0.0200
    "#);
    // A part within another is not counted twice.
    insta::assert_snapshot!(repaired("[[[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]],[[[5.04,52.04],[5.06,52.04],[5.06,52.06],[5.04,52.06],[5.04,52.04]]]]"), @r#"
    repaired feature 1 (GM0001) at 5.04, 52.04: the rings crossed, touched or covered each other here; the area was drawn anew
    area 0.0100
    "#);
    // A hole that sticks out.
    insta::assert_snapshot!(repaired("[[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]],[[5.05,52.05],[5.05,52.06],[5.15,52.06],[5.15,52.05],[5.05,52.05]]]"), @r#"
    repaired feature 1 (GM0001) at 5.1, 52.06: the rings crossed, touched or covered each other here and in 1 more places; the area was drawn anew
    area 0.0095
    "#);
    // A hole of two positions.
    insta::assert_snapshot!(repaired("[[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]],[[5.05,52.05],[5.06,52.06],[5.05,52.05]]]"), @r#"
    repaired feature 1 (GM0001) at 5.05, 52.05: a hole without area was left out
    area 0.0100
    "#);
}

#[test]
fn a_hole_that_touches_the_border_in_a_corner_is_sound() {
    let text = one(
        "[[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]],[[5,52],[5.04,52.06],[5.06,52.04],[5,52]]]",
    );
    assert_eq!(findings(&layer(&text)), "");
}

#[test]
fn what_cannot_be_repaired_is_refused_with_advice() {
    let refused = |coordinates: &str| findings(&layer(&one(coordinates)));
    insta::assert_snapshot!(refused("[[[5,52],[9,52],[5,53],[5,52]]]"), @r#"refused feature 1 (GM0001) at 9, 52: this position lies far from the Netherlands; correct it"#);
    insta::assert_snapshot!(refused("[]"), @r#"refused feature 1 (GM0001): the geometry is empty; draw the area"#);
    insta::assert_snapshot!(refused("[[[5,52],[5.1,52.1],[5,52]]]"), @r#"
    repaired feature 1 (GM0001) at 5, 52: a part without area (fewer than three corners) was left out
    refused feature 1 (GM0001): the geometry has no area; draw the area
    "#);
    insta::assert_snapshot!(refused("[[[5,52],[5.1]]]"), @r#"refused feature 1 (GM0001): not a GeoJSON feature or geometry: invalid length 1, expected a position of at least two numbers at line 1 column 14"#);
    insta::assert_snapshot!(refused("[[[5,52],[5.1,null]]]"), @r#"refused feature 1 (GM0001): not a GeoJSON feature or geometry: invalid type: null, expected f64 at line 1 column 18"#);
}

#[test]
fn all_problems_come_at_once() {
    let feature = |rest: &str| format!(r#"{{"type":"Feature",{rest}}}"#);
    let sound = format!(r#""geometry":{{"type":"Polygon","coordinates":{SQUARE}}}"#);
    let text = collection(&[
        feature(&format!(
            r#""properties":{{"statcode":"GM0001","statnaam":"Een"}},{sound}"#
        )),
        feature(&format!(
            r#""properties":{{"statcode":"Almere","statnaam":""}},{sound}"#
        )),
        feature(&format!(
            r#""properties":{{"statcode":"GM0001","statnaam":"Een"}},{sound}"#
        )),
        feature(&format!(r#""properties":null,{sound}"#)),
        feature(r#""properties":{"statcode":"GM0002","statnaam":"Twee"},"geometry":null"#),
        feature(
            r#""properties":{"statcode":"GM0003","statnaam":"Drie"},"geometry":{"type":"Point","coordinates":[5,52]}"#,
        ),
        "7".to_owned(),
    ]);
    let layer = layer(&text);
    insta::assert_snapshot!(findings(&layer), @r#"
    repaired feature 1 (GM0001): feature 3 has the same code and name; they are put together
    repaired feature 1 (GM0001) at 5, 52: the rings crossed, touched or covered each other here and in 11 more places; the area was drawn anew
    refused feature 2: the code "Almere" is malformed; give GM and four digits
    refused feature 2: the name is missing; fill in statnaam
    refused feature 4: the code is missing; fill in statcode
    refused feature 4: the name is missing; fill in statnaam
    refused feature 5 (GM0002): there is no geometry; give a Polygon or MultiPolygon
    refused feature 6 (GM0003): a Point is no area; give a Polygon or MultiPolygon
    refused feature 7: the code is missing; fill in statcode
    refused feature 7: the name is missing; fill in statnaam
    refused feature 7: not a GeoJSON feature or geometry: invalid type: integer `7`, expected struct Feature at line 1 column 1
    "#);
    assert_eq!(layer.features.len(), 1);
}

#[test]
fn what_is_no_collection_is_refused() {
    for text in [
        "",
        "[",
        "{}",
        r#"{"type":"Feature","features":[]}"#,
        "\u{feff}",
        "null",
    ] {
        let refused = read::geojson(text.as_bytes());
        assert!(matches!(refused, Err(ReadError::NotGeoJson(_))), "{text}");
    }
    assert!(matches!(
        read::geojson(b"\xff\xfe"),
        Err(ReadError::NotGeoJson(_))
    ));
}

/// Squares in these systems, with a code each.
fn squares(coordinates: &[&str]) -> String {
    let features = coordinates.iter().enumerate().map(|(i, place)| {
        format!(
            r#"{{"properties":{{"code":"GM{:04}","name":"{i}"}},"geometry":{{"type":"Polygon","coordinates":[{place}]}}}}"#,
            i + 1
        )
    });
    let features = features.collect::<Vec<_>>().join(",");
    format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#)
}

#[test]
fn rd_new_is_read_without_a_crs_member_and_another_system_is_named() {
    let square = |x: f64, y: f64, side: f64| {
        format!(
            "[[{x},{y}],[{},{y}],[{},{}],[{x},{y}]]",
            x + side,
            x + side,
            y + side
        )
    };
    let text = squares(&[&square(1e5, 4e5, 1e3), &square(2e5, 5e5, 1e3)]);
    let layer = read::geojson(text.as_bytes()).unwrap();
    assert_eq!((layer.crs, layer.features.len()), (Crs::RdNew, 2));
    insta::assert_snapshot!(findings(&layer), @"repaired the file names no coordinate reference system; its positions are read as RD New (EPSG:28992)");
    for (x, y, side, expected) in [
        (52.0, 5.0, 0.1, "x and y exchanged"),
        (550_000.0, 6_850_000.0, 100.0, "Web Mercator (EPSG:3857)"),
        (650_000.0, 5_770_000.0, 100.0, "UTM zone 31"),
        (4_000_000.0, 3_200_000.0, 100.0, "ETRS89 LAEA"),
    ] {
        let text = squares(&[&square(x, y, side), &square(x, y, side * 2.0)]);
        let told = read::geojson(text.as_bytes()).unwrap_err().to_string();
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn features_of_one_code_and_name_are_put_together() {
    let land = "[[5,52],[5.1,52],[5.1,52.1],[5,52.1],[5,52]]";
    let water = "[[5.1,52],[5.2,52],[5.2,52.1],[5.1,52.1],[5.1,52]]";
    let text = squares(&[land, water])
        .replace("GM0002", "GM0001")
        .replace("\"name\":\"1\"", "\"name\":\"0\"");
    let layer = read::geojson(text.as_bytes()).unwrap();
    assert_eq!(layer.features.len(), 1);
    assert_eq!(
        layer.features[0].geometry.0.len(),
        1,
        "one area, drawn anew"
    );
    assert!(
        findings(&layer).contains("feature 2 has the same code and name; they are put together")
    );
}

#[test]
fn an_empty_part_is_told() {
    let parts = "[[],[[[5,52],[5.1,52],[5.1,52.1],[5,52]]]]";
    let text = one(parts).replace("\"Polygon\"", "\"MultiPolygon\"");
    let layer = read::geojson(text.as_bytes()).unwrap();
    assert_eq!(layer.features.len(), 1);
    assert_eq!(
        findings(&layer),
        "repaired feature 1 (GM0001): an empty part was left out"
    );
}
