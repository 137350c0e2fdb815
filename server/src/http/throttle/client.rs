//! How often one client may ask, and how much at once.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use parking_lot::Mutex;

use domain::people::network::network;

/// How many clients are remembered before those are forgotten that have asked
/// for nothing lately.
const MOST_REMEMBERED: usize = 10_000;

/// Who is limited together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::http) enum ClientKey {
    /// An account or a token.
    Account(Arc<str>),
    /// An address; of IPv6 the network of 64 bits that one client has.
    Network(IpAddr),
    /// A connection from the machine itself: a proxy that tells no addresses,
    /// or the operator. Who stands behind it cannot be told apart otherwise.
    Connection(SocketAddr),
}

impl ClientKey {
    /// The client at an address, as it was told or seen.
    pub(in crate::http) fn at(address: IpAddr) -> Self {
        Self::Network(network(address))
    }

    /// The address of a connection, where many may come from.
    pub(in crate::http) fn address(&self) -> Self {
        match self {
            Self::Connection(peer) => Self::at(peer.ip()),
            other => other.clone(),
        }
    }

    /// Whether it is the machine itself.
    pub(in crate::http) fn is_local(&self) -> bool {
        match self {
            Self::Account(_) => false,
            Self::Network(address) => address.is_loopback(),
            Self::Connection(_) => true,
        }
    }
}

/// What a client may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientLimits {
    /// Requests a second.
    pub rate: NonZeroU32,
    /// Requests at once after a pause.
    pub burst: NonZeroU32,
    /// Requests that are answered at the same time.
    pub at_once: usize,
    /// Whether the machine itself is limited too.
    pub local: bool,
}

/// A client has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) struct RateLimited {
    pub(in crate::http) wait: Duration,
}

/// Counts what clients do.
pub(in crate::http) struct ClientLimiter {
    limits: ClientLimits,
    rate: RateLimiter<ClientKey, HashMapStateStore<ClientKey>, DefaultClock>,
    at_once: Arc<Mutex<HashMap<ClientKey, usize>>>,
}

impl ClientLimiter {
    pub(in crate::http) fn new(limits: ClientLimits) -> Self {
        let quota = Quota::per_second(limits.rate).allow_burst(limits.burst);
        Self {
            limits,
            rate: RateLimiter::hashmap(quota),
            at_once: Arc::default(),
        }
    }

    fn is_free(&self, client: &ClientKey) -> bool {
        client.is_local() && !self.limits.local
    }

    /// Counts so many requests of a client, unless it has asked for more than
    /// it may.
    pub(in crate::http) fn count(
        &self,
        client: &ClientKey,
        number: u32,
    ) -> Result<(), RateLimited> {
        if self.is_free(client) {
            return Ok(());
        }
        if self.rate.len() > MOST_REMEMBERED {
            self.rate.retain_recent();
        }
        // More than a burst never comes free.
        let number = number.clamp(1, self.limits.burst.get());
        let number = NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        match self.rate.check_key_n(client, number) {
            Ok(Err(early)) => Err(RateLimited {
                wait: early.wait_time_from(DefaultClock::default().now()),
            }),
            Ok(Ok(())) | Err(_) => Ok(()),
        }
    }

    /// Notes that a client is answered from now on, until what is given is
    /// dropped; nothing when it is answered often enough already.
    pub(in crate::http) fn admit(
        &self,
        client: &ClientKey,
    ) -> Result<Option<RequestGuard>, RateLimited> {
        if self.is_free(client) {
            return Ok(None);
        }
        let mut at_once = self.at_once.lock();
        let number = at_once.entry(client.clone()).or_default();
        if *number >= self.limits.at_once {
            return Err(RateLimited {
                wait: Duration::from_secs(1),
            });
        }
        *number += 1;
        Ok(Some(RequestGuard {
            client: client.clone(),
            at_once: Arc::clone(&self.at_once),
        }))
    }
}

/// That a client is being answered.
#[derive(Debug)]
pub(in crate::http) struct RequestGuard {
    client: ClientKey,
    at_once: Arc<Mutex<HashMap<ClientKey, usize>>>,
}

impl Drop for RequestGuard {
    fn drop(&mut self) {
        let mut at_once = self.at_once.lock();
        if let Some(number) = at_once.get_mut(&self.client) {
            *number -= 1;
            if *number == 0 {
                at_once.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> ClientKey {
        ClientKey::at(address.parse().unwrap())
    }

    fn clients(local: bool) -> ClientLimiter {
        ClientLimiter::new(ClientLimits {
            rate: NonZeroU32::MIN,
            burst: NonZeroU32::new(3).unwrap(),
            at_once: 2,
            local,
        })
    }

    #[test]
    fn one_client_has_one_network_of_ipv6_and_one_address_of_ipv4_however_written() {
        assert_eq!(at("2001:db8::1"), at("2001:db8::ffff:1"));
        assert_ne!(at("2001:db8::1"), at("2001:db8:0:1::1"));
        assert_eq!(at("::ffff:192.0.2.1"), at("192.0.2.1"));
        assert_ne!(at("192.0.2.1"), at("192.0.2.2"));
        assert!(at("::1").is_local() && at("127.0.0.1").is_local());
        assert!(at("::ffff:127.0.0.1").is_local());
    }

    #[test]
    fn a_burst_goes_through_and_then_the_rate_and_nobody_pays_for_another() {
        let clients = clients(false);
        let one = at("192.0.2.1");
        for _ in 0..3 {
            clients.count(&one, 1).unwrap();
        }
        let refused = clients.count(&one, 1).unwrap_err();
        assert!(refused.wait <= Duration::from_secs(1) && !refused.wait.is_zero());
        assert!(clients.count(&at("192.0.2.2"), 1).is_ok());
        // What is worth more than a burst takes the whole of it, and goes through.
        assert!(clients.count(&at("192.0.2.3"), 1_000).is_ok());
        assert!(clients.count(&at("192.0.2.3"), 1).is_err());
    }

    #[test]
    fn so_many_at_once_and_no_more_until_one_is_done() {
        let clients = clients(false);
        let one = at("192.0.2.1");
        let first = clients.admit(&one).unwrap();
        let second = clients.admit(&one).unwrap();
        assert!(clients.admit(&one).is_err());
        assert!(clients.admit(&at("192.0.2.2")).is_ok());
        drop(first);
        assert!(clients.admit(&one).is_ok());
        drop(second);
        assert!(clients.at_once.lock().is_empty());
    }

    #[test]
    fn the_machine_itself_is_limited_only_when_that_is_said() {
        let local = at("127.0.0.1");
        let open = clients(false);
        assert!((0..100).all(|_| open.count(&local, 1).is_ok()));
        assert!(open.admit(&local).unwrap().is_none());
        let closed = clients(true);
        assert!((0..100).any(|_| closed.count(&local, 1).is_err()));
    }
}
