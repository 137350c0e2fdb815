//! Connections that follow more than they should.

use serde_json::json;
use tungstenite::Message;

use super::target;
use crate::graphql::following::{begin, connect, receive, send};
use crate::support::{Server, until};

const CHANGED: &str = "subscription { changed { revision municipalities } }";

/// The number with which the server closes a connection.
fn closed(socket: &mut crate::graphql::following::Socket) -> u16 {
    loop {
        if let Message::Close(Some(frame)) = socket.read().unwrap() {
            return frame.code.into();
        }
    }
}

#[test]
fn a_connection_has_a_few_subscriptions() {
    let mut socket = begin(target());
    for id in 0..20 {
        let subscribe =
            json!({ "id": id.to_string(), "type": "subscribe", "payload": { "query": CHANGED } });
        send(&mut socket, &subscribe);
    }
    for id in 10..20 {
        let told = receive(&mut socket);
        assert_eq!(
            (&told["id"], &told["type"]),
            (&json!(id.to_string()), &json!("error"))
        );
        let code = &told["payload"][0]["extensions"]["code"];
        assert_eq!(code, "TOO_MANY_SUBSCRIPTIONS");
    }
    // One that ends makes room.
    send(&mut socket, &json!({ "id": "0", "type": "complete" }));
    send(
        &mut socket,
        &json!({ "id": "x", "type": "subscribe", "payload": { "query": CHANGED } }),
    );
    send(&mut socket, &json!({ "type": "ping" }));
    assert_eq!(receive(&mut socket)["type"], "pong");
}

#[test]
fn an_id_longer_than_any_of_a_client_ends_the_connection() {
    let mut socket = begin(target());
    let id = "x".repeat(129);
    send(
        &mut socket,
        &json!({ "id": id, "type": "subscribe", "payload": { "query": CHANGED } }),
    );
    assert_eq!(closed(&mut socket), 4400);
}

#[test]
fn different_questions_that_are_followed_have_a_bound() {
    let server = Server::start(&[]);
    let mut sockets = Vec::new();
    for at in 0..21 {
        let mut socket = begin(&server);
        for id in 0..10 {
            let query = format!("subscription {{ a{at}b{id}: changed {{ revision }} }}");
            send(
                &mut socket,
                &json!({ "id": id.to_string(), "type": "subscribe", "payload": { "query": query } }),
            );
        }
        // What was asked before is done before this is answered.
        send(&mut socket, &json!({ "type": "ping" }));
        let mut refused = 0;
        loop {
            let told = receive(&mut socket);
            if told["type"] == "pong" {
                break;
            }
            let code = &told["payload"][0]["extensions"]["code"];
            assert_eq!(code, "TOO_MANY_SUBSCRIPTIONS", "{told}");
            refused += 1;
        }
        assert_eq!(refused, if at < 20 { 0 } else { 10 }, "{at}");
        sockets.push(socket);
    }
    // What others follow already can still be followed.
    let mut socket = begin(&server);
    let known = "subscription { a0b0: changed { revision } }";
    send(
        &mut socket,
        &json!({ "id": "1", "type": "subscribe", "payload": { "query": known } }),
    );
    send(&mut socket, &json!({ "type": "ping" }));
    assert_eq!(receive(&mut socket)["type"], "pong");
}

#[test]
fn an_address_has_a_part_of_the_places() {
    let server = Server::start(&["--behind-proxy"]);
    let from = |address: &str| connect(&server, &[("x-forwarded-for", address)]);
    let mut kept = Vec::new();
    for host in 0..50 {
        kept.push(from(&format!("2001:db8::{host:x}")).unwrap());
    }
    assert_eq!(from("2001:db8::ffff").err(), Some(503));
    assert!(from("2001:db8:0:1::1").is_ok());
    // Who leaves makes room, once the server has seen it.
    drop(kept.pop());
    until("no place came free", || from("2001:db8::ffff").is_ok());
}

#[test]
fn what_is_no_message_of_the_protocol_closes_the_connection() {
    let deep = format!(
        r#"{{"id":"1","type":"subscribe","payload":{{"variables":{}"#,
        "[".repeat(20_000)
    );
    let subscribe = json!({ "id": "1", "type": "subscribe", "payload": { "query": CHANGED } });
    for (said, code) in [
        (vec![deep], 4400),
        (vec!["{".to_owned()], 4400),
        (vec![json!({ "type": "connection_init" }).to_string()], 4429),
        (vec![subscribe.to_string(), subscribe.to_string()], 4409),
    ] {
        let mut socket = begin(target());
        for text in said {
            socket.send(Message::Text(text.into())).unwrap();
        }
        assert_eq!(closed(&mut socket), code);
    }
    let mut socket = connect(target(), &[]).unwrap();
    send(&mut socket, &subscribe);
    assert_eq!(closed(&mut socket), 4401);
    super::assert_serves(target());
}

#[test]
fn documents_are_counted_here_too() {
    let deep = format!("subscription {{ changed(a: {} }}", "[".repeat(15_000));
    let fragments = super::joined(30, |at| {
        format!(
            "fragment F{at} on Subscription {{ ...F{0} ...F{0} }} ",
            at + 1
        )
    });
    let wide = format!(
        "subscription {{ ...F0 }} {fragments} fragment F30 on Subscription {{ __typename }}"
    );
    for (query, code) in [(deep, "TOO_DEEP"), (wide, "TOO_MANY_SELECTIONS")] {
        let mut socket = begin(target());
        send(
            &mut socket,
            &json!({ "id": "1", "type": "subscribe", "payload": { "query": query } }),
        );
        let told = receive(&mut socket);
        assert_eq!(told["payload"][0]["extensions"]["code"], code, "{told}");
    }
    super::assert_serves(target());
}

#[test]
fn a_message_larger_than_may_be_ends_the_connection() {
    let mut socket = begin(target());
    let large = json!({ "type": "ping", "payload": { "x": "x".repeat(200_000) } }).to_string();
    // It may be gone before all is sent.
    let _ = socket.send(Message::Text(large.into()));
    while let Ok(message) = socket.read() {
        assert!(!message.is_text(), "it was answered: {message}");
    }
    super::assert_serves(target());
}
