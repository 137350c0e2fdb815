//! Typed errors that never tell a cause from inside.

use serde_json::json;

use crate::support::Server;

/// What is asked, and the code of the error.
const MISTAKES: &[(&str, &str)] = &[
    (
        r#"{ municipalities(asOf: "2019-12-31") { totalCount } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ municipalities(asOf: "2100-01-02") { totalCount } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ municipalities(asOf: "31-12-2021") { totalCount } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ municipalities(asOf: "2021-02-30") { totalCount } }"#,
        "BAD_DATE",
    ),
    (r"{ municipalities(asOf: 2021) { totalCount } }", "BAD_DATE"),
    (
        r#"{ municipalities(knownAt: "yesterday") { totalCount } }"#,
        "BAD_DATE",
    ),
    (r#"{ municipality(code: "34") { name } }"#, "BAD_CODE"),
    (r#"{ municipality(code: "gm0363") { name } }"#, "BAD_CODE"),
    (
        r#"{ municipalities(where: { code: ["GM036"] }) { totalCount } }"#,
        "BAD_CODE",
    ),
    (
        r#"{ municipalities(after: "nonsense") { totalCount } }"#,
        "BAD_CURSOR",
    ),
    (r"{ municipalities(first: -1) { totalCount } }", "BAD_PAGE"),
    (
        r"{ municipalities(first: 1001) { totalCount } }",
        "BAD_PAGE",
    ),
    (
        r"{ municipalities(first: 1, last: 1) { totalCount } }",
        "BAD_PAGE",
    ),
    (
        r#"{ municipalities(where: { region: { set: "provincie", code: "PV99" } }) { totalCount } }"#,
        "UNKNOWN_REGION",
    ),
    (
        r#"{ municipalities(where: { region: { set: "x", code: "PV20" } }) { totalCount } }"#,
        "UNKNOWN_REGION_SET",
    ),
    (
        r#"{ coverageBy(group: { regionSet: "x" }) { key } }"#,
        "UNKNOWN_REGION_SET",
    ),
    (
        r#"{ municipalities(where: { block: { block: "x", verdict: [PRESENT] } }) { totalCount } }"#,
        "UNKNOWN_BLOCK",
    ),
    (
        r#"{ municipalities(where: { adjacentTo: "GM9999" }) { totalCount } }"#,
        "UNKNOWN_MUNICIPALITY",
    ),
    (
        r#"{ municipalities(where: { within: "{}" }) { totalCount } }"#,
        "BAD_GEOMETRY",
    ),
    (
        r"{ municipalities(where: { boundingBox: { west: 6, south: 52, east: 5, north: 53 } }) { totalCount } }",
        "BAD_GEOMETRY",
    ),
    (
        r"{ municipalities(where: { near: { longitude: 5, latitude: 52, kilometres: -1 } }) { totalCount } }",
        "BAD_NUMBER",
    ),
    (
        r"{ municipalityAt(longitude: 500, latitude: 52) { name } }",
        "BAD_NUMBER",
    ),
    (
        r#"{ whoCovers(code: "GM0363", age: -1) { fallback } }"#,
        "BAD_NUMBER",
    ),
    (
        r#"{ search(text: "a", first: -1) { matched } }"#,
        "BAD_NUMBER",
    ),
    (r#"{ rubric(id: "x") { id } }"#, "UNKNOWN_ID"),
    (
        r#"{ reorganisations(from: "2022-01-01", to: "2021-01-01") { date } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ municipality(code: "GM0363") { priority(weights: { gap: -1 }) { rank } } }"#,
        "BAD_WEIGHTS",
    ),
    (
        r#"{ timeline(from: "2022-01-01", to: "2021-01-01") { date } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ timeline(from: "2019-12-31", to: "2021-01-01") { date } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ timeline(from: "2020-01-01", to: "2100-01-01", step: MONTH) { date } }"#,
        "TOO_MANY_POINTS",
    ),
    (
        r#"{ timeline(from: "2020-01-01", to: "2021-01-01", where: { region: { set: "x", code: "y" } }) { date } }"#,
        "UNKNOWN_REGION_SET",
    ),
    (
        r#"{ changes(from: "2022-01-01", to: "2021-01-01") { counts { count } } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ changes(from: "2022-01-01", to: "2100-01-02") { counts { count } } }"#,
        "BAD_DATE",
    ),
    (
        r#"{ municipality(code: "GM0363") { solvedBy(block: "x") { reason } } }"#,
        "UNKNOWN_BLOCK",
    ),
    (
        r#"{ municipality(code: "GM0363") { peers(first: 1001) { reason } } }"#,
        "BAD_NUMBER",
    ),
    (
        r#"{ region(set: "provincie", code: "PV20") { history(first: -1) { text } } }"#,
        "BAD_NUMBER",
    ),
    (r"{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
    (
        r"{ municipalities(where: { nonsense: 1 }) { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    (r"{ ", "GRAPHQL_PARSE_FAILED"),
];

#[test]
fn each_mistake_has_its_code() {
    for (query, code) in MISTAKES {
        assert_eq!(Server::public().error_code(query), *code, "{query}");
    }
}

#[test]
fn a_well_formed_code_that_nobody_bore_is_null() {
    let data = Server::public().data(
        r#"{ never: municipality(code: "GM9999") { name } ended: municipality(code: "GM0370") { name }
             covers: whoCovers(code: "GM0370") { fallback } }"#,
    );
    assert_eq!(data, json!({"never": null, "ended": null, "covers": []}));
}

#[test]
fn questions_that_are_too_deep_or_too_large_are_refused_before_any_work() {
    let deep = format!(
        "{{ municipality(code: \"GM0363\") {} name {} }}",
        "{ successors { municipality ".repeat(8),
        "}}".repeat(8)
    );
    let wide = "{ municipalities { nodes { neighbours { neighbours { neighbours { neighbours { name } } } } } } }";
    let long = format!("{{ serverInfo {{ version }} }} #{}", "x".repeat(70_000));
    for (query, code) in [
        (deep.as_str(), "TOO_DEEP"),
        (wide, "TOO_COMPLEX"),
        (long.as_str(), "DOCUMENT_TOO_LONG"),
    ] {
        assert_eq!(Server::public().error_code(query), code);
    }
}

#[test]
fn an_error_says_what_where_and_what_to_do() {
    let answer =
        Server::public().answer(r#"{ municipalities(asOf: "31-12-2021") { totalCount } }"#);
    let error = &answer["errors"][0];
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("write year, month and day as 2021-12-31"),
        "{error:#}"
    );
    assert!(error["locations"][0]["line"].is_number());
}

#[test]
fn a_variable_that_does_not_fit_its_type_is_an_error_of_the_request() {
    let query =
        "query ($where: MunicipalityFilter) { municipalities(where: $where) { totalCount } }";
    let body = json!({ "query": query, "variables": { "where": { "region": "GM0344" } } });
    let (_, answer) = Server::public().post("application/json", &body.to_string());
    let code = &answer["errors"][0]["extensions"]["code"];
    assert_eq!(code, "GRAPHQL_VALIDATION_FAILED", "{answer:#}");
}
