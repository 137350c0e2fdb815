//! All municipalities of one date, as known at one instant.

use std::sync::{Arc, OnceLock};

use geodata::{Crs, Detail};
use jiff::civil::Date;

use super::content::Content;
use super::edition::EditionModel;
use super::index::Index;
use super::reach::covered;
use super::state::{BlockState, MunicipalityState, RegionState, VerdictBasis};
use crate::lists::search::candidate::Candidate;
use crate::outreach::ranking::RankingCache;
use crate::policy::totals::Coverage;
use domain::dates::AsOf;
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::policy::rubric::Rubric;
use domain::source::Source;
use domain::vocabulary::Established;

/// All municipalities of one date, as known at one instant. A municipality is
/// named by its position in [`EditionModel::codes`].
#[derive(Debug)]
pub struct View {
    index: Arc<Index>,
    as_of: AsOf,
    content: Arc<Content>,
    rankings: RankingCache,
    briefings: OnceLock<Vec<Vec<usize>>>,
    search_names: OnceLock<Vec<Candidate>>,
}

impl View {
    pub(crate) fn new(index: Arc<Index>, as_of: AsOf, content: Arc<Content>) -> Self {
        Self {
            index,
            as_of,
            content,
            rankings: RankingCache::default(),
            briefings: OnceLock::new(),
            search_names: OnceLock::new(),
        }
    }

    /// The names by which municipalities are searched, made when first asked for.
    pub(crate) fn search_names(&self, make: impl FnOnce() -> Vec<Candidate>) -> &[Candidate] {
        self.search_names.get_or_init(make)
    }

    /// The facts behind the view.
    #[must_use]
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// The date, and the instant whose knowledge counts.
    #[must_use]
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The edition that holds on the date; nothing in an empty database.
    #[must_use]
    pub fn edition(&self) -> Option<&Arc<EditionModel>> {
        self.content.edition.as_ref()
    }

    /// The rubric in force; nothing in an empty database.
    #[must_use]
    pub fn rubric(&self) -> Option<&Arc<Rubric>> {
        self.content.rubric.as_ref()
    }

    /// All municipalities, by code.
    #[must_use]
    pub fn municipalities(&self) -> &[Arc<MunicipalityState>] {
        &self.content.municipalities
    }

    /// The position of a code; nothing when nobody bore it on the date.
    #[must_use]
    pub fn find(&self, code: MunicipalityCode) -> Option<usize> {
        self.content.edition.as_ref()?.find(code)
    }

    /// The position of the municipality in which a WGS84 position (degrees)
    /// lay.
    #[must_use]
    pub fn locate(&self, longitude: f64, latitude: f64) -> Option<usize> {
        self.content
            .edition
            .as_ref()?
            .boundaries()
            .locate(longitude, latitude)
    }

    /// The code at a position of this view.
    #[must_use]
    pub fn code(&self, position: usize) -> Option<MunicipalityCode> {
        self.content
            .edition
            .as_ref()?
            .codes()
            .get(position)
            .copied()
    }

    /// Positions in the order of names.
    #[must_use]
    pub fn by_name(&self) -> &[usize] {
        self.content
            .edition
            .as_ref()
            .map_or(&[], |edition| edition.by_name())
    }

    /// All regions of all sets, in the order of the facts.
    #[must_use]
    pub fn regions(&self) -> &[RegionState] {
        &self.content.regions
    }

    /// The totals over the members of the region at this place.
    #[must_use]
    pub fn region_coverage(&self, place: usize) -> Option<&Coverage> {
        self.content.region_coverage(place)
    }

    /// The place in [`Self::regions`] of a region.
    #[must_use]
    pub fn find_region(&self, id: &RegionRef) -> Option<usize> {
        // Regions of a view stand in the order of the facts.
        self.index.find_region(id)
    }

    /// Whether there is a region set with this id.
    #[must_use]
    pub fn has_region_set(&self, id: &str) -> bool {
        self.index
            .facts()
            .region_sets
            .iter()
            .any(|set| &*set.id == id)
    }

    /// The outline of a region as a GeoJSON geometry; nothing in an empty
    /// database.
    #[must_use]
    pub fn outline(&self, region: usize, detail: Detail, crs: Crs) -> Option<String> {
        let boundaries = self.content.edition.as_ref()?.boundaries();
        Some(boundaries.outline_geojson(&self.content.regions.get(region)?.members, detail, crs))
    }

    /// The source of a verdict, and the date from which it holds.
    #[must_use]
    pub fn basis(&self, block: &BlockState) -> (Established, Option<Date>, Option<&Source>) {
        match block.basis {
            VerdictBasis::Nothing => (Established::NotAssessed, None, None),
            VerdictBasis::Record(place) => {
                let fact = &self.index.facts().verdicts[place].fact;
                (fact.established, Some(fact.valid_from), Some(&fact.source))
            }
            VerdictBasis::Document(place) => {
                let fact = &self.index.document(place).fact;
                (
                    Established::DerivedFromDocument,
                    fact.period.map(|period| period.from),
                    Some(&fact.source),
                )
            }
            VerdictBasis::Arrangement(place) => {
                let fact = &self.index.arrangement(place).fact;
                (
                    Established::DerivedFromArrangement,
                    Some(fact.period.from),
                    Some(&fact.source),
                )
            }
        }
    }

    /// The rankings that were made of it.
    pub(crate) fn rankings(&self) -> &RankingCache {
        &self.rankings
    }

    /// The places of the briefings that count for a municipality, whatever
    /// their dates, the last first.
    #[must_use]
    pub fn briefings(&self, position: usize) -> &[usize] {
        &self
            .briefings
            .get_or_init(|| self.briefings_by_municipality())[position]
    }

    fn briefings_by_municipality(&self) -> Vec<Vec<usize>> {
        let mut briefings = vec![Vec::new(); self.municipalities().len()];
        let known_at = self.as_of.known_at();
        for (place, briefing) in self.index.facts().briefings.iter().enumerate().rev() {
            if !briefing.known_at(known_at) {
                continue;
            }
            for (code, _) in covered(self.index.briefing_reach(place)) {
                if let Some(position) = self.find(code) {
                    briefings[position].push(place);
                }
            }
        }
        briefings
    }

    /// The regions in which a municipality lies.
    pub fn regions_of(&self, position: usize) -> impl Iterator<Item = &RegionRef> {
        let regions = self.content.municipalities[position].regions.iter();
        regions.map(|place| &self.content.regions[*place].id)
    }
}
