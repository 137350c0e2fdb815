//! Coverage over time, and what changed.

use async_graphql::{Context, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::{atlas, span};
use crate::filter_input::MunicipalityFilter;
use crate::limits::go_on;
use crate::permissions;
use crate::policy::change::ChangeReport;
use crate::policy::coverage::TimelinePoint;
use crate::scalars::{Date, DateTime};
use domain::vocabulary::TimelineStep;

#[derive(Default)]
pub struct TimeQuery;

#[direct_object]
impl TimeQuery {
    /// Totals over time: a point on `from`, then one every step, and the last
    /// on `to`; each over the municipalities of its own date that the filter
    /// selects on that date. At most 400 points.
    fn timeline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first date.")] from: Date,
        #[graphql(desc = "The last date; not before the first.")] to: Date,
        #[graphql(
            desc = "The distance between the points.",
            default_with = "TimelineStep::Quarter"
        )]
        step: TimelineStep,
        #[graphql(
            desc = "Which municipalities, on each date; all when absent.",
            name = "where"
        )]
        filter: Option<MunicipalityFilter>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Vec<TimelinePoint>> {
        let filter = permissions::filter(ctx, filter)?;
        let known_at = known_at.map(|instant| instant.0);
        let may_go_on = || go_on(ctx).is_ok();
        let dates = (from.0, to.0);
        let filter = filter.as_ref();
        let points = atlas(ctx)?.timeline_while(dates, step, known_at, filter, may_go_on);
        go_on(ctx)?;
        let points = points?;
        Ok(points.into_iter().map(Into::into).collect())
    }

    /// What really changed between two dates, apart from what only the redrawing
    /// of municipalities changed.
    fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The earlier date.")] from: Date,
        #[graphql(desc = "The later date; not before the earlier.")] to: Date,
        #[graphql(
            desc = "Which municipalities, on the later date; all when absent.",
            name = "where"
        )]
        filter: Option<MunicipalityFilter>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<ChangeReport> {
        let filter = permissions::filter(ctx, filter)?;
        let (earlier, later) = span(ctx, from, to, known_at)?;
        let report = later.changes_since(&earlier, filter.as_ref())?;
        Ok(ChangeReport {
            earlier,
            later,
            report,
        })
    }
}
