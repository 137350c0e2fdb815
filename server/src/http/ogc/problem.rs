//! Problems as RFC 9457 has them, with the code and the arguments of the message.

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::http::publish::Failure;
use domain::words::Language;

/// The version of the API, as the Dutch design rules for APIs ask.
const VERSION: (HeaderName, HeaderValue) = (
    HeaderName::from_static("api-version"),
    HeaderValue::from_static("1.0.0"),
);

/// An answer with the version of the API.
pub(super) fn versioned(mut response: Response) -> Response {
    response.headers_mut().insert(VERSION.0, VERSION.1);
    response
}

/// What is refused.
pub(super) fn problem(failure: Failure, language: Language) -> Response {
    let (status, code, message) = match failure {
        Failure::Said(status, code, message) => (status, code, message),
        Failure::Answer(answer) => return versioned(*answer),
    };
    let body = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
        "detail": message.text(language),
        "code": code,
        "message": {
            "code": message.code(),
            "arguments": message.arguments_json(),
            "what": message.text(language),
        },
    });
    let kind = [(CONTENT_TYPE, "application/problem+json")];
    versioned((status, kind, body.to_string()).into_response())
}
