//! `/metrics`, for Prometheus.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use metrics::gauge;

use crate::http::App;

/// What was counted, for programs on this machine; for others it is as if there
/// were no such path.
pub(in crate::http) async fn on_this_machine(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Response {
    // What comes through a proxy comes from anywhere.
    let is_passed_on = ["forwarded", "x-forwarded-for"]
        .iter()
        .any(|name| headers.contains_key(*name));
    let is_here = peer.ip().to_canonical().is_loopback();
    if !app.shows_metrics() || app.is_behind_proxy() || is_passed_on || !is_here {
        return (StatusCode::NOT_FOUND, "no such file\n").into_response();
    }
    all(State(app)).await
}

/// What was counted.
pub(in crate::http) async fn all(State(app): State<Arc<App>>) -> Response {
    measure(&app);
    let headers = [
        (CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, telemetry::render()).into_response()
}

/// What is not counted but looked at.
#[expect(clippy::cast_precision_loss, reason = "no number here is that large")]
fn measure(app: &App) {
    let atlas = app.atlas();
    gauge!("dekkingskaart_atlas_revision").set(atlas.index().facts().revision as f64);
    gauge!("dekkingskaart_atlas_age_seconds").set(app.atlas_age().as_secs_f64());
    gauge!("dekkingskaart_atlas_views").set(atlas.views_kept() as f64);
    gauge!("dekkingskaart_answer_cache_bytes").set(app.answers().weight() as f64);
    gauge!("dekkingskaart_sessions").set(app.access().sessions() as f64);
    gauge!("dekkingskaart_followers").set(app.followers().number() as f64);
    let problems = app.readiness().problems(app.stopping().is_cancelled());
    gauge!("dekkingskaart_ready").set(if problems.is_empty() { 1.0 } else { 0.0 });
}
