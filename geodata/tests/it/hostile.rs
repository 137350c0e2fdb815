//! Files that were made to take the machine from others: each is refused, or
//! read without doing what it asks.

use std::fmt::Write as _;

use geodata::Counted;
use geodata::read::{self, ReadError};
use rusqlite::Connection;
use tempfile::TempDir;

/// The tables of a GeoPackage with one layer, as far as they are read.
const TABLES: &str = "
    create table gpkg_geometry_columns (table_name, column_name, srs_id);
    insert into gpkg_geometry_columns values ('gemeenten', 'geom', 28992);
    create table gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id);
    insert into gpkg_spatial_ref_sys values (28992, 'EPSG', 28992);
    create table gemeenten (geom blob, code text, name text);";
/// A query without an end.
const ENDLESS: &str = "with recursive n(i) as (select 1 union all select i + 1 from n)";

/// The bytes of a database that these statements make.
fn database(statements: &str) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.gpkg");
    let file = Connection::open(&path).unwrap();
    file.execute_batch(statements).unwrap();
    file.close().unwrap();
    std::fs::read(path).unwrap()
}

fn refusal(bytes: &[u8]) -> String {
    read::geopackage(bytes, None).unwrap_err().to_string()
}

#[test]
fn a_view_or_a_virtual_table_in_place_of_a_table_is_not_asked() {
    for (table, view) in [
        (
            "gpkg_geometry_columns",
            format!("{ENDLESS} select 'a' table_name, 'b' column_name, 1 srs_id from n order by i"),
        ),
        (
            "gpkg_spatial_ref_sys",
            format!(
                "{ENDLESS} select 1 srs_id, 'EPSG' organization, i organization_coordsys_id from n"
            ),
        ),
        (
            "gemeenten",
            format!("{ENDLESS} select zeroblob(9) geom, i code, i name from n order by random()"),
        ),
    ] {
        let bytes = database(&format!(
            "{TABLES} drop table {table}; create view {table} as {view};"
        ));
        assert_eq!(
            refusal(&bytes),
            format!("the layer {table} is no plain table; copy it into one")
        );
    }
    let bytes = database(&format!(
        "{TABLES} drop table gemeenten; create virtual table gemeenten using rtree(code, name, geom);"
    ));
    assert!(refusal(&bytes).contains("gemeenten is no plain table"));
}

#[test]
fn a_column_that_is_computed_is_not_computed() {
    let bytes = database(&format!(
        "{TABLES} drop table gemeenten;
         create table gemeenten (code, name, geom generated always as (zeroblob(50000000)));
         insert into gemeenten values ('GM0014', 'Groningen');"
    ));
    assert!(refusal(&bytes).contains("gemeenten is no plain table"));
}

#[test]
fn triggers_and_views_beside_the_layer_are_left_alone() {
    let bytes = database(&format!(
        "{TABLES}
         create trigger t after insert on gemeenten begin select * from absent; end;
         create view v as {ENDLESS} select * from n;"
    ));
    assert_eq!(read::geopackage(&bytes, None).unwrap().features.len(), 0);
}

#[test]
fn a_schema_of_too_many_tables_is_not_opened() {
    let mut tables = TABLES.to_owned();
    for number in 0..5_001 {
        write!(tables, "create table t{number} (a);").unwrap();
    }
    assert!(refusal(&database(&format!("begin; {tables} commit;"))).contains("5000 tables"));
}

#[test]
fn a_file_that_was_open_elsewhere_is_read_with_a_notice() {
    let mut bytes = database(TABLES);
    bytes[18..20].copy_from_slice(&[2, 2]);
    let layer = read::geopackage(&bytes, None).unwrap();
    let told = layer.report.repairs[0].to_string();
    assert!(told.contains("its last edits may be missing"), "{told}");
}

/// A page of a table whose rows are those of another page, again and again.
fn repeat_page(bytes: &mut [u8], page_size: usize, page: usize, child: u32) {
    let page = &mut bytes[(page - 1) * page_size..page * page_size];
    page.fill(0);
    let times = (page_size - 12) / 7;
    page[0] = 5;
    page[3..5].copy_from_slice(&u16::try_from(times).unwrap().to_be_bytes());
    page[8..12].copy_from_slice(&child.to_be_bytes());
    for cell in 0..times {
        let start = page_size - 5 * (cell + 1);
        let pointer = 12 + 2 * cell;
        page[pointer..pointer + 2].copy_from_slice(&u16::try_from(start).unwrap().to_be_bytes());
        page[start..start + 4].copy_from_slice(&child.to_be_bytes());
        page[start + 4] = 1;
    }
    page[5..7].copy_from_slice(&u16::try_from(page_size - 5 * times).unwrap().to_be_bytes());
}

/// A database in which the root of a table repeats its first leaf.
fn repeating(statements: &str, table: &str) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.gpkg");
    let file = Connection::open(&path).unwrap();
    file.execute_batch(&format!("pragma page_size = 32768; {TABLES} {statements}"))
        .unwrap();
    let query = "select rootpage from sqlite_schema where name = ?1";
    let root: u32 = file.query_row(query, [table], |row| row.get(0)).unwrap();
    let root = root as usize;
    file.close().unwrap();
    let mut bytes = std::fs::read(path).unwrap();
    let right_most = (root - 1) * 32_768 + 12;
    let pointer = usize::from(u16::from_be_bytes(
        bytes[right_most..right_most + 2].try_into().unwrap(),
    ));
    let start = (root - 1) * 32_768 + pointer;
    let child = u32::from_be_bytes(bytes[start..start + 4].try_into().unwrap());
    repeat_page(&mut bytes, 32_768, root, child);
    bytes
}

