//! GraphQL over HTTP.

use std::sync::Arc;

use async_graphql::Request;
use axum::body::Body;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{Query, RawQuery, State, WebSocketUpgrade};
use axum::http::header::{
    ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::execute::{client_of, prepare, respond};
use super::ws::follow;
use crate::atlas::{Atlas, short_hash};
use crate::domain::message::{Message, RequestMessage};
use crate::domain::people::viewer::Viewer;
use crate::graphql::{RequestAddress, check_json, sdl};
use crate::http::auth::ClientAddress;
use crate::http::errors::HttpError;
use crate::http::extract::RequestViewer;
use crate::http::files::web_client;
use crate::http::json_answer::is_json;
use crate::http::throttle::Caller;
use crate::http::{App, LARGEST_BODY, LONGEST_REQUEST};

/// `GraphiQL` needs workers, and style elements without text (of which this is
/// the hash), whose rules its scripts write; everything else is as strict as for
/// the other pages.
const GRAPHIQL_POLICY: &str = "default-src 'none'; script-src 'self'; \
     style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

/// A question in the address; `GraphiQL` for a browser that asks for a page.
pub(in crate::http) async fn get(
    State(app): State<Arc<App>>,
    RawQuery(query): RawQuery,
    RequestViewer(viewer): RequestViewer,
    Caller(caller): Caller,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    if let Ok(upgrade) = upgrade {
        return follow(app, &viewer, caller, &headers, upgrade);
    }
    let query = query.unwrap_or_default();
    let has_question = query.split('&').any(|pair| pair.starts_with("query="));
    let wants_page = headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    if wants_page {
        let mut page = web_client::page("graphiql.html", &headers);
        page.headers_mut().insert(
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(GRAPHIQL_POLICY),
        );
        return page;
    }
    if !has_question && !query.contains("persistedQuery") {
        let message = RequestMessage::NoQuestion;
        return HttpError::new(StatusCode::BAD_REQUEST, "NO_QUESTION", message).into();
    }
    let atlas = app.atlas();
    let client = client_of(&viewer, caller);
    let about = (Arc::clone(&atlas), viewer.clone());
    let bytes = query.len();
    let read = move || whole(asked_in_address(&query)?);
    let prepared = match prepare(&app, &client, bytes, read, about).await {
        Ok(prepared) => prepared,
        Err(refusal) => return refusal,
    };
    if prepared.changes() {
        let (status, message) = (
            StatusCode::METHOD_NOT_ALLOWED,
            RequestMessage::MutationByGet,
        );
        let refused = HttpError::new(status, "MUTATION_BY_GET", message);
        return refused.with(ALLOW, HeaderValue::from_static("POST")).into();
    }
    let etag = etag(&app, &atlas, &viewer);
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes())
    {
        return (StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response();
    }
    let caching = if viewer.is_signed_in() {
        "private, no-cache"
    } else {
        "no-cache"
    };
    let mut response = respond(&app, &client, prepared).await;
    let answer = response.headers_mut();
    // What is not of the atlas may change while the revision stays.
    if answer.contains_key(CACHE_CONTROL) || response.status() != StatusCode::OK {
        return response;
    }
    let answer = response.headers_mut();
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        answer.insert(ETAG, etag);
    }
    answer.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    answer.insert(
        VARY,
        HeaderValue::from_static("accept, accept-encoding, authorization, cookie"),
    );
    response
}

/// A question in an address, with the names of the standard.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct QueryParameters {
    query: String,
    #[serde(alias = "operation_name")]
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

fn asked_in_address(query: &str) -> Result<Request, Response> {
    let malformed = || HttpError::bad_request(RequestMessage::BadQuestionAddress);
    let uri = format!("/?{query}").parse().map_err(|_| malformed())?;
    let Query(asked) = Query::<QueryParameters>::try_from_uri(&uri).map_err(|_| malformed())?;
    let mut request = Request::new(asked.query);
    request.operation_name = asked.operation_name;
    for json in [&asked.variables, &asked.extensions].into_iter().flatten() {
        check_json(json.as_bytes()).map_err(HttpError::from)?;
    }
    if let Some(variables) = asked.variables.filter(|json| !json.is_empty()) {
        request.variables = serde_json::from_str(&variables).map_err(|_| malformed())?;
    }
    if let Some(extensions) = asked.extensions.filter(|json| !json.is_empty()) {
        request.extensions = serde_json::from_str(&extensions).map_err(|_| malformed())?;
    }
    Ok(request)
}

/// Tells one answer from another. Without a date a question is about today, so
/// its answer changes at midnight too; what is internal differs by viewer.
fn etag(app: &App, atlas: &Atlas, viewer: &Viewer) -> String {
    let revision = atlas.index().facts().revision;
    let (today, version) = (app.clock().today(), env!("CARGO_PKG_VERSION"));
    let role = viewer.role;
    // What is told of people changes without a revision.
    let people = viewer.is_signed_in().then(|| app.access().number());
    let who = format!("{:?}", (&viewer.name, &viewer.regions, people));
    let who = short_hash(&Sha256::digest(who));
    format!("W/\"{revision}-{today}-{version}-{role}-{who}\"")
}

/// A question in the body, as JSON; read when it is known who sends it.
pub(in crate::http) async fn post(
    State(app): State<Arc<App>>,
    RequestViewer(viewer): RequestViewer,
    ClientAddress(address): ClientAddress,
    Caller(caller): Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    // A form cannot send this type across sites without being asked first.
    if !is_json(headers.get(CONTENT_TYPE)) {
        return HttpError::bad_type(RequestMessage::NotJsonQuestion).into();
    }
    let body = match app.bodies().read(body, LARGEST_BODY, LONGEST_REQUEST).await {
        Ok(body) => body,
        Err(error) => return HttpError::from(error).into(),
    };
    if body.bytes.trim_ascii_start().starts_with(b"[") {
        let message = RequestMessage::BatchNotServed;
        return HttpError::new(StatusCode::BAD_REQUEST, "BATCH_NOT_SERVED", message).into();
    }
    let client = client_of(&viewer, caller);
    let bytes = body.bytes.len();
    let read = move || Ok(whole(asked_in_body(&body.bytes)?)?.data(RequestAddress(address)));
    match prepare(&app, &client, bytes, read, (app.atlas(), viewer)).await {
        Ok(prepared) => respond(&app, &client, prepared).await,
        Err(refusal) => refusal,
    }
}

/// A request with its document. One that names it by a hash alone is told so in
/// the words that clients know; they send the document then.
fn whole(request: Request) -> Result<Request, Response> {
    if request.query.is_empty() && request.extensions.contains_key("persistedQuery") {
        let text = Message::as_written("PersistedQueryNotSupported");
        return Err(HttpError::new(StatusCode::OK, "PERSISTED_QUERY_NOT_SUPPORTED", text).into());
    }
    Ok(request)
}

fn asked_in_body(body: &[u8]) -> Result<Request, Response> {
    // Some editors and programs begin a file with it, and send that.
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    check_json(body).map_err(HttpError::from)?;
    serde_json::from_slice(body).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        HttpError::bad_request(RequestMessage::BadQuestion { line, column }).into()
    })
}

/// The schema in the schema definition language.
pub(in crate::http) async fn schema(
    State(app): State<Arc<App>>,
    RequestViewer(viewer): RequestViewer,
) -> Response {
    if app.api().is_closed_to(&viewer) {
        let text = "the schema needs an account here\n";
        return (StatusCode::FORBIDDEN, text).into_response();
    }
    let kind = [
        (CONTENT_TYPE, "application/graphql; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
    ];
    (kind, sdl()).into_response()
}
