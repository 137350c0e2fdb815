//! A queue that is fair between clients: who asked for little goes before who
//! asked for much, whatever came first (start-time fair queueing).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};
use tokio::sync::oneshot;

use super::client::ClientKey;

/// How many clients are remembered before those that wait for nothing are
/// forgotten.
const MOST_REMEMBERED: usize = 1_024;

/// So many run at once, so many wait, and none waits longer than this.
#[derive(Debug, Clone, Copy)]
pub(in crate::http) struct QueueSize {
    pub(in crate::http) places: usize,
    pub(in crate::http) waiting: usize,
    pub(in crate::http) patience: Duration,
}

/// The queue before a number of places.
#[derive(Debug, Clone)]
pub(in crate::http) struct Queue {
    size: QueueSize,
    state: Arc<Mutex<QueueState>>,
}

/// All places are taken, and so is the queue or the time to wait in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) struct QueueFull;

/// By how much its client asked for before it, and then by arrival.
type QueueTurn = (u64, u64);

#[derive(Debug, Default)]
struct QueueState {
    running: usize,
    waiting: BTreeMap<QueueTurn, oneshot::Sender<QueueSlot>>,
    /// Up to where each client has asked for work, in points.
    asked: HashMap<ClientKey, u64>,
    /// Where the work stands that began last.
    now: u64,
    arrived: u64,
}

/// A place; given back when dropped.
#[derive(Debug)]
pub(in crate::http) struct QueueSlot(Arc<Mutex<QueueState>>);

impl Queue {
    pub(in crate::http) fn new(size: QueueSize) -> Self {
        Self {
            size,
            state: Arc::default(),
        }
    }

    /// Waits for a place, for work of so many points.
    pub(in crate::http) async fn enter(
        &self,
        client: &ClientKey,
        points: u64,
    ) -> Result<QueueSlot, QueueFull> {
        let (turn, place) = match self.arrive(client, points)? {
            QueueEntry::Slot(place) => return Ok(place),
            QueueEntry::Waits(turn, place) => (turn, place),
        };
        let _left = WaitGuard { queue: self, turn };
        match tokio::time::timeout(self.size.patience, place).await {
            Ok(Ok(place)) => Ok(place),
            // It waited too long, or one with less work took its place in the queue.
            _ => Err(QueueFull),
        }
    }

    fn arrive(&self, client: &ClientKey, points: u64) -> Result<QueueEntry, QueueFull> {
        let mut state = lock(&self.state);
        let begin = state.now.max(state.asked.get(client).copied().unwrap_or(0));
        let end = begin.saturating_add(points.max(1));
        state.arrived += 1;
        let turn = (end, state.arrived);
        if state.running < self.size.places && state.waiting.is_empty() {
            state.running += 1;
            state.record(client, begin, end);
            return Ok(QueueEntry::Slot(QueueSlot(Arc::clone(&self.state))));
        }
        if state.waiting.len() >= self.size.waiting {
            match state.waiting.last_key_value() {
                Some((last, _)) if *last > turn => drop(state.waiting.pop_last()),
                _ => return Err(QueueFull),
            }
        }
        let (give, place) = oneshot::channel();
        state.waiting.insert(turn, give);
        let now = state.now;
        state.record(client, now, end);
        Ok(QueueEntry::Waits(turn, place))
    }

    /// How many wait.
    #[cfg(test)]
    fn waiting(&self) -> usize {
        lock(&self.state).waiting.len()
    }
}

enum QueueEntry {
    Slot(QueueSlot),
    Waits(QueueTurn, oneshot::Receiver<QueueSlot>),
}

impl QueueState {
    fn record(&mut self, client: &ClientKey, now: u64, end: u64) {
        self.now = self.now.max(now);
        self.asked.insert(client.clone(), end);
        if self.asked.len() > MOST_REMEMBERED {
            let now = self.now;
            self.asked.retain(|_, end| *end > now);
        }
    }
}

/// Takes who no longer waits out of the queue.
struct WaitGuard<'a> {
    queue: &'a Queue,
    turn: QueueTurn,
}