#[test]
fn rows_that_share_pages_hold_no_more_than_the_file() {
    let bytes = repeating(
        "insert into gemeenten
         with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
         select zeroblob(2000), i, i from n;",
        "gemeenten",
    );
    assert!(
        refusal(&bytes).contains("bytes of geometry"),
        "{}",
        refusal(&bytes)
    );
}

/// A polygon of so many positions as a GeoPackage holds it.
fn outline(positions: u32) -> Vec<u8> {
    let mut blob = b"GP\0\x01".to_vec();
    blob.extend(28_992_i32.to_le_bytes());
    blob.push(1);
    for number in [3, 1, positions] {
        blob.extend(number.to_le_bytes());
    }
    blob.resize(blob.len() + 16 * positions as usize, 0);
    blob
}

#[test]
fn layers_features_and_positions_of_a_package_have_a_bound() {
    let layers = database(&format!(
        "{TABLES}
         insert into gpkg_geometry_columns
         with recursive n(i) as (select 1 union all select i + 1 from n where i < 100)
         select 'layer' || i, 'geom', 28992 from n;"
    ));
    assert!(matches!(
        read::geopackage(&layers, None).unwrap_err(),
        ReadError::TooLarge(100, Counted::Layers)
    ));
    let features = database(&format!(
        "{TABLES}
         insert into gemeenten
         with recursive n(i) as (select 1 union all select i + 1 from n where i < 50001)
         select null, 'GM0014', 'a' from n;"
    ));
    assert!(matches!(
        read::geopackage(&features, None).unwrap_err(),
        ReadError::TooLarge(50_000, Counted::Features)
    ));
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.gpkg");
    let file = Connection::open(&path).unwrap();
    file.execute_batch(TABLES).unwrap();
    for _ in 0..2 {
        let insert = "insert into gemeenten values (?1, 'GM0014', 'a')";
        file.execute(insert, [outline(1_600_000)]).unwrap();
    }
    file.close().unwrap();
    assert!(matches!(
        read::geopackage(&std::fs::read(&path).unwrap(), None).unwrap_err(),
        ReadError::TooLarge(3_000_000, Counted::Positions)
    ));
}

#[test]
fn a_table_that_goes_on_and_on_is_not_read_to_its_end() {
    let bytes = repeating(
        "insert into gpkg_spatial_ref_sys
         with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
         select 1, 0, 0 from n;
         update gpkg_geometry_columns set srs_id = 7;",
        "gpkg_spatial_ref_sys",
    );
    assert!(
        refusal(&bytes).contains("interrupted"),
        "{}",
        refusal(&bytes)
    );
}

#[test]
fn geojson_that_nests_or_repeats_is_refused_before_it_is_unfolded() {
    let refused = |text: &str| read::geojson(text.as_bytes()).unwrap_err();
    let collection =
        |features: &str| format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}");
    let many = collection(&vec!["{}"; 50_001].join(","));
    assert!(matches!(
        refused(&many),
        ReadError::TooLarge(50_000, Counted::Features)
    ));
    let rings = vec!["[]"; 3_000_001].join(",");
    let rings = format!("{{\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{rings}]}}}}");
    let rings = collection(&rings);
    assert!(matches!(
        refused(&rings),
        ReadError::TooLarge(3_000_000, Counted::Positions)
    ));
    // What is wrong is told of so many, and a long name with how long it may be.
    let broken = read::geojson(collection(&vec!["{}"; 20_000].join(",")).as_bytes()).unwrap();
    assert_eq!(broken.report.refusals.len(), 10_000);
    let name = format!(
        "{{\"properties\":{{\"code\":\"GM0014\",\"name\":\"{}\"}}}}",
        "x".repeat(201)
    );
    let long = read::geojson(collection(&name).as_bytes()).unwrap();
    let told: Vec<_> = long
        .report
        .refusals
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(told.iter().any(|told| told.contains("200")), "{told:?}");
    let deep = "[".repeat(1_000_000);
    for text in [
        deep.clone(),
        format!("{{\"type\":\"FeatureCollection\",\"crs\":{deep}"),
        collection(&format!("{{\"properties\":{{\"code\":{deep}")),
    ] {
        assert!(matches!(refused(&text), ReadError::NotGeoJson(_)));
    }
    // What is not looked into may nest as it likes.
    let closed = "]".repeat(1_000_000);
    let within = collection(&format!("{{\"properties\":{{\"code\":{deep}{closed}}}}}"));
    assert_eq!(
        read::geojson(within.as_bytes())
            .unwrap()
            .report
            .refusals
            .len(),
        3
    );
    let within = collection(&format!(
        "{{\"properties\":{{\"x\":\"{}\"}}}}",
        "x".repeat(1 << 20)
    ));
    assert_eq!(
        read::geojson(within.as_bytes())
            .unwrap()
            .report
            .refusals
            .len(),
        3
    );
}
