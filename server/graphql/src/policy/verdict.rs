//! Policy of a municipality.

use std::sync::Arc;

use async_graphql::{Description, ID, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::rubric::{BuildingBlock, Rubric, Theme};
use crate::arguments::int;
use crate::enums::Language;
use crate::record::source::Source;
use crate::scalars::{Code, Date};
use atlas::View;
use domain::notes;
use domain::policy::completeness;
use domain::policy::rubric;
use domain::vocabulary::{Dimension, Established, PolicyClass, Verdict};

/// Policy of a municipality on the date.
#[derive(Description)]
pub struct PolicyState {
    pub(crate) view: Arc<View>,
    pub(crate) at: usize,
}

impl PolicyState {
    fn state(&self) -> &atlas::Policy {
        &self.view.municipalities()[self.at].policy
    }

    /// Municipalities exist only beside a rubric.
    fn in_force(&self) -> Result<&Arc<rubric::Rubric>> {
        self.view
            .rubric()
            .ok_or_else(|| "no rubric is loaded".into())
    }
}

#[direct_object(use_type_description)]
impl PolicyState {
    /// The rubric in force on the date.
    fn rubric(&self) -> Result<Rubric> {
        Ok(Rubric(Arc::clone(self.in_force()?)))
    }

    /// The class.
    fn class(&self) -> PolicyClass {
        self.state().class
    }

    /// How complete it is, as an interval.
    fn completeness(&self) -> Completeness {
        self.state().completeness.into()
    }

    /// Completeness in awareness, policy and approach.
    fn dimensions(&self) -> Vec<DimensionScore> {
        DimensionScore::list(&self.state().dimensions)
    }

    /// Completeness in each theme.
    fn themes(&self) -> Result<Vec<ThemeScore>> {
        let rubric = self.in_force()?;
        let verdicts: Vec<Verdict> = self
            .state()
            .blocks
            .iter()
            .map(|block| block.verdict)
            .collect();
        let themes = 0..rubric.themes.len();
        Ok(themes
            .map(|place| ThemeScore {
                theme: Theme {
                    rubric: Arc::clone(rubric),
                    place,
                },
                completeness: completeness::completeness(rubric, &verdicts, |at| {
                    rubric.blocks[at].theme == place
                })
                .into(),
            })
            .collect())
    }

    /// The verdict on each building block, in the order of the rubric.
    fn verdicts(
        &self,
        #[graphql(desc = "Only blocks with one of these verdicts.")] verdict: Option<Vec<Verdict>>,
    ) -> Vec<BlockVerdict> {
        let blocks = self.state().blocks.iter().enumerate();
        blocks
            .filter(|(_, block)| {
                verdict
                    .as_ref()
                    .is_none_or(|wanted| wanted.contains(&block.verdict))
            })
            .map(|(block, _)| BlockVerdict {
                view: Arc::clone(&self.view),
                at: self.at,
                block,
            })
            .collect()
    }

    /// The date of the latest verdict that somebody recorded. What follows from
    /// documents and arrangements is no assessment.
    fn last_assessed(&self) -> Option<Date> {
        self.state().last_assessed.map(Date)
    }

    /// How many building blocks were answered at `lastAssessed`: a few do not date
    /// the whole. 0 when it was never assessed.
    fn assessed_blocks(&self) -> i32 {
        int(self.state().assessed_blocks)
    }

    /// True when a verdict was carried over from predecessors and is not yet
    /// confirmed.
    fn inherited(&self) -> bool {
        self.state().inherited()
    }
}

/// Weighted share of building blocks. `low` counts UNKNOWN as absent, `high`
/// counts it as present; `IN_PREPARATION` counts for half in both.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct Completeness {
    /// At least this share, in 0..1.
    low: f64,
    /// At most this share, in 0..1.
    high: f64,
    /// Number of blocks that are present; over several municipalities the sum.
    present: i32,
    /// Number of blocks in preparation.
    in_preparation: i32,
    /// Number of blocks that are absent.
    absent: i32,
    /// Number of blocks of which nothing is known.
    unknown: i32,
    /// Number of blocks.
    total: i32,
}

