//! The facts, with what is needed to find one's way in them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::briefed;
use super::edition::{EditionError, EditionModel};
use crate::domain::arrangement::{Arrangement, Named};
use crate::domain::code::{MunicipalityCode, RegionRef};
use crate::domain::dates::{AsOf, FIRST_BOUNDARIES};
use crate::domain::document::PolicyDocument;
use crate::domain::facts::{Facts, PopulationFigure, Recorded};
use crate::domain::lineage::{Lineage, Reach};
use crate::domain::rubric::{Rubric, in_force};
use crate::domain::viewer::{Token, TokenHash};

/// The facts of one revision and their indexes.
#[derive(Debug)]
pub struct Index {
    facts: Facts,
    editions: Vec<Arc<EditionModel>>,
    lineage: Lineage,
    /// For each arrangement, whom it covers.
    arrangement_reach: Vec<Vec<Reach>>,
    /// For each document, whom it covers.
    document_reach: Vec<Vec<Reach>>,
    /// For each briefing, for whom it counts.
    briefing_reach: Vec<Vec<Reach>>,
    /// For each municipality, its verdicts by date and instant of recording.
    verdicts: HashMap<MunicipalityCode, Vec<IndexedVerdict>>,
    population: HashMap<MunicipalityCode, Vec<usize>>,
    regions: HashMap<RegionRef, usize>,
    /// The tokens that stand.
    tokens: HashMap<TokenHash, usize>,
    /// The dates on which something begins or ends, ascending.
    turning_points: Vec<Date>,
    demonstration: bool,
}

/// A verdict and the place of its block in its rubric.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexedVerdict {
    pub(super) record: usize,
    pub(super) rubric: usize,
    pub(super) block: usize,
}

