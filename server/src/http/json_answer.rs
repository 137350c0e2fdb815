//! JSON that is sent, and answers and refusals in the one shape of GraphQL.

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::graphql::refuse;

/// Whether a body is told to be JSON.
pub(super) fn is_json(content_type: Option<&HeaderValue>) -> bool {
    let kind = content_type.and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// An answer to a question.
pub(super) fn answer(response: &async_graphql::Response) -> Response {
    match serde_json::to_vec(response) {
        Ok(body) => ([(CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response(),
        Err(error) => {
            tracing::error!(%error, "an answer could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A refusal, in the shape of an answer.
pub(super) fn refused(status: StatusCode, text: &str, code: &str) -> Response {
    refusal(status, &refuse(text, code))
}

/// An answer that refuses, with the status of HTTP that says so.
pub(super) fn refusal(status: StatusCode, told: &async_graphql::Response) -> Response {
    let mut response = answer(told);
    *response.status_mut() = status;
    response
}
