//! Files: what is understood, what is repaired, what is refused.

use geo::Area as _;
use geodata::read::{self, ReadError};
use geodata::{Crs, Layer, data};
use rusqlite::Connection;

use crate::geopackage_file;

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

fn findings(layer: &Layer) -> String {
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

#[test]
fn the_geopackage_reads_without_a_refusal() {
    let layer = read_package(geopackage_file(), Some("gemeente_gegeneraliseerd_2022")).unwrap();
    assert_eq!(layer.crs, Crs::RdNew);
    assert_eq!(layer.features.len(), 345);
    assert_eq!(layer.report.refusals, []);
    // Told once, not 345 times.
    let turned = |f: &geodata::Finding| matches!(f.kind, geodata::FindingKind::RingsTurned(_));
    assert!(layer.report.repairs.iter().all(turned));
    assert!(layer.report.repairs.len() > 300);
    let told = layer.report.grouped().repairs;
    assert!(told.len() <= 2 && told.iter().all(turned), "{told:?}");
    let names = |layer: &Layer| {
        let mut names: Vec<_> = layer
            .features
            .iter()
            .map(|f| (f.code.clone(), f.name.clone()))
            .collect();
        names.sort();
        names
    };
    let shipped = read::geojson(data::BOUNDARIES[2].geojson).unwrap();
    assert_eq!(names(&layer), names(&shipped));
}

fn read_package(path: &std::path::Path, layer: Option<&str>) -> Result<Layer, ReadError> {
    read::geopackage(&std::fs::read(path).unwrap(), layer)
}

/// A copy of the GeoPackage that can be changed.
fn copy() -> (tempfile::TempDir, std::path::PathBuf, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.gpkg");
    std::fs::copy(geopackage_file(), &path).unwrap();
    let file = Connection::open(&path).unwrap();
    // The spatial index has triggers that need functions we do not have.
    let triggers: Vec<String> = file
        .prepare("select name from sqlite_master where type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        file.execute_batch(&format!("drop trigger \"{trigger}\""))
            .unwrap();
    }
    (folder, path, file)
}

/// A GeoPackage geometry of one ring; big-endian, with heights.
fn big_endian(ring: &[(f64, f64)]) -> Vec<u8> {
    let mut blob = b"GP\0\x00\x00\x00\x71\x40".to_vec();
    blob.extend([0, 0, 0, 3, 0xeb]); // big-endian, 1003: a polygon with heights
    blob.extend(1_u32.to_be_bytes());
    blob.extend(u32::try_from(ring.len()).unwrap().to_be_bytes());
    for (x, y) in ring {
        blob.extend(x.to_be_bytes());
        blob.extend(y.to_be_bytes());
        blob.extend(7.0_f64.to_be_bytes());
    }
    blob
}

fn set_ring(file: &Connection, fid: i64, ring: &[(f64, f64)]) {
    set_blob(file, fid, &big_endian(ring));
}

fn set_blob(file: &Connection, fid: i64, blob: &[u8]) {
    let sql = "update gemeente_gegeneraliseerd_2022 set geom = ?1 where fid = ?2";
    assert_eq!(file.execute(sql, (blob, fid)).unwrap(), 1);
}

