//! What was gathered: how much, about whom, from how many sources.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::core::reach::covered;
use crate::core::view::View;
use domain::places::code::MunicipalityCode;
use domain::places::lineage::CoveredMunicipality;
use domain::recorded::Recorded;
use domain::source::Source;
use domain::vocabulary::Established;

/// A kind of records that is gathered from sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum GatheredKind {
    /// Arrangements for care coordination.
    Arrangement,
    /// Policy documents.
    Document,
    /// Answers on single building blocks.
    Verdict,
    /// Figures for the whole country.
    Indicator,
}

/// What stands on record of one kind, without what was invented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// The kind.
    pub kind: GatheredKind,
    /// How many records there are.
    pub records: usize,
    /// How many municipalities of the date they tell of, whenever it held.
    pub municipalities: usize,
    /// How many addresses they were found at.
    pub sources: usize,
    /// How many sites these are of.
    pub sites: usize,
    /// The first date from which any of them holds.
    pub earliest: Option<Date>,
    /// The last date from which any of them holds.
    pub latest: Option<Date>,
    /// When the last of them was written down; of national figures nobody
    /// keeps it.
    pub recorded_at: Option<Timestamp>,
}

/// Counts records one by one.
struct GatheredCounter {
    records: usize,
    codes: HashSet<MunicipalityCode>,
    sources: HashSet<String>,
    sites: HashSet<String>,
    dates: Vec<Date>,
    recorded_at: Option<Timestamp>,
}

impl GatheredCounter {
    fn new() -> Self {
        Self {
            records: 0,
            codes: HashSet::new(),
            sources: HashSet::new(),
            sites: HashSet::new(),
            dates: Vec::new(),
            recorded_at: None,
        }
    }

    fn add(&mut self, source: &Source, from: Option<Date>) {
        self.records += 1;
        self.dates.extend(from);
        self.sources.extend(source.url.clone());
        self.sites.extend(source.site().map(str::to_owned));
    }

    fn add_recorded<T>(&mut self, recorded: &Recorded<T>, source: &Source, from: Option<Date>) {
        self.add(source, from);
        self.recorded_at = self.recorded_at.max(Some(recorded.recorded_at));
    }

    fn reach(&mut self, reach: &[CoveredMunicipality]) {
        self.codes.extend(covered(reach).map(|(code, _)| code));
    }

    fn of(self, kind: GatheredKind, view: &View) -> Gathered {
        let there = self.codes.iter();
        Gathered {
            kind,
            records: self.records,
            municipalities: there.filter(|code| view.find(**code).is_some()).count(),
            sources: self.sources.len(),
            sites: self.sites.len(),
            earliest: self.dates.iter().min().copied(),
            latest: self.dates.iter().max().copied(),
            recorded_at: self.recorded_at,
        }
    }
}

impl View {
    /// What stands on record now, by kind, and of how many municipalities of
    /// this view it tells.
    #[must_use]
    pub fn gathered(&self) -> [Gathered; 4] {
        let facts = self.index().facts();
        let mut arrangements = GatheredCounter::new();
        for (place, recorded) in standing(&facts.arrangements) {
            let fact = &recorded.fact;
            arrangements.add_recorded(recorded, &fact.source, Some(fact.period.from));
            arrangements.reach(self.index().arrangement_reach(place));
        }
        let mut documents = GatheredCounter::new();
        for (place, recorded) in standing(&facts.documents) {
            let fact = &recorded.fact;
            let from = fact.period.map(|period| period.from);
            documents.add_recorded(recorded, &fact.source, from);
            documents.reach(self.index().document_reach(place));
        }
        let mut verdicts = GatheredCounter::new();
        for recorded in facts.verdicts.iter() {
            let fact = &recorded.fact;
            if recorded.known_at(None) && fact.established != Established::Demonstration {
                verdicts.add_recorded(recorded, &fact.source, Some(fact.valid_from));
                verdicts.codes.insert(fact.code);
            }
        }
        let mut indicators = GatheredCounter::new();
        for fact in &facts.indicators {
            indicators.add(&fact.source, Some(fact.date));
        }
        [
            arrangements.of(GatheredKind::Arrangement, self),
            documents.of(GatheredKind::Document, self),
            verdicts.of(GatheredKind::Verdict, self),
            indicators.of(GatheredKind::Indicator, self),
        ]
    }
}

fn standing<T>(records: &[Recorded<T>]) -> impl Iterator<Item = (usize, &Recorded<T>)> {
    let records = records.iter().enumerate();
    records.filter(|(_, recorded)| recorded.known_at(None))
}
