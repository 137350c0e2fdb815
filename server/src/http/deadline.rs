//! A bound on how long a request may take until its answer begins.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::timeout;

use super::App;
use super::bounds::LONGEST_IMPORT;
use super::errors::HttpError;
use domain::message::RequestMessage;

/// What is left for the work to tell itself that its time is over.
const MARGIN: Duration = Duration::from_secs(1);

/// Gives a request up that takes too long.
pub(super) async fn layer(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    of_request(&app, next.run(request)).await
}

/// Gives a file up that takes too long.
pub(super) async fn import_layer(request: Request, next: Next) -> Response {
    within(LONGEST_IMPORT, next.run(request)).await
}

/// Gives up what takes longer than a request may.
pub(super) async fn of_request(app: &App, answer: impl Future<Output = Response>) -> Response {
    within(app.limits().deadline + MARGIN, answer).await
}

async fn within(longest: Duration, answer: impl Future<Output = Response>) -> Response {
    if let Ok(response) = timeout(longest, answer).await {
        return response;
    }
    let status = StatusCode::SERVICE_UNAVAILABLE;
    HttpError::new(status, "TIMEOUT", RequestMessage::TimedOut)
        .retry_after(Duration::from_secs(10))
        .into()
}
