//! The body of an answer, which tells when it is sent.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame, SizeHint};

use super::activity::ActiveRequest;

/// The body of an answer to a request that is under way.
pub(super) struct Answer {
    body: Body,
    _begun: ActiveRequest,
}

impl Answer {
    pub(super) fn new(body: Body, begun: ActiveRequest) -> Self {
        Self {
            body,
            _begun: begun,
        }
    }
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
