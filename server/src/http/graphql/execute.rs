//! Answering questions of GraphQL: where, when, for how long and how large.

use std::io::{Error, Write};
use std::sync::Arc;

use async_graphql::{Request, Response as Answer};
use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use tokio::sync::OwnedSemaphorePermit;

use crate::atlas::Atlas;
use crate::domain::people::viewer::Viewer;
use crate::graphql::{Budget, BudgetExceeded, LARGEST_ANSWER, Prepared, refuse};
use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::json_answer::answer;
use crate::http::throttle::{ClientKey, Dispatch, POINTS_A_REQUEST, QueueFull};

/// Who asks, for what is limited.
pub(in crate::http) fn client_of(viewer: &Viewer, caller: ClientKey) -> ClientKey {
    match &viewer.name {
        Some(name) => ClientKey::Account(Arc::clone(name)),
        None => caller,
    }
}

/// Bytes of a request that are read in a point.
const BYTES_A_POINT: u64 = 10;
/// Up to so many bytes a request is read where it arrived, whatever it asks.
const SHORT: usize = 2 * 1024;
/// Up to so many bytes it is looked whether its document was read before.
const KNOWN: usize = 16 * 1024;

/// Reads and checks a request of so many bytes, away from the threads that
/// serve connections when it is long and asks what nobody asked before.
pub(in crate::http) async fn prepare(
    app: &Arc<App>,
    client: &ClientKey,
    bytes: usize,
    read: impl FnOnce() -> Result<Request, Response> + Send + 'static,
    (atlas, viewer): (Arc<Atlas>, Viewer),
) -> Result<Prepared, Response> {
    if app.api().is_closed_to(&viewer) {
        return Err(answer(&app.api().closed()));
    }
    let work = Arc::clone(app);
    let check = move |request| {
        let prepared = work.api().prepare(request, atlas, viewer);
        prepared.map_err(|refused| answer(&refused))
    };
    if bytes > KNOWN {
        return read_aside(app, client, bytes, move || check(read()?)).await;
    }
    let request = read()?;
    if bytes <= SHORT || app.api().has_read(&request.query) {
        return check(request);
    }
    read_aside(app, client, bytes, move || check(request)).await
}

/// Reads a long request when its turn comes.
async fn read_aside(
    app: &Arc<App>,
    client: &ClientKey,
    bytes: usize,
    read: impl FnOnce() -> Result<Prepared, Response> + Send + 'static,
) -> Result<Prepared, Response> {
    let size = u64::try_from(bytes).unwrap_or(u64::MAX);
    let Ok(held) = app.lanes().hold_question(size).await else {
        return Err(HttpError::busy().into());
    };
    let turn = app
        .lanes()
        .enter_reading(client, size / BYTES_A_POINT)
        .await;
    run(turn, async move {
        read().map(|read| read.data(HeldQuestion { _held: held }))
    })
    .await?
}

/// A large question: counted as long as there is something of it.
struct HeldQuestion {
    _held: Option<OwnedSemaphorePermit>,
}

/// Answers a request that was checked. What it is worth counts as requests of
/// its client.
pub(in crate::http) async fn respond(
    app: &Arc<App>,
    client: &ClientKey,
    prepared: Prepared,
) -> Response {
    let estimate = prepared.estimate().clone();
    let worth = u32::try_from(estimate.points / POINTS_A_REQUEST).unwrap_or(u32::MAX);
    if worth > 0
        && let Err(early) = app.clients().count(client, worth)
    {
        return HttpError::too_many(early.wait).into();
    }
    let _answering = match app.clients().admit(client) {
        Ok(answering) => answering,
        Err(early) => return HttpError::too_many(early.wait).into(),
    };
    let budget = Budget::of(app.limits().deadline);
    let _ends = budget.ends_with();
    let Ok(held) = app.lanes().hold(estimate.bytes).await else {
        return HttpError::busy().into();
    };
    let prepared = app.equip(prepared).data(budget.clone());
    let work = Arc::clone(app);
    let turn = app.lanes().enter(client, estimate.points_now()).await;
    let told = run(turn, async move {
        let told = work.api().execute(prepared).await;
        let caching = told.http_headers.get(CACHE_CONTROL).cloned();
        (written(&told, &budget), caching)
    });
    match told.await {
        Ok((body, caching)) => sent(body, held, caching),
        Err(busy) => busy,
    }
}

/// Runs work where its turn is, when it has one.
async fn run<T: Send + 'static>(
    turn: Result<Dispatch, QueueFull>,
    work: impl Future<Output = T> + Send + 'static,
) -> Result<T, Response> {
    match turn {
        Ok(Dispatch::Here) => Ok(work.await),
        Ok(Dispatch::Lane(threads, place)) => {
            let work = threads.spawn(async move {
                // Kept until the work is over, whoever still waits for it.
                let _place = place;
                work.await
            });
            work.await.map_err(|error| {
                tracing::error!(%error, "an answer failed");
                HttpError::internal().into()
            })
        }
        Err(_) => Err(HttpError::busy().into()),
    }
}

fn sent(
    body: Vec<u8>,
    held: Option<OwnedSemaphorePermit>,
    caching: Option<HeaderValue>,
) -> Response {
    let kind = [(CONTENT_TYPE, "application/json; charset=utf-8")];
    let body = Body::from(Bytes::from_owner(HeldAnswer { body, _held: held }));
    let mut response = (kind, body).into_response();
    if let Some(caching) = caching {
        response.headers_mut().insert(CACHE_CONTROL, caching);
    }
    response
}

/// A large answer: counted until it is sent.
struct HeldAnswer {
    body: Vec<u8>,
    _held: Option<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for HeldAnswer {
    fn as_ref(&self) -> &[u8] {
        &self.body
    }
}

/// An answer as JSON, or what says that it is too large or too late.
fn written(told: &Answer, budget: &Budget) -> Vec<u8> {
    // What is large in it was counted; by doubling it would take twice as much.
    let size = usize::try_from(budget.written().min(LARGEST_ANSWER)).unwrap_or_default();
    let mut body = BoundedBuffer(Vec::with_capacity(size + 4 * 1024));
    if budget.check().is_ok() && serde_json::to_writer(&mut body, told).is_ok() {
        return body.0;
    }
    drop(body);
    let spent = budget.check().err().unwrap_or(BudgetExceeded::Bytes);
    let refused = refuse(&spent.into(), spent.code());
    serde_json::to_vec(&refused).unwrap_or_default()
}

struct BoundedBuffer(Vec<u8>);

impl Write for BoundedBuffer {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        let length = self.0.len().saturating_add(bytes.len());
        if u64::try_from(length).unwrap_or(u64::MAX) > LARGEST_ANSWER {
            return Err(Error::other(BudgetExceeded::Bytes));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }
}
