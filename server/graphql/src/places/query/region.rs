//! Regions.

use std::sync::Arc;

use async_graphql::{Context, ID, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::{atlas, view};
use crate::places::region::{Region, RegionSet};
use crate::scalars::{Date, DateTime};
use atlas::FilterError;
use domain::places::code::RegionRef;

#[derive(Default)]
pub struct RegionQuery;

#[direct_object]
impl RegionQuery {
    /// The divisions of the country into regions.
    fn region_sets(&self, ctx: &Context<'_>) -> Result<Vec<RegionSet>> {
        Ok(atlas(ctx)?
            .index()
            .facts()
            .region_sets
            .iter()
            .cloned()
            .map(RegionSet)
            .collect())
    }

    /// A region on a date. Null when the set has no region with this code.
    fn region(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the set.")] set: ID,
        #[graphql(desc = "Code within the set.")] code: ID,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Option<Region>> {
        let view = view(ctx, as_of, known_at)?;
        if !view.has_region_set(&set) {
            return Err(FilterError::UnknownRegionSet(set.to_string()).into());
        }
        let place = view.find_region(&RegionRef::new(&set, &code));
        Ok(place.map(|place| Region {
            view: Arc::clone(&view),
            place,
        }))
    }

    /// The regions of a set on a date, by code.
    fn regions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the set.")] set: ID,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Vec<Region>> {
        Region::of_set(&view(ctx, as_of, known_at)?, &set)
    }
}
