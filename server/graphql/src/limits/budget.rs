//! What a request may still use while it is answered. The work itself asks, so
//! that a request that is over ends, and is not only answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use async_graphql::Context;

use super::yielding::yield_when_due;
use domain::message::{Message, RequestMessage, says};

/// The largest answer, in bytes.
pub const LARGEST_ANSWER: u64 = 32 * 1024 * 1024;

/// Why a request ends before it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BudgetExceeded {
    /// Its time is over.
    Time(u64),
    /// Its answer grew too large.
    Bytes,
    /// Nobody waits for it any more.
    Left,
}

says!(BudgetExceeded);

impl From<&BudgetExceeded> for Message {
    fn from(spent: &BudgetExceeded) -> Self {
        Self::Request(match spent {
            BudgetExceeded::Time(seconds) => RequestMessage::AnswerTooLong { seconds: *seconds },
            BudgetExceeded::Bytes => RequestMessage::AnswerTooLarge {
                bytes: LARGEST_ANSWER,
            },
            BudgetExceeded::Left => RequestMessage::ClientLeft,
        })
    }
}

impl BudgetExceeded {
    /// The code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Time(_) | Self::Left => "TOO_LONG",
            Self::Bytes => "ANSWER_TOO_LARGE",
        }
    }
}

/// The time and the bytes of one request.
#[derive(Debug, Clone)]
pub struct Budget(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    time: Duration,
    end: Option<Instant>,
    bytes: AtomicU64,
    has_left: AtomicBool,
}

impl Budget {
    /// So much time from now on.
    #[must_use]
    pub fn of(time: Duration) -> Self {
        Self(Arc::new(Inner {
            time,
            end: Instant::now().checked_add(time),
            bytes: AtomicU64::new(0),
            has_left: AtomicBool::new(false),
        }))
    }

    /// Whether the work may go on; on a thread of long work others go first now and then.
    pub fn check(&self) -> Result<(), BudgetExceeded> {
        if self.0.has_left.load(Ordering::Relaxed) {
            return Err(BudgetExceeded::Left);
        }
        yield_when_due();
        if self.0.end.is_some_and(|end| Instant::now() >= end) {
            return Err(BudgetExceeded::Time(self.0.time.as_secs()));
        }
        Ok(())
    }

    /// Whether the answer may grow by so many bytes.
    pub fn write(&self, bytes: usize) -> Result<(), BudgetExceeded> {
        self.check()?;
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let before = self.0.bytes.fetch_add(bytes, Ordering::Relaxed);
        if before.saturating_add(bytes) > LARGEST_ANSWER {
            return Err(BudgetExceeded::Bytes);
        }
        Ok(())
    }

    /// Forgets the bytes that were asked for since there were so many: what was
    /// written with them was thrown away.
    pub fn forget_since(&self, written: u64) {
        self.0.bytes.store(written, Ordering::Relaxed);
    }

    /// How many bytes were asked for.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.0.bytes.load(Ordering::Relaxed)
    }

    /// What ends the work when it is dropped.
    #[must_use]
    pub fn ends_with(&self) -> EndsWith {
        EndsWith(self.clone())
    }
}

/// Ends the work of a request when it is dropped, as it is when its client
/// leaves.
#[derive(Debug)]
pub struct EndsWith(Budget);

impl Drop for EndsWith {
    fn drop(&mut self) {
        self.0.0.has_left.store(true, Ordering::Relaxed);
    }
}

/// Whether the work of a request may go on; without a budget it may.
pub fn go_on(ctx: &Context<'_>) -> Result<(), BudgetExceeded> {
    ctx.data_opt::<Budget>().map_or(Ok(()), Budget::check)
}

/// Whether the answer to a request may grow by so many bytes.
pub fn grow(ctx: &Context<'_>, bytes: usize) -> Result<(), BudgetExceeded> {
    ctx.data_opt::<Budget>()
        .map_or(Ok(()), |budget| budget.write(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_bytes_and_leaving_end_the_work() {
        let budget = Budget::of(Duration::from_hours(1));
        assert_eq!(budget.check(), Ok(()));
        let half = usize::try_from(LARGEST_ANSWER / 2).unwrap();
        assert_eq!(budget.write(half), Ok(()));
        assert_eq!(budget.write(half), Ok(()));
        let written = budget.written();
        assert_eq!(budget.write(1), Err(BudgetExceeded::Bytes));
        budget.forget_since(written);
        assert_eq!(budget.written(), LARGEST_ANSWER);
        assert_eq!(budget.write(1), Err(BudgetExceeded::Bytes));
        drop(budget.ends_with());
        assert_eq!(budget.check(), Err(BudgetExceeded::Left));
        assert_eq!(
            Budget::of(Duration::ZERO).check(),
            Err(BudgetExceeded::Time(0))
        );
    }
}
