//! Where questions are answered: small ones at once, others on threads of their
//! own, so that the threads that serve connections are never held up.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::client::ClientKey;
use super::queue::{Queue, QueueFull, QueueSize};
use graphql::yield_on_this_thread;

/// Up to so many points a question is answered where it arrived: to hand it
/// over would cost as much.
const SMALL: u64 = 1_000;
/// Up to so many points a question is of middle size.
const MIDDLE: u64 = 20_000;
/// An answer of more bytes than this is counted while it is held.
const LARGE_ANSWER: u64 = 256 * 1024;
/// Bytes of large answers that are held at once, in KiB.
const HELD: u32 = 24 * 1024;
/// A question of more bytes than this is counted while there is something of it.
const LARGE_QUESTION: u64 = 32 * 1024;
/// How many bytes a byte of a question takes once it is read: a number of an
/// area is a value of its own.
const READ: u64 = 12;
/// Bytes of large questions that are held at once, in KiB.
const QUESTIONS: u32 = 16 * 1024;

/// How far long questions stand back where there is not enough processor for all;
/// those of middle size do by half.
const NICE: i32 = 10;

/// How questions wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueLimits {
    /// How many wait at once in each lane.
    pub waiting: usize,
    /// How long one waits.
    pub patience: Duration,
}

/// The lanes, each with threads and a queue of its own.
pub(in crate::http) struct Lanes {
    reading: Lane,
    middle: Lane,
    large: Lane,
    answers: Arc<Semaphore>,
    questions: Arc<Semaphore>,
    patience: Duration,
}

struct Lane {
    queue: Queue,
    threads: LanePool,
}

/// Where and when a question may be answered.
pub(in crate::http) enum Dispatch {
    /// Here and now.
    Here,
    /// On a thread of a lane, for as long as its place is held.
    Lane(Handle, super::queue::QueueSlot),
}

impl Lanes {
    /// Lanes for a machine with so many cores.
    pub(in crate::http) fn new(cores: NonZeroUsize, limits: QueueLimits) -> std::io::Result<Self> {
        let lane = |name: &str, places: usize, nice: i32| {
            let size = QueueSize {
                places,
                waiting: limits.waiting,
                patience: limits.patience,
            };
            Ok::<_, std::io::Error>(Lane {
                queue: Queue::new(size),
                threads: LanePool::start(name, places, nice)?,
            })
        };
        // The other cores stay free for whoever asks for less.
        let half = (cores.get() / 2).max(1);
        Ok(Self {
            reading: lane("reading", half, NICE)?,
            middle: lane("middle", cores.get(), NICE / 2)?,
            large: lane("large", half, NICE)?,
            answers: semaphore(HELD),
            questions: semaphore(QUESTIONS),
            patience: limits.patience,
        })
    }

    /// Waits for the turn of a question of so many points.
    pub(in crate::http) async fn enter(
        &self,
        client: &ClientKey,
        points: u64,
    ) -> Result<Dispatch, QueueFull> {
        if points <= SMALL {
            return Ok(Dispatch::Here);
        }
        let lane = if points <= MIDDLE {
            &self.middle
        } else {
            &self.large
        };
        lane.enter(client, points).await
    }

    /// Waits for the turn of a long question that has yet to be read.
    pub(in crate::http) async fn enter_reading(
        &self,
        client: &ClientKey,
        points: u64,
    ) -> Result<Dispatch, QueueFull> {
        self.reading.enter(client, points).await
    }

    /// Waits until an answer of so many bytes may be held; nothing for one that
    /// is not large.
    pub(in crate::http) async fn hold(
        &self,
        bytes: u64,
    ) -> Result<Option<OwnedSemaphorePermit>, QueueFull> {
        if bytes <= LARGE_ANSWER {
            return Ok(None);
        }
        self.acquire(&self.answers, bytes, HELD).await.map(Some)
    }

    /// Waits until a question of so many bytes may be read; nothing for one that
    /// is not large.
    pub(in crate::http) async fn hold_question(
        &self,
        bytes: u64,
    ) -> Result<Option<OwnedSemaphorePermit>, QueueFull> {
        if bytes <= LARGE_QUESTION {
            return Ok(None);
        }
        let bytes = bytes.saturating_mul(READ);
        self.acquire(&self.questions, bytes, QUESTIONS)
            .await
            .map(Some)
    }

