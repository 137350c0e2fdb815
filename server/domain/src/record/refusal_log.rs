//! How often the audit trail tells that somebody was refused something. The first
//! times of an hour have a line each; the others are counted, and the next line
//! says how many they were: nobody fills the trail by trying.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

/// So many lines an hour about the same.
const MOST_AN_HOUR: u32 = 20;
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// How many refusals are told apart at a time; others wait for the hour to end.
const MOST_KINDS: usize = 10_000;

/// The refusals of the last hour, by who was refused what. In memory, by server.
#[derive(Debug, Default)]
pub struct RefusalLog(Mutex<HashMap<(String, String), Hour>>);

#[derive(Debug, Clone, Copy)]
struct Hour {
    from: Timestamp,
    told: u32,
    left_out: u64,
}

impl RefusalLog {
    /// Counts a refusal. When it gets a line, how many before it got none.
    pub fn count(&self, actor: &str, what: &str, now: Timestamp) -> Option<u64> {
        let mut kinds = self.0.lock();
        let key = (actor.to_owned(), what.to_owned());
        if kinds.len() >= MOST_KINDS && !kinds.contains_key(&key) {
            kinds.retain(|_, hour| !hour.is_over(now));
            if kinds.len() >= MOST_KINDS {
                return None;
            }
        }
        let hour = kinds.entry(key).or_insert(Hour::beginning(now));
        if hour.is_over(now) {
            *hour = Hour {
                left_out: hour.left_out,
                ..Hour::beginning(now)
            };
        }
        if hour.told == MOST_AN_HOUR {
            hour.left_out += 1;
            return None;
        }
        hour.told += 1;
        Some(std::mem::take(&mut hour.left_out))
    }
}

impl Hour {
    const fn beginning(from: Timestamp) -> Self {
        Self {
            from,
            told: 0,
            left_out: 0,
        }
    }

    /// A clock that was put back does not lengthen it.
    fn is_over(self, now: Timestamp) -> bool {
        now < self.from || now.duration_since(self.from) >= HOUR
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    #[test]
    fn what_is_refused_again_and_again_has_a_few_lines_an_hour_and_is_counted() {
        let log = RefusalLog::default();
        let lines = (0..500).filter_map(|second| log.count("public", "recordVerdicts", at(second)));
        assert_eq!(lines.collect::<Vec<_>>(), [0; 20]);
        assert_eq!(log.count("public", "recordVerdicts", at(3_600)), Some(480));
        assert_eq!(log.count("public", "recordVerdicts", at(3_601)), Some(0));
    }

    #[test]
    fn one_does_not_hide_another() {
        let log = RefusalLog::default();
        for second in 0..100 {
            log.count("public", "sign_in", at(second));
        }
        assert_eq!(log.count("public", "recordVerdicts", at(100)), Some(0));
        assert_eq!(log.count("desk", "sign_in", at(100)), Some(0));
    }

    #[test]
    fn who_invents_names_gets_no_more_room() {
        let log = RefusalLog::default();
        let told = (0..20_000)
            .filter_map(|n| log.count(&n.to_string(), "sign_in", at(0)))
            .count();
        assert_eq!(told, MOST_KINDS);
        assert_eq!(log.count("new", "sign_in", at(3_700)), Some(0));
    }
}
