//! A connection whose client has to take what it is sent.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep_until};

use super::activity::Activity;
use super::places::ConnectionSlot;

/// How fast a client has to read in the long run, in bytes a second.
const SLOWEST: u32 = 4 * 1024;

/// A connection. Who takes nothing for as long as may be, or takes it in so
/// small parts that it is slower than [`SLOWEST`], is given up.
pub(super) struct Socket {
    stream: TcpStream,
    activity: Arc<Activity>,
    /// What may be waited for the client, at most.
    patience: Duration,
    /// What is left of it: less for each wait, more for each byte taken.
    left: Duration,
    waiting: Option<(Instant, Pin<Box<Sleep>>)>,
    _place: ConnectionSlot,
}

impl Socket {
    pub(super) fn new(stream: TcpStream, place: ConnectionSlot, patience: Duration) -> Self {
        Self {
            stream,
            activity: Arc::clone(place.activity()),
            patience,
            left: patience,
            waiting: None,
            _place: place,
        }
    }

    /// Notes what came of writing.
    fn wrote(
        &mut self,
        written: Poll<io::Result<usize>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(written) => {
                let bytes = *written.as_ref().unwrap_or(&0);
                if let Some((since, _)) = self.waiting.take() {
                    self.activity.note_blocked(false);
                    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
                    let earned = Duration::from_secs(1) * bytes / SLOWEST;
                    let left = self.left.saturating_sub(since.elapsed());
                    self.left = left.saturating_add(earned).min(self.patience);
                }
                self.activity.note_moved(bytes);
                Poll::Ready(written)
            }
            Poll::Pending => {
                let left = self.left;
                let (_, over) = self.waiting.get_or_insert_with(|| {
                    let now = Instant::now();
                    (now, Box::pin(sleep_until(now + left)))
                });
                self.activity.note_blocked(true);
                ready!(over.as_mut().poll(context));
                metrics::counter!("dekkingskaart_answers_unread_total").increment(1);
                Poll::Ready(Err(ErrorKind::TimedOut.into()))
            }
        }
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = ready!(Pin::new(&mut self.stream).poll_read(context, buffer));
        self.activity.note_moved(buffer.filled().len() - before);
        Poll::Ready(read)
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.wrote(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.wrote(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
