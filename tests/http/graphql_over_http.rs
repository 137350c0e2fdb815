//! GraphQL over HTTP as its draft has it: media types with their statuses,
//! documents that are named by their hash, and what a question costs.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::encoded;
use crate::support::Server;

const JSON: &str = "application/json; charset=utf-8";
const GRAPHQL_RESPONSE: &str = "application/graphql-response+json; charset=utf-8";

/// Status, media type and answer to a body, by what is accepted.
fn post(accept: &str, body: &Value) -> (u16, String, Value) {
    let headers = [("accept", accept)];
    let mut response = Server::public().post_json("/graphql", &headers, body);
    let kind = response.headers()["content-type"].to_str().unwrap();
    let (status, kind) = (response.status().as_u16(), kind.to_owned());
    (status, kind, response.body_mut().read_json().unwrap())
}

fn cache_status(response: &ureq::http::Response<ureq::Body>) -> String {
    let status = response.headers()["cache-status"].to_str().unwrap();
    status.to_owned()
}

fn code(answer: &Value) -> &str {
    answer["errors"][0]["extensions"]["code"].as_str().unwrap()
}

#[test]
fn the_status_tells_what_came_of_a_question_where_the_client_knows_that() {
    for (body, status, code) in [
        (json!({ "query": "{ __typename }" }), 200, None),
        (json!({ "query": "{" }), 400, Some("GRAPHQL_PARSE_FAILED")),
        (json!({ "query": "" }), 400, Some("GRAPHQL_PARSE_FAILED")),
        (
            json!({ "query": "{ colour }" }),
            400,
            Some("GRAPHQL_VALIDATION_FAILED"),
        ),
        (
            json!({ "query": "query($n: Int!) { municipalities(first: $n) { totalCount } }" }),
            400,
            Some("GRAPHQL_VALIDATION_FAILED"),
        ),
        (
            json!({ "query": "{ municipalities(first: 1000) { nodes { neighbours { neighbours { neighbours { neighbours { name } } } } } } }" }),
            400,
            Some("TOO_COMPLEX"),
        ),
    ] {
        let (given, kind, answer) = post("application/graphql-response+json", &body);
        assert_eq!((given, kind.as_str()), (status, GRAPHQL_RESPONSE), "{body}");
        let (given, kind, same) = post("application/json", &body);
        assert_eq!((given, kind.as_str()), (200, JSON), "{body}");
        assert_eq!(answer, same);
        if let Some(expected) = code {
            assert_eq!(self::code(&answer), expected, "{answer}");
            assert_eq!(answer.get("data"), None, "{answer}");
        }
    }
}

#[test]
fn what_fails_while_it_is_answered_has_data_and_the_status_of_an_answer() {
    // The field is closed to the public: null there, the error beside it.
    let query = "{ serverInfo { version } changeLog { totalCount } }";
    let (status, _, answer) = post(
        "application/graphql-response+json",
        &json!({ "query": query }),
    );
    assert_eq!(status, 200, "{answer}");
    assert!(answer.get("data").is_some(), "{answer}");
    assert_eq!(code(&answer), "FORBIDDEN");
    assert_eq!(answer["errors"][0]["path"][0], "changeLog");
}

#[test]
fn a_body_without_a_document_is_no_question() {
    for body in [json!({}), json!({ "qeury": "{ __typename }" })] {
        let (status, kind, answer) = post("application/graphql-response+json", &body);
        assert_eq!((status, kind.as_str()), (400, GRAPHQL_RESPONSE));
        assert_eq!(code(&answer), "NO_QUESTION");
    }
}

fn persisted(document: &str) -> Value {
    let hash = Sha256::digest(document);
    let digits: Vec<String> = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let hash = digits.concat();
    json!({ "persistedQuery": { "version": 1, "sha256Hash": hash } })
}

