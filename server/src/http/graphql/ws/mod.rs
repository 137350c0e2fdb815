//! GraphQL over a WebSocket, by the protocol `graphql-transport-ws`: for
//! following what changes, and for nothing else.

mod connection;
mod feeds;
mod message;
pub(in crate::http) mod subscribers;

use std::sync::Arc;

use async_graphql::http::WebSocketProtocols;
use axum::extract::WebSocketUpgrade;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use self::connection::serve;
use crate::http::App;
use crate::http::csrf::is_cross_site;
use crate::http::errors::HttpError;
use crate::http::throttle::ClientKey;
use domain::message::RequestMessage;
use domain::people::permissions::Forbidden;
use domain::people::viewer::Viewer;

/// The largest message that is read, in bytes.
const LARGEST_MESSAGE: usize = 64 * 1024;

/// Lets somebody follow. No page of another site may: it would read in the name
/// of who is signed in.
pub(in crate::http) fn follow(
    app: Arc<App>,
    viewer: &Viewer,
    caller: ClientKey,
    headers: &HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if is_cross_site(headers, app.address()) {
        return HttpError::cross_site().into();
    }
    if app.api().is_closed_to(viewer) {
        return HttpError::from(Forbidden::Everything).into();
    }
    let Some(follower) = app.followers().enter(caller.address()) else {
        let (status, message) = (
            StatusCode::SERVICE_UNAVAILABLE,
            RequestMessage::TooManyFollowers,
        );
        return HttpError::new(status, "TOO_MANY_FOLLOWERS", message).into();
    };
    upgrade
        .protocols([WebSocketProtocols::GraphQLWS.sec_websocket_protocol()])
        .max_message_size(LARGEST_MESSAGE)
        .max_frame_size(LARGEST_MESSAGE)
        .on_upgrade(async move |socket| {
            serve(&app, &caller, socket).await;
            drop(follower);
        })
}
