//! When anything on record begins or ends: between two such dates, and between
//! two changes, views hold the same.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::Index;
use domain::dates::AsOf;
use domain::facts::Facts;

/// How long before the first change nothing was known yet: any time will do.
const BEFORE: SignedDuration = SignedDuration::from_secs(1);

impl Index {
    /// Whether anything begins or ends after the first date and up to the
    /// second: if not, the views of both dates hold the same.
    pub(crate) fn turns_between(&self, after: Date, to: Date) -> bool {
        let next = self.turning_points.partition_point(|date| *date <= after);
        let next = self.turning_points.get(next).copied();
        let next_verdict = self.verdicts.next_date(after);
        next.into_iter().chain(next_verdict).any(|date| date <= to)
    }

    /// The same question at the last change up to its instant: nothing else was
    /// known between the two. As known now when no change came after.
    pub(crate) fn as_known(&self, as_of: AsOf) -> AsOf {
        let changes = &self.facts.changes;
        let (Some(instant), Some(first)) = (as_of.known_at(), changes.first()) else {
            return as_of;
        };
        let (mut known, mut end) = (0, changes.len());
        while known < end {
            let middle = known.midpoint(end);
            match changes.get(middle) {
                Some(change) if change.recorded_at <= instant => known = middle + 1,
                _ => end = middle,
            }
        }
        if known == changes.len() {
            return as_of.known(None);
        }
        let last = known.checked_sub(1).and_then(|place| changes.get(place));
        let last = last.map(|change| change.recorded_at);
        let before = first.recorded_at.saturating_sub(BEFORE);
        let before = before.unwrap_or(Timestamp::MIN);
        as_of.known(Some(last.unwrap_or(before)))
    }

    /// The same question on the last date up to its own on which something
    /// began or ended.
    pub(crate) fn turned(&self, as_of: AsOf) -> AsOf {
        let date = as_of.date();
        let turned = self.turning_points.partition_point(|other| *other <= date);
        let last = turned
            .checked_sub(1)
            .map(|place| self.turning_points[place]);
        let last = last.max(self.verdicts.last_date(date));
        last.and_then(|date| AsOf::new(date, as_of.known_at()).ok())
            .unwrap_or(as_of)
    }
}

/// The dates on which anything on record but a verdict begins or ends,
/// superseded records included.
pub(super) fn turning_points(facts: &Facts) -> Vec<Date> {
    let arrangements = facts.arrangements.iter().map(|a| a.fact.period);
    let documents = facts.documents.iter().filter_map(|d| d.fact.period);
    let memberships = facts.memberships.iter().map(|m| m.fact.period);
    let periods = arrangements.chain(documents).chain(memberships);
    let mut dates: Vec<Date> = periods
        .flat_map(|period| std::iter::once(period.from).chain(period.to))
        .chain(facts.editions.iter().map(|edition| edition.date))
        .chain(facts.successions.iter().map(|s| s.date))
        .chain(facts.rubrics.iter().map(|rubric| rubric.valid_from))
        .chain(facts.population.iter().map(|figure| figure.reference_date))
        .chain(facts.population.iter().map(|figure| figure.boundary_date))
        .chain(facts.briefings.iter().map(|b| b.fact.date))
        .chain(facts.confirmations.iter().map(|c| c.fact.valid_from))
        .collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}