    async fn acquire(
        &self,
        of: &Arc<Semaphore>,
        bytes: u64,
        all: u32,
    ) -> Result<OwnedSemaphorePermit, QueueFull> {
        let size = u32::try_from(bytes.div_ceil(1024)).unwrap_or(all).min(all);
        let permit = Arc::clone(of).acquire_many_owned(size);
        match tokio::time::timeout(self.patience, permit).await {
            Ok(Ok(permit)) => Ok(permit),
            _ => Err(QueueFull),
        }
    }
}

fn semaphore(size: u32) -> Arc<Semaphore> {
    Arc::new(Semaphore::new(usize::try_from(size).unwrap_or(usize::MAX)))
}

impl Lane {
    async fn enter(&self, client: &ClientKey, points: u64) -> Result<Dispatch, QueueFull> {
        let place = self.queue.enter(client, points).await?;
        Ok(Dispatch::Lane(self.threads.handle(), place))
    }
}

/// Threads that answer questions. They end when this is dropped, which may be
/// on a thread that must not wait for them.
struct LanePool(Option<Runtime>);

impl LanePool {
    fn start(name: &str, number: usize, nice: i32) -> std::io::Result<Self> {
        let mut builder = Builder::new_multi_thread();
        builder
            .worker_threads(number)
            .thread_name(name)
            .enable_all()
            .on_thread_start(move || {
                lower_priority(nice);
                yield_on_this_thread();
            });
        builder.build().map(|runtime| Self(Some(runtime)))
    }

    fn handle(&self) -> Handle {
        match &self.0 {
            Some(runtime) => runtime.handle().clone(),
            None => Handle::current(),
        }
    }
}

impl Drop for LanePool {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Lets other threads go first where there is not enough processor for all.
#[cfg(target_os = "linux")]
fn lower_priority(nice: i32) {
    // Of the thread alone, on Linux. Without it all are equal, which is no error.
    let thread = rustix::thread::gettid();
    let _ = rustix::process::setpriority_process(Some(thread), nice);
}

#[cfg(not(target_os = "linux"))]
fn lower_priority(_: i32) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn lanes() -> Lanes {
        let limits = QueueLimits {
            waiting: 10,
            patience: Duration::from_millis(10),
        };
        Lanes::new(NonZeroUsize::MIN, limits).unwrap()
    }

    #[tokio::test]
    async fn large_answers_and_questions_wait_for_each_other_and_small_ones_for_nobody() {
        let lanes = lanes();
        let all = u64::from(HELD) * 1024;
        let held = lanes.hold(all).await.unwrap();
        assert!(held.is_some());
        assert!(lanes.hold(LARGE_ANSWER + 1).await.is_err());
        assert!(lanes.hold(LARGE_ANSWER).await.unwrap().is_none());
        drop(held);
        // More than there may be in all goes through alone.
        assert!(lanes.hold(all * 2).await.unwrap().is_some());
        let all = u64::from(QUESTIONS) * 1024 / READ;
        let held = lanes.hold_question(all).await.unwrap();
        assert!(held.is_some());
        assert!(lanes.hold_question(LARGE_QUESTION + 1).await.is_err());
        assert!(lanes.hold_question(LARGE_QUESTION).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn what_takes_long_is_done_elsewhere_and_by_turns() {
        let lanes = lanes();
        let client = ClientKey::at("192.0.2.1".parse().unwrap());
        let here = lanes.enter(&client, SMALL).await;
        assert!(matches!(here, Ok(Dispatch::Here)));
        let middle = lanes.enter(&client, SMALL + 1).await;
        assert!(matches!(middle, Ok(Dispatch::Lane(..))));
        // With one core there is one place in each lane.
        assert!(lanes.enter(&client, MIDDLE).await.is_err());
        let large = lanes.enter(&client, MIDDLE + 1).await;
        assert!(matches!(large, Ok(Dispatch::Lane(..))));
        assert!(lanes.enter_reading(&client, 1).await.is_ok());
    }
}
