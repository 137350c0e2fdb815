//! GraphQL over HTTP.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{FromRequestParts as _, RawQuery, Request, State, WebSocketUpgrade};
use axum::http::header::{
    ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::answer_cache::{LONGEST_QUESTION, Lookup};
use super::execute::{Asker, ChangeRefused, prepare};
use super::media_type::MediaType;
use super::question::{QuestionAddress, request_in_body};
use super::question_text::QuestionText;
use super::respond::{AnswerScope, CacheStatus};
use super::ws::follow;
use crate::http::App;
use crate::http::auth::ClientAddress;
use crate::http::bounds::{LARGEST_BODY, LONGEST_REQUEST};
use crate::http::errors::HttpError;
use crate::http::extract::RequestViewer;
use crate::http::files::web_client;
use crate::http::json_answer::is_json;
use crate::http::throttle::Caller;
use domain::message::RequestMessage;
use graphql::{RequestAddress, sdl};

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
    let asker = Asker::new(viewer, caller);
    let query = query.unwrap_or_default();
    let answer = answer_address(app, asker, &query, &headers);
    MediaType::accepted(&headers).of(answer.await)
}

async fn answer_address(app: Arc<App>, asker: Asker, query: &str, headers: &HeaderMap) -> Response {
    let has_question = query.split('&').any(|pair| pair.starts_with("query="));
    let wants_page = headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    if wants_page {
        let mut page = web_client::page("graphiql.html", headers);
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
    let scope = match AnswerScope::open(&app, asker, headers) {
        Ok(scope) => scope,
        Err(refusal) => return refusal.into(),
    };
    let address = match QuestionAddress::read(query) {
        Ok(address) => address,
        Err(refusal) => return refusal,
    };
    let text = match app.persisted().complete_text(address.text()) {
        Ok(text) => text,
        Err(refusal) => return refusal.into(),
    };
    let bytes = query.len().max(text.document.len());
    let place = scope.look_up(&app, Some(text), bytes).await;
    let etag = scope.etag(&app);
    let is_known = headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let unchanged = || (StatusCode::NOT_MODIFIED, [(ETAG, &etag)]).into_response();
    let mut response = match place {
        Lookup::Hit(_) if is_known => return unchanged(),
        Lookup::Hit(kept) => scope.send_kept(&app, &kept, None, CacheStatus::Hit).await,
        place => {
            let documents = Arc::clone(app.persisted());
            let read = move || address.request(&documents);
            let about = (Arc::clone(&scope.atlas), scope.asker.viewer.clone());
            let prepared = prepare(&app, &scope.asker.client, bytes, read, about);
            let prepared = match Box::pin(prepared).await {
                Ok(prepared) => prepared,
                Err(refusal) => return refusal,
            };
            if prepared.changes() {
                return mutation_by_get();
            }
            if is_known {
                return unchanged();
            }
            Box::pin(scope.respond(&app, prepared, place)).await
        }
    };
    // What is not of the atlas may change while the revision stays.
    if response.headers().contains_key(CACHE_CONTROL) || response.status() != StatusCode::OK {
        return response;
    }
    let caching = if scope.asker.viewer.is_signed_in() {
        "private, no-cache"
    } else {
        "no-cache"
    };
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

fn mutation_by_get() -> Response {
    let (status, message) = (
        StatusCode::METHOD_NOT_ALLOWED,
        RequestMessage::MutationByGet,
    );
    let refused = HttpError::new(status, "MUTATION_BY_GET", message);
    refused.with(ALLOW, HeaderValue::from_static("POST")).into()
}

/// A question in the body, as JSON; read when it is known who sends it.
pub(in crate::http) async fn post(State(app): State<Arc<App>>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let viewer = match RequestViewer::from_request_parts(&mut parts, &app).await {
        Ok(RequestViewer(viewer)) => viewer,
        Err(refusal) => return refusal,
    };
    let Ok(ClientAddress(address)) = ClientAddress::from_request_parts(&mut parts, &app).await;
    let Ok(Caller(caller)) = Caller::from_request_parts(&mut parts, &app).await;
    let asker = Asker::new(viewer, caller);
    let answer = answer_body(app, asker, address, body, &parts.headers);
    MediaType::accepted(&parts.headers).of(answer.await)
}

async fn answer_body(
    app: Arc<App>,
    asker: Asker,
    address: IpAddr,
    body: Body,
    headers: &HeaderMap,
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
    let scope = match AnswerScope::open(&app, asker, headers) {
        Ok(scope) => scope,
        Err(refusal) => return refusal.into(),
    };
    let mut bytes = body.bytes.len();
    let text = (bytes <= LONGEST_QUESTION)
        .then(|| QuestionText::of_body(&body.bytes))
        .flatten();
    let text = match text.map(|text| app.persisted().complete_text(text)) {
        Some(Err(refusal)) => return refusal.into(),
        Some(Ok(text)) => {
            // A document that is named by its hash takes as long to read.
            bytes = bytes.max(text.document.len());
            Some(text)
        }
        None => None,
    };
    let place = match scope.look_up(&app, text, bytes).await {
        Lookup::Hit(kept) => return scope.send_kept(&app, &kept, None, CacheStatus::Hit).await,
        place => place,
    };
    let documents = Arc::clone(app.persisted());
    let read = move || {
        let request = request_in_body(&body.bytes, &documents)?;
        Ok(request.data(RequestAddress(address)))
    };
    let about = (Arc::clone(&scope.atlas), scope.asker.viewer.clone());
    // In a box: what is kept has no use for the room that computing takes.
    let computed = async {
        match prepare(&app, &scope.asker.client, bytes, read, about).await {
            Ok(prepared) => scope.respond(&app, prepared, place).await,
            Err(refusal) => {
                if refusal.extensions().get::<ChangeRefused>().is_some() {
                    app.tell_refused(&scope.asker.viewer, "mutation").await;
                }
                refusal
            }
        }
    };
    Box::pin(computed).await
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
