//! Coverage over time.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use super::totals::Coverage;
use crate::Atlas;
use crate::core::view::View;
use crate::lists::filter::{Filter, FilterError};
use domain::dates::{AsOf, BadDate};
use domain::timeline_dates::{BadSeries, series};
use domain::vocabulary::TimelineStep;

/// A timeline that cannot be made.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum TimelineError {
    /// The dates or the step.
    #[error(transparent)]
    Series(#[from] BadSeries),
    /// The condition, on one of the dates.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// Nobody waits for it any more.
    #[error("the timeline was not finished")]
    Stopped,
}

impl From<BadDate> for TimelineError {
    fn from(error: BadDate) -> Self {
        Self::Series(error.into())
    }
}

/// Totals on one date.
#[derive(Debug, Clone)]
pub struct TimelinePoint {
    /// The date.
    pub date: Date,
    /// The view of that date, or of an earlier one since which nothing began or
    /// ended.
    pub view: Arc<View>,
    /// Totals over the municipalities of that date that the filter selects
    /// then.
    pub coverage: Coverage,
}

impl Atlas {
    /// Totals on the first date, every step from it, and on the last date; with
    /// the municipalities of each date, and the filter applied on that date.
    pub fn timeline(
        &self,
        (from, to): (Date, Date),
        step: TimelineStep,
        known_at: Option<Timestamp>,
        filter: Option<&Filter>,
    ) -> Result<Vec<TimelinePoint>, TimelineError> {
        self.timeline_while((from, to), step, known_at, filter, || true)
    }

    /// The same, from date to date for as long as it may go on.
    pub fn timeline_while(
        &self,
        (from, to): (Date, Date),
        step: TimelineStep,
        known_at: Option<Timestamp>,
        filter: Option<&Filter>,
        may_go_on: impl Fn() -> bool,
    ) -> Result<Vec<TimelinePoint>, TimelineError> {
        let mut points: Vec<TimelinePoint> = Vec::new();
        for date in series(from, to, step)? {
            if !may_go_on() {
                return Err(TimelineError::Stopped);
            }
            // Between two turning points nothing changes but the date.
            let before = points
                .last()
                .filter(|before| !self.index().turns_between(before.date, date));
            let (view, coverage) = if let Some(before) = before {
                (Arc::clone(&before.view), before.coverage.clone())
            } else {
                let view = self.at(AsOf::new(date, known_at)?);
                let coverage = view.coverage(filter)?;
                (view, coverage)
            };
            points.push(TimelinePoint {
                date,
                view,
                coverage,
            });
        }
        Ok(points)
    }
}
