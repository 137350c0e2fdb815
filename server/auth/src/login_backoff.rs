//! Delays after failures, so that nobody can go through a list of passwords.
//! Failures of strangers do not delay a browser in which the person signed in
//! before: nobody can be locked out by others.

use std::collections::HashMap;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

use domain::people::network::network;
use domain::people::viewer::TokenHash;

/// How many failures are free.
const FREE: u32 = 5;
/// The longest delay: a person whose address others try has to get in too.
const LONGEST: SignedDuration = SignedDuration::from_mins(5);
/// How long failures are remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);
/// How many emails and networks are remembered at most.
const MOST: usize = 20_000;
/// The longest part of an email that is told apart, in bytes.
const LONGEST_EMAIL: usize = 254;

/// Too many failures: how long to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryAfter(pub SignedDuration);

/// Who tries.
#[derive(Debug, Clone, Copy)]
pub enum SignInSource<'a> {
    /// Somebody of whom nothing is known.
    Stranger {
        /// The email as typed.
        email: &'a str,
        /// The address of the client.
        address: IpAddr,
    },
    /// A browser that the person used before, by a hash of what it holds.
    Browser(TokenHash),
}

/// The failures of a while: by email and by network, or by browser. In memory,
/// by server.
#[derive(Debug, Default)]
pub struct LoginBackoff(Mutex<HashMap<Key, FailureCount>>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Email(Box<str>),
    Network(IpAddr),
    Browser(TokenHash),
}

#[derive(Debug, Clone, Copy)]
struct FailureCount {
    number: u32,
    last: Timestamp,
    open_from: Timestamp,
}

impl LoginBackoff {
    /// Begins an attempt, which counts as a failure until [`Self::succeed`]:
    /// else many at once would slip through.
    pub fn attempt(&self, by: SignInSource<'_>, now: Timestamp) -> Result<(), RetryAfter> {
        let mut remembered = self.0.lock();
        let keys = keys(by);
        let longest = keys
            .iter()
            .filter_map(|key| remembered.get(key))
            .map(|failures| failures.open_from.duration_since(now))
            .max()
            .unwrap_or_default();
        if longest > SignedDuration::ZERO {
            return Err(RetryAfter(longest));
        }
        for key in keys {
            make_room(&mut remembered, &key, now);
            let failures = remembered.entry(key).or_insert(FailureCount::none(now));
            failures.add(now);
        }
        Ok(())
    }

    /// The attempt was right: nothing is held against the email or the browser
    /// any more, and this attempt not against the network.
    pub fn succeed(&self, by: SignInSource<'_>, now: Timestamp) {
        let mut remembered = self.0.lock();
        for key in keys(by) {
            if !matches!(key, Key::Network(_)) {
                remembered.remove(&key);
            } else if let Some(failures) = remembered.get_mut(&key) {
                failures.number = failures.number.saturating_sub(1);
                failures.open_from = now;
            }
        }
    }

    /// The attempt was neither right nor wrong: it does not count.
    pub fn forget(&self, by: SignInSource<'_>, now: Timestamp) {
        let mut remembered = self.0.lock();
        for key in keys(by) {
            if let Some(failures) = remembered.get_mut(&key) {
                failures.number = failures.number.saturating_sub(1);
                failures.open_from = now;
            }
        }
    }
}

impl FailureCount {
    fn none(now: Timestamp) -> Self {
        Self {
            number: 0,
            last: now,
            open_from: now,
        }
    }

    /// One more: the delay begins with a second after the last free one, and
    /// doubles.
    fn add(&mut self, now: Timestamp) {
        if now.duration_since(self.last) > REMEMBERED {
            *self = Self::none(now);
        }
        self.number = self.number.saturating_add(1);
        self.last = now;
        if self.number >= FREE {
            let seconds = 1_i64 << (self.number - FREE).min(20);
            let delay = SignedDuration::from_secs(seconds).min(LONGEST);
            self.open_from = now.saturating_add(delay).unwrap_or(now);
        }
    }
}

/// Keeps what is remembered bounded: what is old goes first, then what was
/// tried longest ago.
fn make_room(remembered: &mut HashMap<Key, FailureCount>, key: &Key, now: Timestamp) {
    if remembered.len() < MOST || remembered.contains_key(key) {
        return;
    }
    remembered.retain(|_, failures| now.duration_since(failures.last) <= REMEMBERED);
    while remembered.len() >= MOST {
        let oldest = remembered.iter().min_by_key(|(_, failures)| failures.last);
        let Some(oldest) = oldest.map(|(key, _)| key.clone()) else {
            return;
        };
        remembered.remove(&oldest);
    }
}

