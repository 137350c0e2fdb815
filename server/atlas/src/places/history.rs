//! What happened in a municipality, or in several.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::core::reach::covered;
use crate::core::view::View;
use domain::dates::Period;
use domain::places::code::MunicipalityCode;
use domain::places::lineage::{CoveredMunicipality, Succession};
use domain::recorded::Recorded;

/// Something that happened on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEvent {
    /// The date from which it holds.
    pub date: Date,
    /// When the last of the records that tell it was written down.
    pub recorded_at: Timestamp,
    /// What happened.
    pub what: HistoryEventKind,
    /// Positions of the municipalities in which it did, ascending.
    pub municipalities: Vec<usize>,
}

/// What happened; the places are those of the facts.
#[derive(Debug, Clone, PartialEq)]
pub enum HistoryEventKind {
    /// It began, out of these.
    Began(Vec<Succession>),
    /// Its area grew by these.
    Grew(Vec<Succession>),
    /// It ended, and went into these.
    Ended(Vec<Succession>),
    /// Arrangements ended, began, or the one gave way to the other.
    Coordination {
        /// Those that ended.
        ended: Vec<usize>,
        /// Those that began.
        began: Vec<usize>,
    },
    /// A policy document came into force.
    DocumentBegan(usize),
    /// A policy document was no longer in force.
    DocumentEnded(usize),
    /// These verdicts were established, in the same way and from one source.
    Assessed(Vec<usize>),
}

impl HistoryEventKind {
    /// Of one date the events stand in this order.
    fn rank(&self) -> u8 {
        match self {
            Self::Ended(_) => 0,
            Self::Began(_) => 1,
            Self::Grew(_) => 2,
            Self::Coordination { .. } => 3,
            Self::DocumentBegan(_) => 4,
            Self::DocumentEnded(_) => 5,
            Self::Assessed(_) => 6,
        }
    }
}

/// The arrangements that ended and those that began on one date.
type ArrangementTurnover = (Vec<usize>, Vec<usize>);

/// Whose history is asked, and up to which date.
struct HistoryScope {
    /// Their codes and positions; positions go by code.
    codes: BTreeMap<MunicipalityCode, usize>,
    until: Date,
}

impl View {
    /// What happened in the municipalities at these positions up to a date,
    /// the last first, as known at the instant of the view. What one record
    /// tells of several of them is one event.
    ///
    /// A record that covers a municipality only through a predecessor counts
    /// from the day on which the municipality began; what was before belongs to
    /// the predecessor.
    #[must_use]
    pub fn history(&self, positions: &[usize], until: Date) -> Vec<HistoryEvent> {
        let codes = positions
            .iter()
            .filter_map(|position| Some((self.code(*position)?, *position)));
        let scope = HistoryScope {
            codes: codes.collect(),
            until,
        };
        let mut events = self.lineage_events(&scope);
        events.extend(self.coordination_events(&scope));
        events.extend(self.document_events(&scope));
        events.extend(self.verdict_events(&scope));
        events.retain(|event| event.date <= until);
        // Sorting is stable, and what comes in is in order.
        events.sort_by_key(|event| (std::cmp::Reverse(event.date), event.what.rank()));
        events
    }

    fn lineage_events(&self, scope: &HistoryScope) -> Vec<HistoryEvent> {
        let lineage = self.index().lineage();
        let mut events = Vec::new();
        for (code, position) in &scope.codes {
            let Some(life) = lineage.find_life(*code) else {
                continue;
            };
            let mut add = |date, what| {
                events.push(HistoryEvent {
                    date,
                    recorded_at: self.index().boundaries_recorded_at(),
                    what,
                    municipalities: vec![*position],
                });
            };
            let mut received: BTreeMap<Date, Vec<Succession>> = BTreeMap::new();
            for succession in lineage.received(*code, Date::MIN, scope.until) {
                let on_date = received.entry(succession.date).or_default();
                on_date.push(succession.clone());
            }
            for (date, parts) in received {
                let began = date == life.from;
                let what = if began {
                    HistoryEventKind::Began
                } else {
                    HistoryEventKind::Grew
                };
                add(date, what(parts));
            }
            if let Some(end) = life.to {
                add(
                    end,
                    HistoryEventKind::Ended(lineage.successors(*code).cloned().collect()),
                );
            }
        }
        events
    }

