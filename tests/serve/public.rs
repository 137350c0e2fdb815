//! What the public may read.

use crate::support::Server;

/// Every way to learn of the ranking.
const RANKING: [&str; 8] = [
    r#"{ municipality(code: "GM0363") { priority { rank } } }"#,
    "{ municipalities(first: 1) { nodes { priority { score } } } }",
    "{ municipalities(orderBy: [{ by: PRIORITY }], first: 3) { nodes { code } } }",
    r#"{ municipality(code: "GM0363") { priority(purpose: ASK) { listRank } } }"#,
    "{ municipalities(orderBy: [{ by: PRIORITY_ASK }], first: 3) { nodes { code } } }",
    "{ outreachTargets { totalCount } }",
    "{ outreachTargets(purpose: ASK) { totalCount } }",
    "{ sessionProposals { population } }",
];
const STATUS: &str =
    r#"{ municipality(code: "GM0363") { coordination { status } policy { class } } }"#;

#[test]
fn without_the_ranking_nothing_tells_of_it() {
    let server = Server::start(&["--public", "status"]);
    for question in RANKING {
        assert_eq!(server.error_code(question), "FORBIDDEN", "{question}");
    }
    server.data(STATUS);
}

#[test]
fn a_closed_server_answers_nobody() {
    let server = Server::start(&["--public", "none"]);
    for question in RANKING.into_iter().chain([STATUS, "{ __typename }"]) {
        assert_eq!(server.error_code(question), "FORBIDDEN", "{question}");
    }
    let open = Server::public().data("{ boundaryDates { topologyUrl } }");
    let map = open["boundaryDates"][0]["topologyUrl"].as_str().unwrap();
    assert_eq!(Server::public().get(map, &[]).status(), 200);
    assert_eq!(server.get(map, &[]).status(), 403);
    assert_eq!(server.get("/health/ready", &[]).status(), 200);
}

#[test]
fn a_closed_server_opens_the_door_alone() {
    let server = Server::start(&["--public", "none"]);
    for path in [
        "/sheet/GM0344.pdf",
        "/sheet/GM0344.docx",
        "/sheet/batch.zip?codes=GM0344",
        "/sheet/vng-platform/RP02.pdf",
        "/export/audit.csv",
        "/graphql?query=%7B__typename%7D",
        "/schema.graphql",
    ] {
        let mut response = server.get(path, &[]);
        let refused = response.status().is_client_error()
            || response
                .body_mut()
                .read_to_string()
                .unwrap()
                .contains("FORBIDDEN");
        assert!(refused, "{path}");
    }
    // The pages themselves say nothing, and lead to the door.
    for path in ["/", "/aanmelden", "/auth/options", "/health/live"] {
        assert_eq!(server.get(path, &[]).status(), 200, "{path}");
    }
}
