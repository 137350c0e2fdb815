//! Who may read what: the one place that decides it.

use async_graphql::{Context, Result};
use thiserror::Error;

use super::filter_input::{MunicipalityFilter, MunicipalityOrder};
use super::outreach::campaign::Campaign;
use crate::atlas::{Audience, Filter, Order, OrderField, View};
use crate::domain::people::viewer::Viewer;
use crate::domain::places::code::{MunicipalityCode, RegionRef};
use crate::domain::vocabulary::Role;

/// What the public may read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Public {
    /// Status, policy and the ranking that follows from them.
    #[default]
    All,
    /// Status and policy, without the ranking for outreach.
    Status,
    /// Nothing.
    None,
}

/// Something that is closed to who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Closed {
    /// The ranking for outreach, and what follows from it.
    #[error("the ranking for outreach is not public on this server")]
    Ranking,
    /// All of it.
    #[error("this server answers nobody without an account")]
    Everything,
    /// Briefings, and what tells of them.
    #[error(
        "this is internal: OUTREACH and ADMIN may read it, and PLATFORM for its own regions; \
         sign in or send a token of such a role"
    )]
    Internal,
    /// A filter or an order by briefings.
    #[error(
        "a filter or an order by briefings is internal: OUTREACH and ADMIN may use it, and \
         PLATFORM together with `region` or `anyRegion` of its own regions"
    )]
    InternalFilter,
    /// What only the staff of outreach does.
    #[error("only OUTREACH and ADMIN may do this; sign in or send a token of such a role")]
    Staff,
    /// What only administrators do.
    #[error("only ADMIN may do this; sign in or send a token of that role")]
    Admin,
    /// What a token of scope READ does not do.
    #[error("this token may only read; send one of scope WRITE to change something")]
    ReadOnly,
    /// What is done for a region or a municipality.
    #[error(
        "only OUTREACH and ADMIN may do this, and PLATFORM for its own regions; sign in or send \
         a token of such a role"
    )]
    OwnRegions,
    /// A record of somebody else's, or none at all: the answer does not tell
    /// which.
    #[error(
        "nothing of this id is yours to change: OUTREACH and ADMIN may change everything, \
         PLATFORM what is of its own regions"
    )]
    NotYours,
}

/// Who asks.
pub(super) fn viewer<'a>(ctx: &Context<'a>) -> &'a Viewer {
    ctx.data_unchecked()
}

/// Refuses when the ranking is not for who asks.
pub(super) fn ranking(ctx: &Context<'_>) -> Result<(), Closed> {
    match ctx.data_unchecked::<Public>() {
        _ if viewer(ctx).is_signed_in() => Ok(()),
        Public::All => Ok(()),
        Public::Status | Public::None => Err(Closed::Ranking),
    }
}

/// As whom the viewer reads a ranking. A PLATFORM reads that of the public: its
/// own regions stand in it among others.
pub(super) fn audience(ctx: &Context<'_>) -> Audience {
    if viewer(ctx).reads_everywhere() {
        Audience::Staff
    } else {
        Audience::Public
    }
}

/// Whether who asks may read the internal data of a municipality.
pub(super) fn reads(ctx: &Context<'_>, view: &View, position: usize) -> bool {
    view.opens_to(viewer(ctx), position)
}

/// Whether who asks may read the internal data of a region.
pub(super) fn reads_region(ctx: &Context<'_>, region: &RegionRef) -> bool {
    let viewer = viewer(ctx);
    viewer.reads_everywhere() || viewer.role == Role::Platform && viewer.regions.contains(region)
}

/// Refuses when any of these municipalities is not for who asks; the public
/// may not even ask about none.
pub(super) fn internal(ctx: &Context<'_>, view: &View, positions: &[usize]) -> Result<(), Closed> {
    let reads_all = || positions.iter().all(|position| reads(ctx, view, *position));
    if viewer(ctx).is_signed_in() && reads_all() {
        Ok(())
    } else {
        Err(Closed::Internal)
    }
}

/// Refuses when none of these municipalities is for who asks.
pub(super) fn internal_of_any(
    ctx: &Context<'_>,
    view: &View,
    positions: &[usize],
) -> Result<(), Closed> {
    let mut positions = positions.iter();
    let reads_any = viewer(ctx).reads_everywhere() || positions.any(|at| reads(ctx, view, *at));
    if reads_any {
        Ok(())
    } else {
        Err(Closed::Internal)
    }
}

