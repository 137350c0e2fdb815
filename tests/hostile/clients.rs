//! One client among others.

use serde_json::Value;

use crate::support::Server;

const QUERY: &str = "/graphql?query=%7B%20serverInfo%20%7B%20version%20%7D%20%7D";

/// Asks as somebody at this address, as a proxy in front tells it.
fn ask_from(server: &Server, address: &str) -> (u16, Option<u64>, Value) {
    let mut response = server.get(QUERY, &[("x-forwarded-for", address)]);
    let retry = response.headers().get("retry-after").cloned();
    let retry = retry.and_then(|value| value.to_str().ok()?.parse().ok());
    let status = response.status().as_u16();
    (status, retry, response.body_mut().read_json().unwrap())
}

#[test]
fn who_asks_too_often_waits_and_nobody_else_does() {
    let server = Server::start(&[
        "--behind-proxy",
        "--client-rate",
        "1",
        "--client-burst",
        "5",
    ]);
    let one = "198.51.100.7";
    let answers: Vec<_> = (0..30).map(|_| ask_from(&server, one)).collect();
    assert!(answers[..5].iter().all(|(status, ..)| *status == 200));
    let (_, retry, answer) = answers.iter().find(|(status, ..)| *status == 429).unwrap();
    assert!(retry.is_some_and(|seconds| (1..=60).contains(&seconds)));
    assert_eq!(
        answer["errors"][0]["extensions"]["code"],
        "TOO_MANY_REQUESTS"
    );
    assert_eq!(ask_from(&server, "198.51.100.8").0, 200);
    // The same client, written otherwise, with others before it that it made up.
    let again = |address| (0..5).any(|_| ask_from(&server, address).0 == 429);
    assert!(again("203.0.113.9, ::ffff:198.51.100.7"));
    // What operators ask is never refused.
    for _ in 0..30 {
        let health = server.get("/health/live", &[("x-forwarded-for", one)]);
        assert_eq!(health.status(), 200);
    }
}

#[test]
fn a_network_of_ipv6_is_one_client() {
    let server = Server::start(&[
        "--behind-proxy",
        "--client-rate",
        "1",
        "--client-burst",
        "5",
    ]);
    let address = |host: usize| format!("2001:db8:1:2::{host:x}");
    let refused = (0..30).filter(|host| ask_from(&server, &address(*host)).0 == 429);
    assert!(refused.count() > 0);
    assert_eq!(ask_from(&server, "2001:db8:1:3::1").0, 200);
}

#[test]
fn a_token_is_a_client_wherever_it_comes_from() {
    let server = Server::start(&[
        "--behind-proxy",
        "--client-rate",
        "1",
        "--client-burst",
        "3",
    ]);
    let token = server.token("desk", &["--role", "OUTREACH"]);
    let bearer = format!("Bearer {token}");
    let ask = |host: u8| {
        let address = format!("198.51.100.{host}");
        let headers = [
            ("authorization", bearer.as_str()),
            ("x-forwarded-for", &address),
        ];
        let path = "/graphql?query=%7Bmunicipalities%7Bnodes%7Bcode%20neighbours%7Bcode%20neighbours%7Bcode%7D%7D%7D%7D%7D";
        server.get(path, &headers).status().as_u16()
    };
    // Known within a second or two; each try comes from elsewhere.
    let begin = std::time::Instant::now();
    let mut host = 0;
    while ask(host) == 401 {
        assert!(begin.elapsed().as_secs() < 20);
        host = host.wrapping_add(1);
    }
    assert!((0..40).any(|more| ask(host.wrapping_add(more)) == 429));
}

#[test]
fn without_a_setting_the_machine_itself_is_not_limited() {
    let server = Server::public();
    assert!((0..50).all(|_| server.get(QUERY, &[]).status() == 200));
    let set = Server::start(&["--client-rate", "1", "--client-burst", "3"]);
    assert!((0..30).any(|_| set.get(QUERY, &[]).status() == 429));
}

#[test]
fn an_answer_that_takes_too_long_is_over() {
    let server = Server::start(&["--deadline-seconds", "0"]);
    assert_eq!(
        server.error_code("{ municipalities { nodes { code neighbours { code } } } }"),
        "TOO_LONG"
    );
    assert_eq!(server.get("/health/live", &[]).status(), 200);
}
