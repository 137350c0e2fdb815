//! What pages of other sites cannot do in somebody's name, and what is told to
//! nobody.

use serde_json::json;

use super::people::{PASSWORD, add, cookie, refusal, sign_in, who};
use crate::support::Server;

const EMAIL: &str = "jan@a.nl";
const DOORS: [&str; 11] = [
    "/auth/sign-in",
    "/auth/sign-out",
    "/auth/sign-out-everywhere",
    "/auth/password",
    "/auth/as-public",
    "/auth/second-factor/begin",
    "/auth/second-factor/confirm",
    "/auth/second-factor/end",
    "/auth/invitation",
    "/auth/invitation/accept",
    "/auth/request",
];

#[test]
fn a_page_of_another_site_is_refused() {
    let server = Server::start(&["--empty"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let cookie = sign_in(&server, EMAIL, PASSWORD);
    let question = json!({"query": "{ __typename }"});
    let credentials = json!({"email": EMAIL, "password": PASSWORD, "current": PASSWORD, "new": "another password"});
    let own = format!("http://{}", server.host());
    for (name, value) in [
        ("origin", "https://elders.nl"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let headers = [("cookie", cookie.as_str()), (name, value)];
        for path in DOORS.into_iter().chain(["/graphql"]) {
            let body = if path == "/graphql" {
                &question
            } else {
                &credentials
            };
            let response = server.post_json(path, &headers, body);
            assert_eq!(
                refusal(response),
                (403, "CROSS_SITE".to_owned()),
                "{path} {value}"
            );
        }
        // The public may be asked from anywhere.
        assert_eq!(
            server
                .post_json("/graphql", &[(name, value)], &question)
                .status(),
            200
        );
    }
    assert_eq!(who(&server, &cookie), "jan, OUTREACH");
    for (name, value) in [("origin", own.as_str()), ("sec-fetch-site", "same-origin")] {
        let headers = [("cookie", cookie.as_str()), (name, value)];
        assert_eq!(
            server.post_json("/graphql", &headers, &question).status(),
            200
        );
    }
}

#[test]
fn a_form_or_a_body_that_is_something_else_is_refused() {
    let server = Server::start(&["--empty"]);
    add(&server, "jan@a.nl", &["--role", "OUTREACH"]);
    // Who is not signed in is refused before what they send is looked at.
    let cookie = sign_in(&server, "jan@a.nl", PASSWORD);
    let post = |path: &str, kind: &str, body: &str| {
        let headers = [("cookie", cookie.as_str()), ("content-type", kind)];
        server.post_bytes(path, &headers, body.as_bytes())
    };
    for path in DOORS {
        for kind in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
        ] {
            let response = post(path, kind, r#"{"email":"a@b","password":"x"}"#);
            assert_eq!(
                refusal(response),
                (415, "BAD_CONTENT_TYPE".to_owned()),
                "{path} {kind}"
            );
        }
        let response = post(path, "application/json", r#"{"password":"zeer geheim","#);
        assert_eq!(refusal(response), (400, "BAD_REQUEST".to_owned()), "{path}");
        assert_eq!(server.get(path, &[]).status(), 405, "{path}");
    }
    for body in [
        "{}",
        "[]",
        "null",
        r#"{"email":1,"password":"zeer geheim"}"#,
    ] {
        let mut response = server.post_as("/auth/sign-in", "application/json", body);
        let told = response.body_mut().read_to_string().unwrap();
        assert!(
            told.contains("BAD_REQUEST") && !told.contains("geheim"),
            "{told}"
        );
    }
}

#[test]
fn no_secret_stands_in_the_log() {
    let server = Server::logging("trace", &["--empty"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    server.post_json(
        "/auth/sign-in",
        &[],
        &json!({"email": EMAIL, "password": "verkeerd en geheim"}),
    );
    let first = sign_in(&server, EMAIL, PASSWORD);
    let choice = json!({"current": PASSWORD, "new": "nieuw en geheim"});
    let response = server.post_json("/auth/password", &[("cookie", &first)], &choice);
    let second = cookie(&response);
    assert_eq!(who(&server, &second), "jan, OUTREACH");
    let logged = server.logged();
    assert!(logged.contains("access_state"), "{logged}");
    let secrets = [&first, &second].map(|cookie| cookie.split_once('=').unwrap().1.to_owned());
    for secret in secrets
        .iter()
        .map(String::as_str)
        .chain(["geheim", PASSWORD, "argon2id"])
    {
        let line = logged.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret}");
    }
}
