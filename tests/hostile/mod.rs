//! What a stranger, or whoever has an account, may send to take the server from
//! others.

mod clients;
mod connections;
mod costs;
mod files;
mod fragments;
mod nesting;
mod random;
mod random_body;
mod websocket;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::Server;

/// Address space of the program, in KiB. What is merely reserved counts too,
/// by the allocator above all.
const ADDRESS_SPACE: u32 = 4 * 1024 * 1024;
/// The most memory that the program ever had, in bytes. A program that is not
/// optimised takes more than the released one.
const MOST_MEMORY: u64 = 500 * 1024 * 1024;

/// A server that all attacks share: what one does to it, the next would see.
fn target() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::limited(ADDRESS_SPACE, &[]))
}

/// Asserts that it serves as before.
fn assert_serves(server: &Server) {
    assert_eq!(server.get("/health/live", &[]).status(), 200);
    let data = server.data(r#"{ municipality(code: "GM0344", asOf: "2021-12-31") { name } }"#);
    assert_eq!(data["municipality"]["name"], "Utrecht");
    let memory = server.peak_memory();
    assert!(memory < MOST_MEMORY, "{memory} bytes");
}

/// Asserts that an answer is refused with this code, and gives its extensions.
fn refused(answer: &Value, code: &str) -> Value {
    let extensions = &answer["errors"][0]["extensions"];
    assert_eq!(extensions["code"], code, "{}", excerpt(answer));
    assert!(answer["data"].is_null());
    extensions.clone()
}

fn excerpt(answer: &Value) -> String {
    answer.to_string().chars().take(600).collect()
}

fn body(query: &str, variables: &Value) -> String {
    json!({ "query": query, "variables": variables }).to_string()
}

/// So many pieces in a row.
fn joined(number: usize, piece: impl Fn(usize) -> String) -> String {
    (0..number).fold(String::new(), |text, at| text + &piece(at))
}

fn encoded(text: &str) -> String {
    let bytes = text.as_bytes();
    joined(bytes.len(), |at| format!("%{:02X}", bytes[at]))
}

/// A status and a body, as they came.
struct Answer {
    status: u16,
    headers: String,
    body: Vec<u8>,
}

/// Sends bytes as they are, and reads the answer to its end. Nothing when the
/// connection ends without one.
fn send(server: &Server, request: &[u8]) -> Option<Answer> {
    let mut stream = TcpStream::connect(server.host()).unwrap();
    let patience = Some(Duration::from_mins(1));
    stream.set_read_timeout(patience).unwrap();
    // A refusal may come before all is sent.
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    let headers = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = headers.split(' ').nth(1)?.parse().ok()?;
    Some(Answer {
        status,
        headers,
        body: answer.split_off(end + 4),
    })
}

/// A question by POST, with more headers.
fn post(server: &Server, headers: &[(&str, &str)], body: &[u8]) -> Option<Answer> {
    let length = body.len();
    let host = server.host();
    let mut request = format!(
        "POST /graphql HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n"
    );
    if !headers.iter().any(|(name, _)| *name == "content-type") {
        request.push_str("content-type: application/json\r\n");
    }
    for (name, value) in headers {
        request.extend([*name, ": ", *value, "\r\n"]);
    }
    request.push_str("\r\n");
    let mut request = request.into_bytes();
    request.extend_from_slice(body);
    send(server, &request)
}
