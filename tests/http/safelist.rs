//! A server that holds visitors without an account to a list of documents.

use std::fs;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::encoded;
use crate::graphql::following::{begin, receive, send};
use crate::support::{Server, program};

const LISTED: &str = "query Counted($class: [PolicyClass!]) {
  municipalities(asOf: \"2021-12-31\", where: { policyClass: $class }) { totalCount }
}\n";
const SUBSCRIPTION: &str = "subscription { changed { revision } }";
const CODE: &str = "NOT_ON_SAFELIST";

fn code(answer: &Value) -> Option<&str> {
    answer["errors"][0]["extensions"]["code"].as_str()
}

fn held(folder: &TempDir) -> Server {
    fs::write(folder.path().join("counted.graphql"), LISTED).unwrap();
    fs::write(folder.path().join("changed.gql"), SUBSCRIPTION).unwrap();
    fs::write(folder.path().join("README.md"), "no document").unwrap();
    Server::start(&["--safelist", folder.path().to_str().unwrap()])
}

#[test]
fn visitors_get_what_is_listed_and_accounts_get_everything() {
    let folder = TempDir::new().unwrap();
    let server = held(&folder);
    let asked = |body: Value| server.post("application/json", &body.to_string()).1;
    let counted = json!({ "data": { "municipalities": { "totalCount": 352 } } });
    // With any variables, and whatever stands around it.
    assert_eq!(asked(json!({ "query": LISTED.trim() })), counted);
    assert_eq!(
        asked(json!({ "query": format!("\n{LISTED}"), "variables": {} })),
        counted
    );
    let none = json!({ "query": LISTED, "variables": { "class": ["COMPLETE"] } });
    assert!(asked(none)["data"]["municipalities"]["totalCount"].is_number());
    for other in [
        "{ __typename }",
        "{ __schema { types { name } } }",
        "query Counted { municipalities(asOf: \"2021-12-31\") { totalCount } }",
        "{{{",
        "mutation { __typename }",
    ] {
        assert_eq!(
            code(&asked(json!({ "query": other }))),
            Some(CODE),
            "{other}"
        );
        let path = format!("/graphql?query={}", encoded(other));
        let told: Value = server.get(&path, &[]).body_mut().read_json().unwrap();
        assert_eq!(code(&told), Some(CODE), "{other}");
    }
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let (_, answer) = server.ask_as(Some(&desk), "{ __schema { queryType { name } } }");
    assert!(answer.get("errors").is_none(), "{answer:#}");
    // What an account was told is not kept for others.
    let again = asked(json!({ "query": "{ __schema { queryType { name } } }" }));
    assert_eq!(code(&again), Some(CODE));
}

#[test]
fn what_is_listed_is_known_by_its_hash_from_the_start() {
    let folder = TempDir::new().unwrap();
    let server = held(&folder);
    let named = |text: &str| {
        let digits: Vec<String> = Sha256::digest(text)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let hash = digits.concat();
        let extensions = json!({ "persistedQuery": { "version": 1, "sha256Hash": hash } });
        (json!({ "extensions": extensions }), extensions.to_string())
    };
    let (body, extensions) = named(LISTED.trim());
    let (_, told) = server.post("application/json", &body.to_string());
    assert_eq!(
        told["data"]["municipalities"]["totalCount"], 352,
        "{told:#}"
    );
    let path = format!("/graphql?extensions={}", encoded(&extensions));
    let told: Value = server.get(&path, &[]).body_mut().read_json().unwrap();
    assert_eq!(
        told["data"]["municipalities"]["totalCount"], 352,
        "{told:#}"
    );
    // One that is sent with its hash is not on the list for that.
    let (mut body, _) = named("{ __typename }");
    body["query"] = "{ __typename }".into();
    for _ in 0..2 {
        let (_, told) = server.post("application/json", &body.to_string());
        assert_eq!(code(&told), Some(CODE));
        body.as_object_mut().unwrap().remove("query");
    }
}

#[test]
fn who_follows_is_held_to_the_list_too() {
    let folder = TempDir::new().unwrap();
    let server = held(&folder);
    let mut socket = begin(&server);
    let mut follow = |id: &str, query: &str| {
        let payload = json!({ "query": query });
        send(
            &mut socket,
            &json!({ "id": id, "type": "subscribe", "payload": payload }),
        );
        send(&mut socket, &json!({ "type": "ping" }));
        receive(&mut socket)
    };
    assert_eq!(follow("1", SUBSCRIPTION)["type"], "pong");
    let refused = follow("2", "subscription { changed { municipalities } }");
    assert_eq!(refused["type"], "error");
    assert_eq!(refused["payload"][0]["extensions"]["code"], CODE);
}

#[test]
fn a_list_that_cannot_be_used_is_told_before_anything_is_served() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let manifest =
        json!({ "operations": [{ "id": "1", "name": "Colours", "body": "{ colours }" }] });
    for (list, says) in [
        (file("wrong.json", &manifest.to_string()), "Colours"),
        (file("list.json", "[1]"), "manifest"),
        (
            folder.path().join("nothing").to_str().unwrap().to_owned(),
            "nothing",
        ),
    ] {
        let database = format!("sqlite://{}", folder.path().join("x.db").display());
        let mut serve = program();
        serve.args(["serve", "--listen", "127.0.0.1:0", "--database", &database]);
        let output = serve.args(["--safelist", &list]).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(
            !output.status.success() && told.contains(says),
            "{list}: {told}"
        );
    }
}
