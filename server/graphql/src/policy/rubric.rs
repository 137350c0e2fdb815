//! The rubric by which policy is judged.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use crate::arguments::{BadArgument, int, view};
use crate::enums::Language;
use crate::filter_input::MunicipalityFilter;
use crate::permissions;
use crate::scalars::{Date, DateTime};
use domain::policy::rubric;
use domain::vocabulary::{Dimension, Level, Verdict};

/// A version of the rubric. Rubrics are data: a later one can replace it.
#[derive(Description)]
pub struct Rubric(pub(crate) Arc<rubric::Rubric>);

#[direct_object(use_type_description)]
impl Rubric {
    /// Id.
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

    /// True when the assignment of building blocks is this project's own, to
    /// be replaced.
    fn provisional(&self) -> bool {
        self.0.provisional
    }

    /// The first date on which it is in force.
    fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }

    /// The themes, in their order.
    fn themes(&self) -> Vec<Theme> {
        (0..self.0.themes.len())
            .map(|place| Theme {
                rubric: Arc::clone(&self.0),
                place,
            })
            .collect()
    }

    /// The building blocks, in their order.
    fn blocks(
        &self,
        #[graphql(desc = "Only those of this level.")] level: Option<Level>,
        #[graphql(desc = "Only those of the theme with this id.")] theme: Option<ID>,
    ) -> Result<Vec<BuildingBlock>> {
        let theme = theme
            .map(|id| {
                self.0
                    .find_theme(&id)
                    .ok_or_else(|| BadArgument::UnknownId {
                        kind: "theme",
                        id: id.to_string(),
                    })
            })
            .transpose()?;
        let chosen = |place: &usize| {
            let block = &self.0.blocks[*place];
            level.is_none_or(|level| block.level == level)
                && theme.is_none_or(|theme| block.theme == theme)
        };
        let places = (0..self.0.blocks.len()).filter(chosen);
        Ok(places
            .map(|place| BuildingBlock {
                rubric: Arc::clone(&self.0),
                place,
            })
            .collect())
    }
}

/// A group of building blocks.
#[derive(Description)]
pub struct Theme {
    pub(crate) rubric: Arc<rubric::Rubric>,
    pub(crate) place: usize,
}

impl Theme {
    fn fact(&self) -> &rubric::Theme {
        &self.rubric.themes[self.place]
    }
}

#[direct_object(use_type_description)]
impl Theme {
    /// Id.
    fn id(&self) -> ID {
        ID(self.fact().id.to_string())
    }

    /// The dimension to which it belongs.
    fn dimension(&self) -> Dimension {
        self.fact().dimension
    }

    /// Title.
    fn title(
        &self,
        #[graphql(desc = "The language of the title.", default_with = "Language::Dutch")] language: Language,
    ) -> &str {
        language.choose(&self.fact().title_nl, &self.fact().title_en)
    }

    /// Where a municipality finds guidance.
    fn guidance_url(&self) -> &str {
        &self.fact().guidance_url
    }
}

/// One thing that a municipality has or has not.
#[derive(Description)]
pub struct BuildingBlock {
    pub(crate) rubric: Arc<rubric::Rubric>,
    pub(crate) place: usize,
}

impl BuildingBlock {
    fn fact(&self) -> &rubric::BuildingBlock {
        &self.rubric.blocks[self.place]
    }
}

#[direct_object(use_type_description)]
impl BuildingBlock {
    /// Id.
    fn id(&self) -> ID {
        ID(self.fact().id.to_string())
    }

    /// The theme to which it belongs.
    fn theme(&self) -> Theme {
        Theme {
            rubric: Arc::clone(&self.rubric),
            place: self.fact().theme,
        }
    }

    /// Basic or advanced.
    fn level(&self) -> Level {
        self.fact().level
    }

    /// How much it counts in completeness.
    fn weight(&self) -> f64 {
        self.fact().weight
    }

    /// Title.
    fn title(
        &self,
        #[graphql(desc = "The language of the title.", default_with = "Language::Dutch")] language: Language,
    ) -> &str {
        language.choose(&self.fact().title_nl, &self.fact().title_en)
    }

    /// Ids of the blocks of the version before by which it goes: the weakest of
    /// their verdicts holds where none was recorded for the block itself.
    fn from(&self) -> Vec<ID> {
        let from = self.fact().from.iter();
        from.map(|id| ID(id.to_string())).collect()
    }

    /// The public source that states it.
    fn source_url(&self) -> &str {
        &self.fact().source_url
    }

    /// Where a municipality finds guidance.
    fn guidance_url(&self) -> &str {
        &self.rubric.themes[self.fact().theme].guidance_url
    }

    /// How many municipalities give each answer on the date.
    fn distribution(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Which municipalities count; all when absent.", name = "where")]
        filter: Option<MunicipalityFilter>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Vec<VerdictCount>> {
        let view = view(ctx, as_of, known_at)?;
        let filter = permissions::filter(ctx, filter)?;
        let positions = view.positions(filter.as_ref())?;
        Ok(VerdictCount::list(view.distribution(
            &self.rubric,
            self.place,
            &positions,
        )))
    }
}

/// How many municipalities give an answer.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct VerdictCount {
    /// The answer.
    verdict: Verdict,
    /// The number of municipalities.
    count: i32,
}

impl VerdictCount {
    pub(crate) fn list(counts: [u32; 4]) -> Vec<Self> {
        Verdict::ALL
            .iter()
            .zip(counts)
            .map(|(verdict, count)| Self {
                verdict: *verdict,
                count: int(count),
            })
            .collect()
    }
}
