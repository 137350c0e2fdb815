//! What is served beside GraphQL answers.

mod answers;
mod batches;
mod catalog;
mod embed;
mod exports;
mod faults;
mod feature_filters;
mod features;
mod graphql_over_http;
mod operating;
mod pictures;
mod proxy;
mod safelist;
mod sheets;
mod tiles;
mod traces;

use serde_json::json;

use crate::support::Server;

/// A text as it stands in an address.
fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

const BROWSER: (&str, &str) = ("accept", "text/html,application/xhtml+xml");

#[test]
fn a_question_may_stand_in_the_address_and_is_not_answered_twice() {
    let path = "/graphql?query=%7B%20municipalities(asOf%3A%20%222021-12-31%22)%20%7B%20totalCount%20%7D%20%7D";
    let mut first = Server::public().get(path, &[]);
    assert_eq!(first.status(), 200);
    let etag = first.headers()["etag"].to_str().unwrap().to_owned();
    let body: serde_json::Value = first.body_mut().read_json().unwrap();
    assert_eq!(
        body,
        json!({"data": {"municipalities": {"totalCount": 352}}})
    );
    let again = Server::public().get(path, &[("if-none-match", &etag)]);
    assert_eq!(again.status(), 304);
}

#[test]
fn a_question_in_the_address_names_its_operation_as_the_standard_does() {
    let query =
        "query%20A%20%7B%20a%3A%20__typename%20%7D%20query%20B%20%7B%20b%3A%20__typename%20%7D";
    let path = format!("/graphql?query={query}&operationName=B&variables=%7B%7D");
    let mut response = Server::public().get(&path, &[]);
    let answer: serde_json::Value = response.body_mut().read_json().unwrap();
    assert_eq!(answer, json!({ "data": { "b": "Query" } }));
}

#[test]
fn a_body_that_is_no_question_is_refused() {
    for (kind, body, status, code) in [
        (
            "text/plain",
            r#"{"query":"{serverInfo{version}}"}"#,
            415,
            "BAD_CONTENT_TYPE",
        ),
        (
            "application/x-www-form-urlencoded",
            "query=x",
            415,
            "BAD_CONTENT_TYPE",
        ),
        ("application/json", "{", 400, "BAD_REQUEST"),
        (
            "application/json",
            r#"[{"query":"{serverInfo{version}}"}]"#,
            400,
            "BATCH_NOT_SERVED",
        ),
    ] {
        let (given, answer) = Server::public().post(kind, body);
        assert_eq!(
            (given, answer["errors"][0]["extensions"]["code"].as_str()),
            (status, Some(code)),
            "{body}"
        );
    }
}

#[test]
fn map_files_never_change_and_come_compressed() {
    let data = Server::public().data("{ boundaryDates { date municipalityCount topologyUrl regional: topologyUrl(detail: REGIONAL) full: topologyUrl(detail: FULL) } }");
    let dates = data["boundaryDates"].as_array().unwrap();
    let numbers: Vec<u64> = dates
        .iter()
        .map(|date| date["municipalityCount"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, [355, 352, 345, 344, 342]);
    for date in dates {
        for detail in ["topologyUrl", "regional", "full"] {
            let path = date[detail].as_str().unwrap();
            let mut plain = Server::public().get(path, &[]);
            assert_eq!(plain.status(), 200, "{path}");
            assert!(
                plain.headers()["cache-control"]
                    .to_str()
                    .unwrap()
                    .contains("immutable")
            );
            let map: serde_json::Value = plain.body_mut().read_json().unwrap();
            assert_eq!(map["type"], "Topology");
            let areas = map["objects"]["municipalities"]["geometries"]
                .as_array()
                .unwrap();
            assert_eq!(
                areas.len() as u64,
                date["municipalityCount"].as_u64().unwrap()
            );
            let mut packed = Server::public().get(path, &[("accept-encoding", "br")]);
            assert_eq!(packed.headers()["content-encoding"], "br");
            let bytes = packed.body_mut().read_to_vec().unwrap();
            assert!(
                detail != "topologyUrl" || bytes.len() < 60_000,
                "{path}: {} bytes",
                bytes.len()
            );
        }
    }
    for path in [
        "/map/2020-01-01/national-0000000000000000.topojson",
        "/map/2019-01-01/x.topojson",
    ] {
        assert_eq!(Server::public().get(path, &[]).status(), 404);
    }
}

#[test]
fn operators_see_that_it_lives_and_is_ready() {
    assert_eq!(Server::public().get("/health/live", &[]).status(), 200);
    let mut ready = Server::public().get("/health/ready", &[]);
    assert_eq!(ready.status(), 200);
    let told: serde_json::Value = ready.body_mut().read_json().unwrap();
    assert_eq!(told["ready"], true, "{told}");
    assert_eq!(told["revision"], 1);
    assert_eq!(told["problems"], serde_json::json!([]));
}

#[test]
fn every_answer_carries_the_security_headers() {
    for path in [
        "/",
        "/gemeente/GM0344",
        "/graphql",
        "/schema.graphql",
        "/health/live",
        "/assets/missing.js",
    ] {
        let response = Server::public().get(path, &[BROWSER]);
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        assert!(
            header("content-security-policy").contains("default-src 'none'"),
            "{path}"
        );
        assert!(
            !header("content-security-policy").contains("unsafe"),
            "{path}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert!(
            !header("permissions-policy").is_empty() && !header("referrer-policy").is_empty(),
            "{path}"
        );
    }
}

#[test]
fn every_view_has_an_address_of_its_own() {
    for path in ["/", "/tabel", "/gemeente/GM0344", "/verantwoording"] {
        let mut page = Server::public().get(path, &[BROWSER]);
        assert_eq!(page.status(), 200, "{path}");
        assert!(
            page.body_mut()
                .read_to_string()
                .unwrap()
                .contains("<html lang=\"nl\""),
            "{path}"
        );
    }
    assert_eq!(
        Server::public()
            .get("/assets/missing.js", &[BROWSER])
            .status(),
        404
    );
}
