//! Why a request is refused: the one place that knows the statuses of HTTP, the
//! codes, and the shape of the answer.

use std::time::Duration;

use axum::http::header::{CACHE_CONTROL, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::body::BodyError;
use super::imports::upload::UploadError;
use super::json_answer::answer;
use actions::ActionError;
use auth::{RetryAfter, SignInError};
use domain::dates::BadDate;
use domain::message::{AccessMessage, Message, RequestMessage, ServiceMessage, SheetMessage};
use domain::people::password::BadPassword;
use domain::people::permissions::Forbidden;
use domain::places::code::BadCode;
use domain::words::Language;
use graphql::{LimitError, refuse, refuse_action, refuse_in};
use import::TemplateError;
use store::StoreError;

/// A refusal: its status, its code, and what is told.
#[derive(Debug)]
pub(super) struct HttpError {
    status: StatusCode,
    code: &'static str,
    answer: Box<async_graphql::Response>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl HttpError {
    pub(super) fn new(status: StatusCode, code: &'static str, message: impl Into<Message>) -> Self {
        Self::of(status, code, refuse(&message.into(), code))
    }

    /// The same, told in a language.
    pub(super) fn new_in(
        status: StatusCode,
        code: &'static str,
        message: impl Into<Message>,
        language: Language,
    ) -> Self {
        Self::of(status, code, refuse_in(&message.into(), code, language))
    }

    fn of(status: StatusCode, code: &'static str, answer: async_graphql::Response) -> Self {
        Self {
            status,
            code,
            answer: Box::new(answer),
            headers: Vec::new(),
        }
    }

    /// The code.
    pub(super) fn code(&self) -> &'static str {
        self.code
    }

    /// Whether it is refused for want of a right.
    pub(super) fn is_forbidden(&self) -> bool {
        self.status == StatusCode::FORBIDDEN
    }

    pub(super) fn bad_request(message: impl Into<Message>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD_REQUEST", message)
    }

    pub(super) fn forbidden(message: impl Into<Message>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", message)
    }

    /// Something broke; the cause is in the log.
    pub(super) fn internal() -> Self {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Self::new(status, "INTERNAL", ServiceMessage::Internal)
    }

    /// A body, or an announcement of one, of another type than belongs here.
    pub(super) fn bad_type(message: RequestMessage) -> Self {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        Self::new(status, "BAD_CONTENT_TYPE", message)
    }

    /// Nobody is signed in.
    pub(super) fn not_signed_in() -> Self {
        let status = StatusCode::UNAUTHORIZED;
        Self::new(status, "UNAUTHENTICATED", AccessMessage::NotSignedIn).unstored()
    }

    /// A token that does not stand.
    pub(super) fn bad_token() -> Self {
        let status = StatusCode::UNAUTHORIZED;
        Self::new(status, "UNAUTHENTICATED", AccessMessage::BadToken)
            .with(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    }

    /// A request that another site's page sent in somebody's name.
    pub(super) fn cross_site() -> Self {
        let status = StatusCode::FORBIDDEN;
        Self::new(status, "CROSS_SITE", AccessMessage::CrossSite)
    }

    /// A client that has to wait.
    pub(super) fn too_many(wait: Duration) -> Self {
        let status = StatusCode::TOO_MANY_REQUESTS;
        let message = RequestMessage::AskedTooMuch;
        Self::new(status, "TOO_MANY_REQUESTS", message).retry_after(wait)
    }

    /// A question for which there is no room now.
    pub(super) fn busy() -> Self {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        Self::new(status, "BUSY", RequestMessage::ServerBusy).retry_after(Duration::from_secs(2))
    }

    pub(super) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// No cache keeps it.
    pub(super) fn unstored(self) -> Self {
        self.with(CACHE_CONTROL, HeaderValue::from_static("no-store"))
    }

    /// After how long it may be tried again, in whole seconds.
    pub(super) fn retry_after(self, wait: Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        self.with(RETRY_AFTER, HeaderValue::from(seconds.max(1)))
    }
}

impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let mut response = answer(&self.answer);
        *response.status_mut() = self.status;
        response.headers_mut().extend(self.headers);
        response
    }
}

impl From<HttpError> for Response {
    fn from(error: HttpError) -> Self {
        error.into_response()
    }
}

impl From<Forbidden> for HttpError {
    fn from(error: Forbidden) -> Self {
        Self::forbidden(error)
    }
}

impl From<BadDate> for HttpError {
    fn from(error: BadDate) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD_DATE", error)
    }
}

impl From<LimitError> for HttpError {
    fn from(error: LimitError) -> Self {
        Self::of(StatusCode::BAD_REQUEST, error.code(), error.response())
    }
}

impl From<BodyError> for HttpError {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::TooLarge(bytes) => {
                let message = RequestMessage::BodyTooLarge { bytes };
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "BODY_TOO_LARGE", message)
            }
            BodyError::TooSlow => {
                let message = RequestMessage::BodyTooSlow;
                Self::new(StatusCode::REQUEST_TIMEOUT, "BODY_TOO_SLOW", message)
            }
            BodyError::Broken => {
                let message = RequestMessage::BodyBroken;
                Self::new(StatusCode::BAD_REQUEST, "BODY_BROKEN", message)
            }
            BodyError::TooMany => {
                let (status, message) = (
                    StatusCode::SERVICE_UNAVAILABLE,
                    RequestMessage::TooManyBodies,
                );
                Self::new(status, "TOO_MANY_BODIES", message).retry_after(Duration::from_secs(5))
            }
        }
    }
}

