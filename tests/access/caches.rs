//! What caches may hold of answers to somebody who is signed in.

use super::people::{PASSWORD, add, sign_in};
use crate::support::Server;

const QUESTION: &str = "/graphql?query=%7Bviewer%7Brole%7D%7D";

#[test]
fn what_a_cache_holds_for_one_person_is_not_for_another() {
    let server = Server::start(&["--empty"]);
    add(&server, "a@a.nl", &["--role", "OUTREACH"]);
    add(&server, "b@a.nl", &["--role", "OUTREACH"]);
    let cookies = ["a@a.nl", "b@a.nl"].map(|email| sign_in(&server, email, PASSWORD));
    let mut tags = Vec::new();
    for cookie in cookies.iter().map(Some).chain([None]) {
        let headers: Vec<_> = cookie
            .iter()
            .map(|cookie| ("cookie", cookie.as_str()))
            .collect();
        let response = server.get(QUESTION, &headers);
        let text = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(text("cache-control").contains("private"), cookie.is_some());
        assert!(text("vary").contains("cookie"));
        assert!(!tags.contains(&text("etag")), "{tags:?}");
        tags.push(text("etag"));
    }
    let again = server.get(QUESTION, &[("if-none-match", &tags[0])]);
    assert_eq!(again.status(), 200);
    let stale = server.get(QUESTION, &[("cookie", "__Host-dekkingskaart=x")]);
    assert_eq!(stale.headers()["cache-control"], "private, no-cache");
}

#[test]
fn a_server_that_is_closed_to_the_public_opens_to_who_signs_in() {
    let server = Server::start(&["--public", "none"]);
    add(&server, "a@a.nl", &["--role", "OUTREACH"]);
    let cookie = sign_in(&server, "a@a.nl", PASSWORD);
    let open = Server::public().data("{ boundaryDates { topologyUrl } }");
    let map = open["boundaryDates"][0]["topologyUrl"].as_str().unwrap();
    for path in [map, "/sheet/GM0344.pdf"] {
        assert_eq!(server.get(path, &[]).status(), 403, "{path}");
        let response = server.get(path, &[("cookie", &cookie)]);
        assert_eq!(response.status(), 200, "{path}");
        let text = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert!(text("vary").contains("cookie"), "{path}");
        assert!(text("cache-control").starts_with("private"), "{path}");
    }
    // What is the same for all stays in shared caches, without a cookie in it.
    let stale = Server::public().get(map, &[("cookie", "__Host-dekkingskaart=x")]);
    assert!(
        stale.headers()["cache-control"]
            .to_str()
            .unwrap()
            .starts_with("public")
    );
    assert!(stale.headers().get("set-cookie").is_none());
}

#[test]
fn no_answer_is_kept_about_what_changes_without_a_revision() {
    let server = Server::start(&[]);
    let chief = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&chief);
    let bearer = format!("Bearer {chief}");
    for query in [
        "auditTrail{totalCount}",
        "corrections{totalCount}",
        "importBatches{totalCount}",
        "people{name}",
        "invitations{__typename}",
        "accessRequests{__typename}",
    ] {
        let query = query.replace('{', "%7B").replace('}', "%7D");
        let answer = server.get(
            &format!("/graphql?query=%7B{query}%7D"),
            &[("authorization", &bearer)],
        );
        assert_eq!(answer.status(), 200, "{query}");
        assert_eq!(answer.headers()["cache-control"], "no-store", "{query}");
        assert!(!answer.headers().contains_key("etag"), "{query}");
    }
}
