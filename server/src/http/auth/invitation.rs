//! Taking up an invitation, and asking for one.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::answer::{entered, unstored};
use super::json_body::{ClientAddress, JsonBody};
use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::extract::SessionUser;
use actions::NewAccessRequest;
use domain::message::TextMessage;
use domain::places::code::RegionRef;

#[derive(Deserialize)]
pub(super) struct InvitationSecret {
    secret: String,
}

/// Whom a link is for.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    JsonBody(link): JsonBody<InvitationSecret>,
) -> Response {
    match app.access().find_invitee(&link.secret).await {
        Ok(account) => {
            let told = json!({ "name": &*account.name, "email": account.email.as_str() });
            unstored(Json(told).into_response())
        }
        Err(error) => HttpError::from(&error).into(),
    }
}

#[derive(Deserialize)]
pub(super) struct Accept {
    secret: String,
    password: String,
}

/// Lets somebody in who chose a password for the account of a link.
pub(super) async fn accept(
    State(app): State<Arc<App>>,
    SessionUser(before): SessionUser,
    JsonBody(accept): JsonBody<Accept>,
) -> Response {
    let replaced = before.map(|signed_in| signed_in.session);
    let access = app.access();
    let accepted = access.accept_invitation(&accept.secret, &accept.password, replaced);
    entered(accepted.await)
}

#[derive(Deserialize)]
pub(super) struct AccessRequestBody {
    email: String,
    name: String,
    organisation: Option<String>,
    region: Option<Region>,
    reason: Option<String>,
}

#[derive(Deserialize)]
struct Region {
    set: String,
    code: String,
}

/// Records that somebody asks for an account.
pub(super) async fn ask(
    State(app): State<Arc<App>>,
    ClientAddress(address): ClientAddress,
    JsonBody(ask): JsonBody<AccessRequestBody>,
) -> Response {
    let Ok(email) = ask.email.parse() else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let bad = HttpError::new(status, "BAD_EMAIL", TextMessage::BadEmail);
        return bad.unstored().into();
    };
    let asked = NewAccessRequest {
        email,
        name: ask.name.trim().to_owned(),
        organisation: given(ask.organisation),
        region: ask
            .region
            .map(|region| RegionRef::new(&region.set, &region.code)),
        reason: given(ask.reason),
    };
    match app.access().ask_access(asked, address).await {
        Ok(()) => unstored(StatusCode::NO_CONTENT.into_response()),
        Err(error) => HttpError::from(&error).into(),
    }
}

/// A text that says something.
fn given(text: Option<String>) -> Option<String> {
    let text = text?.trim().to_owned();
    (!text.is_empty()).then_some(text)
}
