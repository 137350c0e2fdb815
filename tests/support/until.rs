//! Waiting for something to be so.

use std::fmt::Display;
use std::time::{Duration, Instant};

/// Longer than anything takes, on a machine that does much else.
const LIMIT: Duration = Duration::from_mins(3);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Asks for something again and again until it is so. It fails with what did not
/// come about.
pub fn until(what: impl Display, mut is_so: impl FnMut() -> bool) {
    until_some(what, || is_so().then_some(()));
}

/// Asks for something again and again until it is there.
pub fn until_some<T>(what: impl Display, mut find: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = find() {
            return found;
        }
        assert!(begun.elapsed() < LIMIT, "{what}");
        std::thread::sleep(PAUSE);
    }
}
