//! What is done for every request, whichever route answers it.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::App;
use super::cookie::forget_stale;
use super::headers::secure;
use super::operate::request_log::observe;
use super::throttle::limit_clients;

/// What is asked for where there is no route: files of the client.
const CLIENT: &str = "client";

/// The layer around all routes. One layer does all of it: each layer of its own
/// costs every request a copy of all that lie below.
pub(super) async fn layer(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let route = matched.as_ref().map_or(CLIENT, MatchedPath::as_str);
    answer(&app, route, request, |request| next.run(request)).await
}

/// Answers a request under an id, within the limits of its client, with the
/// headers of every answer.
pub(super) async fn answer<F: Future<Output = Response>>(
    app: &Arc<App>,
    route: &str,
    request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    let limited = |request| limit_clients(app, request, answer);
    let secured = |request| async { secure(app, forget_stale(request, limited).await) };
    observe(route, request, secured).await
}
