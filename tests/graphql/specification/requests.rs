//! What a request says beside its document: variables, the operation, the way in
//! which it is sent.

use serde_json::{Value, json};

use super::ask;
use crate::support::Server;

/// A question with its variables, and what they come to.
const VARIABLES: &[(&str, &str, &str)] = &[
    (
        "query($a: Boolean = true) { municipality(code: \"GM0344\") { name @include(if: $a) } }",
        "{}",
        r#"{"municipality":{"name":"Utrecht"}}"#,
    ),
    (
        "query($a: Boolean = true) { municipality(code: \"GM0344\") { name @skip(if: $a) code } }",
        "{}",
        r#"{"municipality":{"code":"GM0344"}}"#,
    ),
    (
        "query($a: Boolean = true) { municipality(code: \"GM0344\") { name @skip(if: $a) code } }",
        r#"{"a":false}"#,
        r#"{"municipality":{"name":"Utrecht","code":"GM0344"}}"#,
    ),
    (
        "query($a: MunicipalityCode = \"GM0344\") { municipality(code: $a) { name } }",
        "{}",
        r#"{"municipality":{"name":"Utrecht"}}"#,
    ),
    (
        "query($a: Int = 1) { municipalities(first: $a) { nodes { name } } }",
        r#"{"a":null,"unknown":[1]}"#,
        "",
    ),
    (
        "query($a: [MunicipalityCode!]) { municipalities(where: { code: $a }) { totalCount } }",
        r#"{"a":"GM0344"}"#,
        r#"{"municipalities":{"totalCount":1}}"#,
    ),
    (
        "query($a: Int) { municipalities(first: $a) { totalCount } }",
        "{}",
        r#"{"municipalities":{"totalCount":342}}"#,
    ),
];

#[test]
fn variables_have_their_values_and_defaults_everywhere() {
    let server = Server::public();
    for (query, variables, expected) in VARIABLES {
        let variables: Value = serde_json::from_str(variables).unwrap();
        let answer = ask(server, &json!({ "query": query, "variables": variables }));
        assert_eq!(answer["errors"], Value::Null, "{query}");
        if !expected.is_empty() {
            let expected: Value = serde_json::from_str(expected).unwrap();
            assert_eq!(answer["data"], expected, "{query}");
        }
    }
}

#[test]
fn variables_that_do_not_fit_are_errors_of_the_request() {
    let server = Server::public();
    for (query, variables, named) in [
        (
            "query($v: [Verdict!]!) { municipalities(where: { block: { block: \"x\", verdict: $v } }) { totalCount } }",
            json!({}),
            "v",
        ),
        (
            "query($v: Int!) { municipalities(first: $v) { totalCount } }",
            json!({ "v": null }),
            "v",
        ),
        (
            "query($v: Int) { municipalities(first: $v) { totalCount } }",
            json!({ "v": "one" }),
            "v",
        ),
        (
            "query($v: Int) { municipalities(first: $v) { totalCount } }",
            json!({ "v": 3_000_000_000_u64 }),
            "v",
        ),
        (
            "query($v: MunicipalityFilter) { municipalities(where: $v) { totalCount } }",
            json!({ "v": { "colour": "RED" } }),
            "colour",
        ),
        (
            "query($v: MunicipalityFilter) { municipalities(where: $v) { totalCount } }",
            json!({ "v": { "region": { "set": "provincie" } } }),
            "code",
        ),
        (
            "query($v: MunicipalityFilter) { municipalities(where: $v) { totalCount } }",
            json!({ "v": { "coordinationStatus": ["MAYBE"] } }),
            "MAYBE",
        ),
        (
            "query($v: Boolean!) { municipality(code: \"GM0344\") { name @skip(if: $v) } }",
            json!({ "v": "true" }),
            "v",
        ),
    ] {
        let answer = ask(server, &json!({ "query": query, "variables": variables }));
        let error = &answer["errors"][0];
        let code = &error["extensions"]["code"];
        assert_eq!(code, "GRAPHQL_VALIDATION_FAILED", "{query}: {answer}");
        assert_eq!(answer["data"], Value::Null, "{query}");
        assert!(
            error["message"].as_str().unwrap().contains(named),
            "{answer}"
        );
    }
}

