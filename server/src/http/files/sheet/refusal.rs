//! Why there is no sheet.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use thiserror::Error;

use super::batch::MOST_SHEETS;
use crate::domain::dates::BadDate;
use crate::domain::places::code::BadCode;

/// What is wrong, and what to do about it.
#[derive(Debug, Error)]
pub(in crate::http) enum Refusal {
    #[error("ask for /sheet/GM0344.pdf or /sheet/GM0344.docx")]
    Municipality,
    #[error("ask for /sheet/vng-platform/RP02.pdf or /sheet/vng-platform/RP02.docx")]
    Region,
    #[error(transparent)]
    Code(#[from] BadCode),
    #[error(transparent)]
    Date(#[from] BadDate),
    #[error("sheets need an account here")]
    Closed,
    #[error("there is no such municipality or region on this date")]
    Absent,
    #[error(
        "`{0}` is not asked for here; give `code` for each municipality, and if you like `date` and `format` (pdf or docx), each once"
    )]
    Parameter(String),
    #[error("`{0}` is no format; ask for pdf or docx")]
    Format(String),
    #[error("name the municipalities: /sheet/batch.zip?code=GM0344&code=GM0363")]
    NoCodes,
    #[error("these are {0} codes; ask for at most {MOST_SHEETS} at once")]
    TooMany(usize),
    #[error("asked for more than once: {0}; name each municipality once")]
    Twice(String),
    #[error("on this date there are no municipalities {0}; leave them out or choose another date")]
    AllAbsent(String),
    #[error("the sheets of a campaign are internal; send a token of a role that reads campaigns")]
    Internal,
    #[error("there is no campaign with this id, or no target of it that is for you")]
    Campaign,
    #[error("others are downloading many sheets at this moment; try again in a minute")]
    Busy,
    #[error("the sheet could not be made; the cause is in the log")]
    Failed,
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            Self::Municipality
            | Self::Region
            | Self::Absent
            | Self::AllAbsent(_)
            | Self::Campaign => StatusCode::NOT_FOUND,
            Self::Closed | Self::Internal => StatusCode::FORBIDDEN,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status(), format!("{self}\n")).into_response();
        if matches!(self, Self::Busy) {
            let headers = response.headers_mut();
            headers.insert(RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response
    }
}