impl Index {
    pub(super) fn build(mut facts: Facts, previous: Option<&Self>) -> Result<Self, EditionError> {
        facts.editions.sort_by_key(|edition| edition.date);
        facts.rubrics.sort_by_key(|rubric| rubric.valid_from);
        let editions = build_editions(std::mem::take(&mut facts.editions), previous)?;
        let lineage = Lineage::new(
            editions
                .iter()
                .map(|edition| (edition.date(), edition.codes())),
            &facts.successions,
        );
        let reach = |covers: &[Named]| lineage.reach(covers);
        let arrangement_reach = facts
            .arrangements
            .iter()
            .map(|a| reach(&a.fact.covers))
            .collect();
        let document_reach = facts
            .documents
            .iter()
            .map(|d| reach(&d.fact.covers))
            .collect();
        let briefing_reach = facts
            .briefings
            .iter()
            .map(|b| briefed::reach(&lineage, &b.fact))
            .collect();
        let verdicts = index_verdicts(&facts);
        let mut population: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, figure) in facts.population.iter().enumerate() {
            population.entry(figure.code).or_default().push(place);
        }
        let regions = facts
            .regions
            .iter()
            .enumerate()
            .map(|(place, region)| (region.id.clone(), place))
            .collect();
        let tokens = facts.tokens.iter().enumerate();
        let tokens = tokens
            .filter(|(_, token)| token.known_at(None))
            .map(|(place, token)| (token.fact.hash, place))
            .collect();
        let demonstration = facts.is_demonstration();
        let turning_points = turning_points(&facts, &editions);
        Ok(Self {
            facts,
            editions,
            lineage,
            arrangement_reach,
            document_reach,
            briefing_reach,
            verdicts,
            population,
            regions,
            tokens,
            turning_points,
            demonstration,
        })
    }

    /// The facts; their editions are in [`Self::editions`].
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The editions, by date.
    #[must_use]
    pub fn editions(&self) -> &[Arc<EditionModel>] {
        &self.editions
    }

    /// The edition that holds on a date; nothing when there is none yet.
    #[must_use]
    pub fn find_edition(&self, date: Date) -> Option<&Arc<EditionModel>> {
        self.editions
            .iter()
            .rev()
            .find(|edition| edition.date() <= date)
    }

    /// Who went into whom.
    #[must_use]
    pub fn lineage(&self) -> &Lineage {
        &self.lineage
    }

    /// Whether anything begins or ends after the first date and up to the
    /// second: if not, the views of both dates hold the same.
    pub(super) fn turns_between(&self, after: Date, to: Date) -> bool {
        let next = self.turning_points.partition_point(|date| *date <= after);
        self.turning_points
            .get(next)
            .is_some_and(|date| *date <= to)
    }

    /// Whether invented verdicts are loaded.
    #[must_use]
    pub fn demonstration(&self) -> bool {
        self.demonstration
    }

    /// The rubric in force on a date: the latest, or the first before any is.
    #[must_use]
    pub fn find_rubric(&self, date: Date) -> Option<(usize, &Arc<Rubric>)> {
        let place = in_force(&self.facts.rubrics, date)?;
        Some((place, &self.facts.rubrics[place]))
    }

    /// An arrangement and whom it covers.
    #[must_use]
    pub fn arrangement(&self, place: usize) -> &Recorded<Arrangement> {
        &self.facts.arrangements[place]
    }

    pub(super) fn arrangement_reach(&self, place: usize) -> &[Reach] {
        &self.arrangement_reach[place]
    }

    /// A policy document.
    #[must_use]
    pub fn document(&self, place: usize) -> &Recorded<PolicyDocument> {
        &self.facts.documents[place]
    }

    pub(super) fn document_reach(&self, place: usize) -> &[Reach] {
        &self.document_reach[place]
    }

    pub(super) fn briefing_reach(&self, place: usize) -> &[Reach] {
        &self.briefing_reach[place]
    }

    pub(super) fn verdicts(&self, code: MunicipalityCode) -> &[IndexedVerdict] {
        self.verdicts.get(&code).map_or(&[], Vec::as_slice)
    }

    /// Whether a person confirmed what the municipality inherited, in the shape
    /// that it has on the date.
    pub(super) fn is_confirmed(&self, code: MunicipalityCode, as_of: AsOf) -> bool {
        let shape = self.lineage.find_shape(code, as_of.date());
        let mut confirmations = self.facts.confirmations.iter();
        confirmations.any(|confirmation| {
            let from = confirmation.fact.valid_from;
            confirmation.fact.code == code
                && from <= as_of.date()
                && shape.is_some_and(|shape| shape.contains(from))
                && confirmation.known_at(as_of.known_at())
        })
    }

    /// The place of a region in the facts.
    #[must_use]
    pub fn find_region(&self, id: &RegionRef) -> Option<usize> {
        self.regions.get(id).copied()
    }

    /// The token that has this hash and is not revoked.
    #[must_use]
    pub fn find_token(&self, hash: &TokenHash) -> Option<&Token> {
        let place = self.tokens.get(hash)?;
        Some(&self.facts.tokens[*place].fact)
    }

    /// The facts with their editions, as the store gave them.
    #[must_use]
    pub fn whole_facts(&self) -> Facts {
        Facts {
            editions: self
                .editions
                .iter()
                .map(|edition| edition.stored().clone())
                .collect(),
            ..self.facts.clone()
        }
    }

    /// The figure of inhabitants for a municipality on a date: of the latest
    /// edition that has one, the latest that is not of a later date.
    #[must_use]
    pub fn find_population(&self, code: MunicipalityCode, date: Date) -> Option<&PopulationFigure> {
        let figures = || {
            self.population
                .get(&code)
                .into_iter()
                .flatten()
                .map(|place| &self.facts.population[*place])
        };
        let shape = self.lineage.find_shape(code, date)?;
        let edition = figures()
            .map(|figure| figure.boundary_date)
            .filter(|edition| shape.contains(*edition) && *edition <= date)
            .max()?;
        let of_edition = || figures().filter(|figure| figure.boundary_date == edition);
        of_edition()
            .filter(|figure| figure.reference_date <= date)
            .max_by_key(|figure| figure.reference_date)
            .or_else(|| of_edition().min_by_key(|figure| figure.reference_date))
    }

    /// Every name that a code has borne, with the edition that first had it.
    #[must_use]
    pub fn names(&self) -> BTreeMap<MunicipalityCode, Vec<(Date, Arc<str>)>> {
        let mut names: BTreeMap<_, Vec<(Date, Arc<str>)>> = BTreeMap::new();
        for edition in &self.editions {
            for (position, code) in edition.codes().iter().enumerate() {
                let borne = names.entry(*code).or_default();
                let name = edition.name(position);
                if borne.last().is_none_or(|(_, last)| last != name) {
                    borne.push((edition.date(), Arc::clone(name)));
                }
            }
        }
        names
    }

    /// The last name that a code has borne.
    #[must_use]
    pub fn last_name(&self, code: MunicipalityCode) -> Option<&Arc<str>> {
        let mut editions = self.editions.iter().rev();
        editions.find_map(|edition| edition.find(code).map(|position| edition.name(position)))
    }

    /// When the boundaries were first put on record; they count as known at any
    /// instant.
    pub(super) fn boundaries_recorded_at(&self) -> Timestamp {
        let first = self.facts.changes.first();
        first.map_or(Timestamp::UNIX_EPOCH, |change| change.recorded_at)
    }

    pub(super) fn data_date(&self, today: Date) -> Date {
        let verdicts = self.facts.verdicts.iter().map(|v| v.fact.valid_from);
        let arrangements = self.facts.arrangements.iter().map(|a| a.fact.period.from);
        let documents = self
            .facts
            .documents
            .iter()
            .filter_map(|d| d.fact.period.map(|period| period.from));
        let editions = self.editions.iter().map(|edition| edition.date());
        verdicts
            .chain(arrangements)
            .chain(documents)
            .chain(editions)
            .filter(|date| *date <= today)
            .max()
            .unwrap_or(FIRST_BOUNDARIES)
    }
}

