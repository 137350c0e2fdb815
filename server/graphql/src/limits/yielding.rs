//! Long work that yields its processor between its parts. A system may let a
//! thread that is ready wait until its clock ticks, which is many times as long
//! as a small question takes.

use std::cell::Cell;
use std::time::{Duration, Instant};

/// After so much work a thread of long work yields.
const YIELD_INTERVAL: Duration = Duration::from_micros(150);

thread_local! {
    /// When this thread yielded last; none on a thread that does not.
    static LAST_YIELD: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// From now on the work of this thread yields.
pub fn yield_on_this_thread() {
    LAST_YIELD.set(Some(Instant::now()));
}

/// Yields when this is a thread of long work and it has worked for long enough.
pub fn yield_when_due() {
    let Some(last) = LAST_YIELD.get() else {
        return;
    };
    if last.elapsed() >= YIELD_INTERVAL {
        std::thread::yield_now();
        LAST_YIELD.set(Some(Instant::now()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_thread_of_long_work_yields_and_only_when_due() {
        yield_when_due();
        assert_eq!(LAST_YIELD.get(), None);
        yield_on_this_thread();
        let begun = LAST_YIELD.get().unwrap();
        while begun.elapsed() < YIELD_INTERVAL {
            std::hint::spin_loop();
        }
        yield_when_due();
        assert!(LAST_YIELD.get().unwrap() > begun);
        let later = Instant::now() + Duration::from_hours(1);
        LAST_YIELD.set(Some(later));
        yield_when_due();
        assert_eq!(LAST_YIELD.get(), Some(later));
    }
}
