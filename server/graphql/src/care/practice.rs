//! What stands in the way, and what works.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, InputObject, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::int;
use crate::enums::Language;
use crate::filter_input::RegionRef;
use crate::permissions;
use crate::places::municipality::Municipality;
use crate::places::region::Region;
use crate::policy::rubric::BuildingBlock;
use crate::record::source::Source;
use crate::scalars::Date;
use actions::ActionError;
use atlas::{BottleneckCondition, View};
use domain::care::practice;
use domain::people::permissions::Forbidden;
use domain::vocabulary::BottleneckCategory;

/// Which bottlenecks. All conditions that are given must hold.
#[derive(Debug, Clone, Default, InputObject)]
pub struct BottleneckFilter {
    /// The category is one of these: `privacy`,
    /// `sight-on-criminal-exploitation`, `experts-by-experience`,
    /// `regiobinding`, `capacity`, `financing`, `shelter`, `knowledge`,
    /// `priority`.
    pub category: Option<Vec<String>>,
    /// It is of this region, or of a municipality in it; the latter only for
    /// those who may know of which municipality it is.
    pub region: Option<RegionRef>,
    /// Whether it is open today.
    pub open: Option<bool>,
}

impl BottleneckFilter {
    /// The condition that this stands for.
    pub(crate) fn into_condition(self) -> Result<BottleneckCondition, ActionError> {
        let words = |words: Vec<String>| words.iter().map(|word| category(word)).collect();
        Ok(BottleneckCondition {
            category: self.category.map(words).transpose()?,
            region: self.region.map(Into::into),
            open: self.open,
        })
    }
}

/// The category that a word names.
pub(crate) fn category(word: &str) -> Result<BottleneckCategory, ActionError> {
    word.parse()
        .map_err(|error| ActionError::refused("category", error))
}

/// Something that stands in the way (knelpunt), in a region or a municipality.
/// The public reads the category, the dates and the region, and not the words
/// or the municipality.
#[derive(Description)]
pub struct Bottleneck {
    pub(crate) view: Arc<View>,
    pub(crate) place: usize,
}

impl Bottleneck {
    fn fact(&self) -> &practice::Bottleneck {
        &self.view.index().facts().bottlenecks[self.place].fact
    }

    fn at(&self) -> Option<usize> {
        self.view.find_now(self.fact().municipality?)
    }

    /// Whether who asks may read all of it.
    pub(crate) fn is_readable(&self, ctx: &Context<'_>) -> bool {
        let region = self.fact().region.as_ref();
        let at = self.at();
        permissions::staff(ctx).is_ok()
            || region.is_some_and(|region| permissions::reads_region(ctx, region))
            || at.is_some_and(|at| permissions::reads(ctx, &self.view, at))
    }

    fn check(&self, ctx: &Context<'_>) -> Result<()> {
        if self.is_readable(ctx) {
            Ok(())
        } else {
            Err(Forbidden::Internal.into())
        }
    }
}

#[direct_object(use_type_description)]
impl Bottleneck {
    /// Id, kept when the bottleneck is corrected or resolved.
    fn id(&self) -> ID {
        ID(self.fact().id.to_string())
    }

    /// What it is about, as in `BottleneckFilter.category`.
    fn category(&self) -> &'static str {
        self.fact().category.code()
    }

    /// The category in words.
    fn category_title(
        &self,
        #[graphql(desc = "The language.", default_with = "Language::Dutch")] language: Language,
    ) -> &'static str {
        language.bottleneck(self.fact().category)
    }

    /// What it is. Internal: PLATFORM for its own regions, OUTREACH, ADMIN.
    fn text(&self, ctx: &Context<'_>) -> Result<&str> {
        self.check(ctx)?;
        Ok(&self.fact().text)
    }

    /// The region; absent when it is of a municipality.
    fn region(&self) -> Option<Region> {
        let place = self.view.find_region(self.fact().region.as_ref()?)?;
        Some(Region {
            view: Arc::clone(&self.view),
            place,
        })
    }

    /// The municipality, or the one that it went into; absent when it is of a
    /// region. Internal: PLATFORM for its own regions, OUTREACH, ADMIN.
    fn municipality(&self, ctx: &Context<'_>) -> Result<Option<Municipality>> {
        self.check(ctx)?;
        Ok(self.at().map(|at| Municipality {
            view: Arc::clone(&self.view),
            at,
        }))
    }

    /// When it was raised.
    fn raised(&self) -> Date {
        Date(self.fact().raised)
    }

    /// When it was resolved; open when absent.
    fn resolved(&self) -> Option<Date> {
        self.fact().resolved.map(Date)
    }

    /// To whom it was taken when those concerned could not resolve it, such as
    /// the Strategisch Overleg Mensenhandel. Internal: PLATFORM for its own
    /// regions, OUTREACH, ADMIN.
    fn escalated_to(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        self.check(ctx)?;
        Ok(self.fact().escalated_to.as_deref())
    }
}

