//! What a connection is doing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering::Relaxed};
use std::time::Instant;

/// No request is under way, or only a part of its head has come.
const IDLE: u8 = 0;
/// A part of the body of a request has not come.
const RECEIVING: u8 = 1;
/// The server works on an answer.
const WORKING: u8 = 2;
/// An answer is being sent.
const SENDING: u8 = 3;
/// It is no HTTP any more.
const UPGRADED: u8 = 4;

/// What a connection is doing, and since when.
#[derive(Debug)]
pub(super) struct Activity {
    origin: Instant,
    phase: AtomicU8,
    /// Microseconds from the origin to the beginning of the phase.
    since: AtomicU64,
    /// Bytes that were read and written.
    moved: AtomicU64,
    /// Whether the client takes nothing at the moment.
    blocked: AtomicBool,
}

impl Activity {
    /// The activity of a connection that was just accepted. The origin is
    /// common to those that are compared.
    pub(super) fn new(origin: Instant) -> Self {
        let activity = Self {
            origin,
            phase: AtomicU8::new(IDLE),
            since: AtomicU64::new(0),
            moved: AtomicU64::new(0),
            blocked: AtomicBool::new(false),
        };
        activity.enter(IDLE);
        activity
    }

    fn enter(&self, phase: u8) {
        let since = u64::try_from(self.origin.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.since.store(since, Relaxed);
        self.phase.store(phase, Relaxed);
    }

    /// A request began.
    pub(super) fn begin(self: &Arc<Self>, has_body: bool) -> ActiveRequest {
        self.enter(if has_body { RECEIVING } else { WORKING });
        ActiveRequest(Arc::clone(self))
    }

    /// The body of a request is there, or nobody waits for it.
    pub(super) fn received(&self) {
        if self.phase.load(Relaxed) == RECEIVING {
            self.enter(WORKING);
        }
    }

    pub(super) fn note_moved(&self, bytes: usize) {
        self.moved.fetch_add(bytes as u64, Relaxed);
    }

    pub(super) fn note_blocked(&self, blocked: bool) {
        self.blocked.store(blocked, Relaxed);
    }

    /// Bytes that were read and written.
    pub(super) fn moved(&self) -> u64 {
        self.moved.load(Relaxed)
    }

    /// Whether it is the client's turn to do something.
    pub(super) fn waits_for_client(&self) -> bool {
        match self.phase.load(Relaxed) {
            IDLE | RECEIVING => true,
            SENDING => self.blocked.load(Relaxed),
            _ => false,
        }
    }

    /// Since when no whole request is under way; none while one is.
    pub(super) fn idle_since(&self) -> Option<u64> {
        let idle = matches!(self.phase.load(Relaxed), IDLE | RECEIVING);
        idle.then(|| self.since.load(Relaxed))
    }
}

/// A request that is under way, until this is dropped.
pub(super) struct ActiveRequest(Arc<Activity>);

impl ActiveRequest {
    /// Its answer is being sent.
    pub(super) fn sending(&self) {
        self.0.enter(SENDING);
    }

    /// The connection goes on as something else.
    pub(super) fn upgraded(&self) {
        self.0.enter(UPGRADED);
    }
}

impl Drop for ActiveRequest {
    fn drop(&mut self) {
        if self.0.phase.load(Relaxed) != UPGRADED {
            self.0.enter(IDLE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_waits_for_its_client_unless_the_server_works() {
        let activity = Arc::new(Activity::new(Instant::now()));
        assert!(activity.waits_for_client());
        let begun = activity.begin(true);
        assert!(activity.waits_for_client());
        activity.received();
        assert!(!activity.waits_for_client());
        assert_eq!(activity.idle_since(), None);
        begun.sending();
        assert!(!activity.waits_for_client());
        activity.note_blocked(true);
        assert!(activity.waits_for_client());
        assert_eq!(activity.idle_since(), None);
        drop(begun);
        assert!(activity.idle_since().is_some());
    }
}
