//! A request for something that is published: who asks, and with what.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;

use super::failure::Failure;
use super::parameters::language_of;
use crate::http::App;
use crate::http::extract::RequestViewer;
use crate::http::graphql::execute::Asker;
use crate::http::throttle::Caller;
use domain::words::Language;

/// Who asks for something that is published, with which parameters and headers.
pub(in crate::http) struct PublishRequest {
    pub(in crate::http) app: Arc<App>,
    pub(in crate::http) asker: Asker,
    pub(in crate::http) query: String,
    pub(in crate::http) headers: HeaderMap,
}

impl FromRequestParts<Arc<App>> for PublishRequest {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let RequestViewer(viewer) = RequestViewer::from_request_parts(parts, app).await?;
        let Ok(Caller(caller)) = Caller::from_request_parts(parts, app).await;
        Ok(Self {
            app: Arc::clone(app),
            asker: Asker::new(viewer, caller),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts.headers.clone(),
        })
    }
}

impl PublishRequest {
    /// The language that is asked for.
    pub(in crate::http) fn language(&self) -> Language {
        language_of(&self.query)
    }

    /// The answer, or why there is none in the language that is asked for.
    pub(in crate::http) fn answer(&self, made: Result<Response, Failure>) -> Response {
        made.unwrap_or_else(|failure| failure.into_response_in(self.language()))
    }
}
