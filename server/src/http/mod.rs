//! The HTTP surface: GraphQL, signing in, map files, the client, and what operators
//! need.

mod asking;
mod auth;
mod client;
mod cookie;
mod encoding;
mod export;
mod following;
mod graphql;
mod headers;
mod health;
mod import;
mod json;
mod map;
mod origin;
mod routes;
mod sheet;
mod state;
mod template;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

pub use import::LARGEST_FILE;
pub use state::App;

use self::routes::Routes;
use crate::picture::Format;

/// The largest body that is read, in bytes.
pub const LARGEST_BODY: usize = 1024 * 1024;
/// How long a request may take.
pub const LONGEST_REQUEST: Duration = Duration::from_secs(20);

/// How long it may take to hand a file in: the largest, on a slow line.
pub const LONGEST_IMPORT: Duration = Duration::from_mins(3);

/// The paths of all routes but the client's files.
#[must_use]
pub fn paths() -> Vec<&'static str> {
    let routes = [quick(), batches(), import::routes()];
    let paths = routes.iter().flat_map(|routes| routes.paths().iter());
    paths.copied().collect()
}

/// What is answered at once.
fn quick() -> Routes {
    Routes::new()
        .route("/graphql", get(graphql::get).post(graphql::post))
        .route("/schema.graphql", get(graphql::schema))
        .route("/map/{date}/{file}", get(map::file))
        .route("/import/template/{file}", get(template::file))
        .route("/sheet/{file}", get(sheet::of_municipality))
        .route("/sheet/{set}/{file}", get(sheet::of_region))
        .route("/export/audit.csv", get(export::audit))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .merge(auth::routes())
}

/// These send for as long as it takes, and what is compressed already.
fn batches() -> Routes {
    Routes::new()
        .route("/sheet/batch.zip", get(sheet::of_municipalities))
        .route("/sheet/campaign/{file}", get(sheet::of_campaign))
}

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    quick()
        .into_router()
        .fallback(client::file)
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            LONGEST_REQUEST,
        ))
        .merge(batches().into_router())
        .merge(
            import::routes()
                .into_router()
                .layer(DefaultBodyLimit::max(LARGEST_FILE))
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::SERVICE_UNAVAILABLE,
                    LONGEST_IMPORT,
                )),
        )
        .layer(middleware::from_fn(cookie::forget_stale))
        .layer(middleware::from_fn(headers::secure))
        .with_state(app)
}

/// A sheet is compressed in itself.
fn worth_compressing() -> impl Predicate {
    let [pdf, docx] =
        [Format::Pdf, Format::Docx].map(|format| NotForContentType::const_new(format.media_type()));
    DefaultPredicate::new().and(pdf).and(docx)
}
