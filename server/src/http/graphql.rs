//! GraphQL over HTTP.

use std::sync::Arc;

use async_graphql::Request;
use axum::body::Body;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{RawQuery, State, WebSocketUpgrade};
use axum::http::header::{
    ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::asking::Asking;
use super::auth::Client;
use super::client;
use super::following::follow;
use super::json::{answer, is_json, refused};
use super::{App, LARGEST_BODY, LONGEST_REQUEST};
use crate::atlas::{Atlas, short_hash};
use crate::domain::viewer::Viewer;
use crate::graphql::{Asker, asks_for_change, sdl};

/// `GraphiQL` needs workers; everything else is as strict as for the other
/// pages.
const GRAPHIQL_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

/// A question in the address; `GraphiQL` for a browser that asks for a page.
pub(super) async fn get(
    State(app): State<Arc<App>>,
    RawQuery(query): RawQuery,
    Asking(viewer): Asking,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    if let Ok(upgrade) = upgrade {
        return follow(app, &viewer, &headers, upgrade);
    }
    let query = query.unwrap_or_default();
    let has_question = query.split('&').any(|pair| pair.starts_with("query="));
    let wants_page = headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    if wants_page {
        let mut page = client::page("graphiql.html", &headers);
        page.headers_mut().insert(
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(GRAPHIQL_POLICY),
        );
        return page;
    }
    if !has_question {
        return refused(
            StatusCode::BAD_REQUEST,
            "send the question as ?query=",
            "NO_QUESTION",
        );
    }
    let Ok(mut request) = async_graphql::http::parse_query_string(&query) else {
        return refused(
            StatusCode::BAD_REQUEST,
            "the address is not a question; encode query and variables (JSON) as ?query=&variables=",
            "BAD_REQUEST",
        );
    };
    if asks_for_change(&mut request) {
        let text = "a mutation changes what is on record; send it by POST";
        let mut response = refused(StatusCode::METHOD_NOT_ALLOWED, text, "MUTATION_BY_GET");
        let allow = HeaderValue::from_static("POST");
        response.headers_mut().insert(ALLOW, allow);
        return response;
    }
    let atlas = app.atlas();
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
    let told = app.answer(request, atlas, viewer).await;
    let own = told.http_headers.get(CACHE_CONTROL).cloned();
    let mut response = answer(&told);
    let answer = response.headers_mut();
    // What is not of the atlas may change while the revision stays.
    if let Some(own) = own {
        answer.insert(CACHE_CONTROL, own);
        return response;
    }
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
pub(super) async fn post(
    State(app): State<Arc<App>>,
    Asking(viewer): Asking,
    Client(address): Client,
    headers: HeaderMap,
    body: Body,
) -> Response {
    // A form cannot send this type across sites without being asked first.
    if !is_json(headers.get(CONTENT_TYPE)) {
        return refused(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "send the question with content-type application/json",
            "BAD_CONTENT_TYPE",
        );
    }
    let body = match app.bodies().read(body, LARGEST_BODY, LONGEST_REQUEST).await {
        Ok(body) => body,
        Err(error) => return error.into_response(),
    };
    let body = &body.bytes;
    if body.trim_ascii_start().starts_with(b"[") {
        return refused(
            StatusCode::BAD_REQUEST,
            "batches are not served; send one question a request",
            "BATCH_NOT_SERVED",
        );
    }
    match serde_json::from_slice::<Request>(body) {
        Ok(request) => {
            let request = request.data(Asker(address));
            answer(&app.answer(request, app.atlas(), viewer).await)
        }
        Err(error) => {
            let text = format!(
                "the body is not a question, at line {} column {}: send {{\"query\": …, \"variables\": …}} as JSON in UTF-8",
                error.line(),
                error.column()
            );
            refused(StatusCode::BAD_REQUEST, &text, "BAD_REQUEST")
        }
    }
}

/// The schema in the schema definition language.
pub(super) async fn schema(State(app): State<Arc<App>>, Asking(viewer): Asking) -> Response {
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
