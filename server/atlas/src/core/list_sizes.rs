//! How long the lists of an atlas are, for an estimate of what a question costs.

use std::collections::HashMap;

use geodata::Detail;

use super::index::Index;
use domain::places::lineage::CoveredMunicipality;

/// How long lists are: the longest of those that one asks for by name, and of
/// those within lists the length that an element lies in on average.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListSizes {
    /// Municipalities of a date, the most of all dates.
    pub municipalities: u64,
    /// Municipalities that border on one.
    pub neighbours: u64,
    /// Bytes of an outline as GeoJSON at full detail.
    pub outline_bytes: u64,
    /// Sets of regions.
    pub region_sets: u64,
    /// Regions of a set, the most of all sets.
    pub regions: u64,
    /// Municipalities of a region.
    pub members: u64,
    /// Versions of the rubric.
    pub rubrics: u64,
    /// Building blocks of a rubric, the most.
    pub blocks: u64,
    /// Themes of a rubric, the most.
    pub themes: u64,
    /// Arrangements on record.
    pub arrangements: u64,
    /// Municipalities that an arrangement covers.
    pub covered_by_arrangement: u64,
    /// Policy documents on record.
    pub documents: u64,
    /// Municipalities that a document covers.
    pub covered_by_document: u64,
    /// Documents that cover one municipality.
    pub documents_of_one: u64,
    /// Campaigns on record.
    pub campaigns: u64,
    /// Targets of a campaign.
    pub targets: u64,
    /// Briefings on record.
    pub briefings: u64,
    /// Bottlenecks on record.
    pub bottlenecks: u64,
    /// Good practices on record.
    pub practices: u64,
    /// National indicators on record.
    pub indicators: u64,
    /// Dates from which boundaries hold.
    pub editions: u64,
    /// Reorganisations on record.
    pub successions: u64,
    /// Tokens on record.
    pub tokens: u64,
}

impl ListSizes {
    pub(crate) fn of(index: &Index) -> Self {
        let facts = index.facts();
        let mut regions: HashMap<&str, usize> = HashMap::new();
        for region in &facts.regions {
            *regions.entry(&*region.id.set).or_default() += 1;
        }
        let mut members: HashMap<_, usize> = HashMap::new();
        for membership in &facts.memberships {
            *members.entry(&membership.fact.region).or_default() += 1;
        }
        let mut targets: HashMap<&str, usize> = HashMap::new();
        for target in &facts.targets {
            *targets.entry(&*target.fact.campaign).or_default() += 1;
        }
        let reach = |reach: &[CoveredMunicipality]| reach.len();
        let by_arrangement: Vec<_> = (0..facts.arrangements.len())
            .map(|place| reach(index.arrangement_reach(place)))
            .collect();
        let by_document: Vec<_> = (0..facts.documents.len())
            .map(|place| reach(index.document_reach(place)))
            .collect();
        let rubrics = || facts.rubrics.iter();
        let longest = |lengths: &mut dyn Iterator<Item = usize>| count(lengths.max().unwrap_or(0));
        let municipalities = longest(&mut index.editions().iter().map(|e| e.codes().len()));
        let covered: usize = by_document.iter().sum();
        Self {
            municipalities,
            neighbours: neighbours(index),
            outline_bytes: outline_bytes(index),
            region_sets: count(facts.region_sets.len()),
            regions: longest(&mut regions.into_values()),
            members: mean_of_elements(members.into_values()),
            rubrics: count(facts.rubrics.len()),
            blocks: longest(&mut rubrics().map(|rubric| rubric.blocks.len())),
            themes: longest(&mut rubrics().map(|rubric| rubric.themes.len())),
            arrangements: count(facts.arrangements.len()),
            covered_by_arrangement: mean_of_elements(by_arrangement),
            documents: count(facts.documents.len()),
            covered_by_document: mean_of_elements(by_document),
            documents_of_one: count(covered).div_ceil(municipalities.max(1)),
            campaigns: count(facts.campaigns.len()),
            targets: longest(&mut targets.into_values()),
            briefings: count(facts.briefings.len()),
            bottlenecks: count(facts.bottlenecks.len()),
            practices: count(facts.good_practices.len()),
            indicators: count(facts.indicators.len()),
            editions: count(index.editions().len()),
            successions: count(facts.successions.len()),
            tokens: count(facts.tokens.len()),
        }
    }

    /// Bytes of an outline as GeoJSON. A drawing for a map of the country or of
    /// a province keeps about so much of the positions.
    #[must_use]
    pub fn geometry_bytes(&self, detail: Detail) -> u64 {
        match detail {
            Detail::Full => self.outline_bytes,
            Detail::Regional => self.outline_bytes / 4 * 3,
            Detail::National => self.outline_bytes / 2,
        }
    }
}

/// Of the last boundaries, which are drawn before anybody asks.
fn neighbours(index: &Index) -> u64 {
    let last = index.editions().last();
    last.map_or(0, |edition| {
        let boundaries = edition.boundaries();
        mean_of_elements((0..boundaries.len()).map(|area| boundaries.neighbours(area).len()))
    })
}

fn outline_bytes(index: &Index) -> u64 {
    let editions = &index.facts().editions;
    let areas = || editions.iter().flat_map(|edition| &edition.areas);
    let bytes: usize = areas().map(|area| area.geometry.len()).sum();
    count(bytes).div_ceil(count(areas().count()).max(1))
}

/// How long, on average, the list is in which an element lies: longer than the
/// mean, as one is led to long lists more often.
fn mean_of_elements(lengths: impl IntoIterator<Item = usize>) -> u64 {
    let (sum, squares) = lengths.into_iter().fold((0, 0), |(sum, squares), length| {
        let length = count(length);
        (sum + length, squares + length * length)
    });
    u64::div_ceil(squares, std::cmp::max(sum, 1))
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
