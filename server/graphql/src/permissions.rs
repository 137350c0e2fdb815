//! Asks `domain::people::permissions` for who sends a request, about places of a
//! view.

use async_graphql::{Context, Result};

use super::filter_input::{MunicipalityFilter, MunicipalityOrder};
use super::outreach::campaign::Campaign;
use atlas::{Filter, OrderField, SortOrder, View};
use domain::people::permissions::{
    self, Audience, Forbidden, PublicAccess, check_admin, check_edit, check_internal,
    check_internal_of_any, check_own, check_ranking, check_signed_in, check_staff, reads_place,
    uses_briefings,
};
use domain::people::viewer::Viewer;
use domain::places::code::{MunicipalityCode, RegionRef};

/// Who asks.
pub(super) fn viewer<'a>(ctx: &Context<'a>) -> &'a Viewer {
    ctx.data_unchecked()
}

pub(super) fn ranking(ctx: &Context<'_>) -> Result<(), Forbidden> {
    check_ranking(viewer(ctx), *ctx.data_unchecked::<PublicAccess>())
}

pub(super) fn audience(ctx: &Context<'_>) -> Audience {
    permissions::audience(viewer(ctx))
}

/// Whether who asks may read the internal data of a municipality.
pub(super) fn reads(ctx: &Context<'_>, view: &View, position: usize) -> bool {
    reads_place(viewer(ctx), view.regions_of(position))
}

/// Whether who asks may read the internal data of a region.
pub(super) fn reads_region(ctx: &Context<'_>, region: &RegionRef) -> bool {
    reads_place(viewer(ctx), [region])
}

/// Refuses when one of these municipalities is not for who asks.
pub(super) fn internal(
    ctx: &Context<'_>,
    view: &View,
    positions: &[usize],
) -> Result<(), Forbidden> {
    let places = positions.iter().map(|position| view.regions_of(*position));
    check_internal(viewer(ctx), places)
}

/// Refuses when none of these municipalities is for who asks.
pub(super) fn internal_of_any(
    ctx: &Context<'_>,
    view: &View,
    positions: &[usize],
) -> Result<(), Forbidden> {
    let places = positions.iter().map(|position| view.regions_of(*position));
    check_internal_of_any(viewer(ctx), places)
}

pub(super) fn signed_in(ctx: &Context<'_>) -> Result<(), Forbidden> {
    check_signed_in(viewer(ctx))
}

pub(super) fn staff(ctx: &Context<'_>) -> Result<(), Forbidden> {
    check_staff(viewer(ctx))
}

pub(super) fn admin(ctx: &Context<'_>) -> Result<(), Forbidden> {
    check_admin(viewer(ctx))
}

/// Refuses who may not write about these municipalities, as they are in a view,
/// or about this region.
pub(super) fn edits(
    ctx: &Context<'_>,
    view: &View,
    codes: &[MunicipalityCode],
    region: Option<&RegionRef>,
) -> Result<(), Forbidden> {
    let municipalities = codes.iter().map(|code| {
        let position = view.find(*code).into_iter();
        let regions = position.flat_map(|position| view.regions_of(position));
        regions.collect::<Vec<_>>()
    });
    let regions = region.into_iter().map(|region| vec![region]);
    check_edit(viewer(ctx), municipalities.chain(regions))
}

/// Refuses a campaign of which nothing is for who asks. A PLATFORM reads, and
/// writes about, those with targets in its own regions.
pub(super) fn campaign(ctx: &Context<'_>, id: &str) -> Result<()> {
    let is_own = Campaign::find(ctx, id)?.is_some();
    Ok(own(ctx, is_own)?)
}

pub(super) fn own(ctx: &Context<'_>, is_own: bool) -> Result<(), Forbidden> {
    check_own(viewer(ctx), is_own)
}

/// The condition that a filter stands for, when who asks may ask it.
pub(super) fn filter(
    ctx: &Context<'_>,
    given: Option<MunicipalityFilter>,
) -> Result<Option<Filter>> {
    let filter = given.map(MunicipalityFilter::into_filter).transpose()?;
    check_filter(viewer(ctx), filter.as_ref())?;
    Ok(filter)
}

/// Refuses a condition that a viewer may not ask.
pub(super) fn check_filter(viewer: &Viewer, filter: Option<&Filter>) -> Result<(), Forbidden> {
    let asks_of_briefings = filter.is_some_and(Filter::asks_of_briefings);
    if asks_of_briefings && !may_ask_of_briefings(viewer, filter) {
        return Err(Forbidden::InternalFilter);
    }
    Ok(())
}

/// The order that is asked for, when who asks may ask it of what the filter
/// selects.
pub(super) fn orders(
    ctx: &Context<'_>,
    given: Option<Vec<MunicipalityOrder>>,
    filter: Option<&Filter>,
) -> Result<Vec<SortOrder>, Forbidden> {
    orders_of(viewer(ctx), *ctx.data_unchecked(), given, filter)
}

/// The same for a viewer, where the public may read so much.
pub(super) fn orders_of(
    viewer: &Viewer,
    public: PublicAccess,
    given: Option<Vec<MunicipalityOrder>>,
    filter: Option<&Filter>,
) -> Result<Vec<SortOrder>, Forbidden> {
    let audience = permissions::audience(viewer);
    let orders = given.into_iter().flatten();
    let orders: Vec<SortOrder> = orders.map(|order| order.into_order(audience)).collect();
    for order in &orders {
        match order.by {
            OrderField::Priority | OrderField::PriorityAsk => check_ranking(viewer, public)?,
            OrderField::LastBriefed if !may_ask_of_briefings(viewer, filter) => {
                return Err(Forbidden::InternalFilter);
            }
            _ => {}
        }
    }
    Ok(orders)
}

fn may_ask_of_briefings(viewer: &Viewer, filter: Option<&Filter>) -> bool {
    uses_briefings(viewer, |regions| {
        filter.is_some_and(|filter| filter.stays_within(regions))
    })
}
