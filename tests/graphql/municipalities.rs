//! Municipalities by date, place and condition.

use serde_json::{Value, json};

use crate::support::Server;

fn total(filter: &str) -> u64 {
    let query = format!(
        r#"{{ municipalities(asOf: "2021-12-31", where: {{{filter}}}) {{ totalCount }} }}"#
    );
    Server::public().data(&query)["municipalities"]["totalCount"]
        .as_u64()
        .unwrap()
}

fn names(filter: &str) -> Vec<String> {
    let query = format!(
        r#"{{ municipalities(asOf: "2021-12-31", where: {{{filter}}}) {{ nodes {{ name }} }} }}"#
    );
    let data = Server::public().data(&query);
    let nodes = data["municipalities"]["nodes"].as_array().unwrap();
    nodes
        .iter()
        .map(|node| node["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn each_date_has_its_own_municipalities() {
    for (date, number) in [
        ("2020-06-01", 355),
        ("2021-12-31", 352),
        ("2022-01-01", 345),
        ("2022-03-24", 344),
        ("2026-11-24", 342),
    ] {
        let data = Server::public().data(&format!(
            r#"{{ municipalities(asOf: "{date}") {{ totalCount }} }}"#
        ));
        assert_eq!(data["municipalities"]["totalCount"], number, "{date}");
    }
    assert_eq!(
        Server::public().data("{ municipalities { totalCount } }")["municipalities"]["totalCount"],
        342
    );
}

#[test]
fn haaren_ends_with_four_successors() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0788", asOf: "2020-12-31") { name validFrom validTo
             successors { date code name areaShare municipality { name validFrom } } } }"#,
    );
    let haaren = &data["municipality"];
    assert_eq!(haaren["validTo"], "2021-01-01");
    let successors = haaren["successors"].as_array().unwrap();
    let names: Vec<&Value> = successors
        .iter()
        .map(|successor| &successor["name"])
        .collect();
    assert_eq!(names, ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]);
    assert!(
        successors
            .iter()
            .all(|successor| successor["municipality"]["validFrom"] == "2021-01-01")
    );
    let whole: f64 = successors
        .iter()
        .map(|successor| successor["areaShare"].as_f64().unwrap())
        .sum();
    assert!((0.98..=1.0).contains(&whole), "{whole}");
    let after =
        Server::public().data(r#"{ municipality(code: "GM0788", asOf: "2021-01-01") { name } }"#);
    assert_eq!(after["municipality"], Value::Null);
}

#[test]
fn a_code_that_stays_while_the_area_grows_has_two_shapes() {
    let shape = |date: &str| {
        let query = format!(
            r#"{{ municipality(code: "GM0363", asOf: "{date}") {{ validFrom validTo areaKm2 predecessors {{ name municipality {{ asOf }} }} }} }}"#
        );
        Server::public().data(&query)["municipality"].take()
    };
    let (before, after) = (shape("2022-03-23"), shape("2022-03-24"));
    assert_eq!(
        (&before["validFrom"], &before["validTo"]),
        (&json!("2020-01-01"), &json!("2022-03-24"))
    );
    assert_eq!(
        (&after["validFrom"], &after["validTo"]),
        (&json!("2022-03-24"), &Value::Null)
    );
    assert!(after["areaKm2"].as_f64().unwrap() > before["areaKm2"].as_f64().unwrap() + 15.0);
    assert_eq!(after["predecessors"][0]["name"], "Weesp");
    assert_eq!(
        after["predecessors"][0]["municipality"]["asOf"],
        "2022-03-23"
    );
}

#[test]
fn a_position_lies_in_a_municipality() {
    let at = |longitude: f64, latitude: f64| {
        let query = format!(
            r"{{ municipalityAt(longitude: {longitude}, latitude: {latitude}) {{ name }} }}"
        );
        Server::public().data(&query)["municipalityAt"]["name"].clone()
    };
    assert_eq!(at(5.3872, 52.1552), "Amersfoort");
    assert_eq!(at(4.9320, 51.4420), "Baarle-Nassau");
    assert_eq!(at(2.0, 52.0), Value::Null);
}

