//! The queries, by topic.

use async_graphql::{Context, MergedObject};

use super::direct::{AnswerText, answer};

/// What can be asked.
#[derive(Default, MergedObject)]
pub struct Query(
    crate::graphql::places::query::municipality::MunicipalityQuery,
    crate::graphql::places::query::region::RegionQuery,
    crate::graphql::policy::query::coverage::CoverageQuery,
    crate::graphql::policy::query::time::TimeQuery,
    crate::graphql::care::query::CareQuery,
    crate::graphql::outreach::query::targets::OutreachQuery,
    crate::graphql::outreach::query::campaign::CampaignQuery,
    crate::graphql::record::query::import::ImportQuery,
    crate::graphql::people::query::PeopleQuery,
    crate::graphql::places::query::reference::ReferenceQuery,
    crate::graphql::record::query::change_log::ChangeLogQuery,
    crate::graphql::record::query::correction::CorrectionQuery,
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
