//! When municipalities were briefed.

use jiff::civil::Date;

use crate::core::index::Index;
use crate::core::view::View;
use domain::outreach::campaign::Briefing;

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
