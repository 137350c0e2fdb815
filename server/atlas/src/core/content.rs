//! What a view holds: worked out from the facts, or from what a view of before
//! held where only verdicts were recorded since.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::edition::EditionModel;
use super::index::Index;
use super::resolve::Resolver;
use super::state::{MunicipalityState, RegionState, coordination, policy};
use crate::policy::totals::Coverage;
use domain::dates::{AsOf, Period};
use domain::facts::Facts;
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::places::lineage::Lineage;
use domain::policy::rubric::Rubric;

/// What holds on a date as known at an instant. The same for every date up to
/// the next on which something begins or ends, and for every instant up to the
/// next change.
#[derive(Debug)]
pub(crate) struct Content {
    pub(super) edition: Option<Arc<EditionModel>>,
    pub(super) rubric: Option<Arc<Rubric>>,
    /// In the order of the codes of the edition.
    pub(super) municipalities: Vec<Arc<MunicipalityState>>,
    /// In the order of the facts.
    pub(super) regions: Arc<[RegionState]>,
    /// Of each region, made when first asked for.
    region_coverage: Vec<OnceLock<Arc<Coverage>>>,
}

impl Content {
    pub(crate) fn new(index: &Index, as_of: AsOf) -> Self {
        let date = as_of.date();
        let edition = index.find_edition(date).map(Arc::clone);
        let rubric = index
            .find_rubric(date)
            .map(|(_, rubric)| Arc::clone(rubric));
        let codes = edition.as_ref().map_or(&[][..], |edition| edition.codes());
        let (regions, regions_of) = regions(index, edition.as_deref(), as_of);
        let mut resolver = Resolver::new(index, as_of);
        let municipalities = codes
            .iter()
            .zip(regions_of)
            .map(|(code, regions)| MunicipalityState {
                shape: index.lineage().find_shape(*code, date).unwrap_or(Period {
                    from: date,
                    to: None,
                }),
                population: index.find_population(*code, date).cloned(),
                coordination: coordination(
                    index,
                    resolver.in_force(*code),
                    index.is_confirmed(*code, as_of),
                ),
                policy: policy(index, rubric.as_deref(), resolver.resolve(*code)),
                documents: resolver.documents(*code),
                regions,
            })
            .map(Arc::new)
            .collect();
        Self {
            edition,
            rubric,
            municipalities,
            region_coverage: regions.iter().map(|_| OnceLock::new()).collect(),
            regions: regions.into(),
        }
    }

    /// What holds once verdicts of some municipalities were recorded or
    /// superseded and nothing else changed. All others are shared with what held
    /// before, on a date between which and this one nothing turned.
    fn after(
        before: &Self,
        changed: &HashSet<MunicipalityCode>,
        index: &Index,
        as_of: AsOf,
    ) -> Self {
        let edition = before.edition.as_ref();
        let codes = edition.map_or(&[][..], |edition| edition.codes());
        let stale: Vec<usize> = (0..codes.len())
            .filter(|position| is_affected(index.lineage(), codes[*position], changed))
            .collect();
        let mut municipalities = before.municipalities.clone();
        let mut resolver = Resolver::new(index, as_of);
        for position in &stale {
            let state = Arc::make_mut(&mut municipalities[*position]);
            let blocks = resolver.resolve(codes[*position]);
            state.policy = policy(index, before.rubric.as_deref(), blocks);
        }
        let mut region_coverage = before.region_coverage.clone();
        for position in stale {
            for region in &municipalities[position].regions {
                region_coverage[*region] = OnceLock::new();
            }
        }
        Self {
            edition: edition.map(Arc::clone),
            rubric: before.rubric.clone(),
            municipalities,
            regions: Arc::clone(&before.regions),
            region_coverage,
        }
    }

    /// The totals over the members of the region at this place.
    pub(super) fn region_coverage(&self, place: usize) -> Option<&Coverage> {
        let kept = self.region_coverage.get(place)?;
        let region = self.regions.get(place)?;
        Some(kept.get_or_init(|| {
            let coverage = Coverage::of(&self.municipalities, &region.members);
            Arc::new(coverage)
        }))
    }
}

