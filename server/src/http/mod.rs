//! The HTTP surface: GraphQL, map files, the client, and what operators need.

mod asking;
mod client;
mod encoding;
mod graphql;
mod headers;
mod health;
mod map;
mod sheet;
mod state;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

pub use state::App;

/// The largest body that is read, in bytes.
pub const LARGEST_BODY: usize = 1024 * 1024;
/// How long a request may take.
pub const LONGEST_REQUEST: Duration = Duration::from_secs(20);

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/graphql", get(graphql::get).post(graphql::post))
        .route("/schema.graphql", get(graphql::schema))
        .route("/map/{date}/{file}", get(map::file))
        .route("/sheet/{file}", get(sheet::of_municipality))
        .route("/sheet/{set}/{file}", get(sheet::of_region))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .fallback(client::file)
        .layer(CompressionLayer::new())
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            LONGEST_REQUEST,
        ))
        .layer(middleware::from_fn(headers::secure))
        .with_state(app)
}
