//! The queries, by topic.

mod campaign;
mod care;
mod correction;
mod coverage;
mod import;
mod ledger;
mod municipality;
mod outreach;
mod people;
mod reference;
mod region;
mod time;

use async_graphql::MergedObject;

/// What can be asked.
#[derive(Default, MergedObject)]
pub struct Query(
    municipality::MunicipalityQuery,
    region::RegionQuery,
    coverage::CoverageQuery,
    time::TimeQuery,
    care::CareQuery,
    outreach::OutreachQuery,
    campaign::CampaignQuery,
    import::ImportQuery,
    people::PeopleQuery,
    reference::ReferenceQuery,
    ledger::LedgerQuery,
    correction::CorrectionQuery,
);