    fn coordination_events(&self, scope: &HistoryScope) -> Vec<HistoryEvent> {
        let facts = &self.index().facts().arrangements;
        // What ended and what began, for each date and municipality.
        let mut turns: BTreeMap<(Date, usize), ArrangementTurnover> = BTreeMap::new();
        for place in self.known(facts) {
            let period = facts[place].fact.period;
            for (position, since) in self.within(scope, self.index().arrangement_reach(place)) {
                if since.is_none_or(|since| since <= period.from) {
                    turns
                        .entry((period.from, position))
                        .or_default()
                        .1
                        .push(place);
                }
                if let Some(end) = period
                    .to
                    .filter(|end| since.is_none_or(|since| since <= *end))
                {
                    turns.entry((end, position)).or_default().0.push(place);
                }
            }
        }
        let mut same: BTreeMap<(Date, ArrangementTurnover), Vec<usize>> = BTreeMap::new();
        for ((date, position), turn) in turns {
            same.entry((date, turn)).or_default().push(position);
        }
        same.into_iter()
            .map(|((date, (ended, began)), municipalities)| {
                let places = ended.iter().chain(&began);
                let recorded_at = places.map(|place| facts[*place].recorded_at).max();
                HistoryEvent {
                    date,
                    recorded_at: recorded_at.unwrap_or_default(),
                    what: HistoryEventKind::Coordination { ended, began },
                    municipalities,
                }
            })
            .collect()
    }

    fn document_events(&self, scope: &HistoryScope) -> Vec<HistoryEvent> {
        let facts = &self.index().facts().documents;
        let mut events = Vec::new();
        for place in self.known(facts) {
            let Some(Period { from, to }) = facts[place].fact.period else {
                continue;
            };
            let members = self.within(scope, self.index().document_reach(place));
            let turns = [
                (Some(from), HistoryEventKind::DocumentBegan(place)),
                (to, HistoryEventKind::DocumentEnded(place)),
            ];
            for (date, what) in turns {
                let Some(date) = date else { continue };
                let municipalities: Vec<usize> = members
                    .iter()
                    .filter(|(_, since)| since.is_none_or(|since| since <= date))
                    .map(|(position, _)| *position)
                    .collect();
                if !municipalities.is_empty() {
                    events.push(HistoryEvent {
                        date,
                        recorded_at: facts[place].recorded_at,
                        what,
                        municipalities,
                    });
                }
            }
        }
        events
    }

    fn verdict_events(&self, scope: &HistoryScope) -> Vec<HistoryEvent> {
        let facts = &self.index().facts().verdicts;
        let mut groups: BTreeMap<_, (Vec<usize>, BTreeSet<usize>)> = BTreeMap::new();
        for (code, position) in &scope.codes {
            for place in self.index().verdicts(*code).iter().map(|v| v.record) {
                if !facts[place].known_at(self.as_of().known_at()) {
                    continue;
                }
                let fact = &facts[place].fact;
                let source = (&fact.source.url, &fact.source.certainty);
                let key = (fact.valid_from, fact.established, source);
                let (places, positions) = groups.entry(key).or_default();
                places.push(place);
                positions.insert(*position);
            }
        }
        groups
            .into_iter()
            .map(|((date, ..), (mut places, positions))| {
                places.sort_unstable();
                let recorded_at = places.iter().map(|place| facts[*place].recorded_at).max();
                HistoryEvent {
                    date,
                    recorded_at: recorded_at.unwrap_or_default(),
                    what: HistoryEventKind::Assessed(places),
                    municipalities: positions.into_iter().collect(),
                }
            })
            .collect()
    }

    /// The places of the records that stood at the instant of the view.
    fn known<'a, T>(&self, facts: &'a [Recorded<T>]) -> impl Iterator<Item = usize> + use<'a, T> {
        let known_at = self.as_of().known_at();
        let standing = facts.iter().enumerate();
        standing
            .filter(move |(_, recorded)| recorded.known_at(known_at))
            .map(|(place, _)| place)
    }

    /// Which of those asked about a record covers, ascending; with the date from
    /// which it counts for one that is covered through a predecessor.
    fn within(
        &self,
        scope: &HistoryScope,
        reach: &[CoveredMunicipality],
    ) -> Vec<(usize, Option<Date>)> {
        let lineage = self.index().lineage();
        let mut within: Vec<_> = covered(reach)
            .filter_map(|(code, via)| {
                let position = *scope.codes.get(&code)?;
                let began = lineage.find_life(code).map(|life| life.from);
                Some((position, began.filter(|_| !via.is_empty())))
            })
            .collect();
        within.sort_unstable();
        within
    }
}
