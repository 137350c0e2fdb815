//! The atlas of the moment, and how it follows what is on record.

use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use thiserror::Error;
use tokio::sync::{Mutex, broadcast};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

use crate::{Atlas, ChangeNotice, EditionError};
use store::{Store, StoreError};

/// How many changes are kept for who follows them slowly.
const NOTICES_KEPT: usize = 256;

/// Why there is no newer atlas; reading goes on from the one in place.
#[derive(Debug, Error)]
pub enum LiveError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The boundaries on record.
    #[error("the boundaries on record cannot be used")]
    Edition(#[from] EditionError),
}

/// The atlas of the moment and the store that it pictures.
#[derive(Debug)]
pub struct Live {
    store: Store,
    atlas: ArcSwap<Atlas>,
    /// When it was put in place.
    since: ArcSwap<Instant>,
    /// Held while another atlas is made, so that a slow one of an earlier
    /// revision never takes the place of a later one.
    turn: Mutex<()>,
    /// Tells of each change once it can be read.
    notices: broadcast::Sender<ChangeNotice>,
}

impl Live {
    /// Pictures a store. The boundaries of earlier dates are drawn meanwhile.
    pub async fn open(store: Store) -> Result<Self, LiveError> {
        let atlas = Atlas::build(store.facts().await?, None)?;
        draw_earlier_editions(&atlas);
        Ok(Self {
            store,
            atlas: ArcSwap::from_pointee(atlas),
            since: ArcSwap::from_pointee(Instant::now()),
            turn: Mutex::default(),
            notices: broadcast::channel(NOTICES_KEPT).0,
        })
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The atlas of the moment.
    #[must_use]
    pub fn atlas(&self) -> Arc<Atlas> {
        self.atlas.load_full()
    }

    /// How long the atlas of the moment has been in place.
    #[must_use]
    pub fn age(&self) -> Duration {
        self.since.load().elapsed()
    }

    /// The changes from now on, each once it can be read. Who falls behind by
    /// more than are kept misses some.
    pub fn notices(&self) -> impl Stream<Item = ChangeNotice> + use<> {
        BroadcastStream::new(self.notices.subscribe()).filter_map(Result::ok)
    }

    /// Puts an atlas in place that holds every change committed before the
    /// call, and gives it.
    #[tracing::instrument(level = "debug", name = "refresh the atlas", skip_all)]
    pub async fn refresh(&self) -> Result<Arc<Atlas>, LiveError> {
        let _turn = self.turn.lock().await;
        let previous = self.atlas();
        let known = previous.index().facts().revision;
        if self.store.revision().await? == known {
            return Ok(previous);
        }
        let started = Instant::now();
        let mut facts = previous.index().facts().clone();
        self.store.catch_up(&mut facts).await?;
        let revision = facts.revision;
        let atlas = Arc::new(Atlas::build(facts, Some(&previous))?);
        self.atlas.store(Arc::clone(&atlas));
        self.since.store(Arc::new(Instant::now()));
        draw_earlier_editions(&atlas);
        telemetry::rebuilt(started.elapsed());
        for notice in atlas.index().notices_since(known) {
            // Nobody may be following.
            let _ = self.notices.send(notice);
        }
        tracing::info!(
            revision,
            milliseconds = started.elapsed().as_millis(),
            "serving another revision"
        );
        Ok(atlas)
    }
}

/// Draws the boundaries of earlier dates, the latest first, on a thread of its
/// own: nobody has to wait for them, neither to begin nor to ask for such a date.
fn draw_earlier_editions(atlas: &Atlas) {
    let editions = atlas.index().editions().iter().rev();
    let undrawn: Vec<_> = editions.filter(|it| !it.is_drawn()).cloned().collect();
    if undrawn.is_empty() {
        return;
    }
    std::thread::spawn(move || {
        for edition in undrawn {
            if let Err(error) = edition.draw() {
                tracing::error!(error = error as &dyn std::error::Error, "{error}");
            }
        }
    });
}
