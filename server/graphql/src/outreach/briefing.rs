//! Briefings: what was or will be said to whom.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::atlas;
use crate::permissions;
use crate::places::municipality::Municipality;
use crate::places::region::Region;
use crate::scalars::Date;
use atlas::View;
use domain::dates::AsOf;
use domain::outreach::campaign;
use domain::vocabulary::{BriefingKind, OutreachStage};

/// A tailored briefing (voorlichting op maat), planned or given. Internal.
#[derive(Description)]
pub struct Briefing {
    /// Of its date.
    view: Arc<View>,
    place: usize,
}

impl Briefing {
    /// The briefing at a place in the facts.
    pub(crate) fn new(ctx: &Context<'_>, place: usize) -> Result<Self> {
        let atlas = atlas(ctx)?;
        let date = atlas.index().briefing(place).date;
        let view = atlas.at(AsOf::new(date, None)?);
        Ok(Self { view, place })
    }

    pub(crate) fn all(ctx: &Context<'_>, places: &[usize]) -> Result<Vec<Self>> {
        places.iter().map(|place| Self::new(ctx, *place)).collect()
    }

    fn fact(&self) -> &campaign::Briefing {
        self.view.index().briefing(self.place)
    }

    /// Its municipalities that are for who asks.
    fn readable(&self, ctx: &Context<'_>) -> Vec<usize> {
        let codes = self.fact().municipalities.iter();
        codes
            .filter_map(|code| self.view.find(*code))
            .filter(|at| permissions::reads(ctx, &self.view, *at))
            .collect()
    }

    /// Whether any of it is for who asks.
    pub(crate) fn is_readable(&self, ctx: &Context<'_>) -> bool {
        let region = self.fact().region.as_ref();
        region.is_some_and(|region| permissions::reads_region(ctx, region))
            || !self.readable(ctx).is_empty()
    }
}

#[direct_object(use_type_description)]
impl Briefing {
    /// Id, kept when the briefing is corrected.
    fn id(&self) -> ID {
        ID(self.fact().id.to_string())
    }

    /// When it is or was.
    fn date(&self) -> Date {
        Date(self.fact().date)
    }

    /// How far it has come.
    fn stage(&self) -> OutreachStage {
        self.fact().stage
    }

    /// For municipalities by themselves, or for a region.
    fn kind(&self) -> BriefingKind {
        self.fact().kind
    }

    /// Id of the campaign of which it is part.
    fn campaign_id(&self) -> Option<ID> {
        self.fact().campaign.as_ref().map(|id| ID(id.to_string()))
    }

    /// The region of a regional one.
    fn region(&self) -> Option<Region> {
        let place = self.view.find_region(self.fact().region.as_ref()?)?;
        Some(Region {
            view: Arc::clone(&self.view),
            place,
        })
    }

    /// The municipalities for each of which it counts, by name, as they are on
    /// its date; for a PLATFORM those of its own regions.
    fn municipalities(&self, ctx: &Context<'_>) -> Vec<Municipality> {
        let positions = self.view.in_name_order(&self.readable(ctx));
        Municipality::all(&self.view, positions)
    }

    /// Who of the staff gives it.
    fn owner(&self) -> Option<&str> {
        self.fact().owner.as_deref()
    }

    /// With whom it is given.
    fn partners(&self) -> &[String] {
        &self.fact().partners
    }

    /// What came of it.
    fn outcome(&self) -> Option<&str> {
        self.fact().outcome.as_deref()
    }

    /// When to come back to it.
    fn follow_up(&self) -> Option<Date> {
        self.fact().follow_up.map(Date)
    }
}
