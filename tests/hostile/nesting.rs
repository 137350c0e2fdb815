//! Brackets that would take the parser's stack.

use serde_json::json;

use super::{assert_serves, body, encoded, refused, target};
use crate::support::Server;

const DEEP: usize = 15_000;

/// What aborted the process: lists, objects, selections, defaults, types.
fn deep_documents() -> Vec<String> {
    let (open, close) = ("[".repeat(DEEP), "]".repeat(DEEP));
    vec![
        format!("{{a(b:{open}{close})}}"),
        format!("{{a(b:{open}"),
        format!("{}a{}", "{a".repeat(DEEP), "}".repeat(DEEP)),
        "{a:".repeat(DEEP),
        format!("{{a(b:{}1{})}}", "{a:".repeat(DEEP), "}".repeat(DEEP)),
        format!("query($v: Int = {open}{close}) {{ a }}"),
        format!("query($v: {open}Int{close}) {{ a }}"),
        "{...{".repeat(DEEP / 2),
        "{a(".repeat(DEEP / 2),
        format!(
            "fragment F on Query {}a{}",
            "{a".repeat(DEEP),
            "}".repeat(DEEP)
        ),
        format!("{{ a @skip(if: {open}{close}) }}"),
        // What looks like a string to a reader that knows none of block strings.
        format!("{{ a(b: \"\"\"\"\"\" c: {open}) }}"),
        format!("{{ a(b: \"\\\\\" c: {open}) }}"),
        format!("# \"\n{{a(b:{open})}}"),
    ]
}

#[test]
fn brackets_are_counted_before_a_document_is_parsed() {
    for document in deep_documents() {
        let (status, answer) = target().post("application/json", &body(&document, &json!({})));
        assert_eq!(status, 200);
        let numbers = refused(&answer, "TOO_DEEP");
        assert!(numbers["depth"].as_u64() > numbers["limit"].as_u64());
    }
    assert_serves(target());
}

#[test]
fn a_question_in_the_address_is_counted_too_and_on_a_closed_server() {
    let closed = Server::limited(super::ADDRESS_SPACE, &["--public", "none"]);
    for document in deep_documents() {
        // An address has less room; 4,000 brackets were enough.
        let short: String = document.chars().take(4_000).collect();
        let path = format!("/graphql?query={}", encoded(&short));
        for (server, code) in [(target(), "TOO_DEEP"), (&closed, "FORBIDDEN")] {
            let mut response = server.get(&path, &[]);
            let answer = response.body_mut().read_json().unwrap();
            refused(&answer, code);
        }
    }
    assert_serves(target());
    assert_eq!(closed.get("/health/live", &[]).status(), 200);
}

#[test]
fn json_is_counted_before_it_is_read() {
    let (open, close) = ("[".repeat(DEEP), "]".repeat(DEEP));
    let objects = format!("{}1{}", "{\"a\":".repeat(DEEP), "}".repeat(DEEP));
    for body in [
        format!("{{\"query\":\"{{a}}\",\"variables\":{{\"v\":{open}{close}}}}}"),
        format!("{{\"query\":\"{{a}}\",\"variables\":{objects}}}"),
        format!("{{\"query\":\"{{a}}\",\"extensions\":{objects}}}"),
        format!("{{\"query\":\"{{a}}\",\"unknown\":{open}"),
        objects.clone(),
    ] {
        let (status, answer) = target().post("application/json", &body);
        assert_eq!(status, 400);
        refused(&answer, "TOO_DEEP");
    }
    for name in ["variables", "extensions"] {
        let deep = encoded(&format!("{{\"a\":{}", "[".repeat(4_000)));
        let mut response = target().get(&format!("/graphql?query=%7Ba%7D&{name}={deep}"), &[]);
        refused(&response.body_mut().read_json().unwrap(), "TOO_DEEP");
    }
    assert_serves(target());
}

#[test]
fn an_area_is_counted_before_it_is_read() {
    let query = "query($v: GeoJSON) { municipalities(where: { within: $v }) { totalCount } }";
    let deep = "[".repeat(100_000);
    for area in [
        format!("{{\"type\":\"Polygon\",\"coordinates\":{deep}"),
        format!("{}1", "{\"geometry\":".repeat(50_000)),
    ] {
        let (_, answer) = target().post("application/json", &body(query, &json!({ "v": area })));
        refused(&answer, "BAD_GEOMETRY");
        let text = answer["errors"][0]["message"].as_str().unwrap();
        assert!(text.contains("lie within each other"), "{text}");
    }
    assert_serves(target());
}

#[test]
fn a_question_as_deep_as_people_ask_goes_through() {
    let filter = format!("{}{{}}{}", "{ and: [".repeat(6), "] }".repeat(6));
    let query = format!("{{ municipalities(where: {filter}) {{ totalCount }} }}");
    assert_eq!(target().data(&query)["municipalities"]["totalCount"], 342);
}
