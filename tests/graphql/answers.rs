//! What the client asks most, answered from the shipped data as of a fixed date:
//! the whole answers, to be looked at when one of them changes.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::support::Server;

/// The date that is asked about.
const DATE: &str = "2024-06-30";
/// A longer list is cut to its beginning, with a hash of the rest.
const LONGEST_LIST: usize = 6;
const KEPT: usize = 3;
/// Numbers are compared up to so small a part.
const DECIMALS: f64 = 1e6;

/// The definitions in the documents of the client, by name.
fn definitions() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src/lib/api/documents");
    let files = std::fs::read_dir(folder).unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let mut found = BTreeMap::new();
    for text in texts {
        // A definition ends with a brace at the beginning of a line.
        for definition in text.split_inclusive("\n}\n") {
            let start = ["query ", "fragment ", "mutation ", "subscription "]
                .iter()
                .filter_map(|kind| definition.find(kind))
                .min();
            let Some(start) = start else { continue };
            let definition = &definition[start..];
            let name = definition.split([' ', '(']).nth(1).unwrap();
            found.insert(name.to_owned(), definition.to_owned());
        }
    }
    found
}

/// A query with the fragments that it spreads.
fn document(all: &BTreeMap<String, String>, name: &str) -> String {
    let mut names = vec![name.to_owned()];
    let mut at = 0;
    while at < names.len() {
        let spreads = all[&names[at]].split("...").skip(1);
        for spread in spreads {
            let end = spread.find(|letter: char| !letter.is_alphanumeric());
            let fragment = spread[..end.unwrap_or(spread.len())].to_owned();
            if !names.contains(&fragment) {
                names.push(fragment);
            }
        }
        at += 1;
    }
    names.iter().map(|name| all[name].as_str()).collect()
}

/// Without what differs between two runs or two machines, and long lists cut.
fn reviewable(value: Value) -> Value {
    match value {
        Value::Object(object) => object
            .into_iter()
            .map(|(name, value)| match name.as_str() {
                "recordedAt" => (name, json!("when it was loaded")),
                "version" => (name, json!("that of the program")),
                _ => (name, reviewable(value)),
            })
            .collect(),
        Value::Array(list) => {
            let list: Vec<Value> = list.into_iter().map(reviewable).collect();
            if list.len() <= LONGEST_LIST {
                return list.into();
            }
            let (shown, rest) = list.split_at(KEPT);
            let hash = Sha256::digest(json!(rest).to_string());
            let hash = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
            let more = json!(format!("and {} more: {hash:08x}", rest.len()));
            shown.iter().cloned().chain([more]).collect()
        }
        Value::Number(number) if number.is_f64() => {
            let number = number.as_f64().unwrap_or_default();
            json!((number * DECIMALS).round() / DECIMALS)
        }
        value => value,
    }
}

/// The answer to a query of the client, as text.
fn answer(name: &str, variables: &Value) -> String {
    let body = json!({ "query": document(&definitions(), name), "variables": variables });
    let mut answer = Server::public().post_json("/graphql", &[], &body);
    let answer: Value = answer.body_mut().read_json().unwrap();
    assert!(answer.get("errors").is_none(), "{answer:#}");
    format!("{:#}", reviewable(answer["data"].clone()))
}

/// Holds the answer to a query against the one that was looked at last.
macro_rules! same {
    ($name:literal, $variables:tt) => {
        insta::assert_snapshot!($name, answer($name, &json!($variables)))
    };
}

#[test]
fn the_map_and_its_legend() {
    same!("Atlas", { "asOf": DATE });
    same!("Reference", { "language": "NL" });
}

#[test]
fn a_municipality() {
    same!("MunicipalityPage", { "code": "GM0344", "asOf": DATE, "language": "NL" });
    same!("MunicipalityContext", { "code": "GM0344", "asOf": DATE, "language": "NL" });
    same!("WhoCovers", { "code": "GM0344", "asOf": DATE, "age": 17, "language": "EN" });
}

#[test]
fn a_name_that_was_typed() {
    same!("Search", { "text": "den bosch", "asOf": DATE });
}

#[test]
fn a_region() {
    same!("RegionPage", { "set": "vng-platform", "code": "RP01", "asOf": DATE, "language": "NL" });
}

#[test]
fn what_became_of_the_coverage() {
    same!("Timeline", { "from": "2023-01-01", "to": DATE });
    same!("Changes", { "from": "2022-01-01", "to": DATE, "language": "NL" });
}

#[test]
fn whom_to_ask_first() {
    same!("TopOfList", { "purpose": "ASK", "asOf": DATE, "language": "EN" });
}
