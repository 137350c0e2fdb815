//! The example of nginx in `docs/deploy`, in front of the real program.

use std::fs;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Server, until};

const EXAMPLE: &str = include_str!("../../docs/deploy/nginx.conf");

/// nginx in front of a server, stopped when dropped.
struct Proxy {
    running: Child,
    address: String,
    _folder: TempDir,
}

impl Proxy {
    /// The example as it is, but for TLS and the ports.
    fn before(server: &Server) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let plain = server_blocks_without_tls();
        let example = plain
            .replace("127.0.0.1:8080", server.host())
            .replace("listen 443 ssl http2", &format!("listen 127.0.0.1:{port}"));
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {};\n", path(kind)))
            .concat();
        let whole = format!(
            "daemon off; pid {}; error_log stderr;\nevents {{}}\nhttp {{ access_log off;\n{paths}{example}}}\n",
            path("pid")
        );
        fs::write(path("nginx.conf"), whole).unwrap();
        let running = Command::new("nginx")
            .args(["-p", &path(""), "-c", &path("nginx.conf")])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx is missing; .ci/install-tools installs it");
        let proxy = Self {
            running,
            address: format!("http://127.0.0.1:{port}"),
            _folder: folder,
        };
        let live = format!("{}/health/live", proxy.address);
        until("no nginx", || ureq::get(&live).call().is_ok());
        proxy
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // Its workers end with it on SIGTERM, and not when it is killed.
        let process = rustix::process::Pid::from_child(&self.running);
        let _ = rustix::process::kill_process(process, rustix::process::Signal::TERM);
        let _ = self.running.wait();
    }
}

/// The example without the lines of TLS, and without the server that only sends
/// browsers to it.
fn server_blocks_without_tls() -> String {
    let (before, rest) = EXAMPLE.split_once("server {\n    listen 80;").unwrap();
    let (_, after) = rest.split_once("\n}\n").unwrap();
    let lines = after
        .lines()
        .filter(|line| !line.trim().starts_with("ssl_"));
    format!("{before}{}\n", lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn the_example_of_nginx_serves_and_passes_on_what_is_needed() {
    let server = Server::start(&["--behind-proxy"]);
    let proxy = Proxy::before(&server);
    let at = |path: &str| format!("{}{path}", proxy.address);
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let page = agent.get(at("/")).header("accept", "text/html").call();
    let page = page.unwrap();
    assert_eq!(page.status(), 200);
    // nginx gives the id: 32 digits.
    assert_eq!(page.headers()["x-request-id"].len(), 32);
    assert_eq!(agent.get(at("/metrics")).call().unwrap().status(), 404);

    // Who says to be somebody else is known by their own address all the same.
    let sign_in = |from: &str, email: String| {
        let body = json!({ "email": email, "password": "x" }).to_string();
        let request = agent.post(at("/auth/sign-in"));
        let request = request.header("x-forwarded-for", from);
        let request = request.header("content-type", "application/json");
        request.send(body).unwrap().status().as_u16()
    };
    let tried = (0..6).map(|number| sign_in(&format!("10.0.0.{number}"), format!("{number}@a.nl")));
    assert_eq!(tried.collect::<Vec<_>>(), [401, 401, 401, 401, 401, 429]);

    // A file goes through as it comes, and its refusal comes back.
    let file = agent.post(at("/import/population"));
    let file = file.header("content-type", "application/octet-stream");
    let mut refused = file.send(&vec![b'x'; 3_000_000][..]).unwrap();
    assert_eq!(refused.status(), 403);
    let told: Value = refused.body_mut().read_json().unwrap();
    assert_eq!(told["errors"][0]["extensions"]["code"], "FORBIDDEN");

    let follower = proxy.address.replace("http://", "ws://");
    let mut request =
        tungstenite::client::IntoClientRequest::into_client_request(format!("{follower}/graphql"))
            .unwrap();
    let protocol = tungstenite::http::HeaderValue::from_static("graphql-transport-ws");
    let headers = request.headers_mut();
    headers.insert("sec-websocket-protocol", protocol);
    let stream = std::net::TcpStream::connect(proxy.address.replace("http://", "")).unwrap();
    let (mut socket, _) = tungstenite::client::client(request, stream).unwrap();
    let init = json!({ "type": "connection_init" }).to_string();
    socket
        .send(tungstenite::Message::Text(init.into()))
        .unwrap();
    let answer = socket.read().unwrap().into_text().unwrap();
    assert!(answer.contains("connection_ack"), "{answer}");
}
