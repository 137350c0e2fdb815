//! OGC API - Features: what programs that read maps ask.

use std::process::Command;

use serde_json::Value;

use super::encoded;
use crate::support::Server;

const RD_NEW: &str = "http://www.opengis.net/def/crs/EPSG/0/28992";

pub(super) fn get(path: &str) -> Value {
    let mut response = Server::public().get(path, &[]);
    let status = response.status();
    assert_eq!(response.headers()["api-version"], "1.0.0", "{path}");
    let body = response.body_mut().with_config().limit(50_000_000);
    let told: Value = body.read_json().unwrap();
    assert_eq!(status, 200, "{path}: {told}");
    told
}

pub(super) fn ids(page: &Value) -> Vec<String> {
    let features = page["features"].as_array().unwrap().iter();
    features
        .map(|feature| feature["id"].as_str().unwrap().to_owned())
        .collect()
}

fn href(answer: &Value, rel: &str) -> Option<String> {
    let mut links = answer["links"].as_array().unwrap().iter();
    let link = links.find(|link| link["rel"] == rel)?;
    let whole = link["href"].as_str().unwrap();
    Some(whole[whole.find("/ogc").unwrap()..].to_owned())
}

#[test]
fn every_description_is_found_from_the_landing_page() {
    let landing = get("/ogc");
    for rel in ["self", "service-desc", "conformance", "data"] {
        let path = href(&landing, rel).unwrap();
        get(&path);
    }
    let api = get("/openapi.json");
    assert_eq!(api["openapi"], "3.0.3");
    let collections = get("/ogc/collections");
    let known: Vec<&str> = collections["collections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["id"].as_str().unwrap())
        .collect();
    assert_eq!(known[..2], ["municipalities", "regions-provincie"]);
    for id in known {
        let one = get(&format!("/ogc/collections/{id}"));
        assert_eq!(one["crs"].as_array().unwrap().len(), 2);
        assert!(
            one["extent"]["spatial"]["bbox"][0]
                .as_array()
                .unwrap()
                .len()
                == 4
        );
        get(&format!(
            "/ogc/collections/{id}/items?limit=1&detail=national"
        ));
    }
}

#[test]
fn pages_together_are_the_list_of_graphql() {
    let data = Server::public().data(
        r#"{ municipalities(asOf: "2021-12-31", where: { policyClass: [UNCERTAIN] }, orderBy: [{ by: CODE }]) { totalCount nodes { code } } }"#,
    );
    let list = &data["municipalities"];
    let nodes = list["nodes"].as_array().unwrap().iter();
    let expected: Vec<String> = nodes
        .map(|node| node["code"].as_str().unwrap().to_owned())
        .collect();
    assert!(expected.len() > 3);
    let mut found = Vec::new();
    let mut next = Some(
        "/ogc/collections/municipalities/items?datetime=2021-12-31&class=UNCERTAIN&limit=2&detail=national".to_owned(),
    );
    while let Some(path) = next {
        let page = get(&path);
        assert_eq!(page["numberMatched"], list["totalCount"]);
        assert_eq!(
            page["numberReturned"],
            page["features"].as_array().unwrap().len()
        );
        found.extend(ids(&page));
        next = href(&page, "next");
    }
    assert_eq!(found, expected);
}

#[test]
fn boxes_and_systems_agree() {
    let base = "/ogc/collections/municipalities/items?detail=national&limit=400";
    let degrees = ids(&get(&format!("{base}&bbox=5.0,52.05,5.2,52.15")));
    assert!(
        degrees.contains(&"GM0344".to_owned()) && degrees.len() < 20,
        "{degrees:?}"
    );
    let metres = ids(&get(&format!(
        "{base}&bbox=128000,451000,143000,462000&bbox-crs={}",
        encoded(RD_NEW)
    )));
    assert!(
        metres.contains(&"GM0344".to_owned()) && metres.len() < 20,
        "{metres:?}"
    );
    let sea = get(&format!("{base}&bbox=3.0,53.8,3.1,53.9"));
    assert_eq!(sea["numberMatched"], 0);
    let path = format!(
        "/ogc/collections/municipalities/items/GM0344?crs={}",
        encoded(RD_NEW)
    );
    let mut response = Server::public().get(&path, &[]);
    let system = response.headers()["content-crs"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(system, format!("<{RD_NEW}>"));
    let feature: Value = response.body_mut().read_json().unwrap();
    assert!(feature["geometry"].get("crs").is_none());
    let x = feature.pointer("/geometry/coordinates/0/0/0").unwrap();
    let x = x.as_f64().unwrap_or_else(|| x[0].as_f64().unwrap());
    assert!((100_000.0..160_000.0).contains(&x), "{x}");
}

#[test]
fn a_date_gives_the_municipalities_of_then() {
    let count = |datetime: &str| {
        let path = format!(
            "/ogc/collections/municipalities/items?limit=1&detail=national&datetime={datetime}"
        );
        get(&path)["numberMatched"].clone()
    };
    for (datetime, expected) in [
        ("2020-01-01", 355),
        ("2021-06-01T10:00:00Z", 352),
        ("../2022-01-01", 345),
        ("2020-01-01/2022-03-24", 344),
    ] {
        assert_eq!(count(datetime), expected, "{datetime}");
    }
}

#[test]
fn a_region_has_the_totals_of_its_members() {
    let page = get("/ogc/collections/regions-provincie/items?code=PV26&datetime=2024-01-01");
    assert_eq!(page["numberMatched"], 1);
    let fields = &page["features"][0]["properties"];
    let data = Server::public().data(
        r#"{ region(set: "provincie", code: "PV26", asOf: "2024-01-01") { municipalities { code population { inhabitants } } } }"#,
    );
    let members = data["region"]["municipalities"].as_array().unwrap();
    assert_eq!(fields["members"].as_array().unwrap().len(), members.len());
    let people = members
        .iter()
        .filter_map(|each| each["population"]["inhabitants"].as_i64());
    assert_eq!(fields["inhabitants"].as_i64().unwrap(), people.sum::<i64>());
}

#[test]
fn what_cannot_be_is_a_problem() {
    for (path, status, code) in [
        ("/ogc/collections/shoes", 404, "NOT_FOUND"),
        (
            "/ogc/collections/municipalities/items/GM9999",
            404,
            "NOT_FOUND",
        ),
        (
            "/ogc/collections/municipalities/items?bbox=1,2,3",
            400,
            "BAD_PARAMETER",
        ),
        (
            "/ogc/collections/municipalities/items?crs=EPSG:4326",
            400,
            "BAD_PARAMETER",
        ),
        (
            "/ogc/collections/municipalities/items?limit=0",
            400,
            "BAD_PARAMETER",
        ),
        (
            "/ogc/collections/municipalities/items?datetime=gisteren",
            400,
            "BAD_DATE",
        ),
        (
            "/ogc/collections/municipalities/items?datetime=2019-01-01",
            400,
            "BAD_DATE",
        ),
        (
            "/ogc/collections/municipalities/items?cursor=%22",
            400,
            "BAD_CURSOR",
        ),
        (
            "/ogc/collections/municipalities/items?class=NICE",
            400,
            "BAD_FILTER",
        ),
        (
            "/ogc/collections/municipalities/items?shoe=1",
            400,
            "BAD_PARAMETER",
        ),
        ("/ogc?f=xml", 400, "BAD_PARAMETER"),
    ] {
        let mut response = Server::public().get(path, &[]);
        assert_eq!(response.status(), status, "{path}");
        assert_eq!(
            response.headers()["content-type"],
            "application/problem+json",
            "{path}"
        );
        let told: Value = response.body_mut().read_json().unwrap();
        assert_eq!(
            (&told["code"], &told["status"]),
            (&code.into(), &status.into()),
            "{told}"
        );
        assert!(
            told["detail"].as_str().is_some_and(|text| !text.is_empty()),
            "{told}"
        );
    }
}

#[test]
fn a_browser_gets_pages() {
    for path in [
        "/ogc",
        "/ogc/collections",
        "/ogc/collections/municipalities/items?limit=3",
        "/ogc/collections/municipalities/items/GM0344",
    ] {
        let mut page = Server::public().get(path, &[super::BROWSER]);
        assert_eq!(
            page.headers()["content-type"],
            "text/html; charset=utf-8",
            "{path}"
        );
        let text = page.body_mut().read_to_string().unwrap();
        assert!(
            text.starts_with("<!doctype html>") && text.contains("<h1>"),
            "{path}"
        );
    }
}

#[test]
fn a_page_that_a_browser_keeps_is_not_taken_for_json() {
    for path in [
        "/ogc/collections/municipalities/items?limit=2",
        "/ogc/collections/municipalities/items/GM0344",
    ] {
        let server = Server::public();
        let page = server.get(path, &[super::BROWSER]);
        let header = |name: &str| page.headers()[name].to_str().unwrap().to_owned();
        assert!(header("vary").starts_with("accept, "), "{path}");
        let known = ("if-none-match", &*header("etag"));
        assert_eq!(server.get(path, &[super::BROWSER, known]).status(), 304);
        let mut json = server.get(path, &[("accept", "application/geo+json"), known]);
        assert_eq!(json.status(), 200, "{path}");
        json.body_mut().read_json::<Value>().unwrap();
    }
}

#[test]
fn gdal_reads_all_features_of_a_collection() {
    let address = format!("OAPIF:http://{}/ogc", Server::public().host());
    let mut ogrinfo = Command::new("ogrinfo");
    ogrinfo.args(["-so", "-oo", "PAGE_SIZE=100", &address, "regions-provincie"]);
    let output = ogrinfo.output().expect("ogrinfo of gdal-bin is installed");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        told.contains("Feature Count: 12") && told.contains("name: String"),
        "{told}"
    );
    let mut ogrinfo = Command::new("ogrinfo");
    ogrinfo.args(["-so", "-oo", "PAGE_SIZE=100", &address, "municipalities"]);
    let told = String::from_utf8(ogrinfo.output().unwrap().stdout).unwrap();
    assert!(told.contains("Feature Count: 342"), "{told}");
    assert!(told.contains("Extent: (3.3"), "{told}");
}
