//! JSON that is sent, and answers in the shape of GraphQL.

use async_graphql::{ServerError, Value};
use axum::Extension;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Whether a body is told to be JSON.
pub(super) fn is_json(content_type: Option<&HeaderValue>) -> bool {
    let kind = content_type.and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// The status of a request that is refused, where the status tells that.
#[derive(Debug, Clone, Copy)]
pub(super) struct RefusalStatus(pub(super) StatusCode);

/// What is wrong with a request. Nothing was executed, so there is no `data`.
#[derive(Serialize)]
struct Refusal<'a> {
    errors: &'a [ServerError],
}

/// The answer that refuses a request.
pub(super) fn answer(response: &async_graphql::Response) -> Response {
    let errors = &response.errors;
    match serde_json::to_vec(&Refusal { errors }) {
        Ok(body) => {
            let status = Extension(RefusalStatus(status(errors)));
            let kind = [(CONTENT_TYPE, "application/json; charset=utf-8")];
            (status, kind, body).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "an answer could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn status(errors: &[ServerError]) -> StatusCode {
    let extensions = errors.first().and_then(|error| error.extensions.as_ref());
    match extensions.and_then(|values| values.get("code")) {
        Some(Value::String(code)) if code == "FORBIDDEN" => StatusCode::FORBIDDEN,
        _ => StatusCode::BAD_REQUEST,
    }
}
