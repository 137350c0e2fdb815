//! The rules of the specification (October 2021, section 5 and 6.1), one by one:
//! a document that keeps each and one that breaks it.

mod documents;
mod requests;
mod values;

use serde_json::{Value, json};

use crate::support::Server;

struct Rule {
    /// Its section and name.
    name: &'static str,
    keeps: &'static [&'static str],
    /// Documents that break it, each with what the error names.
    breaks: &'static [(&'static str, &'static str)],
}

fn ask(server: &Server, question: &Value) -> Value {
    server.post("application/json", &question.to_string()).1
}

/// Values that variables of the documents above need.
fn variables(document: &str) -> Value {
    if document.contains("$a: MunicipalityCode!") {
        json!({ "a": "GM0344" })
    } else if document.contains("$a: CoordinationStatus!") {
        json!({ "a": "UNKNOWN" })
    } else if document.contains("$a: ID!") {
        json!({ "a": "provincie" })
    } else {
        json!({})
    }
}

#[test]
fn each_rule_of_validation_is_kept() {
    let server = Server::public();
    let mut missed = Vec::new();
    for rule in documents::RULES.iter().chain(values::RULES) {
        for document in rule.keeps {
            let mut question = json!({ "query": document, "variables": variables(document) });
            if document.starts_with("query A {") {
                question["operationName"] = "A".into();
            }
            let answer = ask(server, &question);
            assert_eq!(answer["errors"], Value::Null, "{}: {document}", rule.name);
            assert!(answer["data"].is_object(), "{}: {document}", rule.name);
        }
        for (document, named) in rule.breaks {
            let mut question = json!({ "query": document, "variables": variables(document) });
            if document.starts_with("query A") {
                question["operationName"] = "A".into();
            }
            let answer = ask(server, &question);
            let errors = answer["errors"].as_array();
            let errors = errors.unwrap_or_else(|| panic!("{}: {document}: {answer}", rule.name));
            assert_eq!(answer["data"], Value::Null, "{}: {document}", rule.name);
            let code = &errors[0]["extensions"]["code"];
            assert!(
                [
                    "GRAPHQL_VALIDATION_FAILED",
                    "GRAPHQL_PARSE_FAILED",
                    "FRAGMENT_CYCLE"
                ]
                .iter()
                .any(|known| code == known),
                "{}: {document}: {answer}",
                rule.name
            );
            let told = errors.iter().filter_map(|error| error["message"].as_str());
            let told: String = told.collect();
            if !told.contains(named) {
                missed.push(format!("{}: {document}: {told}", rule.name));
            }
            println!("{} | {document} | {told}", rule.name);
        }
    }
    assert!(missed.is_empty(), "not named:\n{}", missed.join("\n"));
}
