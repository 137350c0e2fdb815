//! The queries, by topic.

use async_graphql::{Context, MergedObject};

use super::direct::{AnswerText, answer};

/// What can be asked.
#[derive(Default, MergedObject)]
pub struct Query(
    crate::places::query::municipality::MunicipalityQuery,
    crate::places::query::region::RegionQuery,
    crate::policy::query::coverage::CoverageQuery,
    crate::policy::query::time::TimeQuery,
    crate::care::query::CareQuery,
    crate::outreach::query::targets::OutreachQuery,
    crate::outreach::query::campaign::CampaignQuery,
    crate::record::query::import::ImportQuery,
    crate::people::query::PeopleQuery,
    crate::places::query::reference::ReferenceQuery,
    crate::record::query::change_log::ChangeLogQuery,
    crate::record::query::correction::CorrectionQuery,
);

impl Query {
    /// A field of the query as text, when all below it can be answered directly.
    pub(super) fn answer_directly(&self, ctx: &Context<'_>) -> Option<AnswerText> {
        // Those left out read what is kept beside the facts.
        answer(&self.0, ctx)
            .or_else(|| answer(&self.1, ctx))
            .or_else(|| answer(&self.2, ctx))
            .or_else(|| answer(&self.3, ctx))
            .or_else(|| answer(&self.4, ctx))
            .or_else(|| answer(&self.5, ctx))
            .or_else(|| answer(&self.6, ctx))
            .or_else(|| answer(&self.9, ctx))
    }
}
