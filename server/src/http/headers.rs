//! Headers that every answer carries, as the NCSC's guidelines for web
//! applications want them.

use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::response::Response;

use super::App;

/// What the client's pages may load: only what this server serves.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'";
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

/// Only pages of this server put its answers in themselves.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// A year: what internet.nl asks for.
const TLS_ONLY: &str = "max-age=31536000";

/// With an answer that any site may show in a frame.
#[derive(Debug, Clone, Copy)]
pub(super) struct FramedAnywhere;

/// Adds the headers; an answer that has a policy of its own keeps it.
pub(super) fn secure(app: &App, mut response: Response) -> Response {
    let is_framed = response.extensions().get::<FramedAnywhere>().is_some();
    let headers = response.headers_mut();
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(PAGE_POLICY));
    headers
        .entry(RESOURCE_POLICY)
        .or_insert(HeaderValue::from_static(if is_framed {
            "cross-origin"
        } else {
            "same-origin"
        }));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if !is_framed {
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(OPENER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        PERMISSIONS_POLICY,
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    );
    // Without TLS browsers ignore it, and on the machine itself it would lock
    // other programs out of its name.
    if app.is_behind_tls() {
        headers.insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(TLS_ONLY),
        );
    }
    response
}