#[test]
fn an_object_of_which_nothing_is_selected_is_empty_and_not_null() {
    let server = Server::public();
    for (query, expected) in [
        (
            "{ municipality(code: \"GM0344\") { ... @include(if: false) { name } } }",
            json!({ "municipality": {} }),
        ),
        (
            "{ municipality(code: \"GM9999\") { ... @include(if: false) { name } } }",
            json!({ "municipality": null }),
        ),
        (
            "{ municipality(code: \"GM0344\") { name @skip(if: true) } }",
            json!({ "municipality": {} }),
        ),
        (
            "{ municipality(code: \"GM0344\") { ...F } } fragment F on Municipality { name @skip(if: true) policy { class @skip(if: true) } }",
            json!({ "municipality": { "policy": {} } }),
        ),
        (
            "{ municipalities(first: 2) { nodes { ...F @include(if: false) } } } fragment F on Municipality { name }",
            json!({ "municipalities": { "nodes": [{}, {}] } }),
        ),
        ("{ __typename @skip(if: true) }", json!({})),
        ("{ ... @include(if: false) { __typename } }", json!({})),
        (
            "{ municipality(code: \"GM0344\") { __padding: name @skip(if: true) code @include(if: true) } }",
            json!({ "municipality": { "code": "GM0344" } }),
        ),
    ] {
        let answer = ask(server, &json!({ "query": query }));
        assert_eq!(answer, json!({ "data": expected }), "{query}");
    }
}

#[test]
fn an_operation_is_chosen_by_its_name() {
    let server = Server::public();
    let query = "query A { a: __typename } query B { b: __typename }";
    for (name, key) in [("A", "a"), ("B", "b")] {
        let answer = ask(server, &json!({ "query": query, "operationName": name }));
        assert_eq!(answer["data"], json!({ key: "Query" }));
        let address = format!(
            "/graphql?operationName={name}&query={}",
            query
                .replace(' ', "%20")
                .replace('{', "%7B")
                .replace('}', "%7D")
        );
        let answer: Value = server.get(&address, &[]).body_mut().read_json().unwrap();
        assert_eq!(answer["data"], json!({ key: "Query" }));
    }
    for name in [json!("C"), Value::Null] {
        let answer = ask(server, &json!({ "query": query, "operationName": name }));
        assert_eq!(answer["data"], Value::Null);
        assert_eq!(
            answer["errors"][0]["extensions"]["code"],
            "GRAPHQL_VALIDATION_FAILED"
        );
    }
}

#[test]
fn an_error_says_where_it_is() {
    let server = Server::public();
    let answer = ask(
        server,
        &json!({ "query": "{\n  municipality(code: \"GM0344\") {\n    colour\n    name\n  }\n}" }),
    );
    assert_eq!(
        answer["errors"][0]["locations"],
        json!([{ "line": 3, "column": 5 }])
    );
}

#[test]
fn a_document_named_by_another_hash_than_sha_256_is_refused_in_the_words_of_clients() {
    let server = Server::public();
    let extensions = "%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22ab%22%7D%7D";
    let by_address: Value = server
        .get(&format!("/graphql?extensions={extensions}"), &[])
        .body_mut()
        .read_json()
        .unwrap();
    let persisted = json!({ "persistedQuery": { "version": 1, "sha256Hash": "ab" } });
    let by_body = ask(server, &json!({ "extensions": persisted }));
    for answer in [by_address, by_body] {
        let error = &answer["errors"][0];
        assert_eq!(error["message"], "PersistedQueryNotSupported");
        assert_eq!(error["extensions"]["code"], "PERSISTED_QUERY_NOT_SUPPORTED");
    }
    let both = json!({ "query": "{ __typename }", "extensions": persisted });
    assert_eq!(ask(server, &both)["data"]["__typename"], "Query");
}

#[test]
fn a_byte_order_mark_before_the_question_is_read_over() {
    let body = "\u{feff}{\"query\":\"{ __typename }\"}";
    let (status, answer) = Server::public().post("application/json", body);
    assert_eq!(
        (status, &answer["data"]["__typename"]),
        (200, &json!("Query"))
    );
}
