//! Clients that are slow, that send nothing, or that read nothing.

use std::io::{Cursor, Read, Write};
use std::net::TcpStream;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpSocket;
use zip::ZipArchive;

use crate::support::{Server, until};

/// Longer than anything here takes: a test that waits for it fails.
const LIMIT: Duration = Duration::from_mins(3);

/// A connection that has sent something, and waits no longer than the limit.
fn sent(server: &Server, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.host()).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    stream
}

/// What comes until the server closes the connection.
fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {}
        Err(error) => panic!("{error}"),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The head of an answer; the body may come or not.
fn head(stream: &mut TcpStream) -> String {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

/// A connection of a client that takes next to nothing.
async fn narrow(server: &Server, text: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let stream = socket.connect(server.host().parse().unwrap()).await;
    let mut stream = stream.unwrap().into_std().unwrap();
    stream.set_nonblocking(false).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    stream
}

/// The largest file of a map: some megabytes.
fn large_file(server: &Server) -> String {
    let data = server.data("{ boundaryDates { full: topologyUrl(detail: FULL) } }");
    data["boundaryDates"][0]["full"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn metric(server: &Server, name: &str) -> f64 {
    let text = server
        .get("/metrics", &[])
        .body_mut()
        .read_to_string()
        .unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.map_or(0.0, |value| value.trim().parse().unwrap())
}

#[test]
fn who_holds_connections_open_without_a_request_keeps_nobody_out() {
    let server = Server::start(&[
        "--empty",
        "--connections=60",
        "--connections-per-address=30",
        "--head-timeout=600",
    ]);
    let mut open: Vec<TcpStream> = (0..200)
        .map(|_| sent(&server, "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: "))
        .collect();
    assert_eq!(server.get("/health/live", &[]).status(), 200);
    // The first are closed, or there would be no bound.
    assert_eq!(rest(open.remove(0)), "");
}

#[test]
fn the_head_of_a_request_has_to_come_in_time() {
    let server = Server::start(&["--empty", "--head-timeout=1"]);
    assert_eq!(rest(sent(&server, "")), "");
    assert_eq!(rest(sent(&server, "GET /health/live HTTP/1.1\r\nHo")), "");
    // So long is a connection kept between requests, too.
    let kept = sent(&server, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    assert!(rest(kept).ends_with("live\n"));
}

#[test]
fn a_body_has_to_come_in_time() {
    let server = Server::public();
    let request = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Content-Length: 100\r\n\r\n{\"query\":";
    let told = head(&mut sent(server, request));
    assert!(told.starts_with("HTTP/1.1 408 "), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_has_to_be_read() {
    let server = Server::spawn(&["--unread-timeout=1"]);
    let path = large_file(&server);
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").repeat(20);
    let _unread = narrow(&server, &request).await;
    let name = "dekkingskaart_answers_unread_total ";
    until("the connection stays", || metric(&server, name) > 0.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_waits_for_nobody_who_does_nothing() {
    let server = Server::spawn(&[
        "--head-timeout=600",
        "--unread-timeout=600",
        "--stop-timeout=600",
    ]);
    let path = large_file(&server);
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
    let _unread = narrow(&server, &request.repeat(20)).await;
    let _silent = sent(&server, "");
    let _head = sent(&server, "GET / HTTP/1.1\r\nHost");
    let _body = sent(
        &server,
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Content-Length: 100\r\n\r\n{",
    );
    let mut kept = sent(&server, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    head(&mut kept);
    let mut follower = sent(
        &server,
        "GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
         Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
    );
    assert!(head(&mut follower).starts_with("HTTP/1.1 101 "));
    stop(server);
    // Who follows is told: a close frame (opcode 8) with 1001, going away.
    let mut frame = [0; 4];
    follower.read_exact(&mut frame).unwrap();
    assert_eq!((frame[0], &frame[2..]), (0x88, &[0x03, 0xe9][..]));
}

/// Stops a server; panics when that takes too long.
fn stop(server: Server) {
    let (stopped, is_stopped) = mpsc::channel();
    thread::spawn(move || {
        drop(server);
        let _ = stopped.send(());
    });
    is_stopped.recv_timeout(LIMIT).expect("it goes on");
}

#[test]
fn stopping_waits_for_what_is_under_way() {
    let server = Server::spawn(&[]);
    let request = "GET /sheet/batch.zip?code=GM0344&code=GM0363&code=GM0518 HTTP/1.1\r\n\
         Host: x\r\n\r\n";
    let mut stream = sent(&server, request);
    assert!(head(&mut stream).starts_with("HTTP/1.1 200 "));
    let stopping = thread::spawn(move || stop(server));
    let mut chunked = Vec::new();
    stream.read_to_end(&mut chunked).unwrap();
    stopping.join().unwrap();
    let archive = ZipArchive::new(Cursor::new(unchunked(&chunked))).unwrap();
    assert_eq!(archive.len(), 3);
}

/// The content of a body that came in chunks, up to its end.
fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    loop {
        let end = body.windows(2).position(|two| two == b"\r\n").unwrap();
        let size = std::str::from_utf8(&body[..end]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        if size == 0 {
            return content;
        }
        content.extend_from_slice(&body[end + 2..end + 2 + size]);
        body = &body[end + 2 + size + 2..];
    }
}

#[test]
fn no_body_is_read_of_who_may_not_send_it() {
    let server = Server::start(&[]);
    let reader = server.token("reader", &["--role", "ADMIN", "--scope", "read"]);
    server.await_token(&reader);
    let bearer = format!("authorization: Bearer {reader}\r\n");
    for (path, headers, status) in [
        ("/import/population", "", "403"),
        ("/import/boundaries", &*bearer, "403"),
        ("/import/nothing", &*bearer, "403"),
        ("/auth/password", "", "401"),
        ("/auth/second-factor/begin", "", "401"),
        ("/auth/second-factor/confirm", "", "401"),
        ("/auth/second-factor/end", "", "401"),
        ("/graphql", "authorization: Bearer x\r\n", "401"),
        ("/auth/sign-in", "sec-fetch-site: cross-site\r\n", "403"),
        ("/graphql", "", "415"),
        ("/nowhere", "", "405"),
    ] {
        // Nothing of the body is ever sent.
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\n{headers}content-type: application/octet-stream\r\n\
             content-length: 60000000\r\n\r\n"
        );
        let told = head(&mut sent(&server, &request));
        assert!(
            told.starts_with(&format!("HTTP/1.1 {status} ")),
            "{path}: {told}"
        );
    }
}

#[test]
fn files_of_strangers_take_no_memory() {
    let server = Server::spawn(&["--empty"]);
    let before = server.peak_memory();
    let file = vec![b'x'; 30_000_000];
    thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| {
                let headers = [("content-type", "application/octet-stream")];
                // Who sends it whole gets an answer, and no broken connection.
                let mut answer = server.post_bytes("/import/population", &headers, &file);
                assert_eq!(answer.status(), 403);
                let told: Value = answer.body_mut().read_json().unwrap();
                assert_eq!(told["errors"][0]["extensions"]["code"], "FORBIDDEN");
            });
        }
    });
    let grown = server.peak_memory() - before;
    assert!(grown < 60_000_000, "{grown} bytes more");
}

#[test]
fn a_body_that_is_too_large_is_told_so() {
    let server = Server::public();
    let large = format!("{{\"query\": \"{}\"}}", "x".repeat(1024 * 1024));
    let (status, answer) = server.post("application/json", &large);
    assert_eq!(status, 413);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BODY_TOO_LARGE");
}

#[test]
fn what_is_handed_in_leaves_no_file_behind() {
    let folder = tempfile::tempdir().unwrap();
    let uploads = format!("--uploads={}", folder.path().display());
    let server = Server::start(&["--empty", &uploads]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let request = format!(
        "POST /import/population HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {desk}\r\n\
         content-type: application/octet-stream\r\ncontent-length: 60000000\r\n\r\n{}",
        "x".repeat(500_000)
    );
    let unfinished: Vec<TcpStream> = (0..8).map(|_| sent(&server, &request)).collect();
    // One account has four at once; the others are told so.
    let (told, answers) = mpsc::channel();
    for mut stream in unfinished {
        let told = told.clone();
        thread::spawn(move || {
            let head = head(&mut stream);
            let _ = told.send(head);
            drop(stream);
        });
    }
    for _ in 0..4 {
        let head = answers.recv_timeout(LIMIT).unwrap();
        assert!(head.starts_with("HTTP/1.1 429 "), "{head}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_for_a_batch_goes_to_who_reads() {
    // A program of its own: all servers in a process share these places.
    let server = Server::spawn(&["--unread-timeout=600"]);
    let data = server.data("{ municipalities { nodes { code } } }");
    let nodes = data["municipalities"]["nodes"].as_array().unwrap();
    let codes: Vec<String> = nodes
        .iter()
        .map(|node| format!("code={}", node["code"].as_str().unwrap()))
        .collect();
    let all = format!("/sheet/batch.zip?{}", codes.join("&"));
    let request = format!("GET {all} HTTP/1.1\r\nHost: x\r\n\r\n");
    let mut unread = Vec::new();
    for _ in 0..8 {
        let mut stream = narrow(&server, &request).await;
        // It has a place, of which it takes nothing more.
        let told = head(&mut stream);
        assert!(told.starts_with("HTTP/1.1 200 "), "{told}");
        unread.push(stream);
    }
    let path = "/sheet/batch.zip?code=GM0344";
    until("no place", || server.get(path, &[]).status() == 200);
}
