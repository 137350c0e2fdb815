//! The HTTP surface: GraphQL, signing in, map files, the client, and what operators
//! need.

mod address;
mod auth;
mod body;
mod bounds;
mod compress;
mod connection;
mod cookie;
mod copy;
mod csrf;
mod deadline;
mod errors;
mod extract;
mod files;
mod graphql;
mod headers;
mod imports;
mod json_answer;
mod ogc;
mod operate;
mod publish;
mod request;
mod routes;
mod service;
mod state;
mod throttle;

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use axum::routing::get;

pub use bounds::{LARGEST_BODY, LARGEST_FILE, LONGEST_IMPORT, LONGEST_REQUEST};
pub use connection::{ConnectionLimits, serve};
pub use copy::{Copied, CopyError, write_copy};
pub use service::service;
pub use state::{App, SECURITY_CONTACT};
pub use throttle::{ANSWERS_MB, ClientLimits, Limits, QueueLimits};

use self::routes::Routes;

/// The paths of all routes but the client's files.
#[must_use]
pub fn paths() -> Vec<&'static str> {
    let routes = [quick(), batches(), imports::handlers::routes()];
    let paths = routes.iter().flat_map(|routes| routes.paths().iter());
    paths.copied().collect()
}

/// What is answered at once.
fn quick() -> Routes {
    Routes::new()
        .route(
            graphql::PATH,
            get(graphql::handlers::get).post(graphql::handlers::post),
        )
        .route("/schema.graphql", get(graphql::handlers::schema))
        .route("/map/{date}/{file}", get(files::map::file))
        .route("/import/template/{file}", get(files::template::file))
        .route("/sheet/{file}", get(files::sheet::of_municipality))
        .route("/sheet/{set}/{file}", get(files::sheet::of_region))
        .route("/export/audit.csv", get(files::export::audit))
        .route("/export/{file}", get(publish::export::municipalities))
        .route("/dcat", get(publish::catalog::dcat))
        .route("/picture/{file}", get(publish::picture::map))
        .route("/embed", get(files::embed::map))
        .route("/embed/{*view}", get(files::embed::view))
        .route("/tiles.json", get(publish::tile::description))
        .route("/tiles/{z}/{x}/{file}", get(publish::tile::tile))
        .route(
            "/.well-known/security.txt",
            get(operate::security_txt::file),
        )
        .route("/health/live", get(operate::health::live))
        .route("/health/ready", get(operate::health::ready))
        .route("/metrics", get(operate::metrics::on_this_machine))
        .merge(auth::routes())
        .merge(ogc::routes())
}

/// These send for as long as it takes, and what is compressed already.
fn batches() -> Routes {
    Routes::new()
        .route("/sheet/batch.zip", get(files::sheet::of_municipalities))
        .route("/sheet/campaign/{file}", get(files::sheet::of_campaign))
}

/// All routes.
fn router(app: Arc<App>) -> Router {
    quick()
        .into_router()
        .fallback(files::web_client::file)
        .layer(compress::layer())
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            deadline::layer,
        ))
        .merge(batches().into_router())
        .merge(
            imports::handlers::routes()
                .into_router()
                .layer(middleware::from_fn(deadline::import_layer)),
        )
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            request::layer,
        ))
        .with_state(app)
}

/// What operators ask for, at an address of its own.
pub fn operators_router(app: Arc<App>) -> Router {
    Router::new()
        .route("/metrics", get(operate::metrics::all))
        .route("/health/live", get(operate::health::live))
        .route("/health/ready", get(operate::health::ready))
        .with_state(app)
}
