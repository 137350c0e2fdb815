//! Vector tiles, read by GDAL as a map program would.

use std::f64::consts::PI;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::Server;

/// The tile of a level that holds a position in degrees.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the place of a tile is a small whole number"
)]
fn tile_of(zoom: u32, longitude: f64, latitude: f64) -> (u32, u32) {
    let tiles = f64::from(1_u32 << zoom);
    let x = (longitude + 180.0) / 360.0 * tiles;
    let y = (1.0 - latitude.to_radians().tan().asinh() / PI) / 2.0 * tiles;
    (x as u32, y as u32)
}

/// The longitudes and latitudes between which a tile lies: west, south, east, north.
fn bounds_of(zoom: u32, x: u32, y: u32) -> [f64; 4] {
    let tiles = f64::from(1_u32 << zoom);
    let longitude = |x: u32| f64::from(x) / tiles * 360.0 - 180.0;
    let latitude = |y: u32| {
        (PI * (1.0 - 2.0 * f64::from(y) / tiles))
            .sinh()
            .atan()
            .to_degrees()
    };
    [longitude(x), latitude(y + 1), longitude(x + 1), latitude(y)]
}

/// The features of a layer of a tile, in degrees, as GDAL reads them.
fn read_by_gdal(path: (u32, u32, u32), query: &str, layer: &str) -> Vec<Value> {
    let (zoom, x, y) = path;
    let mut response = Server::public().get(&format!("/tiles/{zoom}/{x}/{y}.mvt{query}"), &[]);
    assert_eq!(response.status(), 200, "{path:?}");
    let kind = &response.headers()["content-type"];
    assert_eq!(kind, "application/vnd.mapbox-vector-tile");
    let bytes = response.body_mut().read_to_vec().unwrap();
    // The driver takes the place of a tile from its path.
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(format!("{zoom}/{x}/{y}.mvt"));
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, bytes).unwrap();
    let output = Command::new("ogr2ogr")
        .args(["-f", "GeoJSON", "-t_srs", "EPSG:4326", "/vsistdout/"])
        .arg(&file)
        .arg(layer)
        .output()
        .expect("ogr2ogr of gdal-bin is installed");
    let told = String::from_utf8_lossy(&output.stderr);
    // A tile has no layer of which nothing lies on it.
    if told.contains("fetch requested layer") {
        return Vec::new();
    }
    assert!(output.status.success(), "{told}");
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    read["features"].as_array().unwrap().clone()
}

fn positions(geometry: &Value, found: &mut Vec<(f64, f64)>) {
    match geometry.as_array() {
        Some(pair) if pair[0].is_number() => {
            found.push((pair[0].as_f64().unwrap(), pair[1].as_f64().unwrap()));
        }
        Some(parts) => parts.iter().for_each(|part| positions(part, found)),
        None => positions(&geometry["coordinates"], found),
    }
}

#[test]
fn gdal_reads_what_graphql_says_where_it_lies() {
    let server = Server::public();
    let data = server.data(
        r#"{ municipality(code: "GM0344", asOf: "2021-12-31") { name coordination { status } policy { class completeness { low high } } bbox: boundingBox { west south east north } } }"#,
    );
    let expected = &data["municipality"];
    for zoom in [5, 7, 8, 10, 12] {
        let (x, y) = tile_of(zoom, 5.12, 52.09);
        let all = read_by_gdal((zoom, x, y), "?asOf=2021-12-31", "municipalities");
        let found = all
            .iter()
            .find(|each| each["properties"]["code"] == "GM0344");
        let utrecht = found.unwrap_or_else(|| panic!("no Utrecht in {zoom}/{x}/{y}"));
        let fields = &utrecht["properties"];
        assert_eq!(fields["name"], expected["name"]);
        assert_eq!(fields["class"], expected["policy"]["class"]);
        assert_eq!(fields["status"], expected["coordination"]["status"]);
        let completeness = &expected["policy"]["completeness"];
        assert_eq!(
            fields["completenessLow"].as_f64(),
            completeness["low"].as_f64()
        );
        assert_eq!(
            fields["completenessHigh"].as_f64(),
            completeness["high"].as_f64()
        );
        // It lies within its own box and that of the tile, with the margin of both.
        let [west, south, east, north] = bounds_of(zoom, x, y);
        let (margin, unit) = ((east - west) / 50.0, (east - west) / 2048.0);
        let side = |name: &str| expected["bbox"][name].as_f64().unwrap();
        let mut corners = Vec::new();
        positions(&utrecht["geometry"], &mut corners);
        assert!(corners.len() >= 4);
        for (longitude, latitude) in corners {
            assert!(
                longitude > west - margin && longitude < east + margin,
                "{zoom}"
            );
            assert!(
                latitude > south - margin && latitude < north + margin,
                "{zoom}"
            );
            let slack = unit + 0.01;
            assert!(longitude > side("west") - slack && longitude < side("east") + slack);
            assert!(latitude > side("south") - slack && latitude < side("north") + slack);
        }
    }
}

