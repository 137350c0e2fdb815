//! Sending answers: computed for who asks, or kept for all who ask the same.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use tokio::sync::OwnedSemaphorePermit;

use super::answer_body::AnswerBody;
use super::answer_cache::{AnswerKey, KeptAnswer, LONGEST_QUESTION, Lookup};
use super::edition::{edition, etag};
use super::execute::{Asker, Computed, compute, work};
use super::question_text::QuestionText;
use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::files::encoding::Encoding;
use crate::http::throttle::ClientKey;
use atlas::Atlas;
use graphql::Prepared;

/// What a cache did for an answer (RFC 9211).
const CACHE_STATUS: HeaderName = HeaderName::from_static("cache-status");
/// Bytes that are compressed in a point.
const BYTES_A_POINT: u64 = 20;
/// Compressing never counts as more than this many points: it is short, and
/// done once for all.
const MOST_POINTS: u64 = 20_000;

/// Where an answer came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) enum CacheStatus {
    /// It was kept.
    Hit,
    /// It was computed, and is kept from now on.
    Stored,
    /// It was computed, and is not kept.
    Bypass,
}

impl CacheStatus {
    fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Hit => "dekkingskaart; hit",
            Self::Stored => "dekkingskaart; fwd=miss; stored",
            Self::Bypass => "dekkingskaart; fwd=bypass",
        })
    }

    /// As the metrics call it.
    fn label(self) -> &'static str {
        match self {
            Self::Hit => "hit",
            Self::Stored => "miss",
            Self::Bypass => "bypass",
        }
    }
}

/// Whether an answer is kept, and was compressed as far as it shrinks.
pub(in crate::http) fn is_kept(headers: &HeaderMap) -> bool {
    let status = headers.get(CACHE_STATUS);
    status.is_some_and(|status| *status != CacheStatus::Bypass.header())
}

/// What an answer is made for: who asks, of which atlas, and how they want to be
/// answered.
pub(in crate::http) struct AnswerScope<'h> {
    pub(in crate::http) asker: Asker,
    pub(in crate::http) atlas: Arc<Atlas>,
    headers: &'h HeaderMap,
}

impl<'h> AnswerScope<'h> {
    /// Of a question that came now. Those of an account are counted wherever they
    /// come from; those of an address were counted on the way here.
    pub(in crate::http) fn open(
        app: &App,
        asker: Asker,
        headers: &'h HeaderMap,
    ) -> Result<Self, HttpError> {
        if matches!(asker.client, ClientKey::Account(_)) {
            let counted = app.clients().count(&asker.client, 1);
            counted.map_err(|early| HttpError::too_many(early.wait))?;
        }
        Ok(Self {
            asker,
            atlas: app.atlas(),
            headers,
        })
    }

    /// Tells one answer to a question from another.
    pub(in crate::http) fn etag(&self, app: &App) -> String {
        etag(app, &self.atlas, &self.asker.viewer)
    }

    /// What is kept for a question, of so many bytes as it came.
    pub(in crate::http) async fn look_up<'a>(
        &self,
        app: &'a App,
        question: Option<QuestionText<'_>>,
        bytes: usize,
    ) -> Lookup<'a> {
        let question = question.filter(|question| {
            bytes <= LONGEST_QUESTION && app.answers().is_on() && !question.may_change()
        });
        let Some(question) = question else {
            return Lookup::Bypass;
        };
        app.answers().follow(self.atlas.index().facts().revision);
        let key = AnswerKey::of(&edition(app, &self.atlas, &self.asker.viewer), &question);
        app.answers().look_up(&key).await
    }

    /// Answers a request that was checked, and keeps the answer where it has a
    /// place.
    pub(in crate::http) async fn respond(
        &self,
        app: &Arc<App>,
        prepared: Prepared,
        place: Lookup<'_>,
    ) -> Response {
        let computed = match compute(app, &self.asker.client, prepared).await {
            Ok(computed) => computed,
            Err(refusal) => return refusal,
        };
        let Computed {
            mut body,
            held,
            caching,
            holds,
        } = computed;
        if let Lookup::Miss(place) = place
            && holds
        {
            match place.keep(body) {
                Ok(kept) => return self.send_kept(app, &kept, held, CacheStatus::Stored).await,
                Err(too_large) => body = too_large,
            }
        }
        let mut response = sent(body.into_pieces(), held, CacheStatus::Bypass);
        if let Some(caching) = caching {
            response.headers_mut().insert(CACHE_CONTROL, caching);
        }
        response
    }

    /// Sends what is kept, in the smallest encoding that the client takes.
    pub(in crate::http) async fn send_kept(
        &self,
        app: &Arc<App>,
        kept: &Arc<KeptAnswer>,
        held: Option<OwnedSemaphorePermit>,
        status: CacheStatus,
    ) -> Response {
        let encoding = Encoding::accepted(self.headers);
        let packed = if kept.is_plain(encoding) {
            None
        } else {
            match Box::pin(self.pack(app, kept, encoding)).await {
                Ok(packed) => packed,
                Err(busy) => return busy,
            }
        };
        let name = packed.as_ref().and_then(|_| encoding.name());
        let body = packed.unwrap_or_else(|| kept.identity().clone());
        let held = match held {
            Some(held) => Some(held),
            // It may leave the cache while somebody is slow to read it.
            None => match app.lanes().hold(body.len() as u64).await {
                Ok(held) => held,
                Err(_) => return HttpError::busy().into(),
            },
        };
        if status == CacheStatus::Hit {
            telemetry::operated("query", None, Instant::now());
        }
        let mut response = sent(VecDeque::from([body]), held, status);
        let headers = response.headers_mut();
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(name) = name {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response
    }

    /// Compresses what is kept, once for all who want it so.
    async fn pack(
        &self,
        app: &Arc<App>,
        kept: &Arc<KeptAnswer>,
        encoding: Encoding,
    ) -> Result<Option<Bytes>, Response> {
        let pack = async || {
            let points = (kept.identity().len() as u64 / BYTES_A_POINT).min(MOST_POINTS);
            let answer = Arc::clone(kept);
            let compress = move || answer.compress(encoding);
            work(app, &self.asker.client, points, compress).await
        };
        kept.place(encoding).get_or_try_init(pack).await.cloned()
    }
}

/// An answer as it is sent.
fn sent(
    pieces: VecDeque<Bytes>,
    held: Option<OwnedSemaphorePermit>,
    status: CacheStatus,
) -> Response {
    telemetry::looked_up_answer(status.label());
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    let headers = [(CONTENT_TYPE, kind), (CACHE_STATUS, status.header())];
    (headers, Body::new(AnswerBody::new(pieces, held))).into_response()
}
