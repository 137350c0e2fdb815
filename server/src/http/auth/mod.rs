//! Signing in and out, and choosing a password.

mod account;
mod answer;
mod factor;
mod invitation;
mod json_body;
mod oidc;

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;

use super::App;
use super::cookie;
use super::extract::{RequiredUser, SessionUser};
use super::routes::Routes;
use crate::http::errors::HttpError;
use answer::{entered, left};
use auth::{Credentials, SignInError};
pub(super) use json_body::ClientAddress;
use json_body::{EmptyBody, JsonBody};

/// All routes under `/auth`.
pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/auth/sign-in", post(sign_in))
        .route("/auth/sign-out", post(sign_out))
        .route("/auth/sign-out-everywhere", post(sign_out_everywhere))
        .route("/auth/password", post(choose_password))
        .route("/auth/options", get(oidc::options))
        .route("/auth/oidc/start", get(oidc::start))
        .route("/auth/oidc/callback", get(oidc::callback))
        .route("/auth/account", get(account::own))
        .route("/auth/as-public", post(account::look_as_public))
        .route("/auth/second-factor/begin", post(factor::begin))
        .route("/auth/second-factor/confirm", post(factor::confirm))
        .route("/auth/second-factor/end", post(factor::end))
        .route("/auth/invitation", post(invitation::show))
        .route("/auth/invitation/accept", post(invitation::accept))
        .route("/auth/request", post(invitation::ask))
}

#[derive(Deserialize)]
struct SignIn {
    email: String,
    password: String,
    /// Of the second factor, when it was asked.
    code: Option<String>,
}

async fn sign_in(
    State(app): State<Arc<App>>,
    ClientAddress(address): ClientAddress,
    SessionUser(before): SessionUser,
    headers: HeaderMap,
    JsonBody(given): JsonBody<SignIn>,
) -> Response {
    let credentials = Credentials {
        email: &given.email,
        password: &given.password,
        code: given.code.as_deref(),
        address,
        device: cookie::device(&headers),
    };
    let replaced = before.map(|signed_in| signed_in.session);
    entered(app.access().sign_in(credentials, replaced).await)
}

#[derive(Deserialize)]
struct PasswordChange {
    current: String,
    new: String,
}

async fn choose_password(
    State(app): State<Arc<App>>,
    RequiredUser(who): RequiredUser,
    JsonBody(choice): JsonBody<PasswordChange>,
) -> Response {
    let access = app.access();
    let chosen = access.choose_password(&who, &choice.current, &choice.new);
    entered(chosen.await)
}

async fn sign_out(
    State(app): State<Arc<App>>,
    SessionUser(who): SessionUser,
    _: JsonBody<EmptyBody>,
) -> Response {
    let Some(who) = who else { return left() };
    match app.access().sign_out(&who).await {
        Ok(()) => left(),
        Err(error) => HttpError::from(&SignInError::from(error)).into(),
    }
}

async fn sign_out_everywhere(
    State(app): State<Arc<App>>,
    SessionUser(who): SessionUser,
    _: JsonBody<EmptyBody>,
) -> Response {
    let Some(who) = who else { return left() };
    match app.access().sign_out_everywhere(&who.account).await {
        Ok(()) => left(),
        Err(error) => HttpError::from(&SignInError::from(error)).into(),
    }
}
