//! GraphQL over a WebSocket, by the protocol `graphql-transport-ws`: for
//! following what changes, and for nothing else.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::http::{WebSocketProtocols, WsMessage};
use async_graphql::{Data, Executor, Request, Response};
use axum::extract::WebSocketUpgrade;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response as HttpResponse;
use futures_util::stream::{BoxStream, StreamExt};
use futures_util::{SinkExt, future, stream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::App;
use super::asking::cross_site;
use super::json::refused;
use super::origin::is_cross_site;
use crate::domain::viewer::Viewer;
use crate::graphql::refuse;

/// How many follow at once.
const MOST_FOLLOWERS: usize = 500;
/// The largest message that is read, in bytes.
const LARGEST_MESSAGE: usize = 64 * 1024;
/// How long somebody may be silent; browsers' clients send a ping before.
const LONGEST_SILENCE: Duration = Duration::from_mins(2);

/// Tells a client that the server stops (RFC 6455, section 7.4.1).
const GOING_AWAY: u16 = 1001;

/// Keeps count of who follows.
#[derive(Clone)]
pub(super) struct Followers(Arc<Semaphore>);

impl Followers {
    /// How many follow.
    pub(super) fn number(&self) -> usize {
        MOST_FOLLOWERS - self.0.available_permits()
    }
}

impl Default for Followers {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST_FOLLOWERS)))
    }
}

/// Lets somebody follow. No page of another site may: it would read in the name
/// of who is signed in.
pub(super) fn follow(
    app: Arc<App>,
    viewer: &Viewer,
    headers: &HeaderMap,
    upgrade: WebSocketUpgrade,
) -> HttpResponse {
    if is_cross_site(headers) {
        return cross_site();
    }
    if app.api().is_closed_to(viewer) {
        let what = "this server answers nobody without an account";
        return refused(StatusCode::FORBIDDEN, what, "FORBIDDEN");
    }
    let Ok(place) = Arc::clone(&app.followers().0).try_acquire_owned() else {
        let what = "many follow the changes at this moment; ask for the revision now and then";
        return refused(StatusCode::SERVICE_UNAVAILABLE, what, "TOO_MANY_FOLLOWERS");
    };
    upgrade
        .protocols([WebSocketProtocols::GraphQLWS.sec_websocket_protocol()])
        .max_message_size(LARGEST_MESSAGE)
        .on_upgrade(move |socket| serve(app, socket, place))
}

async fn serve(app: Arc<App>, socket: WebSocket, place: OwnedSemaphorePermit) {
    let (mut sink, messages) = socket.split();
    let messages = messages.take_while(|message| future::ready(message.is_ok()));
    let texts = messages.filter_map(|message| {
        future::ready(match message {
            Ok(Message::Text(text)) => Some(text.to_string()),
            Ok(Message::Binary(bytes)) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            _ => None,
        })
    });
    let stopping = app.stopping().clone();
    let answers = async_graphql::http::WebSocket::new(
        Following(app),
        texts.boxed(),
        WebSocketProtocols::GraphQLWS,
    )
    .keepalive_timeout(LONGEST_SILENCE);
    let mut answers = std::pin::pin!(answers);
    loop {
        let next = tokio::select! {
            next = answers.next() => next,
            () = stopping.cancelled() => Some(WsMessage::Close(GOING_AWAY, String::new())),
        };
        let Some(answer) = next else { break };
        let is_last = matches!(answer, WsMessage::Close(..));
        let message = match answer {
            WsMessage::Text(text) => Message::Text(text.into()),
            WsMessage::Close(code, reason) => Message::Close(Some(CloseFrame {
                code,
                reason: reason.into(),
            })),
        };
        if sink.send(message).await.is_err() || is_last {
            break;
        }
    }
    drop(place);
}

/// Answers what is followed; questions and changes go over HTTP.
#[derive(Clone)]
struct Following(Arc<App>);

impl Executor for Following {
    async fn execute(&self, _: Request) -> Response {
        only_following()
    }

    fn execute_stream(
        &self,
        mut request: Request,
        _: Option<Arc<Data>>,
    ) -> BoxStream<'static, Response> {
        if !crate::graphql::follows(&mut request) {
            return stream::once(future::ready(only_following())).boxed();
        }
        self.0.follow(request).boxed()
    }
}

fn only_following() -> Response {
    let what = "only a subscription goes over a WebSocket; send questions and changes by POST";
    refuse(what, "ONLY_SUBSCRIPTIONS")
}
