//! Addresses of the API, and links between them.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use axum::http::request::Parts;
use serde_json::{Value, json};

use crate::http::App;
use crate::http::address::root;

/// GeoJSON.
pub(super) const GEO_JSON: &str = "application/geo+json";
/// JSON.
pub(super) const JSON: &str = "application/json";
/// A page.
pub(super) const HTML: &str = "text/html; charset=utf-8";
/// A description of an API.
pub(super) const OPENAPI: &str = "application/vnd.oai.openapi+json;version=3.0";
/// A JSON Schema.
pub(super) const SCHEMA: &str = "application/schema+json";
/// What leads to the properties by which features can be asked for.
pub(super) const QUERYABLES: &str = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
/// Longitude and latitude.
pub(super) const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
/// Metres of the Dutch grid.
pub(super) const RD_NEW: &str = "http://www.opengis.net/def/crs/EPSG/0/28992";

/// The paths at which the API is found: by its standard, and by its version, as
/// the Dutch design rules for APIs have it.
pub(super) const PATHS: [&str; 2] = ["/ogc", "/v1"];

/// Where the API is found, by the path at which it was asked; without a slash at
/// its end.
pub(super) struct Base(pub(super) String);

impl FromRequestParts<Arc<App>> for Base {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let asked = parts.uri.path();
        let path = PATHS.into_iter().find(|path| asked.starts_with(path));
        let root = root(app, &parts.headers);
        Ok(Self(format!("{root}{}", path.unwrap_or(PATHS[0]))))
    }
}

/// A link.
pub(super) fn link(rel: &str, kind: &str, href: &str, title: &str) -> Value {
    json!({ "href": href, "rel": rel, "type": kind, "title": title })
}

/// As what an answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Representation {
    Json,
    Html,
}

impl Representation {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Html => "html",
        }
    }

    /// By the parameter `f`, or else by what the client accepts.
    pub(super) fn of(given: Option<&str>, headers: &HeaderMap) -> Option<Self> {
        if let Some(given) = given {
            let known = [Self::Json, Self::Html];
            return known.into_iter().find(|known| known.name() == given);
        }
        let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
        let wants_page = accept.is_some_and(|accept| accept.contains("text/html"));
        Some(if wants_page { Self::Html } else { Self::Json })
    }
}
