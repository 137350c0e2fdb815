//! The facts, with what is needed to find one's way in them.

mod turning_points;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::edition::{EditionError, EditionModel};
use super::reach::{reach_of, reach_of_briefing};
use super::verdict_index::{IndexedVerdict, LatestVerdicts, VerdictIndex};
use domain::care::arrangement::Arrangement;
use domain::dates::{AsOf, FIRST_BOUNDARIES};
use domain::facts::{Edition, Facts, PopulationFigure};
use domain::people::viewer::{Token, TokenHash};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::places::lineage::{CoveredMunicipality, Lineage};
use domain::policy::document::PolicyDocument;
use domain::policy::rubric::{Rubric, in_force};
use domain::recorded::Recorded;
use turning_points::turning_points;

/// The facts of one revision and their indexes. What belongs to tables that did
/// not change is shared with the index of before.
#[derive(Debug)]
pub struct Index {
    facts: Facts,
    editions: Arc<Vec<Arc<EditionModel>>>,
    lineage: Arc<Lineage>,
    /// For each arrangement, whom it covers.
    arrangement_reach: Arc<Vec<Vec<CoveredMunicipality>>>,
    /// For each document, whom it covers.
    document_reach: Arc<Vec<Vec<CoveredMunicipality>>>,
    /// For each briefing, for whom it counts.
    briefing_reach: Arc<Vec<Vec<CoveredMunicipality>>>,
    verdicts: VerdictIndex,
    population: Arc<HashMap<MunicipalityCode, Vec<usize>>>,
    regions: Arc<HashMap<RegionRef, usize>>,
    /// The tokens that stand.
    tokens: Arc<HashMap<TokenHash, usize>>,
    /// The dates on which anything but a verdict begins or ends, ascending.
    turning_points: Arc<Vec<Date>>,
}

