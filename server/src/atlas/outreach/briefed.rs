//! Which briefings counted for a municipality.

use jiff::civil::Date;

use crate::atlas::core::index::Index;
use crate::atlas::core::view::{View, covered};
use crate::domain::care::arrangement::NamedMunicipality;
use crate::domain::outreach::campaign::Briefing;
use crate::domain::places::lineage::{CoveredMunicipality, Lineage};

/// Whom a briefing counts for: the municipalities that it names, and those
/// formed from them.
pub(in crate::atlas) fn reach(lineage: &Lineage, briefing: &Briefing) -> Vec<CoveredMunicipality> {
    let named = briefing
        .municipalities
        .iter()
        .map(|code| NamedMunicipality {
            code: *code,
            boundary_date: briefing.date,
        });
    lineage.reach(&named.collect::<Vec<_>>())
}

/// For each municipality of a view the places of its briefings in the facts,
/// the last first.
pub(in crate::atlas) fn by_municipality(view: &View) -> Vec<Vec<usize>> {
    let mut briefings = vec![Vec::new(); view.municipalities().len()];
    let index = view.index();
    let known_at = view.as_of().known_at();
    for (place, briefing) in index.facts().briefings.iter().enumerate().rev() {
        if !briefing.known_at(known_at) {
            continue;
        }
        for (code, _) in covered(index.briefing_reach(place)) {
            if let Some(position) = view.find(code) {
                briefings[position].push(place);
            }
        }
    }
    briefings
}

impl Index {
    /// A briefing.
    #[must_use]
    pub fn briefing(&self, place: usize) -> &Briefing {
        &self.facts().briefings[place].fact
    }
}

impl View {
    /// The briefing that was given last up to the date.
    #[must_use]
    pub fn find_last_briefing(&self, position: usize) -> Option<usize> {
        let mut briefings = self.briefings(position).iter().copied();
        briefings.find(|place| {
            let briefing = self.index().briefing(*place);
            briefing.is_held() && briefing.date <= self.as_of().date()
        })
    }

    /// When it was last briefed, up to the date.
    #[must_use]
    pub fn last_briefed(&self, position: usize) -> Option<Date> {
        let place = self.find_last_briefing(position)?;
        Some(self.index().briefing(place).date)
    }

    /// How many of these were briefed up to the date, and not before another.
    #[must_use]
    pub fn briefed_count(&self, positions: &[usize], since: Option<Date>) -> usize {
        let briefed = positions.iter().filter_map(|at| self.last_briefed(*at));
        briefed
            .filter(|date| since.is_none_or(|since| *date >= since))
            .count()
    }
}
