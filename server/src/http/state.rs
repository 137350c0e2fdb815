//! What requests are answered from.

use std::sync::Arc;

use arc_swap::ArcSwap;

use crate::atlas::Atlas;
use crate::domain::clock::Clock;
use crate::graphql::Api;

/// The schema, and the atlas of the moment.
pub struct App {
    api: Api,
    atlas: ArcSwap<Atlas>,
    clock: Clock,
}

impl App {
    /// Serves an atlas.
    #[must_use]
    pub fn new(api: Api, atlas: Atlas, clock: Clock) -> Self {
        Self {
            api,
            atlas: ArcSwap::from_pointee(atlas),
            clock,
        }
    }

    /// The schema.
    #[must_use]
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// The atlas of the moment; a request keeps the one that it began with.
    #[must_use]
    pub fn atlas(&self) -> Arc<Atlas> {
        self.atlas.load_full()
    }

    /// Puts another atlas in the place of the present one.
    pub fn replace(&self, atlas: Atlas) {
        self.atlas.store(Arc::new(atlas));
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }
}