#[test]
fn the_tiles_of_a_level_have_every_municipality_and_each_name_once() {
    for (date, count) in [("2020-01-01", 355), ("2024-01-01", 342)] {
        let (west, north) = tile_of(7, 3.2, 53.7);
        let (east, south) = tile_of(7, 7.3, 50.7);
        let mut labels = Vec::new();
        let mut outlines = std::collections::BTreeSet::new();
        for (x, y) in (west..=east).flat_map(|x| (north..=south).map(move |y| (x, y))) {
            let path = format!("/tiles/7/{x}/{y}.mvt?date={date}");
            if Server::public().get(&path, &[]).status() == 204 {
                continue;
            }
            let code = |each: &Value| each["properties"]["code"].as_str().unwrap().to_owned();
            let query = format!("?date={date}");
            labels.extend(read_by_gdal((7, x, y), &query, "labels").iter().map(code));
            let drawn = read_by_gdal((7, x, y), &query, "municipalities");
            outlines.extend(drawn.iter().map(code));
        }
        labels.sort();
        assert_eq!(labels.len(), count, "{date}");
        assert_eq!(labels, outlines.into_iter().collect::<Vec<_>>(), "{date}");
    }
}

#[test]
fn a_filter_leaves_others_out_and_a_tile_is_sent_once() {
    let filter = super::encoded(r#"{"code":["GM0344"]}"#);
    let (x, y) = tile_of(8, 5.12, 52.09);
    let found = read_by_gdal((8, x, y), &format!("?where={filter}"), "municipalities");
    assert_eq!(found.len(), 1);
    let path = format!("/tiles/8/{x}/{y}.mvt");
    let first = Server::public().get(&path, &[]);
    assert_eq!(first.headers()["access-control-allow-origin"], "*");
    let etag = first.headers()["etag"].to_str().unwrap().to_owned();
    let again = Server::public().get(&path, &[("if-none-match", &etag)]);
    assert_eq!(again.status(), 304);
}

#[test]
fn where_nothing_lies_is_no_content_and_what_cannot_be_is_refused() {
    for (path, status) in [
        ("/tiles/8/0/0.mvt", 204),
        ("/tiles/0/0/0.mvt", 200),
        ("/tiles/15/16800/10800.mvt", 404),
        ("/tiles/3/8/0.mvt", 404),
        ("/tiles/3/-1/0.mvt", 404),
        ("/tiles/8/131/84.png", 404),
        ("/tiles/8/131/84.mvt?date=2019-01-01", 400),
        ("/tiles/8/131/84.mvt?date=2021-01-01&asOf=2021-01-01", 400),
        ("/tiles/8/131/84.mvt?shoe=1", 400),
    ] {
        assert_eq!(Server::public().get(path, &[]).status(), status, "{path}");
    }
}

#[test]
fn the_description_leads_to_the_tiles() {
    let mut response = Server::public().get("/tiles.json?asOf=2021-12-31", &[]);
    let told: Value = response.body_mut().read_json().unwrap();
    assert_eq!(told["tilejson"], "3.0.0");
    let address = told["tiles"][0].as_str().unwrap();
    let path = &address[address.find("/tiles").unwrap()..];
    let path = path
        .replace("{z}", "0")
        .replace("{x}", "0")
        .replace("{y}", "0");
    assert!(path.ends_with("?asOf=2021-12-31"), "{path}");
    assert_eq!(Server::public().get(&path, &[]).status(), 200);
    let bounds: Vec<f64> = serde_json::from_value(told["bounds"].clone()).unwrap();
    assert!(bounds[0] > 3.0 && bounds[1] > 50.0 && bounds[2] < 7.5 && bounds[3] < 54.0);
    let fields = &told["vector_layers"][0]["fields"];
    assert!(fields["completenessLow"].is_string() && fields["class"].is_string());
}
