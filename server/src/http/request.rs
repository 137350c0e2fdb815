//! What is done for every request, whichever route answers it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::App;
use super::cookie::forget_stale;
use super::headers::secure;
use super::operate::request_log::observe;
use super::throttle::limit_clients;

/// Answers a request under an id, within the limits of its client, with the
/// headers of every answer. One layer does all of it: each layer of its own
/// costs every request a copy of all that lie below.
pub(super) async fn answer(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let app = &app;
    let limited = |request| limit_clients(app, request, next);
    let secured = |request| async { secure(app, forget_stale(request, limited).await) };
    observe(request, secured).await
}
