//! Tokens: made, sent, revoked.

use std::sync::OnceLock;

use dekkingskaart::actions::{self, ActionError, NewToken, Writer};
use dekkingskaart::domain::people::viewer::{Token, TokenHash};
use dekkingskaart::domain::places::code::RegionRef;
use dekkingskaart::domain::vocabulary::{Role, Scope};
use dekkingskaart::store::Store;
use serde_json::{Value, json};

use crate::support::{Scratch, Seed, Server, clock, on_both_databases, program};

const VIEWER: &str = "{ viewer { signedIn name role regions { set code } } }";

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(&["--empty"]))
}

on_both_databases! {
    async fn a_token_is_known_by_its_hash_until_it_is_revoked(scratch: Scratch) {
        Seed::new().municipality("GM0363").region("vng-platform", "VP01", &["GM0363"]).plant(&scratch.store).await;
        let writer = Writer::new(&scratch.store, "me", clock());
        let region = RegionRef::new("vng-platform", "VP01");
        let platform = NewToken { regions: vec![region.clone()], ..NewToken::of("platform", Role::Platform) };
        let secret = actions::add_token(&writer, platform).await.unwrap();
        let mut facts = scratch.store.facts().await.unwrap();
        let token = &facts.tokens[0].fact;
        assert_eq!(token.hash, TokenHash::of(secret.reveal()));
        assert_eq!((token.role, &*token.regions), (Role::Platform, &[region][..]));
        actions::revoke_token(&writer, "platform").await.unwrap();
        assert!(scratch.store.catch_up(&mut facts).await.unwrap());
        assert!(facts.tokens[0].superseded_at.is_some());
        assert_eq!(facts, scratch.store.facts().await.unwrap());
        // Its name is free again.
        actions::add_token(&writer, NewToken::of("platform", Role::Admin)).await.unwrap();
        assert_eq!(scratch.store.tokens().await.unwrap().len(), 2);
    }

    async fn a_token_without_sense_is_refused(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        let writer = Writer::new(&scratch.store, "me", clock());
        actions::add_token(&writer, NewToken::of("taken", Role::Outreach)).await.unwrap();
        let region = || Some(RegionRef::new("vng-platform", "VP99"));
        for (name, role, region, field) in [
            ("", Role::Admin, None, "name"),
            (" x", Role::Admin, None, "name"),
            ("a\nb", Role::Admin, None, "name"),
            ("taken", Role::Admin, None, "name"),
            ("x", Role::Public, None, "role"),
            ("x", Role::Platform, None, "region"),
            ("x", Role::Platform, region(), "region"),
            ("x", Role::Outreach, region(), "region"),
        ] {
            let new = NewToken { regions: region.into_iter().collect(), ..NewToken::of(name, role) };
            let error = actions::add_token(&writer, new).await.unwrap_err();
            let ActionError::Refused(refusals) = error else { panic!("{error}") };
            assert_eq!(refusals[0].field, field, "{name:?} {role}");
        }
        assert!(actions::revoke_token(&writer, "nobody").await.is_err());
        assert_eq!(scratch.store.revision().await.unwrap(), 2);
    }
}

#[test]
fn a_token_says_who_asks_until_it_is_revoked() {
    let server = Server::start(&["--empty"]);
    let token = server.token("desk", &["--role", "outreach"]);
    server.await_revision(1);
    let viewer = server.data_as(&token, VIEWER)["viewer"].take();
    assert_eq!(
        viewer,
        json!({"signedIn": true, "name": "desk", "role": "OUTREACH", "regions": []})
    );
    let listed = server.run(&["token", "list"]);
    assert!(
        listed.starts_with("desk: OUTREACH, WRITE, made "),
        "{listed}"
    );
    assert!(!listed.contains(&token));
    server.run(&["token", "revoke", "desk"]);
    server.await_revision(2);
    refused(&server.ask_as(Some(&token), VIEWER));
    assert!(server.run(&["token", "list"]).contains("revoked"));
}

#[test]
fn a_token_of_scope_read_changes_nothing() {
    let server = Server::start(&["--empty"]);
    let token = server.token("reader", &["--role", "ADMIN", "--scope", "read"]);
    server.await_token(&token);
    let make = r#"mutation { createRegionSet(id: "eigen", title: "x") { id } }"#;
    let (_, answer) = server.ask_as(Some(&token), make);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN");
    let told = answer["errors"][0]["message"].as_str().unwrap();
    assert!(told.contains("may only read"), "{told}");
    let known = server.data_as(&token, "{ serverInfo { revision } tokens { name scope } }");
    assert_eq!(
        known,
        json!({"serverInfo": {"revision": 1}, "tokens": [{"name": "reader", "scope": "READ"}]})
    );
}