/// How often something stands in the way.
#[derive(Debug, Description)]
pub struct BottleneckCount {
    category: BottleneckCategory,
    open: i32,
    resolved: i32,
    escalated: i32,
}

#[direct_object(use_type_description)]
impl BottleneckCount {
    /// What it is about, as in `BottleneckFilter.category`.
    fn category(&self) -> &'static str {
        self.category.code()
    }

    /// How many are open.
    fn open(&self) -> i32 {
        self.open
    }

    /// How many were resolved.
    fn resolved(&self) -> i32 {
        self.resolved
    }

    /// How many of the open ones were escalated.
    fn escalated(&self) -> i32 {
        self.escalated
    }

    /// The category in words.
    fn title(
        &self,
        #[graphql(desc = "The language.", default_with = "Language::Dutch")] language: Language,
    ) -> &'static str {
        language.bottleneck(self.category)
    }
}

impl BottleneckCount {
    /// For each category, over the bottlenecks at these places.
    pub(crate) fn list(view: &View, places: &[usize]) -> Vec<Self> {
        let categories = BottleneckCategory::ALL.iter();
        categories
            .map(|category| {
                let of_one = places
                    .iter()
                    .map(|place| &view.index().facts().bottlenecks[*place].fact)
                    .filter(|bottleneck| bottleneck.category == *category);
                let (open, resolved): (Vec<_>, Vec<_>) =
                    of_one.partition(|bottleneck| bottleneck.is_open(view.as_of().date()));
                let escalated = open.iter().filter(|one| one.escalated_to.is_some());
                Self {
                    category: *category,
                    escalated: int(escalated.count()),
                    open: int(open.len()),
                    resolved: int(resolved.len()),
                }
            })
            .collect()
    }
}

/// Something that works, for others to follow.
#[derive(Description)]
pub struct GoodPractice {
    pub(crate) view: Arc<View>,
    pub(crate) place: usize,
}

impl GoodPractice {
    fn fact(&self) -> &practice::GoodPractice {
        &self.view.index().facts().good_practices[self.place].fact
    }
}

#[direct_object(use_type_description)]
impl GoodPractice {
    /// Id, kept when it is corrected.
    fn id(&self) -> ID {
        ID(self.fact().id.to_string())
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.fact().title
    }

    /// What it is.
    fn text(&self) -> &str {
        &self.fact().text
    }

    /// The building block that it helps to put in place, of the rubric in force
    /// today or else of the last one that has it.
    fn block(&self) -> Option<BuildingBlock> {
        let id = self.fact().block.as_deref()?;
        let rubrics = self.view.index().facts().rubrics.iter().rev();
        let mut rubrics = self.view.rubric().into_iter().chain(rubrics);
        rubrics.find_map(|rubric| {
            Some(BuildingBlock {
                rubric: Arc::clone(rubric),
                place: rubric.find_block(id)?,
            })
        })
    }

    /// The region where it works.
    fn region(&self) -> Option<Region> {
        let place = self.view.find_region(self.fact().region.as_ref()?)?;
        Some(Region {
            view: Arc::clone(&self.view),
            place,
        })
    }

    /// The municipality where it works, or the one that it went into.
    fn municipality(&self) -> Option<Municipality> {
        let at = self.view.find_now(self.fact().municipality?)?;
        Some(Municipality {
            view: Arc::clone(&self.view),
            at,
        })
    }

    /// Where to read more.
    fn source(&self) -> Source {
        Source::found(&self.fact().source)
    }
}
