//! Following what changes over a WebSocket.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::client::IntoClientRequest;
use tungstenite::http::HeaderValue;
use tungstenite::{Error, Message, WebSocket};

use crate::support::Server;

pub type Socket = WebSocket<TcpStream>;

/// Connects with these headers.
pub fn connect(server: &Server, own: &[(&'static str, &str)]) -> Result<Socket, u16> {
    let mut request = format!("ws://{}/graphql", server.host())
        .into_client_request()
        .unwrap();
    let headers = request.headers_mut();
    headers.insert(
        "sec-websocket-protocol",
        HeaderValue::from_static("graphql-transport-ws"),
    );
    for (name, value) in own {
        headers.insert(*name, HeaderValue::from_str(value).unwrap());
    }
    let stream = TcpStream::connect(server.host()).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    match tungstenite::client::client(request, stream) {
        Ok((socket, answer)) => {
            assert_eq!(
                answer.headers()["sec-websocket-protocol"],
                "graphql-transport-ws"
            );
            Ok(socket)
        }
        Err(tungstenite::HandshakeError::Failure(Error::Http(answer))) => {
            Err(answer.status().as_u16())
        }
        Err(error) => panic!("{error}"),
    }
}

pub fn send(socket: &mut Socket, message: &Value) {
    let text = message.to_string();
    socket.send(Message::Text(text.into())).unwrap();
}

pub fn receive(socket: &mut Socket) -> Value {
    loop {
        if let Message::Text(text) = socket.read().unwrap() {
            return serde_json::from_str(&text).unwrap();
        }
    }
}

pub fn begin(server: &Server) -> Socket {
    let mut socket = connect(server, &[]).unwrap();
    send(&mut socket, &json!({ "type": "connection_init" }));
    assert_eq!(receive(&mut socket)["type"], "connection_ack");
    socket
}

fn subscribe(socket: &mut Socket, query: &str) {
    send(
        socket,
        &json!({ "id": "1", "type": "subscribe", "payload": { "query": query } }),
    );
}

#[test]
fn each_change_is_told_after_it_can_be_read() {
    let server = Server::start(&[]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let mut socket = begin(&server);
    subscribe(
        &mut socket,
        "subscription { changed { revision municipalities } }",
    );
    // A ping is answered in order, so that what follows comes after the start.
    send(&mut socket, &json!({ "type": "ping" }));
    assert_eq!(receive(&mut socket)["type"], "pong");
    server.data_as(
        &desk,
        r#"mutation { recordPolicyDocument(input: { title: "x", scope: REGIONAL, validFrom: "2024-01-01", municipalities: ["GM0344", "GM0310"] }) { id } }"#,
    );
    let told = receive(&mut socket);
    let revision = server.data("{ serverInfo { revision } }")["serverInfo"]["revision"].clone();
    assert_eq!(
        told["payload"]["data"]["changed"],
        json!({ "revision": revision, "municipalities": ["GM0310", "GM0344"] }),
        "{told:#}"
    );
    // What is internal tells no municipality.
    server.data_as(
        &desk,
        r#"mutation { recordBriefing(input: { date: "2024-06-01", stage: HELD, kind: MUNICIPALITY, municipalities: ["GM0344"] }) { id } }"#,
    );
    let told = receive(&mut socket);
    assert_eq!(
        told["payload"]["data"]["changed"]["municipalities"],
        json!([])
    );
}

#[test]
fn questions_and_changes_do_not_go_this_way() {
    let server = Server::public();
    for query in [
        "{ serverInfo { revision } }",
        r#"mutation { proposeCorrection(code: "GM0344", text: "x") }"#,
    ] {
        let mut socket = begin(server);
        subscribe(&mut socket, query);
        let told = receive(&mut socket).to_string();
        assert!(told.contains("ONLY_SUBSCRIPTIONS"), "{told}");
    }
}

#[test]
fn no_page_of_another_site_follows() {
    let server = Server::public();
    let elsewhere = connect(server, &[("origin", "https://elders.nl")]);
    assert_eq!(elsewhere.err(), Some(403));
    let own = format!("http://{}", server.host());
    assert!(connect(server, &[("origin", &own)]).is_ok());
}

#[test]
fn nobody_follows_a_closed_server_without_an_account() {
    let server = Server::start(&["--public", "none"]);
    assert_eq!(connect(&server, &[]).err(), Some(403));
}