/// The keys of an attempt.
fn keys(by: SignInSource<'_>) -> Vec<Key> {
    let (email, address) = match by {
        SignInSource::Browser(browser) => return vec![Key::Browser(browser)],
        SignInSource::Stranger { email, address } => (email, address),
    };
    let email = email.trim().to_lowercase();
    let end = email.floor_char_boundary(LONGEST_EMAIL);
    vec![
        Key::Email(email[..end].into()),
        Key::Network(network(address)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_secs(second)
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn stranger<'a>(email: &'a str, network: &str) -> SignInSource<'a> {
        let address = address(network);
        SignInSource::Stranger { email, address }
    }

    /// Seconds to wait before each of the attempts, each made as early as can
    /// be.
    fn waits(
        delays: &LoginBackoff,
        attempts: usize,
        mut key: impl FnMut(usize) -> (String, IpAddr),
    ) -> Vec<i64> {
        let mut now = at(0);
        (0..attempts)
            .map(|attempt| {
                let (email, address) = key(attempt);
                let Err(RetryAfter(wait)) = delays.attempt(
                    SignInSource::Stranger {
                        email: &email,
                        address,
                    },
                    now,
                ) else {
                    return 0;
                };
                now += wait;
                delays
                    .attempt(
                        SignInSource::Stranger {
                            email: &email,
                            address,
                        },
                        now,
                    )
                    .unwrap();
                wait.as_secs()
            })
            .collect()
    }

    #[test]
    fn after_five_failures_the_delay_doubles_up_to_five_minutes() {
        let expected = [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300];
        let of_email = waits(&LoginBackoff::default(), 16, |attempt| {
            (" Jan@NL".to_owned(), address(&format!("10.0.0.{attempt}")))
        });
        let of_network = waits(&LoginBackoff::default(), 16, |attempt| {
            (
                format!("{attempt}@nl"),
                address(&format!("2001:db8::{attempt}")),
            )
        });
        assert_eq!(of_email, expected);
        assert_eq!(of_network, expected);
    }

    #[test]
    fn attempts_at_once_count_before_any_is_answered() {
        let delays = LoginBackoff::default();
        let let_in =
            (0..100).filter(|_| delays.attempt(stranger("a@nl", "10.0.0.1"), at(0)).is_ok());
        assert_eq!(let_in.count(), 5);
    }

    #[test]
    fn who_gets_in_starts_anew_but_their_network_does_not() {
        let delays = LoginBackoff::default();
        for _ in 0..4 {
            delays.attempt(stranger("a@nl", "10.0.0.1"), at(0)).unwrap();
        }
        delays.attempt(stranger("b@nl", "10.0.0.1"), at(0)).unwrap();
        delays.succeed(stranger("b@nl", "10.0.0.1"), at(0));
        delays.attempt(stranger("b@nl", "10.0.0.1"), at(0)).unwrap();
        assert!(delays.attempt(stranger("b@nl", "10.0.0.1"), at(0)).is_err());
        delays.succeed(stranger("a@nl", "10.0.0.2"), at(0));
        for _ in 0..5 {
            delays.attempt(stranger("a@nl", "10.0.0.3"), at(0)).unwrap();
        }
    }

    #[test]
    fn what_does_not_count_leaves_the_delay_of_what_does() {
        let delays = LoginBackoff::default();
        let attempt = |second| delays.attempt(stranger("a@nl", "10.0.0.1"), at(second));
        for _ in 0..10 {
            attempt(0).unwrap();
            delays.forget(stranger("a@nl", "10.0.0.1"), at(0));
        }
        for _ in 0..5 {
            attempt(0).unwrap();
        }
        assert!(attempt(0).is_err());
        attempt(2).unwrap();
        delays.forget(stranger("a@nl", "10.0.0.1"), at(2));
        attempt(2).unwrap();
        assert!(attempt(2).is_err());
    }

    #[test]
    fn failures_are_forgotten_after_an_hour() {
        let delays = LoginBackoff::default();
        for second in [0, 0, 0, 0, 0, 3602, 3602, 3602] {
            delays
                .attempt(stranger("a@nl", "10.0.0.1"), at(second))
                .unwrap();
        }
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let delays = LoginBackoff::default();
        for number in 0..u32::try_from(MOST).unwrap() {
            let (email, address) = (format!("{number}@nl"), IpAddr::V4(number.into()));
            let by = SignInSource::Stranger {
                email: &email,
                address,
            };
            delays.attempt(by, at(i64::from(number))).unwrap();
        }
        let remembered = delays.0.lock();
        assert!(remembered.len() <= MOST);
        assert!(!remembered.contains_key(&Key::Email("0@nl".into())));
    }

    #[test]
    fn strangers_do_not_delay_a_known_browser_nor_it_them() {
        let delays = LoginBackoff::default();
        let known = SignInSource::Browser(TokenHash::of("a browser"));
        for _ in 0..5 {
            delays.attempt(stranger("a@nl", "10.0.0.1"), at(0)).unwrap();
        }
        assert!(delays.attempt(stranger("a@nl", "10.0.0.1"), at(0)).is_err());
        for _ in 0..4 {
            delays.attempt(known, at(0)).unwrap();
        }
        delays.succeed(known, at(0));
        assert!(delays.attempt(stranger("a@nl", "10.0.0.2"), at(0)).is_err());
        for _ in 0..5 {
            delays.attempt(known, at(0)).unwrap();
        }
        assert!(delays.attempt(known, at(0)).is_err());
        let other = SignInSource::Browser(TokenHash::of("another"));
        assert!(delays.attempt(other, at(0)).is_ok());
    }
}
