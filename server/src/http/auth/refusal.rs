//! Why somebody does not come in: the one place that knows status and code.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use axum::response::Response;

use crate::actions::ActionError;
use crate::auth::{AccessError, Wait};
use crate::domain::people::password::BadPassword;
use crate::http::json_answer::refused;
use crate::store::StoreError;

/// The answer to somebody who has to be signed in.
pub(in crate::http) fn unauthenticated() -> Response {
    unstored(refused(
        StatusCode::UNAUTHORIZED,
        "nobody is signed in; sign in first",
        "UNAUTHENTICATED",
    ))
}

pub(super) fn refuse(error: &AccessError) -> Response {
    let (status, code) = match error {
        AccessError::Wrong => (StatusCode::UNAUTHORIZED, "WRONG_CREDENTIALS"),
        AccessError::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS"),
        AccessError::BadPassword(bad) => (StatusCode::UNPROCESSABLE_ENTITY, code_of(*bad)),
        AccessError::CodeMissing => (StatusCode::UNAUTHORIZED, "CODE_MISSING"),
        AccessError::WrongCode => (StatusCode::UNAUTHORIZED, "WRONG_CODE"),
        AccessError::LinkUsed => (StatusCode::GONE, "LINK_USED"),
        AccessError::Action(ActionError::Refused(_)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, "BAD_INPUT")
        }
        AccessError::Action(ActionError::Conflict(_)) => (StatusCode::CONFLICT, "CONFLICT"),
        AccessError::Action(cause) => return failed(cause),
    };
    let mut response = refused(status, &error.to_string(), code);
    if let AccessError::Wait(Wait(wait)) = error
        && let Ok(seconds) = HeaderValue::from_str(&(wait.as_secs() + 1).to_string())
    {
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    unstored(response)
}

fn code_of(bad: BadPassword) -> &'static str {
    match bad {
        BadPassword::TooShort => "PASSWORD_TOO_SHORT",
        BadPassword::TooLong => "PASSWORD_TOO_LONG",
        BadPassword::IsEmail => "PASSWORD_IS_EMAIL",
        BadPassword::TooCommon => "PASSWORD_TOO_COMMON",
        BadPassword::Unchanged => "PASSWORD_UNCHANGED",
    }
}

/// Whether the database is what failed, for a while.
fn is_busy(cause: &ActionError) -> bool {
    matches!(
        cause,
        ActionError::Store(
            StoreError::Unavailable(_) | StoreError::Busy(_) | StoreError::ReadOnly(_)
        )
    )
}

/// The cause goes to the log.
fn failed(cause: &ActionError) -> Response {
    tracing::error!(
        error = cause as &dyn std::error::Error,
        "signing in or out could not be recorded"
    );
    unstored(if let ActionError::Store(StoreError::Full(_)) = cause {
        let text = "the disk of the database is full; try again later";
        refused(StatusCode::SERVICE_UNAVAILABLE, text, "DISK_FULL")
    } else if is_busy(cause) {
        let text = "the database cannot be written at the moment; try again later";
        refused(
            StatusCode::SERVICE_UNAVAILABLE,
            text,
            "DATABASE_UNAVAILABLE",
        )
    } else {
        let text = "something went wrong on the server; it has been logged";
        refused(StatusCode::INTERNAL_SERVER_ERROR, text, "INTERNAL")
    })
}

/// No cache keeps it.
pub(super) fn unstored(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