#[test]
fn a_broken_geopackage_is_reported_line_by_line() {
    let (_folder, path, file) = copy();
    let (a, b, c, d) = ((1e5, 4e5), (1.1e5, 4e5), (1.1e5, 4.1e5), (1e5, 4.1e5));
    set_ring(&file, 2, &[a, b, c, d]);
    set_ring(&file, 3, &[a, b]);
    set_ring(&file, 4, &[a, (f64::NAN, 4e5), c, d, a]);
    set_ring(&file, 5, &[a, c, b, d, a]);
    set_blob(&file, 6, b"GP\0\x01");
    file.execute_batch(
        "update gemeente_gegeneraliseerd_2022 set statcode = 'GM0014' where fid = 7;
         update gemeente_gegeneraliseerd_2022 set statnaam = '' where fid = 8;
         update gemeente_gegeneraliseerd_2022 set geom = null where fid = 9;
         update gemeente_gegeneraliseerd_2022 set statcode = null where fid = 10;",
    )
    .unwrap();
    let layer = read_package(&path, None).unwrap();
    // Nearly every ring of the file runs the wrong way round.
    let told = findings(&layer);
    let told: Vec<&str> = told
        .lines()
        .filter(|line| !line.contains("wrong way"))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    repaired feature 2 (GM0034) at 100000, 400000: a ring that did not end where it began was closed
    repaired feature 3 (GM0037) at 100000, 400000: a ring that did not end where it began was closed
    repaired feature 3 (GM0037) at 100000, 400000: a part without area (fewer than three corners) was left out
    repaired feature 5 (GM0050) at 105000, 405000: the rings crossed, touched or covered each other here; the area was drawn anew
    refused feature 3 (GM0037): the geometry has no area; draw the area
    refused feature 4 (GM0047) at NaN, 400000: this position is no number; correct it
    refused feature 6 (GM0059): the geometry ends too soon; write the file again
    refused feature 7 (GM0014): the code GM0014 is also that of feature 1; give each code once
    refused feature 8 (GM0072): the name is missing; fill in statnaam
    refused feature 9 (GM0074): there is no geometry; give a Polygon or MultiPolygon
    refused feature 10: the code is missing; fill in statcode
    "#);
}

#[test]
fn layers_are_chosen_by_name_or_when_there_is_one() {
    let (_folder, path, file) = copy();
    let missing = read_package(&path, Some("gemeenten")).unwrap_err();
    insta::assert_snapshot!(missing, @r#"there is no layer gemeenten; the file has: gemeente_gegeneraliseerd_2022"#);
    file.execute_batch(
        "create table second (fid integer primary key, geom blob, code text, name text);
         insert into gpkg_contents (table_name, data_type) values ('second', 'features');
         insert into gpkg_geometry_columns values ('second', 'geom', 'POLYGON', 4326, 0, 0);",
    )
    .unwrap();
    insta::assert_snapshot!(read_package(&path, None).unwrap_err(), @r#"the file has no single layer; name one of: gemeente_gegeneraliseerd_2022, second"#);
    let layer = read_package(&path, Some("second")).unwrap();
    assert_eq!((layer.crs, layer.features.len()), (Crs::Crs84, 0));
}

#[test]
fn a_layer_that_is_no_plain_table_or_lacks_a_column_is_refused() {
    let (_folder, path, file) = copy();
    file.execute_batch(
        "create view v as select geom, statcode, statnaam from gemeente_gegeneraliseerd_2022;
         create table t (geom blob, statcode text);
         create table p (geom blob, statcode text, statnaam text);
         insert into gpkg_contents (table_name, data_type) values
           ('v', 'features'), ('t', 'features'), ('p', 'features');
         insert into gpkg_spatial_ref_sys values ('Web', 3857, 'EPSG', 3857, '', '');
         insert into gpkg_geometry_columns values
           ('v', 'geom', 'POLYGON', 28992, 0, 0),
           ('t', 'geom', 'POLYGON', 28992, 0, 0),
           ('p', 'geom', 'POLYGON', 3857, 0, 0);",
    )
    .unwrap();
    let refused = |layer| read_package(&path, Some(layer)).unwrap_err();
    insta::assert_snapshot!(refused("v"), @r#"the layer v is no plain table; copy it into one"#);
    insta::assert_snapshot!(refused("t"), @r#"the layer t has no column statnaam; it has: geom, statcode"#);
    insta::assert_snapshot!(refused("p"), @r#"the coordinate reference system EPSG:3857 is not understood; give RD New (EPSG:28992) or WGS84 longitude, latitude (EPSG:4326, CRS84)"#);
}

#[test]
fn a_file_that_is_no_geopackage_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("text.gpkg");
    std::fs::write(&path, "no database").unwrap();
    assert!(matches!(
        read_package(&path, None),
        Err(ReadError::NotGeoPackage(_))
    ));
}
