//! Which verdict holds for each building block of a municipality: one that was
//! recorded, else one that follows from documents and arrangements (rule 4),
//! else what a new municipality inherits (rule 7).

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use super::index::Index;
use super::reach::covered;
use super::state::{ArrangementInForce, BlockState, VerdictBasis};
use domain::care::arrangement::care_coordination_verdict;
use domain::dates::AsOf;
use domain::places::code::MunicipalityCode;
use domain::policy::completeness::{strength, weaker};
use domain::policy::rubric::{BuildingBlock, CARE_COORDINATION, Rubric};
use domain::vocabulary::{CoordinationStatus, Verdict};

/// Resolves verdicts on one date, as known at one instant.
pub(crate) struct Resolver<'a> {
    index: &'a Index,
    as_of: AsOf,
    rubric: Option<(usize, &'a Rubric)>,
    in_force: HashMap<MunicipalityCode, Vec<ArrangementInForce>>,
    documents: HashMap<MunicipalityCode, Vec<CoveringDocument>>,
    resolved: HashMap<MunicipalityCode, Arc<[BlockState]>>,
}

#[derive(Clone, Copy)]
struct CoveringDocument {
    document: usize,
    /// Whether it names the municipality itself and not a predecessor.
    own: bool,
    /// Whether it is in force on the date.
    in_force: bool,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(index: &'a Index, as_of: AsOf) -> Self {
        let mut in_force: HashMap<_, Vec<ArrangementInForce>> = HashMap::new();
        for (place, recorded) in index.facts().arrangements.iter().enumerate() {
            if recorded.known_at(as_of.known_at()) && recorded.fact.period.contains(as_of.date()) {
                for (code, via) in covered(index.arrangement_reach(place)) {
                    in_force.entry(code).or_default().push(ArrangementInForce {
                        arrangement: place,
                        via: via.to_vec(),
                    });
                }
            }
        }
        let mut documents: HashMap<_, Vec<CoveringDocument>> = HashMap::new();
        for (place, recorded) in index.facts().documents.iter().enumerate() {
            let document = &recorded.fact;
            let listed = document.period.is_none() || document.in_force(as_of.date());
            if recorded.known_at(as_of.known_at()) && listed {
                for (code, via) in covered(index.document_reach(place)) {
                    documents.entry(code).or_default().push(CoveringDocument {
                        document: place,
                        own: via.is_empty(),
                        in_force: document.in_force(as_of.date()),
                    });
                }
            }
        }
        let rubric = index
            .find_rubric(as_of.date())
            .map(|(place, rubric)| (place, &**rubric));
        Self {
            index,
            as_of,
            rubric,
            in_force,
            documents,
            resolved: HashMap::new(),
        }
    }

    /// The arrangements in force for a municipality.
    pub(crate) fn in_force(&self, code: MunicipalityCode) -> Vec<ArrangementInForce> {
        self.in_force.get(&code).cloned().unwrap_or_default()
    }

    /// The documents that cover a municipality: in force, or without a date.
    pub(crate) fn documents(&self, code: MunicipalityCode) -> Vec<usize> {
        self.documents
            .get(&code)
            .into_iter()
            .flatten()
            .map(|covering| covering.document)
            .collect()
    }

    /// The state of each block of the rubric, in its order.
    pub(crate) fn resolve(&mut self, code: MunicipalityCode) -> Box<[BlockState]> {
        (*self.states(code)).into()
    }

    fn states(&mut self, code: MunicipalityCode) -> Arc<[BlockState]> {
        if let Some(states) = self.resolved.get(&code) {
            return Arc::clone(states);
        }
        let Some((place, rubric)) = self.rubric else {
            return Arc::new([]);
        };
        let mut states = self.recorded(code, place);
        for (block, verdict, basis) in self.derived(code, rubric) {
            states[block].get_or_insert_with(|| own(verdict, basis));
        }
        let origins = self.index.lineage().origins(code);
        // Lives are ordered in time, so this ends.
        let inherited: Vec<Arc<[BlockState]>> =
            origins.iter().map(|origin| self.states(*origin)).collect();
        // What was confirmed is as good as its own.
        let origins: Arc<[MunicipalityCode]> = if self.index.is_confirmed(code, self.as_of) {
            Arc::new([])
        } else {
            origins.into()
        };
        let states: Arc<[BlockState]> = states
            .into_iter()
            .enumerate()
            .map(|(block, state)| {
                state.unwrap_or_else(|| {
                    weakest(&origins, inherited.iter().map(|states| &states[block]))
                })
            })
            .collect();
        self.resolved.insert(code, Arc::clone(&states));
        states
    }

