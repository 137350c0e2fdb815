//! Leaving for a provider to sign in there, and coming back.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::header::{HOST, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::answer::unstored;
use crate::http::App;
use crate::http::cookie;
use crate::http::csrf::is_cross_site;
use crate::http::extract::SessionUser;
use actions::ActionError;
use auth::{Attempt, ExternalSignIn, NewSession, Provider, ProviderError, SignInError};
use domain::people::identity::ProviderProfile as Somebody;
use domain::people::viewer::TokenHash;

/// Why a sign-in at a provider came to nothing; the client has words for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failed {
    /// There is no provider here, or a page of another site began it.
    NotHere,
    /// The own address is not known for certain.
    NoAddress,
    /// The provider does not answer.
    Away,
    /// The person, or the provider, broke it off.
    Stopped,
    /// It was not begun in this browser, was used, or has run out.
    Expired,
    /// What the provider says does not hold.
    Untrusted,
    /// The provider tells no address.
    NoEmail,
    /// They have no account; a request is on record.
    Waiting,
    /// Something is wrong with the server.
    Broken,
}

impl Failed {
    fn code(self) -> &'static str {
        match self {
            Self::NotHere => "not-here",
            Self::NoAddress => "no-address",
            Self::Away => "away",
            Self::Stopped => "stopped",
            Self::Expired => "expired",
            Self::Untrusted => "untrusted",
            Self::NoEmail => "no-email",
            Self::Waiting => "waiting",
            Self::Broken => "broken",
        }
    }
}

/// How people may sign in beside a password.
pub(super) async fn options(State(app): State<Arc<App>>) -> Response {
    let provider = app.access().provider();
    let told = provider.map(|provider| json!({ "name": provider.name() }));
    unstored(Json(json!({ "oidc": told })).into_response())
}

#[derive(Deserialize)]
pub(super) struct Start {
    /// The page to go back to.
    to: Option<String>,
}

/// Sends the browser to the provider.
pub(super) async fn start(
    State(app): State<Arc<App>>,
    Query(start): Query<Start>,
    headers: HeaderMap,
) -> Response {
    match leave(&app, start.to.as_deref(), &headers).await {
        Ok((attempt, address)) => {
            let mut response = go(&address);
            cookie::keep_attempt(&mut response, &attempt);
            response
        }
        Err(failed) => go_back(failed),
    }
}

async fn leave(
    app: &App,
    to: Option<&str>,
    headers: &HeaderMap,
) -> Result<(Attempt, String), Failed> {
    let (provider, own) = at_provider(app, headers)?;
    // Another site may not begin a sign-in that nobody asked for.
    if is_cross_site(headers, app.address()) {
        return Err(Failed::NotHere);
    }
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|_| Failed::Broken)?;
    let now = app.clock().now();
    let attempt = Attempt::begin(random, now, to);
    let begun = attempt.clone();
    let asked = tokio::task::spawn_blocking(move || provider.address(&begun, &own, now));
    let address = asked.await.map_err(|_| Failed::Broken)?.map_err(log)?;
    Ok((attempt, address))
}

#[derive(Deserialize)]
pub(super) struct Callback {
    code: Option<String>,
    state: Option<String>,
}

/// Lets somebody in who comes back from the provider.
pub(super) async fn callback(
    State(app): State<Arc<App>>,
    Query(back): Query<Callback>,
    SessionUser(before): SessionUser,
    headers: HeaderMap,
) -> Response {
    let replaced = before.map(|signed_in| signed_in.session);
    let mut response = match arrive(&app, back, replaced, &headers).await {
        Ok((entered, path)) => {
            let mut response = go(&path);
            cookie::keep(&mut response, &entered.secret);
            cookie::look_as_public(&mut response, false);
            response
        }
        Err(failed) => go_back(failed),
    };
    cookie::forget_attempt(&mut response);
    response
}

async fn arrive(
    app: &App,
    back: Callback,
    replaced: Option<TokenHash>,
    headers: &HeaderMap,
) -> Result<(NewSession, String), Failed> {
    let (provider, own) = at_provider(app, headers)?;
    let now = app.clock().now();
    let attempt = cookie::attempt(headers).and_then(|text| Attempt::read(text, now));
    let attempt = attempt.ok_or(Failed::Expired)?;
    // Hashed, so that the time of comparing tells nothing.
    let given = back.state.as_deref().map(TokenHash::of);
    if given != Some(TokenHash::of(&attempt.state())) {
        return Err(Failed::Expired);
    }
    let code = back.code.ok_or(Failed::Stopped)?;
    let (asking, hash) = (attempt.clone(), attempt.hash());
    let asked = tokio::task::spawn_blocking(move || provider.person(&asking, code, &own, now));
    let person: Somebody = asked.await.map_err(|_| Failed::Broken)?.map_err(log)?;
    let entered = app.access().enter_by_provider(&person, hash, replaced);
    match entered.await {
        Ok(ExternalSignIn::In(entered)) => Ok((entered, attempt.path().to_owned())),
        Ok(ExternalSignIn::Waiting) => Err(Failed::Waiting),
        Err(SignInError::LinkUsed) => Err(Failed::Expired),
        Err(SignInError::Action(ActionError::NoEmail)) => Err(Failed::NoEmail),
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "nobody came in");
            Err(Failed::Broken)
        }
    }
}

/// The provider, and where this server is.
fn at_provider(app: &App, headers: &HeaderMap) -> Result<(Arc<Provider>, String), Failed> {
    let provider = app.access().provider().ok_or(Failed::NotHere)?;
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let own = provider.own_address(host).ok_or_else(|| {
        tracing::error!("signing in at the provider needs DEKKINGSKAART_ADDRESS");
        Failed::NoAddress
    })?;
    Ok((Arc::clone(provider), own))
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is what an error is turned into"
)]
fn log(error: ProviderError) -> Failed {
    tracing::warn!(
        error = &error as &dyn std::error::Error,
        "a sign-in at the provider failed"
    );
    match error {
        ProviderError::Away(_) => Failed::Away,
        ProviderError::Untrusted(_) => Failed::Untrusted,
    }
}

fn go_back(failed: Failed) -> Response {
    go(&format!("/aanmelden?aanmelden={}", failed.code()))
}

fn go(address: &str) -> Response {
    let Ok(address) = HeaderValue::from_str(address) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    unstored((StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response())
}