/// The dates on which anything on record begins or ends, superseded records
/// included.
fn turning_points(facts: &Facts, editions: &[Arc<EditionModel>]) -> Vec<Date> {
    let arrangements = facts.arrangements.iter().map(|a| a.fact.period);
    let documents = facts.documents.iter().filter_map(|d| d.fact.period);
    let memberships = facts.memberships.iter().map(|m| m.fact.period);
    let periods = arrangements.chain(documents).chain(memberships);
    let mut dates: Vec<Date> = periods
        .flat_map(|period| std::iter::once(period.from).chain(period.to))
        .chain(editions.iter().map(|edition| edition.date()))
        .chain(facts.successions.iter().map(|s| s.date))
        .chain(facts.rubrics.iter().map(|rubric| rubric.valid_from))
        .chain(facts.population.iter().map(|figure| figure.reference_date))
        .chain(facts.population.iter().map(|figure| figure.boundary_date))
        .chain(facts.verdicts.iter().map(|v| v.fact.valid_from))
        .chain(facts.briefings.iter().map(|b| b.fact.date))
        .chain(facts.confirmations.iter().map(|c| c.fact.valid_from))
        .collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// Builds the editions on as many threads as there are cores, since each is
/// some tens of milliseconds of geometry.
fn build_editions(
    stored: Vec<crate::domain::facts::Edition>,
    previous: Option<&Index>,
) -> Result<Vec<Arc<EditionModel>>, EditionError> {
    let kept = |stored: &_| {
        previous.and_then(|index| {
            index
                .editions
                .iter()
                .find(|edition| edition.is_of(stored))
                .map(Arc::clone)
        })
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = stored
            .into_iter()
            .map(|stored| match kept(&stored) {
                Some(edition) => Ok(edition),
                None => Err(scope.spawn(move || EditionModel::build(stored).map(Arc::new))),
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| match worker {
                Ok(edition) => Ok(edition),
                Err(worker) => worker
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            })
            .collect()
    })
}

fn index_verdicts(facts: &Facts) -> HashMap<MunicipalityCode, Vec<IndexedVerdict>> {
    let mut places: HashMap<(&str, &str), (usize, usize)> = HashMap::new();
    for (rubric_place, rubric) in facts.rubrics.iter().enumerate() {
        for (block_place, block) in rubric.blocks.iter().enumerate() {
            places.insert((&rubric.id, &block.id), (rubric_place, block_place));
        }
    }
    let mut verdicts: HashMap<_, Vec<IndexedVerdict>> = HashMap::new();
    for (record, verdict) in facts.verdicts.iter().enumerate() {
        if let Some((rubric, block)) = places.get(&(&*verdict.fact.rubric, &*verdict.fact.block)) {
            let indexed = IndexedVerdict {
                record,
                rubric: *rubric,
                block: *block,
            };
            verdicts.entry(verdict.fact.code).or_default().push(indexed);
        }
    }
    for of_one in verdicts.values_mut() {
        of_one.sort_by_key(|v| {
            let record = &facts.verdicts[v.record];
            (record.fact.valid_from, record.recorded_at)
        });
    }
    verdicts
}
