//! One connection over which somebody follows.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::Request;
use axum::extract::ws::{Message, WebSocket};
use futures_util::SinkExt;
use futures_util::stream::{SplitSink, StreamExt};
use tokio::time::{Instant, sleep_until, timeout};
use tokio_stream::StreamMap;
use tokio_stream::wrappers::BroadcastStream;

use super::feeds::SubscribeError;
use super::message::{ClientMessage, CloseReason, about, say};
use crate::http::App;
use crate::http::throttle::ClientKey;
use domain::message::RequestMessage;
use graphql::refuse;

/// How many subscriptions one connection may have.
const MOST_SUBSCRIPTIONS: usize = 10;
/// The longest id of a subscription, in bytes.
const LONGEST_ID: usize = 128;
/// How long the greeting may take.
const LONGEST_GREETING: Duration = Duration::from_secs(10);
/// How long somebody may be silent; browsers' clients send a ping before.
const LONGEST_SILENCE: Duration = Duration::from_mins(2);
/// How long somebody may take to read what they are told.
const LONGEST_READING: Duration = Duration::from_secs(30);

/// Serves one connection until it ends.
pub(super) async fn serve(app: &Arc<App>, client: &ClientKey, socket: WebSocket) {
    let (sink, mut messages) = socket.split();
    let mut connection = Session {
        app,
        client,
        sink,
        subscriptions: StreamMap::new(),
        is_greeted: false,
    };
    let mut heard = Instant::now();
    loop {
        let (wait, closing) = if connection.is_greeted {
            (LONGEST_SILENCE, CloseReason::Silent)
        } else {
            (LONGEST_GREETING, CloseReason::NeverGreeted)
        };
        let done = tokio::select! {
            message = messages.next() => {
                let Some(Ok(message)) = message else { return };
                // What is said before the greeting gives no more time for it.
                if connection.is_greeted {
                    heard = Instant::now();
                }
                connection.hear(message).await
            }
            Some((id, told)) = connection.subscriptions.next() => match told {
                Ok(text) => connection.send(about(&id, "next", Some(&text))).await,
                // Who is slow misses some: the revision tells.
                Err(_) => Ok(()),
            },
            () = sleep_until(heard + wait) => Err(Some(closing)),
            () = app.stopping().cancelled() => Err(Some(CloseReason::GoingAway)),
        };
        match done {
            Ok(()) => {}
            Err(None) => return,
            Err(Some(closing)) => {
                // It may be gone already.
                let _ = connection.send(closing.message()).await;
                return;
            }
        }
    }
}

struct Session<'a> {
    app: &'a Arc<App>,
    client: &'a ClientKey,
    sink: SplitSink<WebSocket, Message>,
    subscriptions: StreamMap<String, BroadcastStream<Arc<str>>>,
    is_greeted: bool,
}

/// Nothing, or how the connection ends: without a word when it is gone.
type SessionResult = Result<(), Option<CloseReason>>;

impl Session<'_> {
    async fn hear(&mut self, message: Message) -> SessionResult {
        let text = match &message {
            Message::Text(text) => text.as_str(),
            Message::Binary(bytes) => {
                std::str::from_utf8(bytes).map_err(|_| Some(CloseReason::Malformed))?
            }
            Message::Close(_) => return Err(None),
            Message::Ping(_) | Message::Pong(_) => "",
        };
        if self.app.clients().count(self.client, 1).is_err() {
            return Err(Some(CloseReason::TooMany));
        }
        if text.is_empty() && matches!(message, Message::Ping(_) | Message::Pong(_)) {
            return Ok(());
        }
        match ClientMessage::read(text)? {
            ClientMessage::ConnectionInit if self.is_greeted => Err(Some(CloseReason::TooMany)),
            ClientMessage::ConnectionInit => {
                self.is_greeted = true;
                self.send(say("connection_ack")).await
            }
            ClientMessage::Ping => self.send(say("pong")).await,
            ClientMessage::Pong => Ok(()),
            ClientMessage::Complete { id } => {
                self.subscriptions.remove(&id);
                Ok(())
            }
            ClientMessage::Subscribe { .. } if !self.is_greeted => {
                Err(Some(CloseReason::NotGreeted))
            }
            ClientMessage::Subscribe { id, payload } => self.subscribe(id, payload.get()).await,
        }
    }

    async fn subscribe(&mut self, id: String, payload: &str) -> SessionResult {
        if id.len() > LONGEST_ID {
            return Err(Some(CloseReason::Malformed));
        }
        if self.subscriptions.contains_key(&id) {
            return Err(Some(CloseReason::InUse));
        }
        let request: Request =
            serde_json::from_str(payload).map_err(|_| Some(CloseReason::Malformed))?;
        if self.subscriptions.len() >= MOST_SUBSCRIPTIONS {
            let most = MOST_SUBSCRIPTIONS;
            let message = RequestMessage::TooManySubscriptions { most };
            return self.refuse(&id, message).await;
        }
        let feeds = &self.app.followers().feeds;
        match feeds.follow(request, |request| self.app.follow(request)) {
            Ok(feed) => {
                self.subscriptions.insert(id, BroadcastStream::new(feed));
                Ok(())
            }
            Err(SubscribeError::Refused(errors)) => {
                self.send(about(&id, "error", Some(&errors))).await
            }
            Err(SubscribeError::TooMany) => self.refuse(&id, RequestMessage::TooManyFeeds).await,
        }
    }

    async fn refuse(&mut self, id: &str, message: RequestMessage) -> SessionResult {
        let mut refused = refuse(&message.into(), "TOO_MANY_SUBSCRIPTIONS");
        for error in &mut refused.errors {
            let values = error.extensions.get_or_insert_default();
            values.set("limit", MOST_SUBSCRIPTIONS);
        }
        let errors = serde_json::to_string(&refused.errors).unwrap_or_default();
        self.send(about(id, "error", Some(&errors))).await
    }

    async fn send(&mut self, message: Message) -> SessionResult {
        match timeout(LONGEST_READING, self.sink.send(message)).await {
            Ok(Ok(())) => Ok(()),
            _ => Err(None),
        }
    }
}