impl From<UploadError> for HttpError {
    fn from(error: UploadError) -> Self {
        const CODE: &str = "TOO_MANY_UPLOADS";
        let minute = Duration::from_mins(1);
        match error {
            UploadError::Body(error) => error.into(),
            UploadError::TooManyOfOne => {
                let message = RequestMessage::TooManyUploads;
                Self::new(StatusCode::TOO_MANY_REQUESTS, CODE, message).retry_after(minute)
            }
            UploadError::TooManyOfAll => {
                let message = RequestMessage::TooManyUploadsOfAll;
                Self::new(StatusCode::SERVICE_UNAVAILABLE, CODE, message).retry_after(minute)
            }
            UploadError::Disk(error) => {
                tracing::error!(%error, "a file that is handed in cannot be kept");
                let message = RequestMessage::UploadNotKept;
                Self::new(StatusCode::INSUFFICIENT_STORAGE, "DISK_FULL", message)
            }
        }
    }
}

/// What an action refused of a file.
impl From<&ActionError> for HttpError {
    fn from(error: &ActionError) -> Self {
        let (answer, code) = refuse_action(error);
        let status = match code {
            "BAD_INPUT" => StatusCode::UNPROCESSABLE_ENTITY,
            "CONFLICT" => StatusCode::CONFLICT,
            "DATABASE_UNAVAILABLE" | "DISK_FULL" => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::of(status, code, answer)
    }
}

impl From<TemplateError> for HttpError {
    fn from(error: TemplateError) -> Self {
        let (status, message) = match error {
            TemplateError::Boundaries => {
                (StatusCode::NOT_FOUND, RequestMessage::TemplateOfBoundaries)
            }
            TemplateError::Part(part) => {
                let message = RequestMessage::TemplatePart { part };
                (StatusCode::BAD_REQUEST, message)
            }
            TemplateError::Workbook(_) | TemplateError::Text(_) => {
                let cause = &error as &dyn std::error::Error;
                tracing::error!(error = cause, "a template was not made");
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                (status, RequestMessage::TemplateFailed)
            }
        };
        Self::new(status, "NO_TEMPLATE", message)
    }
}

/// Why somebody does not come in.
impl From<&SignInError> for HttpError {
    fn from(error: &SignInError) -> Self {
        let (status, code) = match error {
            SignInError::Wrong => (StatusCode::UNAUTHORIZED, "WRONG_CREDENTIALS"),
            SignInError::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS"),
            SignInError::BadPassword(bad) => (StatusCode::UNPROCESSABLE_ENTITY, code_of(*bad)),
            SignInError::CodeMissing => (StatusCode::UNAUTHORIZED, "CODE_MISSING"),
            SignInError::WrongCode => (StatusCode::UNAUTHORIZED, "WRONG_CODE"),
            SignInError::LinkUsed => (StatusCode::GONE, "LINK_USED"),
            SignInError::Action(cause @ (ActionError::Refused(_) | ActionError::Conflict(_))) => {
                return Self::from(cause).unstored();
            }
            SignInError::Action(cause) => return not_recorded(cause),
        };
        let refused = Self::new(status, code, error).unstored();
        match error {
            SignInError::Wait(RetryAfter(wait)) => {
                refused.retry_after(Duration::from_secs(wait.as_secs().unsigned_abs() + 1))
            }
            _ => refused,
        }
    }
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

/// Signing in or out could not be recorded. The cause goes to the log.
fn not_recorded(cause: &ActionError) -> HttpError {
    tracing::error!(
        error = cause as &dyn std::error::Error,
        "signing in or out could not be recorded"
    );
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let refused = match cause {
        ActionError::Store(StoreError::Full(_)) => {
            HttpError::new(status, "DISK_FULL", AccessMessage::SignInDiskFull)
        }
        ActionError::Store(
            StoreError::Unavailable(_) | StoreError::Busy(_) | StoreError::ReadOnly(_),
        ) => {
            let message = AccessMessage::SignInUnwritten;
            HttpError::new(status, "DATABASE_UNAVAILABLE", message)
        }
        _ => HttpError::internal(),
    };
    refused.unstored()
}

/// A refusal where a person asks for a file: a line of text.
#[derive(Debug)]
pub(super) struct FileError(StatusCode, Message);

impl IntoResponse for FileError {
    fn into_response(self) -> Response {
        let Self(status, message) = self;
        let mut response = (status, format!("{message}\n")).into_response();
        if message == SheetMessage::SheetsBusy.into() {
            let headers = response.headers_mut();
            headers.insert(RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response
    }
}

impl From<SheetMessage> for FileError {
    fn from(message: SheetMessage) -> Self {
        let status = match message {
            SheetMessage::SheetOfMunicipality
            | SheetMessage::SheetOfRegion
            | SheetMessage::SheetAbsent
            | SheetMessage::SheetsAbsent { .. }
            | SheetMessage::SheetsOfNoCampaign => StatusCode::NOT_FOUND,
            SheetMessage::SheetsClosed | SheetMessage::SheetsInternal => StatusCode::FORBIDDEN,
            SheetMessage::SheetsBusy => StatusCode::SERVICE_UNAVAILABLE,
            SheetMessage::SheetFailed => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        };
        Self(status, message.into())
    }
}

impl From<BadCode> for FileError {
    fn from(error: BadCode) -> Self {
        Self(StatusCode::BAD_REQUEST, error.into())
    }
}

impl From<BadDate> for FileError {
    fn from(error: BadDate) -> Self {
        Self(StatusCode::BAD_REQUEST, error.into())
    }
}
