//! A GeoPackage: what is understood, and what is refused.

use rusqlite::Connection;

use super::reading::findings;
use crate::geopackage_file;
use geodata::read::{self, ReadError};
use geodata::{Crs, Layer, data};

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
