//! OGC API - Features: filters, records as features, and the version of the API.

use std::process::Command;

use serde_json::Value;

use super::encoded;
use super::features::{get, ids};
use crate::support::Server;

#[test]
fn a_filter_in_words_finds_what_graphql_finds() {
    let items =
        "/ogc/collections/municipalities/items?datetime=2021-12-31&detail=national&limit=400";
    let by_filter = |filter: &str| ids(&get(&format!("{items}&filter={}", encoded(filter))));
    for (filter, same) in [
        ("class = 'UNCERTAIN'", "{ policyClass: [UNCERTAIN] }"),
        (
            "class IN ('NONE', 'PARTIAL') AND population >= 50000",
            "{ policyClass: [NONE, PARTIAL], population: { gte: 50000 } }",
        ),
        (
            "NOT status = 'UNKNOWN' AND regionCode_provincie = 'PV26'",
            r#"{ not: { coordinationStatus: [UNKNOWN] }, region: { set: "provincie", code: "PV26" } }"#,
        ),
        (
            "completenessLow BETWEEN 0.1 AND 1",
            "{ completenessLow: { gte: 0.1, lte: 1 } }",
        ),
        (
            "name LIKE '%-Graven%' OR code = 'GM0344'",
            r#"{ code: ["GM0344", "GM0518"] }"#,
        ),
    ] {
        let data = Server::public().data(&format!(
            r#"{{ municipalities(asOf: "2021-12-31", where: {same}, orderBy: [{{ by: CODE }}]) {{ nodes {{ code }} }} }}"#,
        ));
        let nodes = data["municipalities"]["nodes"].as_array().unwrap().iter();
        let expected: Vec<&str> = nodes.map(|node| node["code"].as_str().unwrap()).collect();
        assert!(!expected.is_empty(), "{filter}");
        assert_eq!(by_filter(filter), expected, "{filter}");
    }
    // By a name that is not the official one, as GraphQL finds it.
    let hague = ids(&get(&format!("{items}&name=Den+Haag")));
    let data = Server::public().data(
        r#"{ municipalities(asOf: "2021-12-31", where: { nameContains: "Den Haag" }) { nodes { code } } }"#,
    );
    let nodes = data["municipalities"]["nodes"].as_array().unwrap().iter();
    assert_eq!(
        hague,
        nodes
            .map(|node| node["code"].as_str().unwrap())
            .collect::<Vec<_>>()
    );
    // Each property is a parameter too.
    let large = get(&format!(
        "{items}&regionCode_provincie=PV26&inherited=false"
    ));
    let same = by_filter("regionCode_provincie = 'PV26' AND inherited = FALSE");
    assert_eq!(ids(&large), same);
}

#[test]
fn what_is_wrong_with_a_filter_is_told_with_its_place() {
    for (filter, at, code) in [
        ("class == 'NONE'", 8, "CONDITION_UNREAD"),
        ("shoe = 1", 1, "PROPERTY_UNKNOWN"),
        ("contact = 'a'", 1, "PROPERTY_UNKNOWN"),
    ] {
        let path = format!(
            "/ogc/collections/arrangements/items?filter={}",
            encoded(&filter.replace("class", "status"))
        );
        let mut response = Server::public().get(&path, &[]);
        assert_eq!(response.status(), 400, "{filter}");
        let told: Value = response.body_mut().read_json().unwrap();
        assert_eq!(
            (&told["code"], &told["message"]["code"]),
            (&"BAD_FILTER".into(), &code.into())
        );
        let place = if filter.starts_with("class") {
            at + 1
        } else {
            at
        };
        assert_eq!(told["message"]["arguments"]["at"], place, "{told}");
    }
    let deep = format!("{}TRUE{}", "(".repeat(100), ")".repeat(100));
    let long = format!("status = '{}'", "a".repeat(5_000));
    for (filter, code) in [(deep, "BAD_FILTER"), (long, "FILTER_TOO_LONG")] {
        let path = format!(
            "/ogc/collections/arrangements/items?filter={}",
            encoded(&filter)
        );
        let mut response = Server::public().get(&path, &[]);
        assert_eq!(response.status(), 400);
        let told: Value = response.body_mut().read_json().unwrap();
        assert_eq!(told["code"], code);
    }
}