#[test]
fn a_document_is_sent_once_and_named_by_its_hash_from_then_on() {
    let document = "query Once { municipality(code: \"GM0344\") { name } }";
    let extensions = persisted(document);
    let alone = json!({ "extensions": extensions });
    let (status, _, answer) = post("application/json", &alone);
    assert_eq!((status, code(&answer)), (200, "PERSISTED_QUERY_NOT_FOUND"));
    assert_eq!(answer["errors"][0]["message"], "PersistedQueryNotFound");
    assert_eq!(post("application/graphql-response+json", &alone).0, 400);

    let expected = json!({ "data": { "municipality": { "name": "Utrecht" } } });
    let both = json!({ "query": document, "extensions": extensions });
    assert_eq!(post("application/json", &both).2, expected);
    assert_eq!(post("application/json", &alone).2, expected);

    // One answer is kept, whether the document was sent, named, or both; by GET too.
    let path = format!("/graphql?extensions={}", encoded(&extensions.to_string()));
    for path in [path, format!("/graphql?query={}", encoded(document))] {
        let mut response = Server::public().get(&path, &[]);
        assert_eq!(cache_status(&response), "dekkingskaart; hit", "{path}");
        let answer: Value = response.body_mut().read_json().unwrap();
        assert_eq!(answer, expected);
    }
}

#[test]
fn a_document_is_not_kept_under_the_hash_of_another() {
    let mut both =
        json!({ "query": "{ a: __typename }", "extensions": persisted("{ b: __typename }") });
    let (status, _, answer) = post("application/json", &both);
    assert_eq!((status, code(&answer)), (400, "BAD_REQUEST"));
    both.as_object_mut().unwrap().remove("query");
    let (_, _, answer) = post("application/json", &both);
    assert_eq!(code(&answer), "PERSISTED_QUERY_NOT_FOUND");
}

#[test]
fn a_document_that_is_named_keeps_to_the_limits_and_to_its_method() {
    for (document, expected) in [
        (
            "{ municipalities(first: 1000) { nodes { neighbours { neighbours { neighbours { neighbours { code } } } } } } }",
            "TOO_COMPLEX",
        ),
        ("{ colour }", "GRAPHQL_VALIDATION_FAILED"),
    ] {
        let extensions = persisted(document);
        let both = json!({ "query": document, "extensions": extensions });
        for body in [both, json!({ "extensions": extensions })] {
            assert_eq!(code(&post("application/json", &body).2), expected);
        }
    }
    let change = "mutation { __typename }";
    let extensions = persisted(change);
    post(
        "application/json",
        &json!({ "query": change, "extensions": extensions }),
    );
    let path = format!("/graphql?extensions={}", encoded(&extensions.to_string()));
    let mut response = Server::public().get(&path, &[]);
    // The public may not change anything; who may has to send it by POST.
    let answer: Value = response.body_mut().read_json().unwrap();
    assert!(
        matches!(code(&answer), "FORBIDDEN" | "MUTATION_BY_GET"),
        "{answer}"
    );
    let by_version = json!({ "extensions": { "persistedQuery": { "version": 2, "sha256Hash": "0".repeat(64) } } });
    let (_, _, answer) = post("application/json", &by_version);
    assert_eq!(code(&answer), "PERSISTED_QUERY_NOT_SUPPORTED");
}

#[test]
fn a_long_document_is_named_by_its_hash_as_well() {
    let fields: Vec<String> = (0..1_900)
        .map(|n| format!("alias{n}: __typename"))
        .collect();
    let document = format!("{{ {} }}", fields.join(" "));
    assert!(document.len() > 32 * 1024);
    let extensions = persisted(&document);
    let both = json!({ "query": document, "extensions": extensions });
    for body in [both, json!({ "extensions": extensions })] {
        let (_, _, answer) = post("application/json", &body);
        assert_eq!(answer["data"]["alias1899"], "Query", "{answer}");
    }
}

#[test]
fn what_a_question_costs_is_told_on_request() {
    let query = "{ municipalities(asOf: \"2021-12-31\") { totalCount } }";
    let (_, _, answer) = post("application/json", &json!({ "query": query }));
    assert_eq!(answer.get("extensions"), None);
    let asked = json!({ "query": query, "extensions": { "cost": true } });
    for _ in 0..2 {
        let (_, _, answer) = post("application/json", &asked);
        let cost = &answer["extensions"]["cost"];
        assert!(cost["points"].as_u64().unwrap() > 1_000, "{answer}");
        assert!(cost["bytes"].is_u64(), "{answer}");
        assert_eq!(cost["limit"]["points"], 400_000);
    }
}
