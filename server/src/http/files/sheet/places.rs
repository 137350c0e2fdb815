//! Places for batches of sheets: they go to who reads.

use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::{Mutex, MutexGuard};
use tokio_util::sync::CancellationToken;

/// Who has taken nothing for so long gives up their place to another.
const PATIENCE: Duration = Duration::from_secs(3);

/// A bounded number of places.
#[derive(Debug)]
pub(super) struct StreamSlots {
    most: usize,
    taken: Mutex<Vec<Arc<StreamHolder>>>,
}

#[derive(Debug, Default)]
struct StreamHolder {
    /// Since when the client takes nothing; none while it does.
    waiting_since: Mutex<Option<Instant>>,
    given_up: CancellationToken,
}

/// A place, free again when this is dropped.
#[derive(Debug)]
pub(super) struct StreamSlot {
    places: &'static StreamSlots,
    holder: Arc<StreamHolder>,
}

impl StreamSlots {
    pub(super) const fn new(most: usize) -> Self {
        Self {
            most,
            taken: Mutex::new(Vec::new()),
        }
    }

    fn taken(&self) -> MutexGuard<'_, Vec<Arc<StreamHolder>>> {
        self.taken.lock()
    }

    /// Takes a place: a free one, or that of who has taken nothing for the
    /// longest.
    pub(super) fn take(&'static self) -> Option<StreamSlot> {
        self.take_from(PATIENCE)
    }

    fn take_from(&'static self, patience: Duration) -> Option<StreamSlot> {
        let mut taken = self.taken();
        if taken.len() >= self.most {
            let waiting = taken.iter().enumerate();
            let waiting = waiting.filter_map(|(at, holder)| Some((holder.waiting_since()?, at)));
            let (since, at) = waiting.min()?;
            if since.elapsed() < patience {
                return None;
            }
            taken.swap_remove(at).given_up.cancel();
        }
        let holder = Arc::new(StreamHolder::default());
        taken.push(Arc::clone(&holder));
        Some(StreamSlot {
            places: self,
            holder,
        })
    }
}

impl StreamHolder {
    fn waiting_since(&self) -> Option<Instant> {
        *self.waiting_since.lock()
    }

    fn wait(&self, since: Option<Instant>) {
        *self.waiting_since.lock() = since;
    }
}

impl StreamSlot {
    /// Does what lasts until the client takes something.
    pub(super) async fn waiting<T>(&self, taken: impl Future<Output = T>) -> T {
        self.holder.wait(Some(Instant::now()));
        let done = taken.await;
        self.holder.wait(None);
        done
    }

    /// Waits until another takes the place.
    pub(super) async fn given_up(&self) {
        self.holder.given_up.cancelled().await;
    }
}

impl Drop for StreamSlot {
    fn drop(&mut self) {
        let mut taken = self.places.taken();
        taken.retain(|holder| !Arc::ptr_eq(holder, &self.holder));
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};
    use std::pin::pin;

    use futures_util::poll;

    use super::*;

    #[tokio::test]
    async fn a_place_goes_from_who_takes_nothing_to_another() {
        static PLACES: StreamSlots = StreamSlots::new(2);
        let (reading, stuck) = (PLACES.take().unwrap(), PLACES.take().unwrap());
        reading.waiting(ready(())).await;
        assert!(PLACES.take_from(Duration::ZERO).is_none());
        let mut waits = pin!(stuck.waiting(pending::<()>()));
        assert!(poll!(&mut waits).is_pending());
        assert!(PLACES.take_from(Duration::from_mins(1)).is_none());
        let third = PLACES.take_from(Duration::ZERO).unwrap();
        assert!(stuck.holder.given_up.is_cancelled());
        assert!(!reading.holder.given_up.is_cancelled());
        drop((reading, third));
        assert!(PLACES.taken().is_empty());
    }
}