/// Refuses who has no account.
pub(super) fn signed_in(ctx: &Context<'_>) -> Result<(), Closed> {
    if viewer(ctx).is_signed_in() {
        Ok(())
    } else {
        Err(Closed::Internal)
    }
}

/// Refuses who is not of the staff of outreach.
pub(super) fn staff(ctx: &Context<'_>) -> Result<(), Closed> {
    if viewer(ctx).reads_everywhere() {
        Ok(())
    } else {
        Err(Closed::Staff)
    }
}

/// Refuses who does not manage people, region sets and rubrics.
pub(super) fn admin(ctx: &Context<'_>) -> Result<(), Closed> {
    if viewer(ctx).role == Role::Admin {
        Ok(())
    } else {
        Err(Closed::Admin)
    }
}

/// Refuses who may not write about these municipalities, as they are in a view,
/// or about this region.
pub(super) fn edits(
    ctx: &Context<'_>,
    view: &View,
    codes: &[MunicipalityCode],
    region: Option<&RegionRef>,
) -> Result<(), Closed> {
    let edits = |code: &MunicipalityCode| view.find(*code).is_some_and(|at| reads(ctx, view, at));
    let has_place = !codes.is_empty() || region.is_some();
    let edits_all =
        || codes.iter().all(edits) && region.is_none_or(|region| reads_region(ctx, region));
    if viewer(ctx).reads_everywhere() || has_place && edits_all() {
        Ok(())
    } else {
        Err(Closed::OwnRegions)
    }
}

/// Refuses a campaign of which nothing is for who asks. A PLATFORM reads, and
/// writes about, those with targets in its own regions.
pub(super) fn campaign(ctx: &Context<'_>, id: &str) -> Result<()> {
    let is_own = Campaign::find(ctx, id)?.is_some();
    Ok(own(ctx, is_own)?)
}

/// Refuses a record that is not for who asks. What is of somebody else and what
/// there is not are refused alike, so that nobody can try which ids there are;
/// who may write everywhere is told by the action that there is none.
pub(super) fn own(ctx: &Context<'_>, is_own: bool) -> Result<(), Closed> {
    if is_own || viewer(ctx).reads_everywhere() {
        Ok(())
    } else {
        Err(Closed::NotYours)
    }
}

/// Whether somebody may import files of a kind, which rows of whose is for the
/// scope to say: boundaries and regions are an administrator's.
pub(super) fn imports(viewer: &Viewer, kind: &str) -> bool {
    match kind {
        "boundaries" | "regions" => viewer.role == Role::Admin,
        _ => viewer.is_signed_in(),
    }
}

/// Refuses who may not import files of a kind.
pub fn may_import(viewer: &Viewer, kind: &str) -> Result<(), Closed> {
    if imports(viewer, kind) {
        Ok(())
    } else if viewer.is_signed_in() {
        Err(Closed::Admin)
    } else {
        Err(Closed::OwnRegions)
    }
}

/// The condition that a filter stands for, when who asks may ask it.
pub(super) fn filter(
    ctx: &Context<'_>,
    given: Option<MunicipalityFilter>,
) -> Result<Option<Filter>> {
    let Some(filter) = given.map(MunicipalityFilter::into_filter).transpose()? else {
        return Ok(None);
    };
    if filter.asks_of_briefings() && !may_ask_of_briefings(ctx, Some(&filter)) {
        return Err(Closed::InternalFilter.into());
    }
    Ok(Some(filter))
}

/// The order that is asked for, when who asks may ask it of what the filter
/// selects.
pub(super) fn orders(
    ctx: &Context<'_>,
    given: Option<Vec<MunicipalityOrder>>,
    filter: Option<&Filter>,
) -> Result<Vec<Order>, Closed> {
    let audience = audience(ctx);
    let orders = given.into_iter().flatten();
    let orders: Vec<Order> = orders.map(|order| order.into_order(audience)).collect();
    for order in &orders {
        match order.by {
            OrderField::Priority | OrderField::PriorityAsk => ranking(ctx)?,
            OrderField::LastBriefed if !may_ask_of_briefings(ctx, filter) => {
                return Err(Closed::InternalFilter);
            }
            _ => {}
        }
    }
    Ok(orders)
}

/// A PLATFORM may when the answer is about its own regions alone.
fn may_ask_of_briefings(ctx: &Context<'_>, filter: Option<&Filter>) -> bool {
    let viewer = viewer(ctx);
    viewer.reads_everywhere()
        || viewer.role == Role::Platform
            && filter.is_some_and(|filter| filter.stays_within(&viewer.regions))
}
