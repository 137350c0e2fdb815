//! Answers that are kept until the next change.

use std::io::Read;

use serde_json::{Value, json};
use ureq::Body;
use ureq::http::Response;

use crate::access::people::{PASSWORD, add, sign_in};
use crate::support::Server;

const OUTLINES: &str = "{ municipalities(first: 50) { nodes { code name geometry } } }";
const HIT: &str = "dekkingskaart; hit";
const STORED: &str = "dekkingskaart; fwd=miss; stored";
const BYPASS: &str = "dekkingskaart; fwd=bypass";

fn ask(server: &Server, headers: &[(&str, &str)], query: &str) -> Response<Body> {
    server.post_json("/graphql", headers, &json!({ "query": query }))
}

fn header(answer: &Response<Body>, name: &str) -> String {
    let value = answer.headers().get(name);
    value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
}

fn cache_status(answer: &Response<Body>) -> String {
    header(answer, "cache-status")
}

fn bytes(mut answer: Response<Body>) -> Vec<u8> {
    answer.body_mut().read_to_vec().unwrap()
}

#[test]
fn the_same_question_is_answered_once_in_every_encoding() {
    let server = Server::start(&[]);
    let first = ask(&server, &[], OUTLINES);
    assert_eq!(cache_status(&first), STORED);
    let plain = bytes(first);
    for encoding in ["br", "gzip", "br", "gzip", "identity"] {
        let again = ask(&server, &[("accept-encoding", encoding)], OUTLINES);
        assert_eq!(cache_status(&again), HIT);
        assert!(header(&again, "vary").contains("accept-encoding"));
        let packed = bytes_as_sent(&server, encoding);
        let mut read = Vec::new();
        match encoding {
            "br" => {
                brotli::BrotliDecompress(&mut packed.as_slice(), &mut read).unwrap();
            }
            "gzip" => {
                let mut unpacked = flate2::read::GzDecoder::new(packed.as_slice());
                unpacked.read_to_end(&mut read).unwrap();
            }
            _ => read = packed,
        }
        assert!(read == plain, "{encoding}");
    }
}

#[test]
fn a_short_answer_is_sent_as_it_is() {
    let server = Server::start(&[]);
    for asked in 0..2 {
        let answer = ask(
            &server,
            &[("accept-encoding", "br, gzip")],
            "{serverInfo{version}}",
        );
        assert_eq!(cache_status(&answer), [STORED, HIT][asked]);
        assert_eq!(header(&answer, "content-encoding"), "");
        let length = header(&answer, "content-length");
        assert_eq!(length, bytes(answer).len().to_string());
    }
}

/// What is sent, as it is on the wire.
fn bytes_as_sent(server: &Server, encoding: &str) -> Vec<u8> {
    let body = json!({ "query": OUTLINES });
    let answer = server.post_json("/graphql", &[("accept-encoding", encoding)], &body);
    let name = header(&answer, "content-encoding");
    assert_eq!(name, if encoding == "identity" { "" } else { encoding });
    bytes(answer)
}

#[test]
fn a_question_in_an_address_and_in_a_body_share_their_answer() {
    let server = Server::start(&[]);
    let variables = json!({ "code": "GM0344" });
    let query = "query($code:MunicipalityCode!){municipality(code:$code){name}}";
    let address = format!(
        "/graphql?query={}&variables={}",
        query
            .replace('{', "%7B")
            .replace('}', "%7D")
            .replace('$', "%24"),
        "%7B%22code%22:%22GM0344%22%7D"
    );
    let asked = json!({ "query": query, "variables": variables });
    assert_eq!(
        cache_status(&server.post_json("/graphql", &[], &asked)),
        STORED
    );
    let answer = server.get(&address, &[]);
    assert_eq!(cache_status(&answer), HIT);
    let tag = header(&answer, "etag");
    let told: Value = serde_json::from_slice(&bytes(answer)).unwrap();
    assert_eq!(told["data"]["municipality"]["name"], "Utrecht");
    let unchanged = server.get(&address, &[("if-none-match", &tag)]);
    assert_eq!(unchanged.status(), 304);
    // Another value is another question.
    let other = json!({ "query": query, "variables": { "code": "GM0363" } });
    assert_eq!(
        cache_status(&server.post_json("/graphql", &[], &other)),
        STORED
    );
}