/// Whether verdicts of the municipality changed, or of one that it inherits from.
fn is_affected(
    lineage: &Lineage,
    code: MunicipalityCode,
    changed: &HashSet<MunicipalityCode>,
) -> bool {
    // Lives are ordered in time, so this ends.
    let mut origins = lineage.origins(code).iter();
    changed.contains(&code) || origins.any(|origin| is_affected(lineage, *origin, changed))
}

/// Whose verdicts were recorded or superseded since earlier facts. Nothing where
/// anything else changed that [`Content`] rests on, or where it cannot be told.
fn changed_verdicts(facts: &Facts, earlier: &Facts) -> Option<HashSet<MunicipalityCode>> {
    macro_rules! same {
        ($($table:ident),+) => {
            $(facts.$table.is_shared_with(&earlier.$table))&&+
        };
    }
    let only_verdicts = same!(
        editions,
        successions,
        population,
        regions,
        memberships,
        rubrics,
        arrangements,
        documents,
        confirmations
    );
    let (verdicts, known) = (&facts.verdicts, &earlier.verdicts);
    if !only_verdicts || !verdicts.continues(known) {
        return None;
    }
    let superseded = verdicts.superseded_since(known)?;
    let recorded = verdicts.from(known.len()).map(|(_, verdict)| verdict);
    let changed = superseded.chain(recorded);
    Some(changed.map(|verdict| verdict.fact.code).collect())
}

/// What the views of the atlas before held, where only verdicts were recorded
/// since. Kept until another atlas follows, and no longer than that.
#[derive(Debug)]
pub(crate) struct EarlierContents {
    index: Arc<Index>,
    /// By date, as known at that atlas.
    contents: HashMap<AsOf, Arc<Content>>,
    /// Whose verdicts were recorded or superseded since.
    changed: HashSet<MunicipalityCode>,
}

impl EarlierContents {
    /// Nothing where more changed than verdicts.
    pub(crate) fn new(
        earlier: &Arc<Index>,
        contents: impl IntoIterator<Item = (AsOf, Arc<Content>)>,
        index: &Index,
    ) -> Option<Self> {
        Some(Self {
            changed: changed_verdicts(index.facts(), earlier.facts())?,
            index: Arc::clone(earlier),
            contents: contents.into_iter().collect(),
        })
    }

    /// What holds on a date as known now, where it was asked for before.
    pub(crate) fn carry_forward(&self, index: &Index, as_of: AsOf) -> Option<Content> {
        let before = self.contents.get(&self.index.turned(as_of))?;
        Some(Content::after(before, &self.changed, index, as_of))
    }
}

/// All regions with their members on the date, and for each municipality the
/// regions in which it lies.
fn regions(
    index: &Index,
    edition: Option<&EditionModel>,
    as_of: AsOf,
) -> (Vec<RegionState>, Vec<Vec<usize>>) {
    let mut regions: Vec<RegionState> = index
        .facts()
        .regions
        .iter()
        .enumerate()
        .map(|(region, stored)| RegionState {
            id: stored.id.clone(),
            region,
            members: Vec::new(),
        })
        .collect();
    let Some(edition) = edition else {
        return (regions, Vec::new());
    };
    let mut regions_of = vec![Vec::new(); edition.codes().len()];
    let mut places: HashMap<&RegionRef, usize> = HashMap::new();
    for membership in &index.facts().memberships {
        let fact = &membership.fact;
        if !membership.known_at(as_of.known_at()) || !fact.period.contains(as_of.date()) {
            continue;
        }
        let place = *places
            .entry(&fact.region)
            .or_insert_with(|| index.find_region(&fact.region).unwrap_or(usize::MAX));
        if let (Some(region), Some(position)) = (regions.get_mut(place), edition.find(fact.code)) {
            region.members.push(position);
            regions_of[position].push(place);
        }
    }
    for region in &mut regions {
        region.members.sort_unstable();
        region.members.dedup();
    }
    for of_one in &mut regions_of {
        of_one.sort_unstable();
        of_one.dedup();
    }
    (regions, regions_of)
}
