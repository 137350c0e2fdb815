//! Exports: the municipalities that GraphQL gives, as files that spreadsheets and
//! geographical programs read.

mod closed;
mod readers;

use std::process::Command;

use calamine::Reader as _;
use geo::Winding as _;
use serde_json::{Value, json};

use self::readers::{
    COLUMNS, csv_rows, export, geopackage, of_csv, of_geojson, of_geopackage, of_graphql, of_ods,
    of_xlsx, workbook,
};
use super::encoded;
use crate::support::Server;

/// Twenty filters, orders and dates, some of them with nothing in them.
fn views() -> Vec<(Value, Value, &'static str)> {
    let region = json!({ "region": { "set": "vng-platform", "code": "RP02" } });
    let named = |text: &str| json!({ "nameContains": text });
    let by = |field: &str, direction: &str| json!([{ "by": field, "direction": direction }]);
    vec![
        (json!({}), json!([]), "2024-01-01"),
        (json!({}), by("POPULATION", "DESC"), "2020-06-01"),
        (
            json!({ "policyClass": ["NONE", "PARTIAL"] }),
            json!([]),
            "2024-01-01",
        ),
        (json!({ "policyClass": [] }), json!([]), "2024-01-01"),
        (
            json!({ "policyClass": ["UNCERTAIN"] }),
            by("COMPLETENESS_LOW", "ASC"),
            "2022-12-31",
        ),
        (
            json!({ "coordinationStatus": ["STRUCTURAL", "REMOTE"] }),
            by("NAME", "DESC"),
            "2021-12-31",
        ),
        (
            json!({ "not": { "coordinationStatus": ["UNKNOWN"] } }),
            by("CODE", "ASC"),
            "2024-01-01",
        ),
        (region.clone(), by("PRIORITY", "ASC"), "2024-01-01"),
        (
            json!({ "and": [region, { "population": { "gte": 50000 } }] }),
            json!([]),
            "2024-01-01",
        ),
        (
            json!({ "or": [named("berg"), named("dam")] }),
            json!([]),
            "2022-03-24",
        ),
        (named("‘s-Gravenhage"), json!([]), "2024-01-01"),
        (named("nergens"), json!([]), "2024-01-01"),
        (
            json!({ "completenessLow": { "gt": 0.1, "lte": 0.9 } }),
            json!([]),
            "2023-06-30",
        ),
        (
            json!({ "completenessHigh": { "lt": 1.0 } }),
            json!([]),
            "2023-06-30",
        ),
        (
            json!({ "dimension": { "dimension": "APPROACH", "low": { "gte": 0.2 } } }),
            json!([]),
            "2024-01-01",
        ),
        (
            json!({ "block": { "block": "adopted-policy", "verdict": ["PRESENT"] } }),
            json!([]),
            "2024-01-01",
        ),
        (
            json!({ "neverAssessed": true }),
            by("LAST_ASSESSED", "DESC"),
            "2024-01-01",
        ),
        (json!({ "inherited": true }), json!([]), "2023-01-01"),
        (json!({ "adjacentTo": "GM0344" }), json!([]), "2024-01-01"),
        (
            json!({ "near": { "longitude": 5.1, "latitude": 52.1, "kilometres": 25 } }),
            by("POLICY_CLASS", "ASC"),
            "2024-01-01",
        ),
    ]
}

#[test]
fn every_file_has_the_municipalities_and_figures_of_graphql() {
    let server = Server::public();
    let mut sizes = Vec::new();
    for (filter, order, date) in views() {
        let (total, expected) = of_graphql(server, &filter, &order, date);
        assert_eq!(i64::try_from(expected.len()).unwrap(), total);
        let path = |extension: &str| {
            format!(
                "/export/municipalities.{extension}?where={}&orderBy={}&asOf={date}\
                 &columns={COLUMNS}&values=codes&detail=national{}",
                encoded(&filter.to_string()),
                encoded(&order.to_string()),
                if extension == "csv" {
                    "&separator=comma&decimal=point"
                } else {
                    ""
                }
            )
        };
        assert_eq!(of_csv(&export(server, &path("csv"))), expected, "{filter}");
        assert_eq!(of_xlsx(export(server, &path("xlsx"))), expected, "{filter}");
        assert_eq!(of_ods(export(server, &path("ods"))), expected, "{filter}");
        assert_eq!(
            of_geojson(&export(server, &path("geojson"))),
            expected,
            "{filter}"
        );
        assert_eq!(
            of_geopackage(&export(server, &path("gpkg"))),
            expected,
            "{filter}"
        );
        sizes.push(total);
    }
    sizes.sort_unstable();
    sizes.dedup();
    assert!(sizes.len() > 8, "the views differ: {sizes:?}");
}

