//! What is known of one municipality on one date.

use std::sync::Arc;

use jiff::civil::Date;

use super::index::Index;
use domain::care::arrangement::best_status;
use domain::dates::Period;
use domain::facts::PopulationFigure;
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::policy::completeness::{self, Completeness};
use domain::policy::rubric::Rubric;
use domain::vocabulary::{CoordinationStatus, PolicyClass, Verdict};

/// On what a verdict rests; the places are those of the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerdictBasis {
    /// Nothing is known.
    Nothing,
    /// Somebody recorded it.
    Record(usize),
    /// It follows from a policy document.
    Document(usize),
    /// It follows from an arrangement.
    Arrangement(usize),
}

/// The answer for one building block of one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockState {
    /// The answer.
    pub verdict: Verdict,
    /// On what it rests.
    pub basis: VerdictBasis,
    /// The predecessors from which it was carried over; empty when it is the
    /// municipality's own.
    pub inherited_from: Arc<[MunicipalityCode]>,
}

impl BlockState {
    /// Whether it was carried over from predecessors.
    #[must_use]
    pub fn inherited(&self) -> bool {
        !self.inherited_from.is_empty()
    }
}

/// An arrangement in force for a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrangementInForce {
    /// Its place in the facts.
    pub arrangement: usize,
    /// The predecessors through which it covers the municipality; empty when
    /// it names the municipality itself.
    pub via: Vec<MunicipalityCode>,
}

/// Care coordination in a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordination {
    /// The best status of the arrangements in force.
    pub status: CoordinationStatus,
    /// The arrangements in force, best first.
    pub arrangements: Vec<ArrangementInForce>,
    /// The date from which the best status holds.
    pub since: Option<Date>,
    /// The predecessors that the arrangements name, when none names the
    /// municipality itself.
    pub inherited_from: Vec<MunicipalityCode>,
}

impl Coordination {
    /// Whether all of it was carried over from predecessors.
    #[must_use]
    pub fn inherited(&self) -> bool {
        !self.inherited_from.is_empty()
    }
}

/// Policy of a municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// For each block of the rubric, in its order.
    pub blocks: Box<[BlockState]>,
    /// Over all blocks.
    pub completeness: Completeness,
    /// In the order of `Dimension::ALL`.
    pub dimensions: [Completeness; 3],
    /// The class.
    pub class: PolicyClass,
    /// The date of the latest verdict that somebody recorded; what follows
    /// from documents and arrangements is no assessment.
    pub last_assessed: Option<Date>,
    /// The number of blocks with a verdict of that date.
    pub assessed_blocks: usize,
}

impl Policy {
    /// Whether any verdict was carried over from predecessors.
    #[must_use]
    pub fn inherited(&self) -> bool {
        self.blocks.iter().any(BlockState::inherited)
    }
}

/// What is known of one municipality on the date.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityState {
    /// From when to when it existed in this shape.
    pub shape: Period,
    /// Inhabitants, when known.
    pub population: Option<PopulationFigure>,
    /// Care coordination.
    pub coordination: Coordination,
    /// Policy.
    pub policy: Policy,
    /// Places of the policy documents that cover it and are known: in force, or
    /// listed without a date.
    pub documents: Vec<usize>,
    /// Places in [`View::regions`] of the regions in which it lies.
    pub regions: Vec<usize>,
}

impl MunicipalityState {
    /// The number of inhabitants, 0 when it is not known.
    #[must_use]
    pub fn inhabitants(&self) -> u32 {
        self.population
            .as_ref()
            .map_or(0, |figure| figure.inhabitants)
    }
}

/// A region and its members on the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionState {
    /// Set and code.
    pub id: RegionRef,
    /// Its place in the facts.
    pub region: usize,
    /// Positions of its municipalities, ascending.
    pub members: Vec<usize>,
}

/// Care coordination by the arrangements in force.
pub(crate) fn coordination(
    index: &Index,
    mut arrangements: Vec<ArrangementInForce>,
    is_confirmed: bool,
) -> Coordination {
    let fact = |in_force: &ArrangementInForce| &index.arrangement(in_force.arrangement).fact;
    arrangements.sort_by(|a, b| {
        let (a, b) = (fact(a), fact(b));
        b.status
            .cmp(&a.status)
            .then(a.age_from.cmp(&b.age_from))
            .then(a.id.cmp(&b.id))
    });
    let status = best_status(arrangements.iter().map(|in_force| fact(in_force).status));
    let best = arrangements
        .iter()
        .map(fact)
        .filter(|arrangement| arrangement.status == status);
    let since = best.map(|arrangement| arrangement.period.from).min();
    let mut inherited_from = Vec::new();
    if !is_confirmed && arrangements.iter().all(|in_force| !in_force.via.is_empty()) {
        inherited_from = arrangements
            .iter()
            .flat_map(|in_force| in_force.via.iter().copied())
            .collect();
        inherited_from.sort_unstable();
        inherited_from.dedup();
    }
    Coordination {
        status,
        arrangements,
        since,
        inherited_from,
    }
}

/// Policy by the state of each block of the rubric.
pub(crate) fn policy(index: &Index, rubric: Option<&Rubric>, blocks: Box<[BlockState]>) -> Policy {
    let Some(rubric) = rubric else {
        return Policy {
            blocks,
            completeness: Completeness::default(),
            dimensions: [Completeness::default(); 3],
            class: PolicyClass::NotAssessed,
            last_assessed: None,
            assessed_blocks: 0,
        };
    };
    let verdicts: Vec<Verdict> = blocks.iter().map(|block| block.verdict).collect();
    let assessed = || {
        let answered = blocks.iter();
        let answered = answered.filter(|block| block.verdict != Verdict::Unknown);
        answered.filter_map(|block| match block.basis {
            VerdictBasis::Record(place) => Some(index.facts().verdicts[place].fact.valid_from),
            _ => None,
        })
    };
    let last_assessed = assessed().max();
    let assessed_blocks = assessed()
        .filter(|date| Some(*date) == last_assessed)
        .count();
    Policy {
        completeness: completeness::completeness(rubric, &verdicts, |_| true),
        dimensions: completeness::by_dimension(rubric, &verdicts),
        class: completeness::class(rubric, &verdicts, |position| {
            matches!(blocks[position].basis, VerdictBasis::Arrangement(_))
        }),
        last_assessed,
        assessed_blocks,
        blocks,
    }
}
