//! Settings of what one client may do.

use std::num::NonZeroU32;
use std::time::Duration;

use clap::Args;

use crate::http::{ANSWERS_MB, Limits};

/// What one client may do, and how questions wait.
#[derive(Debug, Args)]
pub(super) struct LimitArguments {
    /// Requests a second of one client, by address or account; the machine
    /// itself is not limited unless this or another limit of a client is given.
    #[arg(long, env = "DEKKINGSKAART_CLIENT_RATE")]
    client_rate: Option<NonZeroU32>,
    /// Requests of one client at once after a pause.
    #[arg(long, env = "DEKKINGSKAART_CLIENT_BURST")]
    client_burst: Option<NonZeroU32>,
    /// Requests of one client that are answered at the same time.
    #[arg(long, env = "DEKKINGSKAART_CLIENT_AT_ONCE")]
    client_at_once: Option<NonZeroU32>,
    /// Questions that wait for their turn at the same time.
    #[arg(long, env = "DEKKINGSKAART_QUEUE")]
    queue: Option<usize>,
    /// How long a question waits for its turn, in seconds.
    #[arg(long, env = "DEKKINGSKAART_QUEUE_SECONDS")]
    queue_seconds: Option<u64>,
    /// How long an answer may take, in seconds.
    #[arg(long, env = "DEKKINGSKAART_DEADLINE_SECONDS")]
    deadline_seconds: Option<u64>,
    /// Megabytes of answers that are kept until the next change; 0 keeps none.
    #[arg(
        long,
        env = "DEKKINGSKAART_ANSWER_CACHE_MB",
        default_value_t = ANSWERS_MB,
        value_parser = clap::value_parser!(u64).range(..=MOST_ANSWERS_MB)
    )]
    answer_cache_mb: u64,
}

/// A terabyte: more is a slip.
const MOST_ANSWERS_MB: u64 = 1024 * 1024;

/// How many seconds of its rate a client may use at once, unless told otherwise.
const BURST: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

impl LimitArguments {
    /// The limits as they are given, and the standard ones.
    pub(super) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        let client = &mut limits.client;
        client.local = [self.client_rate, self.client_burst, self.client_at_once]
            .iter()
            .any(Option::is_some);
        client.rate = self.client_rate.unwrap_or(client.rate);
        let burst = client.rate.saturating_mul(BURST);
        client.burst = self.client_burst.unwrap_or(burst);
        if let Some(at_once) = self.client_at_once {
            client.at_once = usize::try_from(at_once.get()).unwrap_or(usize::MAX);
        }
        let queue = &mut limits.queue;
        queue.waiting = self.queue.unwrap_or(queue.waiting);
        let seconds = self.queue_seconds.map(Duration::from_secs);
        queue.patience = seconds.unwrap_or(queue.patience);
        let seconds = self.deadline_seconds.map(Duration::from_secs);
        limits.deadline = seconds.unwrap_or(limits.deadline);
        limits.answers = self.answer_cache_mb * 1024 * 1024;
        limits
    }
}
