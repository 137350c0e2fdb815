//! Whether the server lives, and whether it can answer.

use std::sync::Arc;

use axum::extract::State;

use super::App;

/// The process runs.
pub(super) async fn live() -> &'static str {
    "live\n"
}

/// Questions are answered, from this revision.
pub(super) async fn ready(State(app): State<Arc<App>>) -> String {
    format!("ready, revision {}\n", app.atlas().index().facts().revision)
}
