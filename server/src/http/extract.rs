//! Who sent a request.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::response::Response;

use super::App;
use super::cookie;
use super::csrf::is_cross_site;
use super::errors::HttpError;
use auth::{SessionLookup, SignedIn};
use domain::people::viewer::{TokenHash, Viewer};

/// Who asks: by the token in `Authorization: Bearer`, or else by the cookie of
/// somebody who is signed in; the public without either. Anything else in that
/// header is refused, never taken for the public; a cookie may just be old.
pub(super) struct RequestViewer(pub(super) Viewer);

impl FromRequestParts<Arc<App>> for RequestViewer {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        if parts.headers.contains_key(AUTHORIZATION) {
            let viewer = viewer_of_token(&parts.headers, app);
            return viewer
                .map(Self)
                .ok_or_else(|| HttpError::bad_token().into());
        }
        let Ok(person) = SessionUser::from_request_parts(parts, app).await;
        let Some(signed_in) = person.0 else {
            return Ok(Self(Viewer::public()));
        };
        if parts.method == Method::POST && is_cross_site(&parts.headers, app.address()) {
            return Err(HttpError::cross_site().into());
        }
        if cookie::is_as_public(&parts.headers) {
            return Ok(Self(Viewer::public()));
        }
        Ok(Self(signed_in.viewer()))
    }
}

/// Who is signed in, by the cookie alone, even while they have to choose a
/// password.
pub(super) struct SessionUser(pub(super) Option<SignedIn>);

impl FromRequestParts<Arc<App>> for SessionUser {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let Some(secret) = cookie::secret(&parts.headers) else {
            return Ok(Self(None));
        };
        Ok(Self(match app.access().find(secret).await {
            SessionLookup::Of(signed_in) => Some(signed_in),
            SessionLookup::Nobody => {
                cookie::note_stale(parts);
                None
            }
            SessionLookup::Unsure => None,
        }))
    }
}

/// Somebody who is signed in; others are refused before a body is read.
pub(super) struct RequiredUser(pub(super) SignedIn);

impl FromRequestParts<Arc<App>> for RequiredUser {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let Ok(person) = SessionUser::from_request_parts(parts, app).await;
        person
            .0
            .map(Self)
            .ok_or_else(|| HttpError::not_signed_in().into())
    }
}

fn viewer_of_token(headers: &HeaderMap, app: &App) -> Option<Viewer> {
    let mut given = headers.get_all(AUTHORIZATION).iter();
    let header = given.next()?;
    if given.next().is_some() {
        return None;
    }
    let (scheme, secret) = header.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    let atlas = app.atlas();
    let token = atlas.index().find_token(&TokenHash::of(secret.trim()))?;
    token.holds_on(app.clock().today()).then(|| token.viewer())
}
