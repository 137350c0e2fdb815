//! The queries, by topic.

use async_graphql::MergedObject;

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