#[test]
fn filters_combine() {
    assert_eq!(total(""), 352);
    assert_eq!(total(r#"region: { set: "provincie", code: "PV29" }"#), 13);
    assert_eq!(
        total(r#"not: { region: { set: "provincie", code: "PV29" } }"#),
        339
    );
    let zeeland = r#"{ region: { set: "provincie", code: "PV29" } }"#;
    let limburg = r#"{ region: { set: "provincie", code: "PV31" } }"#;
    assert_eq!(total(&format!("or: [{zeeland}, {limburg}]")), 13 + 31);
    assert_eq!(total(&format!("and: [{zeeland}, {limburg}]")), 0);
    assert_eq!(total("or: []"), 0);
    assert_eq!(total("and: []"), 352);
    assert_eq!(names(r#"nameContains: "hertogen""#), ["'s-Hertogenbosch"]);
    assert_eq!(names(r#"code: ["GM0363", "GM9999"]"#), ["Amsterdam"]);
    assert_eq!(
        names("population: { gte: 500000 }"),
        ["Amsterdam", "Rotterdam", "'s-Gravenhage"]
    );
}

#[test]
fn status_and_class_filters_agree_with_the_totals() {
    let data = Server::public().data(
        r#"{ coverage(asOf: "2021-12-31") { byStatus { status count } byClass { class count } } }"#,
    );
    for status in data["coverage"]["byStatus"].as_array().unwrap() {
        let filter = format!(
            "coordinationStatus: [{}]",
            status["status"].as_str().unwrap()
        );
        assert_eq!(
            total(&filter),
            status["count"].as_u64().unwrap(),
            "{filter}"
        );
    }
    for class in data["coverage"]["byClass"].as_array().unwrap() {
        let filter = format!("policyClass: [{}]", class["class"].as_str().unwrap());
        assert_eq!(total(&filter), class["count"].as_u64().unwrap(), "{filter}");
    }
}

#[test]
fn filters_by_place_find_what_lies_there() {
    let neighbours = names(r#"adjacentTo: "GM0307""#);
    assert!(
        neighbours.contains(&"Leusden".to_owned())
            && !neighbours.contains(&"Amersfoort".to_owned())
    );
    assert_eq!(
        names("near: { longitude: 5.3872, latitude: 52.1552, kilometres: 0.1 }"),
        ["Amersfoort"]
    );
    assert!(total("near: { longitude: 5.3872, latitude: 52.1552, kilometres: 10 }") > 5);
    assert!(
        names("boundingBox: { west: 5.38, south: 52.15, east: 5.39, north: 52.16 }")
            == ["Amersfoort"]
    );
    let province = Server::public()
        .data(r#"{ region(set: "provincie", code: "PV29", asOf: "2021-12-31") { geometry } }"#);
    let body = json!({
        "query": r#"query($area: GeoJSON!) { municipalities(asOf: "2021-12-31", where: { within: $area }) { totalCount } }"#,
        "variables": { "area": province["region"]["geometry"] },
    });
    let (_, answer) = Server::public().post("application/json", &body.to_string());
    assert_eq!(
        answer["data"]["municipalities"]["totalCount"], 13,
        "{answer:#}"
    );
}

#[test]
fn pages_together_are_the_whole_list() {
    let mut cursor = String::new();
    let mut seen = Vec::new();
    loop {
        let query = format!(
            r#"{{ municipalities(asOf: "2021-12-31", first: 100 {cursor}, orderBy: [{{ by: POPULATION, direction: DESC }}]) {{
                 totalCount edges {{ cursor node {{ code population {{ inhabitants }} }} }}
                 pageInfo {{ hasNextPage endCursor }} }} }}"#
        );
        let mut data = Server::public().data(&query);
        let page = data["municipalities"].take();
        assert_eq!(page["totalCount"], 352);
        seen.extend(page["edges"].as_array().unwrap().iter().map(|edge| {
            (
                edge["node"]["population"]["inhabitants"].as_u64().unwrap(),
                edge["node"]["code"].to_string(),
            )
        }));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        cursor = format!("after: {}", page["pageInfo"]["endCursor"]);
    }
    assert_eq!(seen.len(), 352);
    assert!(seen.is_sorted_by(|a, b| a.0 >= b.0));
    let codes: std::collections::BTreeSet<_> = seen.into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes.len(), 352);
}

#[test]
fn the_feature_collection_holds_the_page() {
    let data = Server::public().data(
        r#"{ municipalities(asOf: "2021-12-31", first: 3, where: { region: { set: "provincie", code: "PV29" } }) {
             featureCollection nodes { code } } }"#,
    );
    let features = data["municipalities"]["featureCollection"]["features"]
        .as_array()
        .unwrap();
    assert_eq!(features.len(), 3);
    for (feature, node) in features
        .iter()
        .zip(data["municipalities"]["nodes"].as_array().unwrap())
    {
        assert_eq!(feature["properties"]["code"], node["code"]);
        assert!(
            feature["properties"]["status"].is_string()
                && feature["properties"]["completeness"].is_number()
        );
        assert!(feature["geometry"]["coordinates"].is_array());
    }
}

#[test]
fn geometry_comes_in_two_coordinate_systems_and_three_details() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0307", asOf: "2022-01-01") {
             national: geometry regional: geometry(detail: REGIONAL) full: geometry(detail: FULL)
             rd: geometry(crs: RD_NEW) labelPosition { longitude latitude }
             boundingBox { west south east north } } }"#,
    );
    let amersfoort = &data["municipality"];
    let number = |detail: &str| {
        amersfoort[detail]["coordinates"]
            .to_string()
            .matches('[')
            .count()
    };
    assert!(number("national") < number("full") && number("regional") <= number("full"));
    let position = &amersfoort["rd"]["coordinates"][0][0];
    assert!(
        (140_000.0..170_000.0).contains(&position[0].as_f64().unwrap()),
        "{position}"
    );
    assert_eq!(
        amersfoort["rd"]["crs"]["properties"]["name"],
        "urn:ogc:def:crs:EPSG::28992"
    );
    assert!(amersfoort["national"].get("crs").is_none());
    let (label, bounds) = (&amersfoort["labelPosition"], &amersfoort["boundingBox"]);
    assert!(
        label["longitude"].as_f64() > bounds["west"].as_f64()
            && label["longitude"].as_f64() < bounds["east"].as_f64()
    );
}

#[test]
fn neighbours_are_mutual() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0307") { code neighbours { name neighbours { code } } } }"#,
    );
    let neighbours = data["municipality"]["neighbours"].as_array().unwrap();
    assert!(neighbours.len() >= 5);
    for neighbour in neighbours {
        let back = neighbour["neighbours"].as_array().unwrap();
        assert!(
            back.iter().any(|other| other["code"] == "GM0307"),
            "{neighbour}"
        );
    }
}
