//! What requests are answered from.

use std::sync::Arc;

use async_graphql::{Request, Response};

use crate::access::Access;
use crate::atlas::{Atlas, Live};
use crate::domain::clock::Clock;
use crate::domain::viewer::Viewer;
use crate::graphql::Api;

/// The schema, and the atlas of the moment.
pub struct App {
    api: Api,
    live: Arc<Live>,
    access: Arc<Access>,
    clock: Clock,
    behind_proxy: bool,
}

impl App {
    /// Serves an atlas that follows its store, to those who have access.
    #[must_use]
    pub fn new(api: Api, live: Arc<Live>, access: Arc<Access>, clock: Clock) -> Self {
        Self {
            api,
            live,
            access,
            clock,
            behind_proxy: false,
        }
    }

    /// Whether a proxy in front tells the address of the client.
    #[must_use]
    pub fn behind_proxy(self, behind_proxy: bool) -> Self {
        Self {
            behind_proxy,
            ..self
        }
    }

    pub(super) fn is_behind_proxy(&self) -> bool {
        self.behind_proxy
    }

    /// Who may sign in, and who is signed in.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The schema.
    #[must_use]
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// The atlas of the moment; a request keeps the one that it began with.
    #[must_use]
    pub fn atlas(&self) -> Arc<Atlas> {
        self.live.atlas()
    }

    /// Answers a request of a viewer from an atlas.
    pub async fn answer(&self, request: Request, atlas: Arc<Atlas>, viewer: Viewer) -> Response {
        let request = request.data(Arc::clone(&self.live));
        self.api.answer(request, atlas, viewer).await
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }
}
