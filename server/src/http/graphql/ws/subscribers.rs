//! Who follows, and how many may.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::feeds::SharedStreams;
use crate::http::throttle::ClientKey;

/// How many follow at once.
const MOST_FOLLOWERS: usize = 500;
/// How many of these from one address; of IPv6, from one network.
const MOST_OF_ONE: usize = 50;

/// Keeps count of who follows, and tells them.
pub(in crate::http) struct Subscribers {
    all: Arc<Semaphore>,
    by_address: Arc<Mutex<HashMap<ClientKey, usize>>>,
    pub(super) feeds: SharedStreams,
}

impl Default for Subscribers {
    fn default() -> Self {
        Self {
            all: Arc::new(Semaphore::new(MOST_FOLLOWERS)),
            by_address: Arc::default(),
            feeds: SharedStreams::default(),
        }
    }
}

/// A place among those who follow, given back when dropped.
pub(super) struct SubscriberSlot {
    address: ClientKey,
    by_address: Arc<Mutex<HashMap<ClientKey, usize>>>,
    _place: OwnedSemaphorePermit,
}

impl Subscribers {
    /// How many follow.
    pub(in crate::http) fn number(&self) -> usize {
        MOST_FOLLOWERS - self.all.available_permits()
    }

    pub(super) fn enter(&self, address: ClientKey) -> Option<SubscriberSlot> {
        let place = Arc::clone(&self.all).try_acquire_owned().ok()?;
        let mut by_address = self.by_address.lock();
        let number = by_address.entry(address.clone()).or_default();
        if *number >= MOST_OF_ONE {
            return None;
        }
        *number += 1;
        Some(SubscriberSlot {
            address,
            by_address: Arc::clone(&self.by_address),
            _place: place,
        })
    }
}

impl Drop for SubscriberSlot {
    fn drop(&mut self) {
        let mut by_address = self.by_address.lock();
        if let Some(number) = by_address.get_mut(&self.address) {
            *number -= 1;
            if *number == 0 {
                by_address.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_who_follow_have_a_bound_and_who_leaves_makes_room() {
        let subscribers = Subscribers::default();
        let enter = |network: usize| {
            let address = format!("2001:db8:0:{network:x}::1");
            subscribers.enter(ClientKey::at(address.parse().unwrap()))
        };
        let places = 0..MOST_FOLLOWERS;
        let mut kept: Vec<_> = places.filter_map(|at| enter(at / MOST_OF_ONE)).collect();
        assert_eq!(kept.len(), MOST_FOLLOWERS);
        assert_eq!(subscribers.number(), MOST_FOLLOWERS);
        assert!(enter(MOST_FOLLOWERS).is_none());
        kept.pop();
        assert!(enter(MOST_FOLLOWERS).is_some());
    }
}
