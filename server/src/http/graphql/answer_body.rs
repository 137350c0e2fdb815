//! The body of an answer: its pieces, one after another. Each is let go when it
//! is sent.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::sync::OwnedSemaphorePermit;

/// Pieces that are sent one after another.
pub(super) struct AnswerBody {
    pieces: VecDeque<Bytes>,
    /// Bytes that are left.
    left: u64,
    /// What counts a large answer until it is sent.
    _held: Option<OwnedSemaphorePermit>,
}

impl AnswerBody {
    pub(super) fn new(pieces: VecDeque<Bytes>, held: Option<OwnedSemaphorePermit>) -> Self {
        let left = pieces.iter().map(|piece| piece.len() as u64).sum();
        Self {
            pieces,
            left,
            _held: held,
        }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.pieces.pop_front();
        self.left -= piece.as_ref().map_or(0, |piece| piece.len() as u64);
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
