//! What browsers are told of coming in and leaving.

use axum::Json;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::http::cookie;
use crate::http::errors::HttpError;
use auth::{Device, NewSession, SignInError};

/// Says who came in, and gives their browser its secret.
pub(super) fn entered(entered: Result<NewSession, SignInError>) -> Response {
    match entered {
        Ok(NewSession { account, secret }) => {
            let told = json!({ "name": &*account.name, "mustChange": account.must_change });
            let mut response = Json(told).into_response();
            cookie::keep(&mut response, &secret);
            cookie::look_as_public(&mut response, false);
            let mut random = [0; 16];
            if getrandom::fill(&mut random).is_ok()
                && let Some(device) = Device::new(&account, random)
            {
                cookie::keep_device(&mut response, &device);
            }
            unstored(response)
        }
        Err(error) => HttpError::from(&error).into(),
    }
}

pub(super) fn left() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    cookie::forget(&mut response);
    cookie::look_as_public(&mut response, false);
    unstored(response)
}

/// No cache keeps it.
pub(super) fn unstored(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
