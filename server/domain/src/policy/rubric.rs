//! The rubric by which policy is judged: themes and building blocks. Rubrics
//! are data with versions.

use std::sync::Arc;

use jiff::civil::Date;

use crate::vocabulary::{Dimension, Level};

/// The block that a policy document in force makes present (rule 4).
pub const ADOPTED_POLICY: &str = "adopted-policy";
/// The block that a regional policy document in force makes present (rule 4).
pub const REGIONAL_PLAN: &str = "regional-plan";
/// The block that follows from the arrangements in force (rule 4).
pub const CARE_COORDINATION: &str = "care-coordination";

/// A group of building blocks within one dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Id, such as `signals`.
    pub id: Arc<str>,
    /// The dimension to which it belongs.
    pub dimension: Dimension,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: String,
    /// Where a municipality finds guidance.
    pub guidance_url: String,
}

/// One thing that a municipality has or has not.
#[derive(Debug, Clone, PartialEq)]
pub struct BuildingBlock {
    /// Id, such as `focal-point`.
    pub id: Arc<str>,
    /// Position of its theme in [`Rubric::themes`].
    pub theme: usize,
    /// Basic or advanced.
    pub level: Level,
    /// How much it counts; above 0.
    pub weight: f64,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: String,
    /// The public source that states it.
    pub source_url: String,
    /// Ids of the blocks of the version before by which it goes: the weakest of
    /// their verdicts holds where none was recorded for the block itself.
    pub from: Vec<Arc<str>>,
}

/// A version of the rubric.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubric {
    /// Id, such as `kader-voorlopig-1`.
    pub id: Arc<str>,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: String,
    /// Whether the assignment of blocks is this project's own.
    pub provisional: bool,
    /// The first date on which it is in force.
    pub valid_from: Date,
    /// In the order in which they are shown.
    pub themes: Vec<Theme>,
    /// In the order in which they are shown.
    pub blocks: Vec<BuildingBlock>,
}

/// The place of the rubric in force among all, by date: the latest that holds
/// on the date, or the first before any does.
#[must_use]
pub fn in_force(rubrics: &[Arc<Rubric>], date: Date) -> Option<usize> {
    let latest = rubrics.iter().rposition(|rubric| rubric.valid_from <= date);
    latest.or((!rubrics.is_empty()).then_some(0))
}

impl Rubric {
    /// Position of the block with this id in [`Rubric::blocks`].
    #[must_use]
    pub fn find_block(&self, id: &str) -> Option<usize> {
        self.blocks.iter().position(|block| &*block.id == id)
    }

    /// Position of the theme with this id in [`Rubric::themes`].
    #[must_use]
    pub fn find_theme(&self, id: &str) -> Option<usize> {
        self.themes.iter().position(|theme| &*theme.id == id)
    }

    /// The dimension of the block at this position.
    #[must_use]
    pub fn dimension(&self, block: &BuildingBlock) -> Dimension {
        self.themes[block.theme].dimension
    }
}
