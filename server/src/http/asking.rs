//! Who sent a request.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use super::App;
use super::graphql::refused;
use crate::domain::viewer::{TokenHash, Viewer};

/// Who asks, by the token in `Authorization: Bearer`; the public without that
/// header. Anything else in it is refused, never taken for the public.
pub(super) struct Asking(pub(super) Viewer);

impl FromRequestParts<Arc<App>> for Asking {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        find_viewer(&parts.headers, app)
            .map(Self)
            .ok_or_else(unauthenticated)
    }
}

fn find_viewer(headers: &HeaderMap, app: &App) -> Option<Viewer> {
    let mut given = headers.get_all(AUTHORIZATION).iter();
    let Some(header) = given.next() else {
        return Some(Viewer::public());
    };
    if given.next().is_some() {
        return None;
    }
    let (scheme, secret) = header.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    let atlas = app.atlas();
    let token = atlas.index().find_token(&TokenHash::of(secret.trim()))?;
    Some(token.viewer())
}

fn unauthenticated() -> Response {
    let mut response = refused(
        StatusCode::UNAUTHORIZED,
        "the token is wrong or revoked; send one that stands as `Authorization: Bearer TOKEN`, or no such header to ask as the public",
        "UNAUTHENTICATED",
    );
    let headers = response.headers_mut();
    headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}
