//! Looking as the public does: the server answers as it answers the public.

use serde_json::json;

use super::people::{PASSWORD, add, ask, refusal, sign_in, who};
use crate::support::Server;

const EMAIL: &str = "jan@a.nl";
const INTERNAL: &str = "{ campaigns { id } }";

#[test]
fn who_looks_as_the_public_is_answered_as_the_public() {
    let server = Server::start(&[]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let session = sign_in(&server, EMAIL, PASSWORD);
    let post =
        |body, cookie: &str| server.post_json("/auth/as-public", &[("cookie", cookie)], &body);

    let on = post(json!({ "on": true }), &session);
    assert_eq!(on.status(), 204);
    let set = on.headers()["set-cookie"].to_str().unwrap();
    // A script of the client reads it, to show the way back.
    assert_eq!(
        set,
        "__Host-dekkingskaart-openbaar=1; SameSite=Lax; Secure; Path=/"
    );
    let both = format!("{session}; {}", set.split(';').next().unwrap());
    assert_eq!(who(&server, &both), "nobody, PUBLIC");
    assert_eq!(refusal(ask(&server, &both, INTERNAL)).1, "FORBIDDEN");
    let question = "/graphql?query=%7Bviewer%7Brole%7D%7D";
    let tag = |cookie: Option<&str>| {
        let headers: Vec<_> = cookie.iter().map(|cookie| ("cookie", *cookie)).collect();
        server.get(question, &headers).headers()["etag"].clone()
    };
    assert_eq!(tag(Some(&both)), tag(None));
    assert_ne!(tag(Some(&session)), tag(None));
    // Still signed in: the way back is open.
    assert_eq!(
        server.get("/auth/account", &[("cookie", &both)]).status(),
        200
    );
    let off = post(json!({ "on": false }), &both);
    assert!(
        off.headers()["set-cookie"]
            .to_str()
            .unwrap()
            .contains("Max-Age=0")
    );
    assert_eq!(who(&server, &session), "jan, OUTREACH");
    assert_eq!(
        refusal(post(json!({ "on": true }), "a=b")),
        (401, "UNAUTHENTICATED".to_owned())
    );
}

#[test]
fn sheets_and_maps_follow_it_on_a_closed_server() {
    let server = Server::start(&["--public", "none"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let session = sign_in(&server, EMAIL, PASSWORD);
    let as_public = format!("{session}; __Host-dekkingskaart-openbaar=1");
    let token = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&token);
    let map = server.data_as(&token, "{ boundaryDates { topologyUrl } }");
    let map = map["boundaryDates"][0]["topologyUrl"].as_str().unwrap();
    for path in [map, "/sheet/GM0344.pdf"] {
        assert_eq!(
            server.get(path, &[("cookie", &session)]).status(),
            200,
            "{path}"
        );
        assert_eq!(
            server.get(path, &[("cookie", &as_public)]).status(),
            403,
            "{path}"
        );
    }
}
