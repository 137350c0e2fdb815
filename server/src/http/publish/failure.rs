//! Why nothing is published, as an answer in the language that was asked for.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::parameters::DateError;
use crate::http::errors::HttpError;
use atlas::FilterError;
use domain::message::{Message, PublishMessage};
use domain::people::permissions::Forbidden;
use domain::words::Language;
use graphql::SelectionError;

/// What is refused, with its status and its code.
#[derive(Debug)]
pub(in crate::http) enum Failure {
    /// Something that was asked, or what came of it.
    Said(StatusCode, &'static str, Message),
    /// An answer that is there already.
    Answer(Box<Response>),
}

impl Failure {
    /// The answer.
    pub(in crate::http) fn into_response_in(self, language: Language) -> Response {
        match self {
            Self::Said(status, code, message) => {
                HttpError::new_in(status, code, message, language).into_response()
            }
            Self::Answer(answer) => *answer,
        }
    }
}

impl From<PublishMessage> for Failure {
    fn from(message: PublishMessage) -> Self {
        let (status, code) = match message {
            PublishMessage::ColumnUnknown { .. } => (StatusCode::BAD_REQUEST, "UNKNOWN_COLUMN"),
            PublishMessage::CampaignUnknown
            | PublishMessage::ExportUnknown
            | PublishMessage::PictureUnknown
            | PublishMessage::TileUnknown { .. }
            | PublishMessage::CollectionUnknown { .. }
            | PublishMessage::FeatureUnknown { .. }
            | PublishMessage::PictureEmpty => (StatusCode::NOT_FOUND, "NOT_FOUND"),
            PublishMessage::ExportFailed | PublishMessage::PictureFailed => {
                (StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL")
            }
            PublishMessage::ConditionUnread { .. }
            | PublishMessage::PropertyUnknown { .. }
            | PublishMessage::ConditionTooDeep { .. }
            | PublishMessage::ConditionsTooMany { .. } => (StatusCode::BAD_REQUEST, "BAD_FILTER"),
            PublishMessage::FilterTooLong { .. } => (StatusCode::BAD_REQUEST, "FILTER_TOO_LONG"),
            PublishMessage::CursorUnread { .. } => (StatusCode::BAD_REQUEST, "BAD_CURSOR"),
            PublishMessage::PeriodUnread { .. } | PublishMessage::InstantUnread { .. } => {
                (StatusCode::BAD_REQUEST, "BAD_DATE")
            }
            _ => (StatusCode::BAD_REQUEST, "BAD_PARAMETER"),
        };
        Self::Said(status, code, message.into())
    }
}

impl From<Forbidden> for Failure {
    fn from(error: Forbidden) -> Self {
        Self::Said(StatusCode::FORBIDDEN, "FORBIDDEN", error.into())
    }
}

impl From<DateError> for Failure {
    fn from(error: DateError) -> Self {
        match error {
            DateError::Date(bad) => Self::Said(StatusCode::BAD_REQUEST, "BAD_DATE", bad.into()),
            DateError::Parameter(message) => message.into(),
        }
    }
}

impl From<FilterError> for Failure {
    fn from(error: FilterError) -> Self {
        SelectionError::from(error).into()
    }
}

impl From<SelectionError> for Failure {
    fn from(error: SelectionError) -> Self {
        match error {
            SelectionError::Forbidden(forbidden) => forbidden.into(),
            error => Self::Said(StatusCode::BAD_REQUEST, error.code(), error.into()),
        }
    }
}

impl From<HttpError> for Failure {
    fn from(error: HttpError) -> Self {
        Self::Answer(Box::new(error.into()))
    }
}
