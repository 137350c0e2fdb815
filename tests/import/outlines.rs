//! Outlines as people draw and get them: what is amiss is told with its place and
//! its size.

use geo::{AffineOps as _, AffineTransform, MultiPolygon, Polygon};
use geodata::{Crs, geometry_from_geojson};
use serde_json::{Value, json};

use super::Workshop;
use super::counter::hand_in;
use crate::support::Server;

/// The ring of a rectangle in RD New, in kilometres east and north of a corner.
fn rectangle(west: f64, south: f64, east: f64, north: f64) -> Vec<[f64; 2]> {
    let at = |x: f64, y: f64| [150_000.0 + x * 1_000.0, 450_000.0 + y * 1_000.0];
    let corners = [(west, south), (east, south), (east, north), (west, north)];
    corners
        .into_iter()
        .chain([corners[0]])
        .map(|(x, y)| at(x, y))
        .collect()
}

fn collection(areas: &[(&str, &str, Vec<[f64; 2]>)]) -> String {
    let feature = |(code, name, ring): &(&str, &str, Vec<[f64; 2]>)| {
        json!({
            "type": "Feature",
            "properties": { "statcode": code, "statnaam": name },
            "geometry": { "type": "Polygon", "coordinates": [ring] },
        })
    };
    json!({
        "type": "FeatureCollection",
        "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::28992" } },
        "features": areas.iter().map(feature).collect::<Vec<_>>(),
    })
    .to_string()
}

/// Imports outlines of a date; what was noted.
fn import(workshop: &Workshop, date: &str, areas: &[(&str, &str, Vec<[f64; 2]>)]) -> String {
    let file = workshop.file(&format!("{date}.geojson"), collection(areas));
    let ended = workshop.import(&["boundaries", &file, "--date", date]);
    let noted = ended.noted.clone();
    ended.expect();
    noted
}

#[test]
fn neighbours_pulled_apart_are_told_with_place_and_distance() {
    let workshop = Workshop::empty();
    let west = rectangle(0.0, 0.0, 10.0, 10.0);
    import(
        &workshop,
        "2021-01-01",
        &[
            ("GM0001", "Aa", west.clone()),
            ("GM0002", "Be", rectangle(10.0, 0.0, 20.0, 10.0)),
        ],
    );
    // On the same date, and on a later one.
    for date in ["2021-01-01", "2022-01-01"] {
        let noted = import(
            &workshop,
            date,
            &[
                ("GM0001", "Aa", west.clone()),
                ("GM0002", "Be", rectangle(10.05, 0.0, 20.0, 10.0)),
            ],
        );
        if date == "2021-01-01" {
            let told = "two municipalities that were neighbours do not touch any more: \
                 GM0001 + GM0002 (160000.00000, 4";
            assert!(noted.contains(told), "{noted}");
            assert!(noted.contains(", 50.0 m; draw the border"), "{noted}");
            let moved = "one outline moved; Be (GM0002) farthest, by 50 m";
            assert!(noted.contains(moved), "{noted}");
        } else {
            assert!(!noted.contains("neighbours"), "it was so before: {noted}");
            assert!(!noted.contains("moved"), "{noted}");
        }
    }
}

#[test]
fn a_gap_between_neighbours_is_told_with_place_and_size() {
    let workshop = Workshop::empty();
    // The border of the second one has a corner 50 m into it, along 2 km.
    let mut east = rectangle(10.0, 0.0, 20.0, 10.0);
    for (place, (x, y)) in [(4, (10.0, 6.0)), (5, (10.05, 5.0)), (6, (10.0, 4.0))] {
        east.insert(place, [150_000.0 + x * 1_000.0, 450_000.0 + y * 1_000.0]);
    }
    let noted = import(
        &workshop,
        "2021-01-01",
        &[
            ("GM0001", "Aa", rectangle(0.0, 0.0, 10.0, 10.0)),
            ("GM0002", "Be", east),
        ],
    );
    let told = "there is a gap between neighbours, 50000 m² in all: GM0001 + GM0002 (1600";
    assert!(noted.contains(told), "{noted}");
    assert!(noted.contains("), 50000 m²; draw the border"), "{noted}");
}

