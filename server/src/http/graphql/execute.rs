//! Answering questions of GraphQL: where, when, for how long and how large.

use std::sync::Arc;

use async_graphql::{Request, Response as Answer};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use tokio::sync::OwnedSemaphorePermit;
use tracing::Instrument;

use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::json_answer::answer;
use crate::http::throttle::{ClientKey, Dispatch, POINTS_A_REQUEST, QueueFull};
use atlas::Atlas;
use domain::people::viewer::Viewer;
use graphql::{AnswerText, Budget, Prepared, refuse, refused_changes, write_answer};

/// Who asks, and whose limits count.
#[derive(Clone)]
pub(in crate::http) struct Asker {
    pub(in crate::http) viewer: Viewer,
    pub(in crate::http) client: ClientKey,
}

impl Asker {
    pub(in crate::http) fn new(viewer: Viewer, caller: ClientKey) -> Self {
        let client = client_of(&viewer, caller);
        Self { viewer, client }
    }
}

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
        prepared.map_err(|refused| {
            let mut response = answer(&refused);
            if !refused_changes(&refused, &[]).is_empty() {
                response.extensions_mut().insert(ChangeRefused);
            }
            response
        })
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

/// With an answer that refuses a change before it is looked what is asked.
#[derive(Debug, Clone, Copy)]
pub(in crate::http) struct ChangeRefused;

/// A large question: counted as long as there is something of it.
struct HeldQuestion {
    _held: Option<OwnedSemaphorePermit>,
}

/// An answer that was computed.
pub(in crate::http) struct Computed {
    pub(in crate::http) body: AnswerText,
    /// What counts it as long as it is held.
    pub(in crate::http) held: Option<OwnedSemaphorePermit>,
    /// What resolvers say of keeping it.
    pub(in crate::http) caching: Option<HeaderValue>,
    /// Whether who asks the same again is told the same.
    pub(in crate::http) holds: bool,
}

/// Answers a request that was checked. What it is worth counts as requests of
/// its client.
pub(in crate::http) async fn compute(
    app: &Arc<App>,
    client: &ClientKey,
    prepared: Prepared,
) -> Result<Computed, Response> {
    let estimate = prepared.estimate().clone();
    count_worth(app, client, estimate.points)?;
    let _answering = match app.clients().admit(client) {
        Ok(answering) => answering,
        Err(early) => return Err(HttpError::too_many(early.wait).into()),
    };
    let budget = Budget::of(app.limits().deadline);
    let _ends = budget.ends_with();
    let Ok(held) = app.lanes().hold(estimate.bytes).await else {
        return Err(HttpError::busy().into());
    };
    let changes = prepared.changes();
    let named = if changes {
        prepared.named_changes()
    } else {
        Vec::new()
    };
    let viewer = changes.then(|| prepared.viewer().clone());
    let prepared = app.equip(prepared).data(budget.clone());
    let work = Arc::clone(app);
    let points = estimate.points_now();
    let waiting = tracing::debug_span!("wait for a turn", points);
    let turn = app.lanes().enter(client, points).instrument(waiting).await;
    let answering = tracing::debug_span!("answer", points, changes);
    let told = async move {
        let told = work.api().execute(prepared).await;
        let caching = told.http_headers.get(CACHE_CONTROL).cloned();
        let answers_all = told.errors.is_empty() && caching.is_none() && !changes;
        if let Some(viewer) = viewer {
            for change in refused_changes(&told, &named) {
                work.tell_refused(&viewer, &change).await;
            }
        }
        let (body, is_whole) = written(told, (!changes).then_some(&budget));
        (body, caching, is_whole && answers_all)
    };
    let told = run(turn, told.instrument(answering));
    let (body, caching, holds) = told.await?;
    Ok(Computed {
        body,
        held,
        caching,
        holds,
    })
}

/// Counts work of so many points as requests of its client.
fn count_worth(app: &App, client: &ClientKey, points: u64) -> Result<(), HttpError> {
    let worth = u32::try_from(points / POINTS_A_REQUEST).unwrap_or(u32::MAX);
    if worth == 0 {
        return Ok(());
    }
    let counted = app.clients().count(client, worth);
    counted.map_err(|early| HttpError::too_many(early.wait))
}

/// Does work of so many points on the thread of a lane, or here when it is small.
pub(in crate::http) async fn work<T: Send + 'static>(
    app: &App,
    client: &ClientKey,
    points: u64,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Response> {
    let turn = app.lanes().enter(client, points).await;
    run(turn, async move { work() }).await
}

/// The same for work that is a client's own: what it is worth counts as requests
/// of theirs, and so many bytes are held meanwhile.
pub(in crate::http) async fn work_for<T: Send + 'static>(
    app: &App,
    client: &ClientKey,
    (points, bytes): (u64, u64),
    done: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Response> {
    count_worth(app, client, points)?;
    let Ok(_held) = app.lanes().hold(bytes).await else {
        return Err(HttpError::busy().into());
    };
    work(app, client, points, done).await
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

/// An answer as JSON, or what says that it is too large or too late; and whether
/// it is the answer. That to a change has no budget: the change is made, which
/// is told however late it is.
fn written(told: Answer, budget: Option<&Budget>) -> (AnswerText, bool) {
    let in_time = budget.map_or(Ok(()), Budget::check);
    let text = in_time.and_then(|()| write_answer(told));
    match text {
        Ok(text) => (text, true),
        Err(spent) => {
            let refused = refuse(&spent.into(), spent.code());
            // It is short.
            (write_answer(refused).unwrap_or_default(), false)
        }
    }
}
