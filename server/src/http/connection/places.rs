//! Places for connections.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use parking_lot::{Mutex, MutexGuard};
use tokio_util::sync::CancellationToken;

use super::activity::Activity;
use domain::people::network::network;

/// A bounded number of places, of which each network has a bounded share. A
/// newcomer takes the place of the connection that has done nothing for the
/// longest: who holds many open without a request keeps nobody out.
#[derive(Debug)]
pub(super) struct ConnectionSlots {
    most: usize,
    most_of_one: Option<usize>,
    origin: Instant,
    taken: Mutex<TakenSlots>,
}

#[derive(Debug, Default)]
struct TakenSlots {
    next: u64,
    holders: HashMap<u64, SlotHolder>,
    by_network: HashMap<IpAddr, usize>,
}

#[derive(Debug)]
struct SlotHolder {
    network: IpAddr,
    activity: Arc<Activity>,
    given_up: CancellationToken,
}

/// A place, free again when this is dropped.
#[derive(Debug)]
pub(super) struct ConnectionSlot {
    places: Arc<ConnectionSlots>,
    number: u64,
    activity: Arc<Activity>,
    given_up: CancellationToken,
}

impl ConnectionSlots {
    pub(super) fn new(most: usize, most_of_one: Option<usize>) -> Arc<Self> {
        Arc::new(Self {
            most,
            most_of_one,
            origin: Instant::now(),
            taken: Mutex::default(),
        })
    }

    fn taken(&self) -> MutexGuard<'_, TakenSlots> {
        self.taken.lock()
    }

    /// Takes a place for a connection from an address.
    pub(super) fn take(self: &Arc<Self>, address: IpAddr) -> Option<ConnectionSlot> {
        let network = network(address);
        let mut taken = self.taken();
        let own = taken.by_network.get(&network).copied().unwrap_or_default();
        if self.most_of_one.is_some_and(|most| own >= most) {
            taken.give_up_one(Some(network))?;
        } else if taken.holders.len() >= self.most {
            taken.give_up_one(None)?;
        }
        let number = taken.next;
        taken.next += 1;
        let place = ConnectionSlot {
            places: Arc::clone(self),
            number,
            activity: Arc::new(Activity::new(self.origin)),
            given_up: CancellationToken::new(),
        };
        let holder = SlotHolder {
            network,
            activity: Arc::clone(&place.activity),
            given_up: place.given_up.clone(),
        };
        taken.holders.insert(number, holder);
        *taken.by_network.entry(network).or_default() += 1;
        metrics::gauge!("dekkingskaart_connections").increment(1.0);
        Some(place)
    }
}

impl TakenSlots {
    /// Frees the place, of this network when one is given, of the connection
    /// that has done nothing for the longest.
    fn give_up_one(&mut self, network: Option<IpAddr>) -> Option<()> {
        let holders = self.holders.iter();
        let idle = holders
            .filter(|(_, holder)| network.is_none_or(|network| holder.network == network))
            .filter_map(|(number, holder)| Some((holder.activity.idle_since()?, *number)));
        let (_, number) = idle.min()?;
        if let Some(holder) = self.holders.get(&number) {
            holder.given_up.cancel();
        }
        self.free(number);
        Some(())
    }

    fn free(&mut self, number: u64) {
        let Some(holder) = self.holders.remove(&number) else {
            return;
        };
        if let Some(own) = self.by_network.get_mut(&holder.network) {
            *own -= 1;
            if *own == 0 {
                self.by_network.remove(&holder.network);
            }
        }
        metrics::gauge!("dekkingskaart_connections").decrement(1.0);
    }
}

impl ConnectionSlot {
    pub(super) fn activity(&self) -> &Arc<Activity> {
        &self.activity
    }

    /// Cancelled when another connection takes this place.
    pub(super) fn given_up(&self) -> CancellationToken {
        self.given_up.clone()
    }
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        self.places.taken().free(self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_newcomer_takes_the_place_that_was_idle_for_longest() {
        let places = ConnectionSlots::new(100, Some(2));
        let first = places.take(address("10.0.0.1")).unwrap();
        let second = places.take(address("10.0.0.1")).unwrap();
        let _working = first.activity.begin(false);
        let _third = places.take(address("10.0.0.1")).unwrap();
        assert!(!first.given_up().is_cancelled());
        assert!(second.given_up().is_cancelled());
    }

    #[test]
    fn without_an_idle_one_there_is_no_place() {
        let places = ConnectionSlots::new(2, None);
        let [one, other] = ["10.0.0.1", "10.0.0.2"].map(|text| places.take(address(text)).unwrap());
        let working = [&one, &other].map(|place| place.activity.begin(false));
        assert!(places.take(address("10.0.0.3")).is_none());
        drop(working);
        assert!(places.take(address("10.0.0.3")).is_some());
        drop(one);
        assert!(places.taken().holders.len() < 2);
    }

    #[test]
    fn a_network_takes_places_from_itself_alone() {
        let places = ConnectionSlots::new(100, Some(3));
        let other = places.take(address("2001:db8:0:1::1")).unwrap();
        let flood: Vec<_> = (0..50)
            .map(|number| places.take(address(&format!("2001:db8::{number:x}"))))
            .collect();
        assert!(flood.iter().all(Option::is_some));
        assert!(!other.given_up().is_cancelled());
        assert_eq!(places.taken().holders.len(), 4);
        drop((flood, other));
        let taken = places.taken();
        assert!(taken.holders.is_empty() && taken.by_network.is_empty());
    }
}