#[test]
fn excel_in_either_language_reads_the_text() {
    let server = Server::public();
    let columns = "columns=code,areaKm2,class";
    let dutch = export(server, &format!("/export/municipalities.csv?{columns}"));
    let english = export(
        server,
        &format!("/export/municipalities.csv?{columns}&lang=en"),
    );
    let (dutch, english) = (csv_rows(&dutch, b';'), csv_rows(&english, b','));
    assert_eq!(dutch[0], ["Gemeentecode", "Oppervlakte (km²)", "Beleid"]);
    assert_eq!(english[0], ["Municipality code", "Area (km²)", "Policy"]);
    let (comma, point) = (&dutch[1][1], &english[1][1]);
    assert!(comma.contains(',') && !comma.contains('.'), "{comma}");
    assert_eq!(comma.replace(',', "."), *point);
    let tabs = export(
        server,
        &format!("/export/municipalities.csv?{columns}&separator=tab&decimal=point"),
    );
    assert_eq!(csv_rows(&tabs, b'\t')[1][1], *point);
}

#[test]
fn a_workbook_says_what_it_is() {
    let server = Server::start(&["--demo"]);
    let path = format!(
        "/export/municipalities.xlsx?asOf=2022-06-30&where={}",
        encoded(r#"{"region":{"set":"provincie","code":"PV26"},"policyClass":["NONE"]}"#)
    );
    let mut book = workbook(export(&server, &path));
    assert_eq!(book.sheet_names(), ["Gemeenten", "Toelichting"]);
    let notes = book.worksheet_range("Toelichting").unwrap();
    let text: Vec<String> = notes
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect::<String>())
        .collect();
    let text = text.join("\n");
    for words in [
        "VOORBEELD (DEMONSTRATIE): de oordelen zijn verzonnen",
        "Peildatum2022-06-30",
        "Grenzen van2022-03-24",
        "beleid: Geen beleid",
        "Utrecht (provincie/PV26)",
        "CBS / Kadaster, CC BY 4.0",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    for format in ["csv", "geojson"] {
        let bytes = export(
            &server,
            &format!("/export/municipalities.{format}?columns=name"),
        );
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("VOORBEELD (DEMONSTRATIE)"), "{format}");
    }
}

#[test]
fn geojson_is_as_rfc_7946_has_it() {
    let server = Server::public();
    let bytes = export(server, "/export/municipalities.geojson?detail=national");
    let text = std::str::from_utf8(&bytes).unwrap();
    let collection: geojson::FeatureCollection = text.parse().unwrap();
    assert_eq!(collection.features.len(), 342);
    let bounds = collection.bbox.unwrap();
    assert!(bounds[0] > 3.0 && bounds[1] > 50.0 && bounds[2] < 7.5 && bounds[3] < 54.0);
    for feature in collection.features {
        let geometry = feature.geometry.unwrap();
        assert!(geometry.foreign_members.is_none(), "no `crs`");
        let shape: geo::Geometry = geometry.try_into().unwrap();
        let shape = match shape {
            geo::Geometry::Polygon(polygon) => geo::MultiPolygon(vec![polygon]),
            geo::Geometry::MultiPolygon(shape) => shape,
            other => panic!("{other:?}"),
        };
        for polygon in shape {
            assert!(polygon.exterior().is_ccw());
            assert!(polygon.interiors().iter().all(geo::Winding::is_cw));
        }
    }
}

#[test]
fn gdal_opens_the_files_with_the_right_systems_and_extents() {
    let server = Server::public();
    let folder = tempfile::tempdir().unwrap();
    let told = |name: &str, query: &str| {
        let path = folder.path().join(name);
        let bytes = export(server, &format!("/export/municipalities.{query}"));
        std::fs::write(&path, bytes).unwrap();
        let output = Command::new("ogrinfo")
            .args(["-so", "-al"])
            .arg(&path)
            .output();
        let output = output.expect("ogrinfo of gdal-bin is installed");
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && errors.is_empty(), "{errors}");
        String::from_utf8(output.stdout).unwrap()
    };
    let metres = told("rd.gpkg", "gpkg?date=2022-01-01");
    assert!(metres.contains("Feature Count: 345"), "{metres}");
    assert!(
        metres.contains("Extent: (135") && metres.contains("RD New"),
        "{metres}"
    );
    assert!(metres.contains("Geometry: Multi Polygon"), "{metres}");
    assert!(metres.contains("population: Integer"), "{metres}");
    let degrees = told("wgs.gpkg", "gpkg?date=2022-01-01&crs=4326");
    assert!(
        degrees.contains("Extent: (3.3") && degrees.contains("WGS 84"),
        "{degrees}"
    );
    let features = told("map.geojson", "geojson?date=2022-01-01");
    assert!(features.contains("Feature Count: 345"), "{features}");
}

#[test]
fn a_geopackage_has_what_the_standard_and_qgis_look_for() {
    let server = Server::public();
    let (_folder, database) = geopackage(&export(server, "/export/municipalities.gpkg"));
    let number = |sql: &str| {
        database
            .query_row(sql, [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(number("pragma application_id"), 0x4750_4B47);
    assert_eq!(number("pragma user_version"), 10_300);
    assert_eq!(number("select count(*) from gpkg_spatial_ref_sys"), 4);
    assert_eq!(
        number("select count(*) from pragma_integrity_check where integrity_check <> 'ok'"),
        0
    );
    assert_eq!(number("select count(*) from pragma_foreign_key_check"), 0);
    let style: String = database
        .query_row(
            "select styleQML from layer_styles where useAsDefault",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert!(style.contains("value=\"NOT_ASSESSED\"") && style.contains("135,36,0,255"));
}