impl Drop for WaitGuard<'_> {
    fn drop(&mut self) {
        let left = lock(&self.queue.state).waiting.remove(&self.turn);
        // Not under the lock: nobody waits for it any more.
        drop(left);
    }
}

impl Drop for QueueSlot {
    fn drop(&mut self) {
        let next = {
            let mut state = lock(&self.0);
            let next = state.waiting.pop_first();
            match &next {
                Some(((turn, _), _)) => state.now = state.now.max(*turn),
                None => state.running -= 1,
            }
            next
        };
        if let Some((_, waiting)) = next {
            // Who left meanwhile drops the place, and the next one gets it.
            drop(waiting.send(Self(Arc::clone(&self.0))));
        }
    }
}

fn lock(state: &Mutex<QueueState>) -> MutexGuard<'_, QueueState> {
    state.lock()
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    fn client(name: &str) -> ClientKey {
        ClientKey::Account(name.into())
    }

    fn queue(waiting: usize) -> Queue {
        Queue::new(QueueSize {
            places: 1,
            waiting,
            patience: Duration::from_mins(1),
        })
    }

    #[tokio::test]
    async fn who_asked_for_little_goes_before_who_asked_for_much() {
        let queue = queue(100);
        let first = queue.enter(&client("much"), 10).await.unwrap();
        let mut much: Vec<_> = (0..10)
            .map(|_| {
                Box::pin(async {
                    let much = client("much");
                    queue.enter(&much, 10).await
                })
            })
            .collect();
        for each in &mut much {
            assert!(each.now_or_never_mut().is_none());
        }
        let little = client("little");
        let mut little = Box::pin(queue.enter(&little, 10));
        assert!(little.now_or_never_mut().is_none());
        drop(first);
        // One that waits longer stands at the same turn; no more than it goes before.
        drop(much[0].now_or_never_mut());
        let given = little.now_or_never_mut();
        assert!(given.is_some());
        assert!(much[1].now_or_never_mut().is_none());
    }

    #[tokio::test]
    async fn a_full_queue_drops_the_most_work_first() {
        let queue = queue(2);
        let place = queue.enter(&client("a"), 1).await.unwrap();
        let (b, c) = (client("b"), client("c"));
        let mut large = Box::pin(queue.enter(&b, 1_000));
        assert!(large.now_or_never_mut().is_none());
        let mut small = Box::pin(queue.enter(&c, 10));
        assert!(small.now_or_never_mut().is_none());
        let d = client("d");
        assert_eq!(queue.enter(&d, 2_000).await.unwrap_err(), QueueFull);
        let e = client("e");
        let mut third = Box::pin(queue.enter(&e, 20));
        assert!(third.now_or_never_mut().is_none());
        assert_eq!(large.await.unwrap_err(), QueueFull);
        drop(place);
        assert!(small.now_or_never_mut().is_some());
        assert!(third.now_or_never_mut().is_some());
    }

    #[tokio::test]
    async fn who_leaves_takes_no_place() {
        let queue = queue(10);
        let place = queue.enter(&client("a"), 1).await.unwrap();
        let b = client("b");
        let mut leaving = Box::pin(queue.enter(&b, 1));
        assert!(leaving.now_or_never_mut().is_none());
        drop(leaving);
        assert_eq!(queue.waiting(), 0);
        drop(place);
        let c = client("c");
        assert!(queue.enter(&c, 1).now_or_never().is_some());
    }

    #[tokio::test]
    async fn nobody_waits_for_longer_than_is_said() {
        let queue = Queue::new(QueueSize {
            places: 1,
            waiting: 10,
            patience: Duration::ZERO,
        });
        let _place = queue.enter(&client("a"), 1).await.unwrap();
        assert_eq!(queue.enter(&client("b"), 1).await.unwrap_err(), QueueFull);
    }

    trait NowOrNever: Future + Unpin {
        fn now_or_never_mut(&mut self) -> Option<Self::Output> {
            FutureExt::now_or_never(self)
        }
    }

    impl<F: Future + Unpin> NowOrNever for F {}
}
