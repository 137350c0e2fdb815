//! Versions of the rubric.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result};

use crate::arguments::{BadArgument, atlas};
use crate::change::{read_back, tell, unknown, writer};
use crate::permissions;
use crate::policy::rubric::Rubric;
use crate::scalars::Date;
use actions::{Outcome, Writer};
use domain::policy::rubric;
use domain::vocabulary::{Dimension, Level};

#[derive(Default)]
pub struct RubricMutation;

#[Object]
impl RubricMutation {
    /// Records another version of the rubric, in force from a date later than
    /// that of the last one; before that date the last one is read as before.
    /// What was recorded on a block of the last version is read for the blocks
    /// that go by it, until something is recorded on them. ADMIN.
    async fn record_rubric(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The version.")] input: RubricInput,
    ) -> Result<Rubric> {
        let id = input.id.clone();
        let outcome = input.record(ctx, writer(ctx)?).await?;
        read_back(ctx).await?;
        tell(ctx, outcome.notices)?;
        let atlas = atlas(ctx)?;
        let mut rubrics = atlas.index().facts().rubrics.iter();
        let made = rubrics.find(|rubric| *rubric.id == *id).cloned();
        Ok(Rubric(made.ok_or_else(|| unknown("rubric", &id))?))
    }
}

/// A version of the rubric.
#[derive(Debug, InputObject)]
pub struct RubricInput {
    /// Id: small letters, digits and hyphens; never used before.
    id: ID,
    /// Title in Dutch.
    title_nl: String,
    /// Title in English.
    title_en: String,
    /// Whether it is still to be replaced by an authorised one.
    #[graphql(default)]
    provisional: bool,
    /// The first date on which it is in force.
    valid_from: Date,
    /// The themes, in the order in which they are shown.
    themes: Vec<ThemeInput>,
    /// The building blocks, in the order in which they are shown, 1 to 200.
    blocks: Vec<BlockInput>,
}

/// A group of building blocks.
#[derive(Debug, InputObject)]
pub struct ThemeInput {
    /// Id: small letters, digits and hyphens.
    id: ID,
    /// The dimension to which it belongs.
    dimension: Dimension,
    /// Title in Dutch.
    title_nl: String,
    /// Title in English.
    title_en: String,
    /// Where a municipality finds guidance.
    guidance_url: String,
}

/// One thing that a municipality has or has not.
#[derive(Debug, InputObject)]
pub struct BlockInput {
    /// Id: small letters, digits and hyphens.
    id: ID,
    /// Id of its theme.
    theme: ID,
    /// Basic or advanced.
    level: Level,
    /// How much it counts; above 0, at most 100.
    #[graphql(default = 1.0)]
    weight: f64,
    /// Title in Dutch.
    title_nl: String,
    /// Title in English.
    title_en: String,
    /// The public source that states it.
    source_url: String,
    /// The blocks of the version before by which it goes: the weakest of their
    /// verdicts holds. The block of the same id when absent; none when empty.
    from: Option<Vec<ID>>,
}

impl RubricInput {
    /// The first date on which it is in force.
    pub(crate) fn from(&self) -> jiff::civil::Date {
        self.valid_from.0
    }

    /// Records it, when who asks may.
    pub(crate) async fn record(self, ctx: &Context<'_>, writer: Writer<'_>) -> Result<Outcome> {
        permissions::admin(ctx)?;
        let atlas = atlas(ctx)?;
        let before = atlas.index().facts().rubrics.last().cloned();
        let rubric = self.into_rubric(before.as_deref())?;
        Ok(actions::record_rubric(&writer, &rubric).await?)
    }

    fn into_rubric(self, before: Option<&rubric::Rubric>) -> Result<rubric::Rubric, BadArgument> {
        let theme = |theme: ThemeInput| rubric::Theme {
            id: theme.id.as_str().into(),
            dimension: theme.dimension,
            title_nl: theme.title_nl,
            title_en: theme.title_en,
            guidance_url: theme.guidance_url,
        };
        let themes: Vec<rubric::Theme> = self.themes.into_iter().map(theme).collect();
        let blocks = self.blocks.into_iter();
        let blocks = blocks.map(|block| block.into_block(&themes, before));
        Ok(rubric::Rubric {
            id: self.id.as_str().into(),
            title_nl: self.title_nl,
            title_en: self.title_en,
            provisional: self.provisional,
            valid_from: self.valid_from.0,
            blocks: blocks.collect::<Result<_, _>>()?,
            themes,
        })
    }
}

impl BlockInput {
    fn into_block(
        self,
        themes: &[rubric::Theme],
        before: Option<&rubric::Rubric>,
    ) -> Result<rubric::BuildingBlock, BadArgument> {
        let theme = themes.iter().position(|theme| *theme.id == *self.theme);
        let from: Vec<Arc<str>> = match self.from {
            Some(from) => from.iter().map(|id| id.as_str().into()).collect(),
            None => before
                .filter(|before| before.find_block(&self.id).is_some())
                .map(|_| self.id.as_str().into())
                .into_iter()
                .collect(),
        };
        Ok(rubric::BuildingBlock {
            theme: theme.ok_or_else(|| unknown("theme", &self.theme))?,
            id: self.id.as_str().into(),
            level: self.level,
            weight: self.weight,
            title_nl: self.title_nl,
            title_en: self.title_en,
            source_url: self.source_url,
            from,
        })
    }
}