#[test]
fn records_are_features_with_what_everybody_may_read() {
    let data = Server::public().data(
        r#"{ arrangements(asOf: "2024-01-01") { id status mode organisation municipalities { code } } policyDocuments(asOf: "2024-01-01") { id title municipalities { code } } }"#,
    );
    for (collection, list) in [
        ("arrangements", "arrangements"),
        ("documents", "policyDocuments"),
    ] {
        let path = format!(
            "/ogc/collections/{collection}/items?datetime=2024-01-01&detail=national&limit=1000"
        );
        let page = get(&path);
        let mut expected = data[list].as_array().unwrap().clone();
        expected.sort_by_key(|each| each["id"].as_str().unwrap().to_owned());
        assert_eq!(page["numberMatched"], expected.len());
        for (feature, expected) in page["features"].as_array().unwrap().iter().zip(&expected) {
            let fields = &feature["properties"];
            assert_eq!(feature["id"], expected["id"]);
            for name in ["status", "mode", "organisation", "title"] {
                if let Some(value) = expected.get(name) {
                    assert_eq!(&fields[name], value);
                }
            }
            let members = expected["municipalities"].as_array().unwrap();
            assert_eq!(
                fields["municipalities"].as_array().unwrap().len(),
                members.len()
            );
            assert_eq!(feature["geometry"].is_null(), members.is_empty());
        }
        assert!(!page.to_string().contains("contact"), "{collection}");
    }
    // By a municipality that it covers, and by a filter.
    let items =
        "/ogc/collections/arrangements/items?datetime=2024-01-01&detail=national&limit=1000";
    let covering = get(&format!("{items}&code=GM0344"));
    let members = |feature: &Value| feature["properties"]["municipalities"].to_string();
    let features = covering["features"].as_array().unwrap();
    assert!(!features.is_empty() && features.iter().all(|each| members(each).contains("GM0344")));
    let status = covering["features"][0]["properties"]["status"]
        .as_str()
        .unwrap();
    let by_status = ids(&get(&format!("{items}&status={status}")));
    let filter = encoded(&format!(
        "status = '{status}' AND validFrom <= DATE('2024-01-01')"
    ));
    assert_eq!(ids(&get(&format!("{items}&filter={filter}"))), by_status);
}

#[test]
fn the_version_of_the_api_is_in_its_address_too() {
    let landing = get("/v1");
    let mut links = landing["links"].as_array().unwrap().iter();
    let data = links.find(|link| link["rel"] == "data").unwrap();
    assert!(data["href"].as_str().unwrap().ends_with("/v1/collections"));
    let api = get("/v1/openapi.json");
    assert!(api["servers"][0]["url"].as_str().unwrap().ends_with("/v1"));
    let path = "items?code=GM0344&detail=national&datetime=2024-01-01";
    let versioned = get(&format!("/v1/collections/municipalities/{path}"));
    let plain = get(&format!("/ogc/collections/municipalities/{path}"));
    assert_eq!(versioned["features"], plain["features"]);
    let known = get("/v1/collections/municipalities/queryables");
    assert_eq!(known["properties"]["completenessLow"]["type"], "number");
    let answer = Server::public().get("/openapi.json", &[]);
    assert_eq!(answer.headers()["access-control-allow-origin"], "*");
}

#[test]
fn gdal_filters_by_the_properties_of_a_collection() {
    let address = format!("OAPIF:http://{}/ogc", Server::public().host());
    let mut ogrinfo = Command::new("ogrinfo");
    ogrinfo.args([
        "-so",
        "-where",
        "regionCode_provincie = 'PV26'",
        &address,
        "municipalities",
    ]);
    let told = String::from_utf8(ogrinfo.output().unwrap().stdout).unwrap();
    assert!(told.contains("Feature Count: 26"), "{told}");
    for collection in ["arrangements", "documents"] {
        let mut ogrinfo = Command::new("ogrinfo");
        ogrinfo.args(["-so", &address, collection]);
        let told = String::from_utf8(ogrinfo.output().unwrap().stdout).unwrap();
        let page = get(&format!(
            "/ogc/collections/{collection}/items?limit=1&detail=national"
        ));
        let count = format!("Feature Count: {}", page["numberMatched"]);
        assert!(told.contains(&count), "{collection}: {count}\n{told}");
    }
}