#[tokio::test]
async fn a_merger_of_which_a_part_goes_elsewhere_is_told_on_both() {
    let workshop = Workshop::empty();
    import(
        &workshop,
        "2021-01-01",
        &[
            ("GM0001", "Aa", rectangle(0.0, 0.0, 10.0, 10.0)),
            ("GM0002", "Be", rectangle(10.0, 0.0, 20.0, 10.0)),
            ("GM0003", "Ce", rectangle(20.0, 0.0, 30.0, 10.0)),
        ],
    );
    let figures = "peildatum;gemeentecode;inwoners\n\
         2021-01-01;GM0001;1000\n2021-01-01;GM0002;2000\n2021-01-01;GM0003;4000\n";
    workshop
        .import(&["population", &workshop.file("x.csv", figures)])
        .expect();
    let after = [
        ("GM0001", "Aa", rectangle(0.0, 0.0, 19.5, 10.0)),
        ("GM0003", "Ce", rectangle(19.5, 0.0, 30.0, 10.0)),
    ];
    let noted = import(&workshop, "2022-01-01", &after);
    for told in [
        "the inhabitants of Aa (GM0001) are about right: 95 % Be (GM0002); import the exact number",
        "the inhabitants of Ce (GM0003) do not follow from those before",
    ] {
        assert!(noted.contains(told), "{noted}");
    }
    let facts = workshop.facts().await;
    let mut figures = facts.population.iter();
    let sum = figures
        .find(|figure| figure.boundary_date.to_string() == "2022-01-01")
        .unwrap();
    assert_eq!(
        (sum.inhabitants, &*sum.source),
        (3_000, "about the sum of GM0002 and GM0001")
    );
}

#[test]
fn many_municipalities_that_are_missing_are_told_once() {
    let workshop = Workshop::empty();
    let strip = |n: u32| {
        let (west, east) = (f64::from(n), f64::from(n + 1));
        rectangle(west, 0.0, east, 10.0)
    };
    let codes: Vec<String> = (1..=9).map(|n| format!("GM000{n}")).collect();
    let areas: Vec<_> = codes
        .iter()
        .zip(1..)
        .map(|(code, n)| (code.as_str(), "Aa", strip(n)))
        .collect();
    import(&workshop, "2021-01-01", &areas);
    let part = workshop.file("part.geojson", collection(&areas[..2]));
    let problems = workshop
        .import(&["boundaries", &part, "--date", "2021-01-01"])
        .problems();
    assert_eq!(
        problems,
        [
            "7 municipalities are missing: GM0003 (Aa), GM0004 (Aa), GM0005 (Aa), GM0006 (Aa), \
             GM0007 (Aa) and 2 more; add their outlines"
        ]
    );
}

/// The layer of 2022 as PDOK publishes it: ids that are texts, boxes, positions
/// of fifteen decimals, rings that run the other way round.
fn as_published(shift: impl Fn(&str) -> f64) -> String {
    let shipped: Value = serde_json::from_slice(geodata::data::BOUNDARIES[2].geojson).unwrap();
    let features = shipped["features"].as_array().unwrap().iter();
    let features: Vec<String> = features
        .map(|feature| {
            let code = feature["properties"]["statcode"].as_str().unwrap();
            let outline = geometry_from_geojson(&feature["geometry"].to_string()).unwrap();
            let outline = turned(&outline, shift(code));
            format!(
                r#"{{"type":"Feature","id":"gemeente_gegeneraliseerd.{code}-7c1e","bbox":[3.1,50.7,7.3,53.6],"geometry":{},"properties":{{"id":"7","statcode":"{code}","jrstatcode":"2022{code}","statnaam":{},"rubriek":"gemeente"}}}}"#,
                written_out(&outline),
                feature["properties"]["statnaam"],
            )
        })
        .collect();
    format!(
        r#"{{"type":"FeatureCollection","bbox":[3.1,50.7,7.3,53.6],"numberMatched":345,"features":[{}]}}"#,
        features.join(",")
    )
}

/// An outline with its rings turned, so many degrees to the north.
fn turned(outline: &MultiPolygon, shift: f64) -> MultiPolygon {
    let outline = outline.affine_transform(&AffineTransform::translate(0.0, shift));
    let turned = outline.into_iter().map(|polygon| {
        let (mut outer, mut holes) = polygon.into_inner();
        outer.0.reverse();
        for hole in &mut holes {
            hole.0.reverse();
        }
        Polygon::new(outer, holes)
    });
    turned.collect()
}