#[test]
fn a_change_is_seen_at_once() {
    let server = Server::start(&[]);
    let chief = server.token("chief", &["--role", "OUTREACH"]);
    server.await_token(&chief);
    let query = r#"{ municipality(code: "GM0344") { policy { verdicts { block { id } verdict established } } } }"#;
    let ask_for = || {
        let answer = ask(&server, &[], query);
        let status = cache_status(&answer);
        (status, bytes(answer))
    };
    let (_, before) = ask_for();
    assert_eq!(ask_for(), (HIT.to_owned(), before.clone()));
    let write = r#"mutation { recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01",
        established: CONVERSATION, verdicts: [{ block: "adopted-policy", verdict: PRESENT }] }) { code } }"#;
    let (status, told) = server.ask_as(Some(&chief), write);
    assert!(status == 200 && told["errors"].is_null(), "{told}");
    let (status, after) = ask_for();
    assert_eq!(status, STORED);
    assert!(after != before);
}

#[test]
fn what_fails_or_changes_something_is_not_kept() {
    let server = Server::start(&[]);
    for query in [
        r#"{ municipality(code: "GM0344", asOf: "1900-01-01") { name } }"#,
        "mutation { __typename }",
    ] {
        for _ in 0..2 {
            let answer = ask(&server, &[], query);
            assert!(cache_status(&answer) != HIT, "{query}");
        }
    }
}

#[test]
fn what_one_may_read_is_not_kept_for_another() {
    let server = Server::start(&[]);
    add(&server, "a@a.nl", &["--role", "OUTREACH"]);
    add(&server, "b@a.nl", &["--role", "OUTREACH"]);
    let mut cookies: Vec<_> = ["a@a.nl", "b@a.nl"]
        .iter()
        .map(|email| sign_in(&server, email, PASSWORD))
        .collect();
    cookies.push(String::new());
    let query = "{ viewer { name role } }";
    let mut told = Vec::new();
    for _ in 0..2 {
        for cookie in &cookies {
            let answer = ask(&server, &[("cookie", cookie)], query);
            told.push((cache_status(&answer), bytes(answer)));
        }
    }
    let (first, again) = told.split_at(3);
    for (n, (one, other)) in first.iter().zip(again).enumerate() {
        assert_eq!(one.0, STORED, "{n}");
        assert_eq!(other.0, HIT, "{n}");
        assert!(one.1 == other.1, "{n}");
        assert!(first[..n].iter().all(|before| before.1 != one.1), "{n}");
    }
}

#[test]
fn nothing_is_kept_when_the_bound_is_nothing() {
    let server = Server::start(&["--answer-cache-mb", "0"]);
    let mut answers = Vec::new();
    for encoding in ["identity", "gzip", "identity"] {
        let answer = ask(&server, &[("accept-encoding", encoding)], OUTLINES);
        assert_eq!(cache_status(&answer), BYPASS);
        answers.push((header(&answer, "content-encoding"), bytes(answer)));
    }
    assert_eq!(answers[1].0, "gzip");
    assert!(answers[0] == answers[2]);
}

#[test]
fn what_is_kept_is_counted() {
    let server = Server::spawn(&["--answer-cache-mb", "1"]);
    for _ in 0..3 {
        bytes(ask(&server, &[], "{ municipalities { totalCount } }"));
    }
    let metrics = String::from_utf8(bytes(server.get("/metrics", &[]))).unwrap();
    let of = |name: &str| {
        let line = metrics.lines().find(|line| line.starts_with(name));
        let number = line.and_then(|line| line.rsplit_once(' ')).unwrap().1;
        number.parse::<f64>().unwrap()
    };
    assert!(of(r#"dekkingskaart_answer_cache_total{outcome="hit"}"#) >= 2.0);
    assert!(of(r#"dekkingskaart_answer_cache_total{outcome="miss"}"#) >= 1.0);
    let bytes = of("dekkingskaart_answer_cache_bytes");
    assert!(bytes > 0.0 && bytes <= 1024.0 * 1024.0);
}
