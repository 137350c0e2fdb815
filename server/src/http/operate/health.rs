//! Whether the server lives, and whether it should get traffic.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::http::App;

/// The process runs.
pub(in crate::http) async fn live() -> &'static str {
    "live\n"
}

/// For which traffic.
#[derive(Deserialize)]
pub(in crate::http) struct ProbeParameters {
    r#for: Option<String>,
}

/// Whether this server should get traffic, with reasons; `?for=reading` asks
/// for traffic that writes nothing.
pub(in crate::http) async fn ready(
    State(app): State<Arc<App>>,
    Query(traffic): Query<ProbeParameters>,
) -> Response {
    let revision = app.atlas().index().facts().revision;
    let readiness = app.readiness();
    let problems = readiness.problems(app.stopping().is_cancelled());
    let for_reading = traffic.r#for.as_deref() == Some("reading");
    let (ready, told) = readiness.tell(&problems, revision, for_reading);
    let status = if ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, [(CACHE_CONTROL, "no-store")], Json(told)).into_response()
}
