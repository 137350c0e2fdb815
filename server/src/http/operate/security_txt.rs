//! `/.well-known/security.txt` (RFC 9116): where security problems are told.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;

use crate::http::App;

/// For how many days it holds, from the day on which it is asked.
const HOLDS: i64 = 180;

pub(in crate::http) async fn file(State(app): State<Arc<App>>) -> Response {
    let expires = app.clock().today().saturating_add(HOLDS.days());
    let canonical = app
        .address()
        .map(|address| format!("Canonical: {address}/.well-known/security.txt\n"));
    let text = format!(
        "Contact: {}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: nl, en\n{}",
        app.security_contact(),
        canonical.unwrap_or_default(),
    );
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CACHE_CONTROL, "max-age=86400"),
    ];
    (headers, text).into_response()
}
