//! `/dcat`: what is published here, for catalogues of data.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};

use super::failure::Failure;
use super::list::open_to_other_sites;
use super::parameters::{DateError, Parameters};
use super::request::PublishRequest;
use crate::http::address::root;
use domain::clock::dutch_date;
use domain::dates::AsOf;
use domain::message::PublishMessage;
use domain::people::permissions::check_server;
use domain::words::Language;
use export::catalog::{CatalogSubject, GraphError, catalog};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Notation {
    Turtle,
    JsonLd,
}

impl Notation {
    /// The first that the client names; JSON-LD where it names neither.
    fn accepted(headers: &HeaderMap) -> Self {
        let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
        let kinds = accept.unwrap_or_default().split(',');
        let mut kinds = kinds.map(|kind| kind.split(';').next().unwrap_or_default().trim());
        let named = kinds.find_map(|kind| match kind {
            "text/turtle" => Some(Self::Turtle),
            "application/ld+json" | "application/json" => Some(Self::JsonLd),
            _ => None,
        });
        named.unwrap_or(Self::JsonLd)
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Turtle => "text/turtle; charset=utf-8",
            Self::JsonLd => "application/ld+json",
        }
    }
}

/// `/dcat`, as Turtle or JSON-LD.
pub(in crate::http) async fn dcat(request: PublishRequest) -> Response {
    request.answer(answer(&request))
}

fn answer(request: &PublishRequest) -> Result<Response, Failure> {
    let PublishRequest {
        app,
        asker,
        query,
        headers,
    } = request;
    check_server(&asker.viewer, app.api().public())?;
    let parameters = Parameters::read(query, &["f", "lang"])?;
    let notations = [("turtle", Notation::Turtle), ("jsonld", Notation::JsonLd)];
    let notation = parameters.choice("f", &notations)?;
    let notation = notation.unwrap_or_else(|| Notation::accepted(headers));
    let atlas = app.atlas();
    let today = AsOf::new(app.clock().today(), None).map_err(DateError::from)?;
    let view = atlas.at(today);
    let all: Vec<usize> = (0..view.municipalities().len()).collect();
    let boundaries = view.edition().map(|edition| edition.boundaries());
    let facts = view.index().facts();
    let changed = facts.changes.last();
    let modified = changed.map(|change| dutch_date(change.recorded_at).to_string());
    let is_invented = view.index().demonstration();
    let invented = (Language::Dutch.invented(), Language::English.invented());
    let subject = CatalogSubject {
        root: &root(app, headers),
        modified: modified.as_deref(),
        bounds: boundaries.and_then(|boundaries| boundaries.bounding_box_of(&all)),
        warning: is_invented.then_some(invented),
    };
    let graph = catalog(subject).map_err(|error| failed(&error))?;
    let body = match notation {
        Notation::Turtle => graph.turtle(),
        Notation::JsonLd => graph.json_ld(),
    };
    let body = body.map_err(|error| failed(&error))?;
    let kind = [
        (CONTENT_TYPE, notation.media_type()),
        (CACHE_CONTROL, "no-cache"),
        (VARY, "accept, accept-encoding, authorization, cookie"),
    ];
    let mut response = (kind, body).into_response();
    open_to_other_sites(app, response.headers_mut());
    Ok(response)
}

fn failed(error: &GraphError) -> PublishMessage {
    tracing::error!(%error, "the catalogue could not be made");
    PublishMessage::ExportFailed
}
