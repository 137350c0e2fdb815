//! Campaigns, what is to be followed up, and what stands in the way.

use std::sync::Arc;

use async_graphql::{Context, ID, Result};
use dekkingskaart_macros::direct_object;
use jiff::ToSpan;

use crate::arguments::{atlas, clock, view};
use crate::care::practice::{Bottleneck, BottleneckCount, BottleneckFilter, GoodPractice};
use crate::filter_input::RegionRef;
use crate::outreach::briefing::Briefing;
use crate::outreach::campaign::Campaign;
use crate::permissions;
use crate::scalars::Date;

#[derive(Default)]
pub struct CampaignQuery;

#[direct_object]
impl CampaignQuery {
    /// The campaigns, the first to begin first. OUTREACH, ADMIN; PLATFORM those
    /// with targets in its own regions.
    fn campaigns(&self, ctx: &Context<'_>) -> Result<Vec<Campaign>> {
        permissions::signed_in(ctx)?;
        let atlas = atlas(ctx)?;
        let campaigns = atlas.index().campaigns().into_iter();
        campaigns
            .filter_map(|campaign| Campaign::new(ctx, campaign).transpose())
            .collect()
    }

    /// The campaign with this id. Null when there is none, and for a PLATFORM
    /// when it has no target in its own regions. OUTREACH, ADMIN, PLATFORM.
    fn campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id.")] id: ID,
    ) -> Result<Option<Campaign>> {
        permissions::signed_in(ctx)?;
        Campaign::find(ctx, &id)
    }

    /// The briefings that were given and are to be followed up, the earliest
    /// first: those that are due this week unless told otherwise. Recording a
    /// briefing without a date, or with a later one, takes it off. OUTREACH,
    /// ADMIN; PLATFORM those of its own regions.
    fn follow_ups(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last date, included; the coming Sunday when absent.")] until: Option<
            Date,
        >,
    ) -> Result<Vec<Briefing>> {
        permissions::signed_in(ctx)?;
        let today = clock(ctx)?.today();
        let until = until.map_or_else(|| sunday(today), |until| until.0);
        let places = atlas(ctx)?.index().follow_ups(until);
        let mut briefings = Briefing::all(ctx, &places)?;
        briefings.retain(|briefing| briefing.is_readable(ctx));
        Ok(briefings)
    }

    /// What stands in the way, the first raised first. The public reads no words
    /// and no municipalities.
    fn bottlenecks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which; all when absent.", name = "where")] filter: Option<
            BottleneckFilter,
        >,
    ) -> Result<Vec<Bottleneck>> {
        let view = view(ctx, None, None)?;
        let condition = filter.unwrap_or_default().into_condition()?;
        let places = view.bottlenecks(&condition, |at| permissions::reads(ctx, &view, at))?;
        let bottlenecks = places.into_iter().map(|place| Bottleneck {
            view: Arc::clone(&view),
            place,
        });
        Ok(bottlenecks.collect())
    }

    /// How often something stands in the way, by category.
    fn bottleneck_counts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which; all when absent.", name = "where")] filter: Option<
            BottleneckFilter,
        >,
    ) -> Result<Vec<BottleneckCount>> {
        let view = view(ctx, None, None)?;
        let condition = filter.unwrap_or_default().into_condition()?;
        let places = view.bottlenecks(&condition, |at| permissions::reads(ctx, &view, at))?;
        Ok(BottleneckCount::list(&view, &places))
    }

    /// What works, the first shared first.
    fn good_practices(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the building block that it helps to put in place.")] block: Option<
            ID,
        >,
        #[graphql(desc = "The region where it works, or in which the municipality lies.")]
        region: Option<RegionRef>,
    ) -> Result<Vec<GoodPractice>> {
        let view = view(ctx, None, None)?;
        let region = region.map(Into::into);
        let block = block.as_ref().map(|block| block.as_str());
        let places = view.good_practices(block, region.as_ref())?;
        let practices = places.into_iter().map(|place| GoodPractice {
            view: Arc::clone(&view),
            place,
        });
        Ok(practices.collect())
    }
}

/// The last day of the week of a date.
fn sunday(date: jiff::civil::Date) -> jiff::civil::Date {
    let left = 7 - date.weekday().to_monday_one_offset();
    date.saturating_add(left.days())
}
