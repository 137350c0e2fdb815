//! Geometry for maps.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use geodata::Detail;

use super::encoding::Encoding;
use crate::http::App;
use crate::http::extract::RequestViewer;
use domain::people::viewer::Viewer;

/// A `TopoJSON` file; its name holds a hash of its content, so it never changes.
pub(in crate::http) async fn file(
    State(app): State<Arc<App>>,
    Path((date, file)): Path<(String, String)>,
    RequestViewer(viewer): RequestViewer,
    headers: HeaderMap,
) -> Response {
    if app.api().is_closed_to(&viewer) {
        return (StatusCode::FORBIDDEN, "maps need an account here\n").into_response();
    }
    let wanted = format!("/map/{date}/{file}");
    let encoding = Encoding::accepted(&headers);
    let atlas = app.atlas();
    let editions = atlas.index().editions();
    let Some(edition) = editions
        .iter()
        .find(|edition| edition.date().to_string() == date)
    else {
        return not_found();
    };
    // Making and compressing a file for the first time takes a while.
    let edition = Arc::clone(edition);
    let made = tokio::task::spawn_blocking(move || {
        let map = Detail::ALL
            .map(|detail| edition.map_file(detail))
            .into_iter()
            .find(|map| map.path() == wanted)?;
        Some(match encoding {
            Encoding::Brotli => map.brotli().to_vec(),
            Encoding::Gzip => map.gzip().to_vec(),
            Encoding::Identity => map.content().to_vec(),
        })
    });
    let Ok(Some(content)) = made.await else {
        return not_found();
    };
    let mut response = content.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    // Where the public may read nothing, no shared cache may answer for us.
    let (keep, vary) = if app.api().is_closed_to(&Viewer::public()) {
        (
            "private, max-age=31536000, immutable",
            "accept-encoding, authorization, cookie",
        )
    } else {
        ("public, max-age=31536000, immutable", "accept-encoding")
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(VARY, HeaderValue::from_static(vary));
    if let Some(name) = encoding.name() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    response
}

fn not_found() -> Response {
    let text = "no such map; `boundaryDates { topologyUrl }` lists the addresses\n";
    (StatusCode::NOT_FOUND, text).into_response()
}
