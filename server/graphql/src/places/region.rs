//! Regions and their sets.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::history::HistoryEvent;
use super::municipality::{BoundingBox, Municipality};
use crate::arguments::{rows, view};
use crate::enums::{Crs, Detail, Language};
use crate::limits::{go_on, grow};
use crate::policy::coverage::Coverage;
use crate::policy::document::PolicyDocument;
use crate::policy::rubric::{BuildingBlock, VerdictCount};
use crate::scalars::{Date, DateTime, GeoJson};
use atlas::{FilterError, RegionState, View};
use domain::facts;

/// A division of the country into regions. Sets are independent of each other.
#[derive(Description)]
pub struct RegionSet(pub(crate) facts::RegionSet);

#[direct_object(use_type_description)]
impl RegionSet {
    /// Id, such as `vng-platform`.
    fn id(&self) -> ID {
        ID(self.0.id.to_string())
    }

    /// Title.
    fn title(
        &self,
        #[graphql(desc = "The language of the title.", default_with = "Language::Dutch")] language: Language,
    ) -> &str {
        language.choose(&self.0.title_nl, &self.0.title_en)
    }

    /// True when its regions or their members are assumed, to be corrected.
    fn provisional(&self) -> bool {
        self.0.provisional
    }

    /// Its regions, by code.
    fn regions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date whose members are meant; today when absent.")] as_of: Option<
            Date,
        >,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Vec<Region>> {
        Region::of_set(&view(ctx, as_of, known_at)?, &self.0.id)
    }
}

/// A region on a date.
#[derive(Description)]
pub struct Region {
    pub(crate) view: Arc<View>,
    pub(crate) place: usize,
}

impl Region {
    /// The regions of a set, by code.
    pub(crate) fn of_set(view: &Arc<View>, set: &str) -> Result<Vec<Self>> {
        let all: Vec<usize> = (0..view.regions().len()).collect();
        let mut places = region_places(view, &all, Some(set))?;
        places.sort_by(|a, b| view.regions()[*a].id.code.cmp(&view.regions()[*b].id.code));
        Ok(places
            .into_iter()
            .map(|place| Self {
                view: Arc::clone(view),
                place,
            })
            .collect())
    }

    fn state(&self) -> &RegionState {
        &self.view.regions()[self.place]
    }

    fn fact(&self) -> &facts::Region {
        &self.view.index().facts().regions[self.state().region]
    }
}

/// Those of the places that are regions of the set; an error for a set that
/// does not exist.
pub(crate) fn region_places(
    view: &View,
    places: &[usize],
    set: Option<&str>,
) -> Result<Vec<usize>> {
    let Some(set) = set else {
        return Ok(places.to_vec());
    };
    if !view.has_region_set(set) {
        return Err(FilterError::UnknownRegionSet(set.to_owned()).into());
    }
    Ok(places
        .iter()
        .copied()
        .filter(|place| *view.regions()[*place].id.set == *set)
        .collect())
}

#[direct_object(use_type_description)]
impl Region {
    /// Id of its set.
    fn set(&self) -> ID {
        ID(self.state().id.set.to_string())
    }

    /// Code within the set.
    fn code(&self) -> ID {
        ID(self.state().id.code.to_string())
    }

    /// Name.
    fn name(&self) -> &str {
        &self.fact().name
    }

    /// Its municipalities on the date, by name.
    fn municipalities(&self, ctx: &Context<'_>) -> Result<Vec<Municipality>> {
        go_on(ctx)?;
        let members = self.view.in_name_order(&self.state().members);
        Ok(Municipality::all(&self.view, members))
    }

    /// The outline of its municipalities, without the borders between them, as
    /// a GeoJSON Polygon or `MultiPolygon`.
    fn geometry(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "How finely the outline is drawn.",
            default_with = "Detail::National"
        )]
        detail: Detail,
        #[graphql(desc = "The coordinate reference system.", default_with = "Crs::Crs84")] crs: Crs,
    ) -> Result<GeoJson> {
        go_on(ctx)?;
        let outline = self.view.outline(self.place, detail.into(), crs.into());
        let outline = outline.ok_or("no boundaries are loaded")?;
        grow(ctx, outline.len())?;
        Ok(GeoJson::Kept(outline.into()))
    }

    /// The smallest box around its municipalities.
    fn bounding_box(&self) -> Result<BoundingBox> {
        let bounds = self.view.region_box(self.place);
        bounds
            .map(Into::into)
            .ok_or_else(|| FilterError::UnknownRegion(self.state().id.clone()).into())
    }

    /// Totals over its municipalities.
    fn coverage(&self, ctx: &Context<'_>) -> Result<Coverage> {
        go_on(ctx)?;
        let totals = self.view.region_coverage(self.place);
        let totals = totals.ok_or_else(|| FilterError::UnknownRegion(self.state().id.clone()))?;
        Ok(Coverage::new(&self.view, totals.clone()))
    }

    /// The policy documents in force or without a date that cover several of its
    /// municipalities, those that cover most first.
    fn documents(
        &self,
        #[graphql(
            desc = "How many of its municipalities a document covers at least.",
            default_with = "Some(2)"
        )]
        at_least: Option<i32>,
    ) -> Result<Vec<PolicyDocument>> {
        let least = rows("atLeast", at_least.unwrap_or(2), 1000)?;
        let places = self.view.shared_documents(&self.state().members, least);
        Ok(places
            .into_iter()
            .map(|place| PolicyDocument {
                view: Arc::clone(&self.view),
                place,
            })
            .collect())
    }

    /// What happened in its municipalities up to the date, the last first. What
    /// one record tells of several of them is one event; those that have ended
    /// are not among them.
    fn history(
        &self,
        #[graphql(desc = "How many at most.", default_with = "Some(20)")] first: Option<i32>,
    ) -> Result<Vec<HistoryEvent>> {
        let most = rows("first", first.unwrap_or(20), 1000)?;
        let members = &self.state().members;
        Ok(HistoryEvent::of_several(&self.view, members, most))
    }

    /// The building blocks that its municipalities miss most: absent or
    /// unknown, then in preparation.
    fn weakest_blocks(
        &self,
        #[graphql(desc = "How many at most.", default_with = "Some(5)")] first: Option<i32>,
    ) -> Result<Vec<BlockCoverage>> {
        let Some(rubric) = self.view.rubric() else {
            return Ok(Vec::new());
        };
        let weakest = self.view.weakest_blocks(&self.state().members);
        Ok(weakest
            .into_iter()
            .take(rows("first", first.unwrap_or(5), 1000)?)
            .map(|(place, counts)| BlockCoverage {
                block: BuildingBlock {
                    rubric: Arc::clone(rubric),
                    place,
                },
                counts: VerdictCount::list(counts),
            })
            .collect())
    }
}

/// How many municipalities give each answer for a building block.
#[derive(SimpleObject, DirectObject)]
pub struct BlockCoverage {
    /// The building block.
    block: BuildingBlock,
    /// For each answer.
    counts: Vec<VerdictCount>,
}