#[test]
fn a_token_holds_through_its_last_date_and_a_past_one_is_refused() {
    let token = |expires: Option<&str>| Token {
        hash: TokenHash::of("x"),
        name: "x".into(),
        role: Role::Admin,
        regions: Vec::new(),
        scope: Scope::Write,
        expires: expires.map(|date| date.parse().unwrap()),
    };
    let day = |text: &str| text.parse().unwrap();
    assert!(token(Some("2024-02-01")).holds_on(day("2024-02-01")));
    assert!(!token(Some("2024-02-01")).holds_on(day("2024-02-02")));
    assert!(token(None).holds_on(day("2099-01-01")));
    let past = server().try_run(
        "",
        &[
            "token",
            "add",
            "x",
            "--role",
            "ADMIN",
            "--expires",
            "2020-01-01",
        ],
    );
    let told = String::from_utf8(past.stderr).unwrap();
    assert!(told.contains("lies in the past"), "{told}");
}

#[tokio::test]
async fn a_token_that_has_run_out_is_refused() {
    let server = Server::start(&["--empty"]);
    let store = Store::connect(&server.database()).await.unwrap();
    // As of a clock of the past, the token still holds.
    let writer = Writer::new(&store, "me", clock());
    let expires = "2024-02-01".parse().ok();
    let new = NewToken {
        expires,
        ..NewToken::of("old", Role::Admin)
    };
    let old = actions::add_token(&writer, new).await.unwrap();
    let fresh = actions::add_token(&writer, NewToken::of("new", Role::Admin))
        .await
        .unwrap();
    store.close().await;
    server.await_token(fresh.reveal());
    refused(&server.ask_as(Some(old.reveal()), VIEWER));
    // Nor does one hold that differs in a letter.
    let altered = fresh.reveal().replacen('_', "_x", 1);
    refused(&server.ask_as(Some(&altered), VIEWER));
}

#[test]
fn without_a_token_the_public_asks() {
    let viewer = server().data(VIEWER)["viewer"].take();
    assert_eq!(
        viewer,
        json!({"signedIn": false, "name": null, "role": "PUBLIC", "regions": []})
    );
}

#[test]
fn a_token_that_is_not_ours_is_refused_and_never_taken_for_the_public() {
    for token in ["", "x", "dekkingskaart_x", "a b"] {
        refused(&server().ask_as(Some(token), VIEWER));
    }
    for header in ["Basic dXNlcjpwYXNz", "Bearer", "bearer x", ""] {
        let mut response = server().get(
            "/graphql?query=%7B__typename%7D",
            &[("authorization", header)],
        );
        assert_eq!(response.headers()["www-authenticate"], "Bearer");
        let status = response.status().as_u16();
        refused(&(status, response.body_mut().read_json().unwrap()));
    }
}

#[test]
fn what_a_cache_holds_for_one_role_is_not_for_another() {
    let server = Server::start(&["--empty"]);
    let tokens = ["one", "two"].map(|name| server.token(name, &["--role", "ADMIN"]));
    server.await_revision(2);
    let path = "/graphql?query=%7Bviewer%7Brole%7D%7D";
    let mut tags = Vec::new();
    for token in tokens.iter().map(Some).chain([None]) {
        let header = token.map(|token| format!("Bearer {token}"));
        let headers: Vec<_> = header
            .iter()
            .map(|value| ("authorization", value.as_str()))
            .collect();
        let response = server.get(path, &headers);
        let text = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(text("cache-control").contains("private"), token.is_some());
        assert!(text("vary").contains("authorization"));
        assert!(!tags.contains(&text("etag")), "{tags:?}");
        tags.push(text("etag"));
    }
    let again = server.get(path, &[("if-none-match", &tags[0])]);
    assert_eq!(again.status(), 200);
}

#[test]
fn a_server_that_is_closed_to_the_public_answers_a_token() {
    let server = Server::start(&["--public", "none"]);
    let token = server.token("desk", &["--role", "OUTREACH"]);
    server.await_revision(2);
    let question = "{ outreachTargets(first: 1) { totalCount } boundaryDates { topologyUrl } }";
    assert_eq!(server.error_code(question), "FORBIDDEN");
    let data = server.data_as(&token, question);
    let map = data["boundaryDates"][0]["topologyUrl"].as_str().unwrap();
    let header = format!("Bearer {token}");
    assert_eq!(server.get(map, &[("authorization", &header)]).status(), 200);
    assert_eq!(server.get(map, &[]).status(), 403);
}

#[test]
fn the_region_of_a_platform_is_told_as_it_is() {
    let server = Server::start(&[]);
    let region =
        server.data(r#"{ regions(set: "vng-platform") { code } }"#)["regions"][0]["code"].take();
    let region = format!("vng-platform/{}", region.as_str().unwrap());
    let token = server.token("platform", &["--role", "PLATFORM", "--region", &region]);
    server.await_revision(2);
    let viewer = server.data_as(&token, VIEWER)["viewer"].take();
    assert_eq!(viewer["role"], "PLATFORM");
    assert_eq!(
        format!(
            "vng-platform/{}",
            viewer["regions"][0]["code"].as_str().unwrap()
        ),
        region
    );
    let output = program()
        .args([
            "token", "add", "x", "--role", "PLATFORM", "--region", "nowhere",
        ])
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("vng-platform/RP02")
    );
}

/// Refused with 401 and the one shape of errors.
fn refused((status, answer): &(u16, Value)) {
    assert_eq!(*status, 401);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    assert!(answer["data"].is_null());
}