fn written_out(outline: &MultiPolygon) -> String {
    let ring = |ring: &geo::LineString| {
        let positions = ring
            .0
            .iter()
            .map(|p| format!("[{:.15},{:.15}]", p.x + 3e-12, p.y));
        format!("[{}]", positions.collect::<Vec<_>>().join(","))
    };
    let part = |part: &Polygon| {
        let rings = std::iter::once(part.exterior()).chain(part.interiors());
        format!("[{}]", rings.map(ring).collect::<Vec<_>>().join(","))
    };
    let parts: Vec<String> = outline.iter().map(part).collect();
    format!(
        r#"{{"type":"MultiPolygon","coordinates":[{}]}}"#,
        parts.join(",")
    )
}

#[test]
fn the_layer_of_2022_has_three_findings_at_most_and_is_undone_exactly() {
    let server = Server::start(&[]);
    let token = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&token);
    let picture = || {
        server.data(
            r#"{ municipalities(asOf: "2022-02-01") { totalCount nodes { code name areaKm2 geometry validFrom
                 neighbours { code } regions { set code } policy { class } } } }"#,
        )
    };
    let before = picture();
    // An island that lies elsewhere by some eleven metres.
    let file = as_published(|code| if code == "GM0060" { 1e-4 } else { 0.0 });
    let path = "boundaries?file=gemeenten.geojson&date=2022-01-01";
    let (status, answer) = hand_in(&server, &token, path, file.as_bytes());
    assert_eq!(status, 200, "{answer}");
    let batch = answer["batch"].as_str().unwrap();
    let query = format!(
        r#"{{ importBatch(id: "{batch}") {{ counts {{ new changed same errors }} notices
             rows(outcome: CHANGED) {{ municipality message }} }} }}"#
    );
    let seen = server.data_as(&token, &query)["importBatch"].take();
    assert_eq!(
        seen["counts"],
        json!({ "new": 0, "changed": 1, "same": 344, "errors": 0 }),
        "{seen:#}"
    );
    let notices = seen["notices"].as_array().unwrap();
    assert!(notices.len() <= 3, "{notices:#?}");
    let row = &seen["rows"][0];
    assert_eq!(row["municipality"], "GM0060");
    let told = row["message"].as_str().unwrap();
    assert!(told.starts_with("its outline moved by 11"), "{told}");
    let done = |mutation: &str| server.data_as(&token, mutation);
    done(&format!(
        r#"mutation {{ commitImport(batch: "{batch}") {{ state }} }}"#
    ));
    assert_ne!(picture(), before);
    let undone = done(&format!(
        r#"mutation {{ undoImport(batch: "{batch}") {{ state kept }} }}"#
    ));
    assert_eq!(
        undone["undoImport"],
        json!({ "state": "UNDONE", "kept": [] })
    );
    assert_eq!(picture(), before);
}

#[test]
fn the_shipped_outlines_have_no_gaps_that_were_not_there() {
    let outlines = |place: usize| {
        let shipped: Value =
            serde_json::from_slice(geodata::data::BOUNDARIES[place].geojson).unwrap();
        let features = shipped["features"].as_array().unwrap().iter();
        let areas = features.map(|feature| geodata::Area {
            code: feature["properties"]["statcode"]
                .as_str()
                .unwrap()
                .to_owned(),
            name: String::new(),
            geometry: geometry_from_geojson(&feature["geometry"].to_string()).unwrap(),
        });
        geodata::Boundaries::build(Crs::Crs84, areas.collect()).unwrap()
    };
    let editions: Vec<_> = (0..geodata::data::BOUNDARIES.len()).map(outlines).collect();
    assert_eq!(geodata::gaps::gaps(None, &editions[0]), []);
    let (mut apart, mut parted) = (Vec::new(), Vec::new());
    for pair in editions.windows(2) {
        let gaps = geodata::gaps::gaps(Some(&pair[0]), &pair[1]);
        apart.extend(gaps.into_iter().map(|gap| gap.codes));
        let partings = geodata::gaps::partings(&pair[0], &pair[1]);
        parted.extend(partings.into_iter().map(|parting| parting.codes));
    }
    // Small water where three meet, which each date simplifies in another way.
    assert!(apart.len() < 10, "{apart:?}");
    assert!(
        apart.iter().all(|codes: &Vec<String>| codes.len() == 3),
        "{apart:?}"
    );
    let last = &editions[4];
    assert_eq!(geodata::gaps::gaps(Some(last), last), []);
    // Elburg and Dronten: water between them was simplified in another way.
    assert_eq!(parted, [("GM0230".to_owned(), "GM0303".to_owned())]);
}
