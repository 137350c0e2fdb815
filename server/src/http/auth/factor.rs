//! The second factor of who is signed in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Deserialize;
use serde_json::json;

use super::answer::unstored;
use super::json_body::JsonBody;
use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::extract::RequiredUser;

#[derive(Deserialize)]
pub(super) struct Begin {
    password: String,
}

/// Gives a secret for an app: as text, as an address, and as a picture of it.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    RequiredUser(who): RequiredUser,
    JsonBody(begin): JsonBody<Begin>,
) -> Response {
    let begun = app.access().begin_second_factor(&who, &begin.password);
    match begun.await {
        Ok(secret) => {
            let address = secret.address(&who.account.email);
            let told = json!({
                "secret": secret.base32(),
                "picture": picture(&address),
                "address": address,
            });
            unstored(Json(told).into_response())
        }
        Err(error) => HttpError::from(&error).into(),
    }
}

/// A QR code as SVG, without the line that would make it a document.
fn picture(address: &str) -> Option<String> {
    let code = QrCode::new(address).ok()?;
    let drawn = code.render::<svg::Color<'_>>().build();
    let begin = drawn.find("<svg")?;
    Some(drawn[begin..].to_owned())
}

#[derive(Deserialize)]
pub(super) struct Confirm {
    code: String,
}

/// Turns it on. Tells the recovery codes.
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    RequiredUser(who): RequiredUser,
    JsonBody(confirm): JsonBody<Confirm>,
) -> Response {
    match app
        .access()
        .confirm_second_factor(&who, &confirm.code)
        .await
    {
        Ok(codes) => unstored(Json(json!({ "recoveryCodes": codes })).into_response()),
        Err(error) => HttpError::from(&error).into(),
    }
}

#[derive(Deserialize)]
pub(super) struct End {
    password: String,
    code: String,
}

/// Turns it off.
pub(super) async fn end(
    State(app): State<Arc<App>>,
    RequiredUser(who): RequiredUser,
    JsonBody(end): JsonBody<End>,
) -> Response {
    let access = app.access();
    match access
        .end_second_factor(&who, &end.password, &end.code)
        .await
    {
        Ok(()) => unstored(StatusCode::NO_CONTENT.into_response()),
        Err(error) => HttpError::from(&error).into(),
    }
}
