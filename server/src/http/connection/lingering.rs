//! Bodies of requests that are answered before they have come whole.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Bytes;
use futures_util::future::poll_fn;
use hyper::Request;
use hyper::body::{Body as HttpBody, Frame, Incoming, SizeHint};
use hyper::header::EXPECT;
use tokio::time::timeout;

use super::activity::Activity;

/// How much of a body that nobody wants is taken and thrown away, in bytes.
const MOST: usize = 80 * 1024 * 1024;
/// For how long.
const LONGEST: Duration = Duration::from_secs(10);

/// The body of a request. To a client that is still sending, an answer that
/// comes with the end of the connection looks like a failure: what of a body is
/// not read by who answers is taken and thrown away, within bounds.
pub(super) struct DrainedBody {
    body: Option<Incoming>,
    activity: Arc<Activity>,
    /// The client waits to be asked for the body.
    waits: bool,
}

impl DrainedBody {
    /// Puts it around the body of a request.
    pub(super) fn around(request: Request<Incoming>, activity: Arc<Activity>) -> Request<Self> {
        let waits = request.headers().contains_key(EXPECT);
        request.map(|body| Self {
            body: Some(body),
            activity,
            waits,
        })
    }
}

impl HttpBody for DrainedBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        let frame = Pin::new(&mut *body).poll_frame(context);
        if matches!(frame, Poll::Ready(None)) || body.is_end_stream() {
            self.activity.received();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body
            .as_ref()
            .map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}

impl Drop for DrainedBody {
    fn drop(&mut self) {
        self.activity.received();
        let rest = self.body.take().filter(|body| !body.is_end_stream());
        let Some(rest) = rest.filter(|_| !self.waits) else {
            return;
        };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(timeout(LONGEST, throw_away(rest)));
        }
    }
}

async fn throw_away(mut body: Incoming) {
    let mut taken = 0;
    while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        taken += frame.data_ref().map_or(0, Bytes::len);
        if taken > MOST {
            return;
        }
    }
}
