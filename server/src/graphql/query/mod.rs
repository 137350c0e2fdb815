//! The queries, by topic.

mod care;
mod coverage;
mod municipality;
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
    reference::ReferenceQuery,
);
