//! Fragments that stand for more than is written.

use std::fmt::Write as _;

use serde_json::json;

use super::{assert_serves, body, joined, refused, target};

/// Fragments of which each spreads the next so often.
fn spreading(number: usize, times: usize) -> String {
    (0..number).fold(String::new(), |mut text, at| {
        let spread = format!("...F{} ", at + 1).repeat(times);
        write!(text, "fragment F{at} on Query {{ {spread}}} ").unwrap();
        text
    })
}

#[test]
fn fragments_are_counted_before_a_document_is_validated() {
    for (number, times) in [(20, 2), (24, 2), (30, 2), (60, 2), (15, 10), (300, 20)] {
        let fragments = spreading(number, times);
        let last = format!("fragment F{number} on Query {{ __typename }}");
        for used in [
            "{ ...F0 }",
            "{ __typename }",
            "query A { ...F0 } query B { ...F1 }",
        ] {
            let query = format!("{used} {fragments} {last}");
            let answer = target().answer(&query);
            let numbers = refused(&answer, "TOO_MANY_SELECTIONS");
            assert!(numbers["selections"].as_u64() > numbers["limit"].as_u64());
        }
    }
    assert_serves(target());
}

#[test]
fn cycles_are_told_whether_used_or_not() {
    for query in [
        "{ ...F } fragment F on Query { ...F }".to_owned(),
        "{ __typename } fragment F on Query { ...G } fragment G on Query { ...F }".to_owned(),
        format!(
            "{{ __typename }} {} fragment F500 on Query {{ ...F0 ...F0 }}",
            spreading(500, 2)
        ),
    ] {
        refused(&target().answer(&query), "FRAGMENT_CYCLE");
    }
    assert_serves(target());
}

#[test]
fn aliases_directives_and_names_of_types_count_as_fields() {
    let directives = "@skip(if: false) ".repeat(3_000);
    let aliases = joined(2_000, |at| format!("a{at}: __typename "));
    for (query, code) in [
        (
            format!("{{ __typename {directives} }}"),
            "DOCUMENT_TOO_LONG",
        ),
        (
            format!("{{ {} }}", "__typename @skip(if: false) ".repeat(2_600)),
            "DOCUMENT_TOO_LONG",
        ),
        (
            format!("{{ __typename {} }}", "@skip(if: false) ".repeat(11)),
            "TOO_MANY_DIRECTIVES",
        ),
        (
            format!("{{ ...F ...F ...F ...F ...F ...F }} fragment F on Query {{ {aliases} }}"),
            "TOO_MANY_SELECTIONS",
        ),
    ] {
        refused(&target().answer(&query), code);
    }
    // A chain nests as what it stands for.
    let chain = format!(
        "{{ ...F0 }} {} fragment F200 on Query {{ __typename }}",
        spreading(200, 1)
    );
    refused(&target().answer(&chain), "TOO_MANY_SELECTIONS");
    let chain = format!(
        "{{ ...F0 }} {} fragment F60 on Query {{ __typename }}",
        spreading(60, 1)
    );
    refused(&target().answer(&chain), "TOO_DEEP");
    assert_serves(target());
}

#[test]
fn operations_and_variables_have_a_bound() {
    let operations = joined(300, |at| format!("query Q{at} {{ __typename }} "));
    refused(&target().answer(&operations), "TOO_MANY_OPERATIONS");
    let variables = joined(500, |at| format!("$v{at}: Int "));
    let query = format!("query Q({variables}) {{ __typename }}");
    let (_, answer) = target().post("application/json", &body(&query, &json!({})));
    refused(&answer, "TOO_MANY_VARIABLES");
    assert_serves(target());
}
