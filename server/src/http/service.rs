//! From a request to what answers it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::response::Response;
use tower::{Layer as _, Service as _, service_fn};

use super::connection::Answering;
use super::{App, compress, deadline, graphql, request, router};

/// What answers requests: a question that is posted is answered at once, all else
/// by its route.
///
/// A route keeps each of its layers in a box, and copies those below it for every
/// request. A question is asked often, and its answer mostly kept.
pub fn service(app: Arc<App>) -> impl Answering {
    let routes = router(Arc::clone(&app));
    service_fn(move |request: Request| {
        let (app, mut routes) = (Arc::clone(&app), routes.clone());
        async move {
            if request.method() != Method::POST || request.uri().path() != graphql::PATH {
                return routes.call(request).await;
            }
            let question = |request| answer_question(&app, request);
            Ok(request::answer(&app, graphql::PATH, request, question).await)
        }
    })
}

/// Answers a question with what the layers around its route do.
async fn answer_question(app: &Arc<App>, request: Request) -> Response {
    let in_time = |request| async {
        // In a box, or each of the futures around it would be twice as large as the one in it.
        let answer = Box::pin(graphql::handlers::post(State(Arc::clone(app)), request));
        Ok::<_, Infallible>(deadline::of_request(app, answer).await)
    };
    let mut compressed = compress::layer().layer(service_fn(in_time));
    let Ok(response) = compressed.call(request).await;
    response.map(Body::new)
}
