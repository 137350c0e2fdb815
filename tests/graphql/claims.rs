//! No sentence says more of a municipality than is known (rule 5).

use serde_json::Value;

use crate::support::{OVERSTATED, Server};

const DATES: [&str; 2] = ["2026-11-28", "2021-12-31"];

fn municipalities(date: &str, language: &str) -> Vec<Value> {
    let query = format!(
        r#"{{ municipalities(asOf: "{date}", first: 400) {{ nodes {{ name
             policy {{ class verdicts(verdict: [ABSENT]) {{ block {{ title(language: {language}) }} }} }}
             highlights(language: {language})
             quality {{ text(language: {language}) }}
             history {{ text(language: {language}) }}
             brief: priority(purpose: BRIEF) {{ explanation(language: {language}) factors {{ text(language: {language}) }} }}
             ask: priority(purpose: ASK) {{ explanation(language: {language}) factors {{ text(language: {language}) }} }}
           }} }} }}"#
    );
    let data = Server::public().data(&query);
    data["municipalities"]["nodes"].as_array().unwrap().clone()
}

/// Every sentence in an answer.
fn sentences(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(words) => found.push(words.clone()),
        Value::Array(items) => items.iter().for_each(|item| sentences(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| sentences(field, found)),
        _ => {}
    }
}

fn check(municipality: &Value) {
    let name = &municipality["name"];
    let mut said = Vec::new();
    for field in ["highlights", "quality", "history", "brief", "ask"] {
        sentences(&municipality[field], &mut said);
    }
    assert!(!said.is_empty(), "{name}");
    for sentence in &said {
        let lower = sentence.to_lowercase();
        for words in OVERSTATED.into_iter().chain(["ontbre", "missing"]) {
            assert!(!lower.contains(words), "{name}: {sentence}");
        }
    }
    let absent: Vec<&str> = municipality["policy"]["verdicts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|verdict| verdict["block"]["title"].as_str().unwrap())
        .collect();
    let missed = said
        .iter()
        .filter(|sentence| sentence.starts_with("Mist ") || sentence.starts_with("Misses "));
    for sentence in missed {
        let known = absent.iter().any(|title| sentence.contains(title));
        assert!(known, "{name}: {sentence}");
    }
}

#[test]
fn no_sentence_says_more_of_policy_than_is_known() {
    for date in DATES {
        for language in ["NL", "EN"] {
            let all = municipalities(date, language);
            let unclear = |node: &&Value| {
                ["NOT_ASSESSED", "UNCERTAIN"].contains(&node["policy"]["class"].as_str().unwrap())
            };
            let unclear: Vec<&Value> = all.iter().filter(unclear).collect();
            assert!(unclear.len() > 100, "{date}: {}", unclear.len());
            for node in unclear {
                check(node);
            }
        }
    }
}

#[test]
fn the_label_of_what_is_not_clear_says_so() {
    let data =
        Server::public().data("{ coverageBy(group: { field: POLICY_CLASS }) { key label } }");
    for group in data["coverageBy"].as_array().unwrap() {
        let label = match group["key"].as_str().unwrap() {
            "NOT_ASSESSED" => "Niet beoordeeld",
            "UNCERTAIN" => "Nog onduidelijk",
            _ => continue,
        };
        assert_eq!(group["label"], label);
    }
}
