//! The messages of the protocol `graphql-transport-ws`.

use axum::extract::ws::{CloseFrame, Message};
use serde::Deserialize;
use serde_json::value::RawValue;

use graphql::check_json;

/// What a client says.
#[derive(Debug)]
pub(super) enum ClientMessage {
    ConnectionInit,
    Subscribe { id: String, payload: Box<RawValue> },
    Complete { id: String },
    Ping,
    Pong,
}

#[derive(Deserialize)]
struct RawMessage {
    #[serde(rename = "type")]
    kind: String,
    id: Option<String>,
    payload: Option<Box<RawValue>>,
}

/// Why a connection is closed: by the numbers of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CloseReason {
    /// Not a message of the protocol, or one that nests too deep.
    Malformed,
    /// A subscription before the greeting.
    NotGreeted,
    /// No greeting within the time for it.
    NeverGreeted,
    /// An id that is in use.
    InUse,
    /// A second greeting, or more messages than one client may send.
    TooMany,
    /// Nothing was said for long.
    Silent,
    /// The server stops.
    GoingAway,
}

impl ClientMessage {
    pub(super) fn read(text: &str) -> Result<Self, CloseReason> {
        check_json(text.as_bytes()).map_err(|_| CloseReason::Malformed)?;
        let written: RawMessage = serde_json::from_str(text).map_err(|_| CloseReason::Malformed)?;
        Ok(match (&*written.kind, written.id, written.payload) {
            ("connection_init", ..) => Self::ConnectionInit,
            ("subscribe", Some(id), Some(payload)) => Self::Subscribe { id, payload },
            ("complete", Some(id), _) => Self::Complete { id },
            ("ping", ..) => Self::Ping,
            ("pong", ..) => Self::Pong,
            _ => return Err(CloseReason::Malformed),
        })
    }
}

impl CloseReason {
    pub(super) fn message(self) -> Message {
        let (code, reason) = match self {
            Self::Malformed => (4400, "Invalid message"),
            Self::NotGreeted => (4401, "Unauthorized"),
            Self::NeverGreeted => (4408, "Connection initialisation timeout"),
            Self::InUse => (4409, "Subscriber already exists"),
            Self::TooMany => (4429, "Too many requests"),
            Self::Silent => (3008, "timeout"),
            // RFC 6455, section 7.4.1.
            Self::GoingAway => (1001, ""),
        };
        Message::Close(Some(CloseFrame {
            code,
            reason: reason.into(),
        }))
    }
}

/// What is said to a client.
pub(super) fn say(kind: &str) -> Message {
    Message::Text(format!(r#"{{"type":"{kind}"}}"#).into())
}

/// Something about a subscription, with a payload that is JSON already.
pub(super) fn about(id: &str, kind: &str, payload: Option<&str>) -> Message {
    let id = serde_json::Value::from(id);
    let payload = payload.map(|payload| format!(r#","payload":{payload}"#));
    let payload = payload.unwrap_or_default();
    Message::Text(format!(r#"{{"type":"{kind}","id":{id}{payload}}}"#).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_of_the_protocol_closes_the_connection() {
        assert!(matches!(
            ClientMessage::read(r#"{"type":"connection_init","payload":{"a":1}}"#),
            Ok(ClientMessage::ConnectionInit)
        ));
        assert!(matches!(
            ClientMessage::read(r#"{"id":"1","type":"subscribe","payload":{"query":"{a}"}}"#),
            Ok(ClientMessage::Subscribe { .. })
        ));
        for text in [
            "",
            "[]",
            r#"{"type":"start","id":"1"}"#,
            r#"{"type":"subscribe"}"#,
        ] {
            assert!(
                matches!(ClientMessage::read(text), Err(CloseReason::Malformed)),
                "{text}"
            );
        }
        let deep = format!(r#"{{"type":"ping","payload":{}"#, "[".repeat(30_000));
        assert!(matches!(
            ClientMessage::read(&deep),
            Err(CloseReason::Malformed)
        ));
    }
}
