//! OGC API - Features 1.0: municipalities, regions and records for programs that
//! read maps, in CRS84 and EPSG:28992.
//!
//! Part 1 (core, GeoJSON, HTML, `OpenAPI` 3.0), Part 2 (coordinate systems by
//! reference) and Part 3 (filtering, by CQL2 text). `items` answers questions about
//! the `features` of a collection, `cql` reads filters, `pages` describes, `html`
//! shows all of it to a person.

mod collections;
mod cql;
mod features;
mod html;
mod items;
mod items_query;
mod links;
mod openapi;
mod pages;
mod problem;
mod queryables;
mod record_features;
mod region_features;

use axum::routing::get;

use super::routes::Routes;

/// All routes: by the name of the standard, and by the version of the API.
pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/openapi.json", get(pages::api))
        .route("/ogc", get(pages::landing))
        .route("/ogc/conformance", get(pages::conformance))
        .route("/ogc/api", get(pages::api))
        .route("/ogc/collections", get(pages::collections))
        .route("/ogc/collections/{collection}", get(pages::collection))
        .route(
            "/ogc/collections/{collection}/queryables",
            get(pages::queryables),
        )
        .route("/ogc/collections/{collection}/items", get(items::list))
        .route(
            "/ogc/collections/{collection}/items/{feature}",
            get(items::one),
        )
        .route("/v1", get(pages::landing))
        .route("/v1/conformance", get(pages::conformance))
        .route("/v1/api", get(pages::api))
        .route("/v1/openapi.json", get(pages::api))
        .route("/v1/collections", get(pages::collections))
        .route("/v1/collections/{collection}", get(pages::collection))
        .route(
            "/v1/collections/{collection}/queryables",
            get(pages::queryables),
        )
        .route("/v1/collections/{collection}/items", get(items::list))
        .route(
            "/v1/collections/{collection}/items/{feature}",
            get(items::one),
        )
}
