//! What keeps one client from taking the server from all others: how often and
//! how much at once it may ask, and where its questions are answered.

mod client;
mod lanes;
mod layer;
mod queue;

pub use client::ClientLimits;
pub(super) use client::{ClientKey, ClientLimiter};
pub use lanes::QueueLimits;
pub(super) use lanes::{Dispatch, Lanes};
pub(super) use layer::{Caller, limit_clients};
pub(super) use queue::QueueFull;

use std::num::NonZeroU32;
use std::time::Duration;

use super::bounds::LONGEST_REQUEST;

/// How many points of an estimate count as one request more.
pub(super) const POINTS_A_REQUEST: u64 = 5_000;

/// Megabytes of answers that are kept unless told otherwise.
pub const ANSWERS_MB: u64 = 16;

/// The limits of a server, as it was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of one client.
    pub client: ClientLimits,
    /// Of the queues before the answers.
    pub queue: QueueLimits,
    /// How long an answer may take.
    pub deadline: Duration,
    /// Bytes of answers that are kept until the next change; 0 keeps none.
    pub answers: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            client: ClientLimits {
                rate: NonZeroU32::MIN.saturating_add(99),
                burst: NonZeroU32::MIN.saturating_add(999),
                at_once: 64,
                local: false,
            },
            queue: QueueLimits {
                waiting: 256,
                patience: Duration::from_secs(5),
            },
            deadline: LONGEST_REQUEST,
            answers: ANSWERS_MB * 1024 * 1024,
        }
    }
}