    /// What somebody recorded of the municipality itself: for each block of the
    /// rubric the latest verdict that holds by the date, or else what it has
    /// from blocks of the version before.
    fn recorded(&self, code: MunicipalityCode, rubric: usize) -> Vec<Option<BlockState>> {
        let rubrics = &self.index.facts().rubrics;
        let latest = self.index.latest_verdicts(code, rubric, self.as_of);
        let latest = latest.iter().map(|record| {
            record.map(|record| {
                let verdict = self.index.facts().verdicts[record].fact.verdict;
                own(verdict, VerdictBasis::Record(record))
            })
        });
        let mut states: Vec<Option<BlockState>> = latest.collect();
        if let Some(before) = rubric.checked_sub(1) {
            self.carry_over(
                code,
                (&rubrics[before], before),
                &rubrics[rubric],
                &mut states,
            );
        }
        states
    }

    /// Fills what is open by the blocks of the version before: the weakest of
    /// their verdicts, when any of them has one.
    fn carry_over(
        &self,
        code: MunicipalityCode,
        (before, place): (&Rubric, usize),
        rubric: &Rubric,
        states: &mut [Option<BlockState>],
    ) {
        let goes_by = |(_, block): &(usize, &BuildingBlock)| !block.from.is_empty();
        let blocks = rubric.blocks.iter().enumerate().filter(goes_by);
        let open: Vec<_> = blocks.filter(|(at, _)| states[*at].is_none()).collect();
        if open.is_empty() {
            return;
        }
        let earlier = self.recorded(code, place);
        for (at, block) in open {
            let origins = block.from.iter().filter_map(|id| before.find_block(id));
            let origins: Vec<_> = origins.map(|origin| earlier[origin].clone()).collect();
            if origins.iter().all(Option::is_none) {
                continue;
            }
            let unknown = || own(Verdict::Unknown, VerdictBasis::Nothing);
            let origins = origins
                .into_iter()
                .map(|state| state.unwrap_or_else(unknown));
            // The first of equals; what is on record before what is not.
            states[at] = origins.min_by_key(|state| {
                (
                    strength(state.verdict),
                    state.basis == VerdictBasis::Nothing,
                )
            });
        }
    }

    /// What follows from documents and arrangements that name the municipality
    /// itself, the earliest document first.
    fn derived(
        &self,
        code: MunicipalityCode,
        rubric: &Rubric,
    ) -> Vec<(usize, Verdict, VerdictBasis)> {
        let mut derived = Vec::new();
        let mut documents: Vec<usize> = self
            .documents
            .get(&code)
            .into_iter()
            .flatten()
            .filter(|covering| covering.own && covering.in_force)
            .map(|covering| covering.document)
            .collect();
        documents.sort_by_key(|document| {
            let fact = &self.index.document(*document).fact;
            (fact.period.map(|period| period.from), &fact.id)
        });
        for document in documents {
            for id in self.index.document(document).fact.makes_present() {
                derived.extend(
                    rubric
                        .find_block(id)
                        .map(|block| (block, Verdict::Present, VerdictBasis::Document(document))),
                );
            }
        }
        derived.extend(self.derived_coordination(code, rubric));
        derived
    }

    fn derived_coordination(
        &self,
        code: MunicipalityCode,
        rubric: &Rubric,
    ) -> Option<(usize, Verdict, VerdictBasis)> {
        let fact =
            |in_force: &&ArrangementInForce| &self.index.arrangement(in_force.arrangement).fact;
        let best = self
            .in_force
            .get(&code)?
            .iter()
            .filter(|in_force| in_force.via.is_empty())
            // Of equals the earliest, so that the date is that of the beginning.
            .max_by_key(|in_force| {
                (
                    fact(in_force).status,
                    std::cmp::Reverse(fact(in_force).period.from),
                )
            })?;
        let status = fact(&best).status;
        let block = rubric.find_block(CARE_COORDINATION)?;
        (status != CoordinationStatus::Unknown).then(|| {
            (
                block,
                care_coordination_verdict(status),
                VerdictBasis::Arrangement(best.arrangement),
            )
        })
    }
}

/// From nobody.
static NOBODY: LazyLock<Arc<[MunicipalityCode]>> = LazyLock::new(|| Arc::new([]));

fn own(verdict: Verdict, basis: VerdictBasis) -> BlockState {
    BlockState {
        verdict,
        basis,
        inherited_from: Arc::clone(&NOBODY),
    }
}

/// The weakest state among predecessors, marked as inherited when any of them
/// had something to hand down.
fn weakest<'s>(
    origins: &Arc<[MunicipalityCode]>,
    states: impl Iterator<Item = &'s BlockState> + Clone,
) -> BlockState {
    let known = states
        .clone()
        .any(|state| state.verdict != Verdict::Unknown);
    let Some(verdict) = states
        .clone()
        .map(|state| state.verdict)
        .reduce(weaker)
        .filter(|_| known)
    else {
        return own(Verdict::Unknown, VerdictBasis::Nothing);
    };
    let basis = states
        .filter(|state| strength(state.verdict) == strength(verdict))
        .map(|state| state.basis)
        .find(|basis| *basis != VerdictBasis::Nothing)
        .unwrap_or(VerdictBasis::Nothing);
    BlockState {
        verdict,
        basis,
        inherited_from: Arc::clone(origins),
    }
}
