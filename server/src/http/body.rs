//! Reading the bodies of requests, after it was asked who sends them.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::StreamExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};

/// How long the next part of a body may take to come.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// How much is held of bodies that are being read, of all clients together, in
/// KiB.
const MOST_HELD: usize = 48 * 1024;

/// Why a body was not taken.
#[derive(Debug)]
pub(super) enum BodyError {
    TooLarge(usize),
    TooSlow,
    Broken,
    TooMany,
}

/// How much of bodies is held in memory, of all clients together.
#[derive(Debug, Clone)]
pub(super) struct BodyMemory(Arc<Semaphore>);

impl Default for BodyMemory {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST_HELD)))
    }
}

/// A body that was read whole, and its part of the memory.
#[derive(Debug)]
pub(super) struct WholeBody {
    pub(super) bytes: Bytes,
    _held: Option<OwnedSemaphorePermit>,
}

impl BodyMemory {
    /// Reads a body of at most so many bytes, in at most so long.
    pub(super) async fn read(
        &self,
        body: Body,
        largest: usize,
        longest: Duration,
    ) -> Result<WholeBody, BodyError> {
        let mut parts = pin!(parts(body, largest, longest));
        let (mut bytes, mut held) = (Vec::new(), None::<OwnedSemaphorePermit>);
        while let Some(part) = parts.next().await {
            bytes.extend_from_slice(&part?);
            let wanted = bytes.len().div_ceil(1024);
            let more = wanted - held.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
            let more = u32::try_from(more).unwrap_or(u32::MAX);
            let more = Arc::clone(&self.0).try_acquire_many_owned(more);
            let more = more.map_err(|_| BodyError::TooMany)?;
            match &mut held {
                Some(held) => held.merge(more),
                None => held = Some(more),
            }
        }
        Ok(WholeBody {
            bytes: bytes.into(),
            _held: held,
        })
    }
}

/// The parts of a body, until it is too large or too slow.
pub(super) fn parts(
    body: Body,
    largest: usize,
    longest: Duration,
) -> impl futures_util::Stream<Item = Result<Bytes, BodyError>> {
    struct Reading {
        body: axum::body::BodyDataStream,
        taken: usize,
        last: Instant,
    }
    let reading = Reading {
        body: body.into_data_stream(),
        taken: 0,
        last: Instant::now() + longest,
    };
    futures_util::stream::try_unfold(reading, move |mut reading| async move {
        let until = reading.last.min(Instant::now() + LONGEST_PAUSE);
        let next = timeout_at(until, reading.body.next()).await;
        let Some(part) = next.map_err(|_| BodyError::TooSlow)? else {
            return Ok(None);
        };
        let part = part.map_err(|_| BodyError::Broken)?;
        reading.taken += part.len();
        if reading.taken > largest {
            return Err(BodyError::TooLarge(largest));
        }
        Ok(Some((part, reading)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_hours(1);

    async fn read(
        memory: &BodyMemory,
        bytes: usize,
        largest: usize,
    ) -> Result<WholeBody, BodyError> {
        memory
            .read(Body::from(vec![b'x'; bytes]), largest, LONG)
            .await
    }

    #[tokio::test]
    async fn a_body_that_is_too_large_is_refused() {
        let memory = BodyMemory::default();
        assert_eq!(read(&memory, 10, 10).await.unwrap().bytes.len(), 10);
        let refused = read(&memory, 11, 10).await;
        assert!(matches!(refused, Err(BodyError::TooLarge(10))));
    }

    #[tokio::test]
    async fn what_is_held_of_all_bodies_is_bounded() {
        let memory = BodyMemory::default();
        let held: Vec<_> = futures_util::stream::iter(0..64)
            .then(|_| read(&memory, 1024 * 1024, 1024 * 1024))
            .collect()
            .await;
        assert_eq!(held.iter().filter(|read| read.is_ok()).count(), 48);
        drop(held);
        assert!(read(&memory, 1024, 1024).await.is_ok());
    }

    #[tokio::test]
    async fn a_body_that_does_not_come_in_time_is_refused() {
        let never = futures_util::stream::pending::<Result<Bytes, std::io::Error>>();
        let memory = BodyMemory::default();
        let read = memory.read(Body::from_stream(never), 10, Duration::ZERO);
        assert!(matches!(read.await, Err(BodyError::TooSlow)));
    }
}
