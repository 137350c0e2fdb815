//! Routes, and a list of them.

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodRouter;

use super::App;

/// Routes, with the paths at which they are: who may use each is decided in the
/// tests, so that none is added without a decision.
pub(super) struct Routes {
    router: Router<Arc<App>>,
    paths: Vec<&'static str>,
}

impl Routes {
    pub(super) fn new() -> Self {
        Self {
            router: Router::new(),
            paths: Vec::new(),
        }
    }

    /// Adds a route.
    pub(super) fn route(mut self, path: &'static str, methods: MethodRouter<Arc<App>>) -> Self {
        self.paths.push(path);
        Self {
            router: self.router.route(path, methods),
            ..self
        }
    }

    /// Adds others.
    pub(super) fn merge(mut self, others: Self) -> Self {
        self.paths.extend(others.paths);
        Self {
            router: self.router.merge(others.router),
            ..self
        }
    }

    /// The paths, in the order in which they were added.
    pub(super) fn paths(&self) -> &[&'static str] {
        &self.paths
    }

    /// The router.
    pub(super) fn into_router(self) -> Router<Arc<App>> {
        self.router
    }
}
