//! What may stand in a text is the same for every text that can be sent.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::open;
use super::text_cases::{LOOKED_FOR, PARTS, TRIED, bad};
use crate::import::hand_in;
use crate::support::Server;

/// The texts that mutations take.
fn texts(server: &Server) -> BTreeSet<String> {
    const QUESTION: &str = "{ __schema { types { kind name
        fields { name args { name type { ...T } } } inputFields { name type { ...T } } } } }
      fragment T on __Type { name ofType { name ofType { name ofType { name } } } }";
    fn is_text(kind: &Value) -> bool {
        kind["name"] == "String" || kind["ofType"].is_object() && is_text(&kind["ofType"])
    }
    let data = server.data(QUESTION);
    let mut found = BTreeSet::new();
    for kind in data["__schema"]["types"].as_array().unwrap() {
        let name = |value: &Value| value["name"].as_str().unwrap().to_owned();
        for input in kind["inputFields"].as_array().into_iter().flatten() {
            if is_text(&input["type"]) {
                found.insert(format!("{}.{}", name(kind), name(input)));
            }
        }
        let fields = kind["fields"].as_array().into_iter().flatten();
        for field in fields.filter(|_| kind["name"] == "Mutation") {
            for argument in field["args"].as_array().unwrap() {
                if is_text(&argument["type"]) {
                    found.insert(format!("Mutation.{} {}", name(field), name(argument)));
                }
            }
        }
    }
    found
}

/// What the questions are about, in place of the words that stand for it.
fn things(server: &Server, token: &str) -> Vec<(&'static str, String)> {
    let id = |query: &str, path: &str| {
        let data = server.data_as(token, query);
        data.pointer(path).unwrap().as_str().unwrap().to_owned()
    };
    let link = id(
        r#"mutation { makeCheckLink(code: "GM0344") { path } }"#,
        "/makeCheckLink/path",
    );
    server.data(r#"mutation { proposeCorrection(code: "GM0344", text: "x", answers: [{ block: "focal-point", verdict: PRESENT }]) }"#);
    let campaign = id(
        r#"mutation { createCampaign(input: { title: "x", goal: 1, from: "2024-01-01", to: "2030-01-01" }) { id } }"#,
        "/createCampaign/id",
    );
    let add =
        format!(r#"mutation {{ addTargets(campaign: "{campaign}", codes: ["GM0344"]) {{ id }} }}"#);
    server.data_as(token, &add);
    let rows = "municipality_code,block,verdict,valid_from,established\nGM0344,staff-training,PRESENT,2023-01-01,SURVEY\n";
    let (_, handed_in) = hand_in(server, token, "verdicts", rows.as_bytes());
    vec![
        ("LINK", link.rsplit('#').next().unwrap().to_owned()),
        (
            "CORRECTION",
            id(
                "{ corrections { nodes { id } } }",
                "/corrections/nodes/0/id",
            ),
        ),
        ("PERSON", id("{ people { id } }", "/people/0/id")),
        ("BATCH", handed_in["batch"].as_str().unwrap().to_owned()),
        ("CAMPAIGN", campaign),
    ]
}

#[test]
fn no_text_is_taken_that_cannot_be_shown() {
    let (server, token) = open(&[]);
    let named = TRIED.iter().flat_map(|(names, ..)| {
        // An argument of a mutation has two words for its name.
        let words: Vec<&str> = names.split(' ').collect();
        let mut found = Vec::new();
        for (place, word) in words.iter().enumerate() {
            match (word.strip_prefix("Mutation."), words.get(place + 1)) {
                (Some(_), Some(argument)) => found.push(format!("{word} {argument}")),
                _ if word.contains('.') => found.push((*word).to_owned()),
                _ => {}
            }
        }
        found
    });
    let named: BTreeSet<String> = named.chain(LOOKED_FOR.map(str::to_owned)).collect();
    assert_eq!(texts(&server), named, "each text has to be tried here");

    let things = things(&server, &token);
    let bearer = format!("Bearer {token}");
    let revision = || server.data("{ serverInfo { revision } }");
    let before = revision();
    for (name, kind, question) in TRIED {
        let mut question = question.to_owned();
        let parts = PARTS.map(|(word, text)| (word, text.to_owned()));
        for (word, text) in parts.iter().chain(&things) {
            question = question.replace(word, text);
        }
        // What the public may send, it may send a few times.
        let few = if question.starts_with("proposeCorrection") {
            2
        } else {
            usize::MAX
        };
        for text in bad(kind).into_iter().take(few) {
            let body = json!({
                "query": format!("mutation($t: String!) {{ {question} }}"),
                "variables": { "t": text },
            });
            let headers = [("authorization", bearer.as_str())];
            let mut answer = server.post_json("/graphql", &headers, &body);
            let answer: Value = answer.body_mut().read_json().unwrap();
            let code = &answer["errors"][0]["extensions"]["code"];
            let shown: String = text.chars().take(40).collect();
            assert_eq!(code, "BAD_INPUT", "{name} {shown:?}: {answer:#}");
        }
    }
    assert_eq!(revision(), before);
}