impl Index {
    pub(crate) fn build(mut facts: Facts, previous: Option<&Self>) -> Result<Self, EditionError> {
        if !facts.editions.is_sorted_by_key(|edition| edition.date) {
            facts.editions.sort_by_key(|edition| edition.date);
        }
        if !facts.rubrics.is_sorted_by_key(|rubric| rubric.valid_from) {
            facts.rubrics.sort_by_key(|rubric| rubric.valid_from);
        }
        // Whether these tables are those of the index of before.
        macro_rules! same {
            ($($table:ident),+) => {
                previous.filter(|before| $(facts.$table.is_shared_with(&before.facts.$table))&&+)
            };
        }
        macro_rules! keep {
            ($field:ident, $same:expr, $make:expr) => {
                match $same {
                    Some(before) => Arc::clone(&before.$field),
                    None => Arc::new($make),
                }
            };
        }
        let editions = match same!(editions) {
            Some(before) => Arc::clone(&before.editions),
            None => Arc::new(take_editions(&facts.editions, previous)?),
        };
        let dates = || editions.iter().map(|it| (it.date(), it.codes()));
        let lineage = keep!(
            lineage,
            same!(editions, successions),
            Lineage::new(dates(), &facts.successions)
        );
        let arrangement_reach = keep!(
            arrangement_reach,
            same!(editions, successions, arrangements),
            reach_of(&lineage, &facts.arrangements, |it| &it.covers)
        );
        let document_reach = keep!(
            document_reach,
            same!(editions, successions, documents),
            reach_of(&lineage, &facts.documents, |it| &it.covers)
        );
        let briefings = || facts.briefings.iter();
        let briefing_reach = keep!(
            briefing_reach,
            same!(editions, successions, briefings),
            briefings()
                .map(|briefing| reach_of_briefing(&lineage, &briefing.fact))
                .collect()
        );
        let population = keep!(population, same!(population), index_population(&facts));
        let regions = keep!(regions, same!(regions), index_regions(&facts));
        let tokens = keep!(tokens, same!(tokens), index_tokens(&facts));
        let turning_points = keep!(
            turning_points,
            same!(
                arrangements,
                documents,
                memberships,
                editions,
                successions,
                rubrics,
                population,
                briefings,
                confirmations
            ),
            turning_points(&facts)
        );
        let before = same!(rubrics).map(|before| (&before.verdicts, &before.facts.verdicts));
        let verdicts = VerdictIndex::build(&facts, before);
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
        })
    }

    /// The facts.
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

    /// Whether invented verdicts are loaded.
    #[must_use]
    pub fn demonstration(&self) -> bool {
        self.verdicts.demonstration
    }

    /// The edition of the public data on record, where this program brings a
    /// later one.
    #[must_use]
    pub fn earlier_public_edition(&self) -> Option<u32> {
        let brought = geodata::data::PUBLIC_RECORDS.edition;
        let on_record = self.facts.public_edition()?;
        (on_record < brought && !self.demonstration()).then_some(on_record)
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

    pub(crate) fn arrangement_reach(&self, place: usize) -> &[CoveredMunicipality] {
        &self.arrangement_reach[place]
    }

    /// A policy document.
    #[must_use]
    pub fn document(&self, place: usize) -> &Recorded<PolicyDocument> {
        &self.facts.documents[place]
    }

    pub(crate) fn document_reach(&self, place: usize) -> &[CoveredMunicipality] {
        &self.document_reach[place]
    }

    pub(crate) fn briefing_reach(&self, place: usize) -> &[CoveredMunicipality] {
        &self.briefing_reach[place]
    }

    pub(crate) fn verdicts(&self, code: MunicipalityCode) -> &[IndexedVerdict] {
        self.verdicts.of(code)
    }

    /// For each block of the rubric at a place, the place of the verdict of a
    /// municipality that holds.
    pub(crate) fn latest_verdicts(
        &self,
        code: MunicipalityCode,
        rubric: usize,
        as_of: AsOf,
    ) -> LatestVerdicts {
        let of = (rubric, self.facts.rubrics[rubric].blocks.len());
        self.verdicts.latest(&self.facts.verdicts, code, of, as_of)
    }

    /// Whether a person confirmed what the municipality inherited, in the shape
    /// that it has on the date.
    pub(crate) fn is_confirmed(&self, code: MunicipalityCode, as_of: AsOf) -> bool {
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
        for edition in &*self.editions {
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
    pub(crate) fn boundaries_recorded_at(&self) -> Timestamp {
        let first = self.facts.changes.first();
        first.map_or(Timestamp::UNIX_EPOCH, |change| change.recorded_at)
    }

    /// The end of what is known of the shipped boundaries, or the date of the
    /// last boundaries when that is later.
    pub(crate) fn boundaries_known_until(&self) -> Date {
        let shipped = geodata::data::BOUNDARIES_KNOWN_UNTIL.parse();
        let shipped = shipped.unwrap_or(FIRST_BOUNDARIES);
        self.editions
            .last()
            .map_or(shipped, |last| last.date().max(shipped))
    }

    pub(crate) fn data_date(&self, today: Date) -> Date {
        let verdict = self.verdicts.last_date(today);
        let arrangements = self.facts.arrangements.iter().map(|a| a.fact.period.from);
        let documents = self
            .facts
            .documents
            .iter()
            .filter_map(|d| d.fact.period.map(|period| period.from));
        let editions = self.editions.iter().map(|edition| edition.date());
        arrangements
            .chain(documents)
            .chain(editions)
            .filter(|date| *date <= today)
            .chain(verdict)
            .max()
            .unwrap_or(FIRST_BOUNDARIES)
    }
}

fn index_population(facts: &Facts) -> HashMap<MunicipalityCode, Vec<usize>> {
    let mut population: HashMap<_, Vec<usize>> = HashMap::new();
    for (place, figure) in facts.population.iter().enumerate() {
        population.entry(figure.code).or_default().push(place);
    }
    population
}

fn index_regions(facts: &Facts) -> HashMap<RegionRef, usize> {
    let regions = facts.regions.iter().enumerate();
    regions
        .map(|(place, region)| (region.id.clone(), place))
        .collect()
}

fn index_tokens(facts: &Facts) -> HashMap<TokenHash, usize> {
    let tokens = facts.tokens.iter().enumerate();
    let standing = tokens.filter(|(_, token)| token.known_at(None));
    standing
        .map(|(place, token)| (token.fact.hash, place))
        .collect()
}

/// The editions; the last has its geometry, which is what most people look at.
fn take_editions(
    stored: &[Arc<Edition>],
    previous: Option<&Index>,
) -> Result<Vec<Arc<EditionModel>>, EditionError> {
    let known = || previous.into_iter().flat_map(|index| index.editions.iter());
    let model_of = |stored: &Arc<Edition>| {
        let kept = known()
            .find(|edition| edition.is_of(stored))
            .map(Arc::clone);
        kept.unwrap_or_else(|| Arc::new(EditionModel::new(Arc::clone(stored))))
    };
    let editions: Vec<_> = stored.iter().map(model_of).collect();
    if let Some(last) = editions.last() {
        last.draw().map_err(EditionError::clone)?;
    }
    Ok(editions)
}
