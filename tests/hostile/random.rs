//! Random documents, variables, bodies and headers: 1,000 here, and as many as
//! `DEKKINGSKAART_HOSTILE` says (`make hostile`). A seed makes the same again.

use std::fmt::Write as _;
use std::io::Write as _;

use serde_json::Value;

use super::random_body::{Random, hostile_document, request, value};
use super::{Answer, assert_serves, encoded, post, send, target};
use crate::support::Server;

/// How many are sent, and from which seed on.
fn numbers() -> (u64, u64) {
    let read = |name: &str, standard| {
        #[expect(clippy::disallowed_methods, reason = "a setting of the tests")]
        let value = std::env::var(name).ok();
        value
            .and_then(|value| value.parse().ok())
            .unwrap_or(standard)
    };
    (
        read("DEKKINGSKAART_HOSTILE", 1_000),
        read("DEKKINGSKAART_HOSTILE_SEED", 1),
    )
}

const HEADERS: &[(&str, &str)] = &[
    ("authorization", "Bearer x"),
    ("authorization", "Basic eDp4"),
    ("authorization", ""),
    ("cookie", "__Host-dekkingskaart=x; __Host-dekkingskaart=y"),
    ("cookie", "=;=;;"),
    ("content-type", "text/plain"),
    ("content-type", "application/json; charset=utf-16"),
    ("content-type", "multipart/form-data; boundary=x"),
    ("accept", "text/html;q=x, */*"),
    ("accept-encoding", "br;q=9, gzip, x"),
    ("x-forwarded-for", "1.1.1.1, ::ffff:zz, "),
    ("origin", "null"),
    ("origin", "http://[::1"),
    ("sec-fetch-site", "cross-site"),
    ("if-none-match", "\"\\\", W/"),
    ("range", "bytes=0-18446744073709551615"),
    ("host", "\u{7f}"),
    ("expect", "100-continue"),
    ("upgrade", "websocket"),
    ("sec-websocket-protocol", ",,"),
];

fn ask(server: &Server, random: &mut Random) -> (Vec<u8>, Option<Answer>) {
    let headers: Vec<_> = (0..random.below(3))
        .map(|_| HEADERS[random.below(HEADERS.len())])
        .collect();
    match random.below(8) {
        0 => {
            let query = hostile_document(random);
            let query: String = query.chars().take(4_000).collect();
            let names: &[&str] = &["query", "query", "query", "variables", "extensions"];
            let path = format!(
                "/graphql?{}={}&variables={}",
                random.pick(names),
                encoded(&query),
                encoded(&value(random, 3).to_string())
                    .chars()
                    .take(9_000)
                    .collect::<String>()
            );
            let mut request = format!(
                "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n",
                server.host()
            );
            for (name, value) in headers {
                write!(request, "{name}: {value}\r\n").unwrap();
            }
            request.push_str("\r\n");
            let answer = send(server, request.as_bytes());
            (request.into_bytes(), answer)
        }
        1 => {
            let mut bytes = Vec::new();
            let line = random.pick(&[
                "GET /",
                "POST /graphql",
                "PUT /graphql",
                "GET /graphql?",
                "X",
                "GET //../",
            ]);
            write!(
                bytes,
                "{line}{} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n",
                encoded(&random.text(20))
            )
            .unwrap();
            for _ in 0..random.below(200) {
                write!(
                    bytes,
                    "x-{}: {}\r\n",
                    random.below(1_000),
                    "y".repeat(random.below(200))
                )
                .unwrap();
            }
            bytes.extend_from_slice(b"\r\n");
            let answer = send(server, &bytes);
            (bytes, answer)
        }
        _ => {
            let body = request(random);
            let answer = post(server, &headers, &body);
            (body, answer)
        }
    }
}

/// Each error has a code, and none is a fault of ours.
fn check(answer: &Answer, asked: &[u8], seed: u64) {
    let about = || {
        let asked: String = String::from_utf8_lossy(asked).chars().take(2_000).collect();
        let body: String = String::from_utf8_lossy(&answer.body)
            .chars()
            .take(600)
            .collect();
        format!("seed {seed}\n{asked}\n{}\n{body}", answer.headers)
    };
    assert!(
        matches!(answer.status, 100 | 200 | 304 | 400..=499 | 503),
        "{}",
        about()
    );
    let Ok(body) = serde_json::from_slice::<Value>(&answer.body) else {
        return;
    };
    for error in body["errors"].as_array().into_iter().flatten() {
        let code = error["extensions"]["code"].as_str();
        assert!(code.is_some_and(|code| code != "INTERNAL"), "{}", about());
    }
}

#[test]
fn random_requests_leave_the_server_as_it_was() {
    let (number, first) = numbers();
    let (mut statuses, mut codes) = (
        std::collections::BTreeMap::new(),
        std::collections::BTreeMap::new(),
    );
    for seed in first..first + number {
        let mut random = Random(seed);
        let (asked, answer) = ask(target(), &mut random);
        let status = answer.as_ref().map_or(0, |answer| answer.status);
        *statuses.entry(status).or_insert(0_u64) += 1;
        if let Some(answer) = answer {
            check(&answer, &asked, seed);
            let body = serde_json::from_slice::<Value>(&answer.body).unwrap_or_default();
            let code = body["errors"][0]["extensions"]["code"]
                .as_str()
                .unwrap_or("-")
                .to_owned();
            *codes.entry(code).or_insert(0_u64) += 1;
        }
        if seed % 100 == 0 {
            assert_serves(target());
        }
    }
    println!(
        "{statuses:?}\n{codes:?}\n{} bytes at most",
        target().peak_memory()
    );
    assert!(
        codes.len() > 8,
        "the requests are too much alike: {codes:?}"
    );
    assert_serves(target());
}
