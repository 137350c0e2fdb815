//! The own account, and looking as the public does.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::answer::unstored;
use super::json_body::JsonBody;
use crate::http::App;
use crate::http::cookie;
use crate::http::errors::HttpError;
use crate::http::extract::SessionUser;

/// How the person who is signed in signs in.
pub(super) async fn own(State(app): State<Arc<App>>, SessionUser(who): SessionUser) -> Response {
    let Some(who) = who else {
        return HttpError::not_signed_in().into();
    };
    let Some(record) = app.access().own_record(&who) else {
        return HttpError::not_signed_in().into();
    };
    let told = json!({
        "name": &*record.account.name,
        "email": record.account.email.as_str(),
        "hasPassword": record.account.password.is_some(),
        "linked": record.linked,
        "secondFactor": record.second_factor,
        "sessions": record.sessions,
        "mustChange": who.must_change(),
    });
    unstored(Json(told).into_response())
}

#[derive(Deserialize)]
pub(super) struct PublicViewBody {
    on: bool,
}

/// Answers somebody who is signed in as the public, or no longer.
pub(super) async fn look_as_public(
    SessionUser(who): SessionUser,
    JsonBody(looking): JsonBody<PublicViewBody>,
) -> Response {
    if looking.on && who.is_none() {
        return HttpError::not_signed_in().into();
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    cookie::look_as_public(&mut response, looking.on);
    unstored(response)
}