impl From<completeness::Completeness> for Completeness {
    fn from(interval: completeness::Completeness) -> Self {
        Self {
            low: interval.low,
            high: interval.high,
            present: int(interval.present),
            in_preparation: int(interval.in_preparation),
            absent: int(interval.absent),
            unknown: int(interval.unknown),
            total: int(interval.total()),
        }
    }
}

/// Completeness in one dimension.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct DimensionScore {
    /// The dimension.
    dimension: Dimension,
    /// Over its building blocks.
    completeness: Completeness,
}

impl DimensionScore {
    pub(crate) fn list(dimensions: &[completeness::Completeness; 3]) -> Vec<Self> {
        let pairs = Dimension::ALL.iter().zip(dimensions);
        pairs
            .map(|(dimension, interval)| Self {
                dimension: *dimension,
                completeness: (*interval).into(),
            })
            .collect()
    }
}

/// Completeness in one theme.
#[derive(SimpleObject, DirectObject)]
pub struct ThemeScore {
    /// The theme.
    theme: Theme,
    /// Over its building blocks.
    completeness: Completeness,
}

/// The verdict on one building block of one municipality.
#[derive(Description)]
pub struct BlockVerdict {
    pub(crate) view: Arc<View>,
    pub(crate) at: usize,
    pub(crate) block: usize,
}

impl BlockVerdict {
    fn state(&self) -> &atlas::BlockState {
        &self.view.municipalities()[self.at].policy.blocks[self.block]
    }
}

#[direct_object(use_type_description)]
impl BlockVerdict {
    /// The building block.
    fn block(&self) -> Result<BuildingBlock> {
        let rubric = self.view.rubric().ok_or("no rubric is loaded")?;
        Ok(BuildingBlock {
            rubric: Arc::clone(rubric),
            place: self.block,
        })
    }

    /// The verdict. Unknown is not absent.
    fn verdict(&self) -> Verdict {
        self.state().verdict
    }

    /// The date from which it holds.
    fn valid_from(&self) -> Option<Date> {
        self.view.basis(self.state()).1.map(Date)
    }

    /// How it is known.
    fn established(&self) -> Established {
        self.view.basis(self.state()).0
    }

    /// Where it was found.
    fn source(&self) -> Option<Source> {
        let (established, _, source) = self.view.basis(self.state());
        source.map(|source| Source::of_verdict(established, source))
    }

    /// A remark: of the public data in the words of this program, of what
    /// somebody recorded as they wrote it.
    fn note(
        &self,
        #[graphql(
            desc = "The language of the words of this program.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Option<&str> {
        let atlas::VerdictBasis::Record(place) = self.state().basis else {
            return None;
        };
        let note = self.view.index().facts().verdicts[place]
            .fact
            .note
            .as_deref();
        note.map(|note| notes::shown(note, language))
    }

    /// Id of the block of an earlier version of the rubric for which it was
    /// recorded; null when it was recorded for this one, or follows from a
    /// document or an arrangement.
    fn recorded_for(&self) -> Option<ID> {
        let atlas::VerdictBasis::Record(place) = self.state().basis else {
            return None;
        };
        let record = &self.view.index().facts().verdicts[place].fact;
        let rubric = self.view.rubric()?;
        (record.rubric != rubric.id).then(|| ID(record.block.to_string()))
    }

    /// True when carried over from predecessors and not yet confirmed.
    fn inherited(&self) -> bool {
        self.state().inherited()
    }

    /// The predecessors among which it was the weakest verdict.
    fn inherited_from(&self) -> Vec<Code> {
        self.state()
            .inherited_from
            .iter()
            .copied()
            .map(Code)
            .collect()
    }
}
