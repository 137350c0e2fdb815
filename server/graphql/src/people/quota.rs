//! How often somebody without an account may say something. In memory, by
//! server.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};

use async_graphql::Context;
use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

use domain::message::{AccessMessage, Message, says};
use domain::people::network::network;

/// In which time they are counted.
const SPAN: SignedDuration = SignedDuration::from_hours(1);
/// How often from one network.
const FROM_ONE: usize = 5;
/// How often in all.
const IN_ALL: usize = 200;

/// The address of the client.
#[derive(Debug, Clone, Copy)]
pub struct RequestAddress(pub IpAddr);

/// Somebody said a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaExceeded(SignedDuration);

says!(QuotaExceeded);

impl From<&QuotaExceeded> for Message {
    fn from(QuotaExceeded(wait): &QuotaExceeded) -> Self {
        let minutes = wait.as_secs().div_euclid(60) + 1;
        let minutes = minutes.unsigned_abs();
        AccessMessage::TooOften { minutes }.into()
    }
}

/// What was said lately, from which networks.
#[derive(Debug, Default)]
pub(crate) struct Quota(Mutex<HashMap<IpAddr, Vec<Timestamp>>>);

impl Quota {
    /// Counts one more, unless it is too much.
    pub(crate) fn count(&self, ctx: &Context<'_>, now: Timestamp) -> Result<(), QuotaExceeded> {
        let asker = ctx.data_opt::<RequestAddress>();
        let address = asker.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |asker| asker.0);
        self.count_from(network(address), now)
    }

    fn count_from(&self, network: IpAddr, now: Timestamp) -> Result<(), QuotaExceeded> {
        let mut said = self.0.lock();
        let since = now.saturating_sub(SPAN).unwrap_or(Timestamp::MIN);
        said.retain(|_, instants| {
            instants.retain(|instant| *instant > since);
            !instants.is_empty()
        });
        let all = said.values().flatten().min().copied();
        let own = said.get(&network);
        let first = match own {
            Some(own) if own.len() >= FROM_ONE => own.first().copied(),
            _ if said.values().map(Vec::len).sum::<usize>() >= IN_ALL => all,
            _ => None,
        };
        if let Some(first) = first {
            return Err(QuotaExceeded(SPAN - now.duration_since(first)));
        }
        said.entry(network).or_default().push(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_an_hour_from_one_network_and_two_hundred_in_all() {
        let quota = Quota::default();
        let start: Timestamp = "2026-01-01T12:00:00Z".parse().unwrap();
        let one: IpAddr = "2001:db8::1".parse().unwrap();
        let beside: IpAddr = "2001:db8::2".parse().unwrap();
        for _ in 0..5 {
            quota.count_from(network(one), start).unwrap();
        }
        let refused = quota.count_from(network(beside), start).unwrap_err();
        assert!(refused.to_string().contains("in 61 minutes"), "{refused}");
        let later = start + SPAN;
        quota.count_from(network(one), later).unwrap();
        for number in 0..199_u8 {
            let address = IpAddr::from([10, 0, 0, number]);
            quota.count_from(network(address), later).unwrap();
        }
        let other = IpAddr::from([10, 0, 1, 0]);
        assert!(quota.count_from(network(other), later).is_err());
        assert!(quota.count_from(network(other), later + SPAN).is_ok());
    }

    #[test]
    fn addresses_of_ipv4_are_told_apart_on_a_socket_of_both() {
        let quota = Quota::default();
        let now: Timestamp = "2026-01-01T12:00:00Z".parse().unwrap();
        for number in 0..20 {
            let address = format!("::ffff:192.0.2.{number}").parse().unwrap();
            quota.count_from(network(address), now).unwrap();
        }
    }
}
