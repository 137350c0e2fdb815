//! Traces that go to a collector of OpenTelemetry.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::support::{Server, program};

/// Takes what is sent, and gives the path and the body of each request.
fn collector() -> (String, Receiver<(String, Vec<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (send, received) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let mut head = Vec::new();
            loop {
                let mut line = String::new();
                if stream.read_line(&mut line).unwrap() < 3 {
                    break;
                }
                head.push(line.to_ascii_lowercase());
            }
            let length = head
                .iter()
                .find_map(|line| line.strip_prefix("content-length:"))
                .map_or(0, |length| length.trim().parse().unwrap());
            let mut body = vec![0; length];
            stream.read_exact(&mut body).unwrap();
            let answer = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
            stream.get_mut().write_all(answer.as_bytes()).unwrap();
            let _ = send.send((head.swap_remove(0), body));
        }
    });
    (address, received)
}

fn holds(body: &[u8], part: &[u8]) -> bool {
    body.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_request_leaves_a_trace_in_that_of_who_sent_it() {
    let (address, received) = collector();
    let server = Server::spawn(&["--otlp-endpoint", &address]);
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    let parent = format!("00-{trace}-00f067aa0ba902b7-01");
    // Large enough to be answered on a thread of its own.
    let query = serde_json::json!({ "query":
        "{ municipalities { nodes { code name geometry policy { class } } } }" });
    let headers = [("traceparent", parent.as_str()), ("cookie", "geheim=1")];
    let mut answer = server.post_json("/graphql", &headers, &query);
    assert_eq!(answer.status(), 200);
    answer.body_mut().read_to_vec().unwrap();
    let trace: Vec<u8> = (0..16)
        .map(|n| u8::from_str_radix(&trace[2 * n..2 * n + 2], 16).unwrap())
        .collect();
    let wanted: [&[u8]; 6] = [
        b"dekkingskaart",
        b"POST /graphql",
        b"http.response.status_code",
        b"wait for a turn",
        b"answer",
        &trace,
    ];
    let mut sent = Vec::new();
    while !wanted.iter().all(|part| holds(&sent, part)) {
        let (path, body) = received.recv_timeout(Duration::from_mins(1)).unwrap();
        assert!(path.starts_with("post /v1/traces "), "{path}");
        sent.extend(body);
    }
    // Nothing of what was asked for, nor of who asked.
    for secret in ["geheim", "municipalities", "127.0.0.1:"] {
        assert!(!holds(&sent, secret.as_bytes()), "{secret}");
    }
}

#[test]
fn a_collector_that_does_not_answer_stops_nothing() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", silent.local_addr().unwrap());
    let server = Server::spawn(&["--otlp-endpoint", &address, "--empty"]);
    for _ in 0..20 {
        assert_eq!(server.get("/health/live", &[]).status(), 200);
    }
    let refused = program()
        .args(["serve", "--otlp-endpoint", "collector"])
        .output()
        .unwrap();
    assert!(!refused.status.success());
    let told = String::from_utf8_lossy(&refused.stderr);
    assert!(
        told.contains("`collector`") && told.contains("http://HOST:4318"),
        "{told}"
    );
}
