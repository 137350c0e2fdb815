//! `/embed`: the map of a view as a page that other sites may show in a frame.
//! It sets no cookie, runs no script, and shows what the public sees.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::view_head::{ViewHead, unreadable};
use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::headers::FramedAnywhere;
use domain::message::AccessMessage;
use domain::people::viewer::Viewer;

/// Its picture and its style, from here, in a frame of any site.
const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors *";

/// `/embed`: that of the map, with the parameters of its address.
pub(in crate::http) async fn map(
    State(app): State<Arc<App>>,
    RawQuery(query): RawQuery,
) -> Response {
    page(&app, "/", query.as_deref().unwrap_or_default())
}

/// `/embed/regio/vng-platform/RP02`: that of another view.
pub(in crate::http) async fn view(
    State(app): State<Arc<App>>,
    Path(path): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    page(
        &app,
        &format!("/{path}"),
        query.as_deref().unwrap_or_default(),
    )
}

fn page(app: &App, path: &str, query: &str) -> Response {
    // A frame shows what the public sees, whoever is signed in.
    if app.api().is_closed_to(&Viewer::public()) {
        return HttpError::forbidden(AccessMessage::EverythingClosed).into();
    }
    let (status, text) = match unreadable(query) {
        Some(name) => (
            StatusCode::BAD_REQUEST,
            refusal(&format!(
                "In dit adres staat bij {name} geen datum of moment. \
                 There is no date or instant at {name} in this address."
            )),
        ),
        None => match ViewHead::of(app, path, query).and_then(|head| head.framed(path, query)) {
            Some(text) => (StatusCode::OK, text),
            None => (
                StatusCode::NOT_FOUND,
                refusal("Van dit adres is er geen kaart. There is no map of this address."),
            ),
        },
    };
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    ];
    let mut response = (status, headers, text).into_response();
    response.extensions_mut().insert(FramedAnywhere);
    response
}

/// A page for who looks at the frame of another's site.
fn refusal(text: &str) -> String {
    format!("<!doctype html><title>Dekkingskaart</title><p>{text}</p>")
}
