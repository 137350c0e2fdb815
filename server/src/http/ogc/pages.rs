//! What describes the API: landing page, conformance, collections, `OpenAPI`.

use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::collections::Collection;
use super::items::representation;
use super::links::{Base, CRS84, HTML, JSON, OPENAPI, RD_NEW, Representation, SCHEMA, link};
use super::problem::{problem, versioned};
use super::{html, openapi};
use crate::http::publish::{DateError, Failure, Parameters, PublishRequest, open_to_other_sites};
use atlas::View;
use domain::dates::AsOf;
use domain::people::permissions::check_server;
use domain::words::Language;

const CONFORMANCE: [&str; 12] = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
    "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
];

/// Answers a request for a description, in JSON or as a page.
fn answer(
    request: &PublishRequest,
    Base(base): &Base,
    describe: impl FnOnce(&View, &str) -> Result<(String, Value), Failure>,
) -> Response {
    let PublishRequest {
        app,
        asker,
        query,
        headers,
    } = request;
    let told = || {
        check_server(&asker.viewer, app.api().public())?;
        let parameters = Parameters::read(query, &["f"])?;
        let wanted = representation(&parameters, headers)?;
        let today = AsOf::new(app.clock().today(), None).map_err(DateError::from)?;
        let view = app.atlas().at(today);
        let (title, body) = describe(&view, base)?;
        let (kind, body) = match wanted {
            Representation::Json => (JSON, body.to_string()),
            Representation::Html => (HTML, html::described(&title, &body)),
        };
        let headers = [
            (CONTENT_TYPE, kind),
            (CACHE_CONTROL, "no-cache"),
            (VARY, "accept, accept-encoding, authorization, cookie"),
        ];
        let mut response = (headers, body).into_response();
        open_to_other_sites(app, response.headers_mut());
        Ok(versioned(response))
    };
    told().unwrap_or_else(|failure| problem(failure, Language::English))
}

/// `/ogc`.
pub(super) async fn landing(request: PublishRequest, base: Base) -> Response {
    answer(&request, &base, |_, base| {
        let title = "Dekkingskaart: zorgcoördinatie en beleid tegen mensenhandel";
        let to = |rel, kind, path: &str, title| link(rel, kind, &format!("{base}{path}"), title);
        let body = json!({
            "title": title,
            "description": "Municipalities and regions of the Netherlands with care coordination and policy against human trafficking, by date. Boundaries: CBS / Kadaster, CC BY 4.0.",
            "links": [
                to("self", JSON, "", "This document"),
                to("alternate", HTML, "?f=html", "This document as a page"),
                to("service-desc", OPENAPI, "/api", "The API in OpenAPI 3.0"),
                to("service-doc", HTML, "?f=html", "The API for people"),
                to("conformance", JSON, "/conformance", "What it conforms to"),
                to("data", JSON, "/collections", "The collections"),
            ],
        });
        Ok((title.to_owned(), body))
    })
}

/// `/ogc/conformance`.
pub(super) async fn conformance(request: PublishRequest, base: Base) -> Response {
    answer(&request, &base, |_, base| {
        let links = [link(
            "self",
            JSON,
            &format!("{base}/conformance"),
            "Conformance",
        )];
        let body = json!({ "conformsTo": CONFORMANCE, "links": links });
        Ok(("Conformance".to_owned(), body))
    })
}

/// `/ogc/collections`.
pub(super) async fn collections(request: PublishRequest, base: Base) -> Response {
    answer(&request, &base, |view, base| {
        let all = Collection::all(view).into_iter();
        let body = json!({
            "links": [link("self", JSON, &format!("{base}/collections"), "The collections")],
            "crs": [CRS84, RD_NEW],
            "collections": all.map(|each| each.described(view, base)).collect::<Vec<_>>(),
        });
        Ok(("Collections".to_owned(), body))
    })
}

/// `/ogc/collections/{collection}`.
pub(super) async fn collection(
    Path(id): Path<String>,
    request: PublishRequest,
    base: Base,
) -> Response {
    answer(&request, &base, |view, base| {
        let found = Collection::find(view, &id)?;
        Ok((found.title(view), found.described(view, base)))
    })
}

/// `/ogc/collections/{collection}/queryables`.
pub(super) async fn queryables(
    Path(id): Path<String>,
    request: PublishRequest,
    base: Base,
) -> Response {
    let mut response = answer(&request, &base, |view, base| {
        let found = Collection::find(view, &id)?;
        let address = format!("{base}/collections/{id}/queryables");
        let document = super::queryables::document(view, found, &address);
        Ok((found.title(view), document))
    });
    let kind = response.headers().get(CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes() == JSON.as_bytes()) {
        let schema = HeaderValue::from_static(SCHEMA);
        response.headers_mut().insert(CONTENT_TYPE, schema);
    }
    response
}

/// `/ogc/api`, `/openapi.json`.
pub(super) async fn api(request: PublishRequest, Base(base): Base) -> Response {
    let PublishRequest { app, asker, .. } = &request;
    if let Err(forbidden) = check_server(&asker.viewer, app.api().public()) {
        return problem(forbidden.into(), Language::English);
    }
    let body = openapi::document(&base).to_string();
    let kind = [(CONTENT_TYPE, OPENAPI), (CACHE_CONTROL, "no-cache")];
    let mut response = (kind, body).into_response();
    open_to_other_sites(app, response.headers_mut());
    versioned(response)
}
