//! Whom to approach first.

use std::cmp::Reverse;

use super::ranking::Ranking;
use crate::core::view::View;
use crate::lists::filter::Filter;
use crate::lists::page::{ListError, PageRequest};
use domain::page::Page;
use domain::vocabulary::{OutreachPurpose, Verdict};

/// How many examples are named for a target.
const MOST_EXAMPLES: usize = 3;

/// A municipality to approach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutreachTarget {
    /// Its position.
    pub position: usize,
    /// The blocks that it is known not to have, by their place in the rubric in
    /// force. What is unknown is not missing.
    pub missing: Vec<usize>,
    /// Positions of municipalities nearby that have some of these: those that
    /// have most of them first, then the nearest.
    pub solved_nearby: Vec<usize>,
}

/// Whom outreach is for. A filter on policy says it itself; any other narrows
/// down the classes of the purpose.
pub(crate) fn targeted(purpose: OutreachPurpose, filter: Option<&Filter>) -> Filter {
    let classes = Filter::Class(purpose.classes());
    match filter {
        Some(filter) if filter.asks_of_policy() => filter.clone(),
        Some(filter) => Filter::All(vec![classes, filter.clone()]),
        None => classes,
    }
}

impl View {
    /// The municipalities that a filter selects, those of the classes of the
    /// ranking's purpose unless it is one on policy, by their rank among all.
    pub fn outreach_targets(
        &self,
        filter: Option<&Filter>,
        ranking: &Ranking,
        request: &PageRequest,
    ) -> Result<Page<OutreachTarget>, ListError> {
        let filter = targeted(ranking.purpose(), filter);
        let page = self.list_in(&ranking.order(), Some(&filter), request)?;
        Ok(page.map(|position| self.target(position)))
    }

    fn target(&self, position: usize) -> OutreachTarget {
        let missing = self.missing(position);
        OutreachTarget {
            position,
            solved_nearby: self.solved_nearby(position, &missing),
            missing,
        }
    }

    /// The blocks that a municipality is known not to have.
    #[must_use]
    pub fn missing(&self, position: usize) -> Vec<usize> {
        let blocks = self.municipalities()[position].policy.blocks.iter();
        blocks
            .enumerate()
            .filter(|(_, block)| block.verdict == Verdict::Absent)
            .map(|(place, _)| place)
            .collect()
    }

    /// Among its neighbours and those of its regions.
    fn solved_nearby(&self, position: usize, missing: &[usize]) -> Vec<usize> {
        let mut nearby: Vec<usize> = self.municipalities()[position]
            .regions
            .iter()
            .flat_map(|region| self.regions()[*region].members.iter().copied())
            .chain(self.neighbours(position).iter().copied())
            .filter(|other| *other != position)
            .collect();
        nearby.sort_unstable();
        nearby.dedup();
        let solved = |other: usize| {
            let blocks = &self.municipalities()[other].policy.blocks;
            let has = |block: &&usize| blocks[**block].verdict == Verdict::Present;
            missing.iter().filter(has).count()
        };
        nearby.retain(|other| solved(*other) > 0);
        nearby.sort_by(|a, b| {
            let distance = |other: &usize| self.distance_km(position, *other);
            Reverse(solved(*a))
                .cmp(&Reverse(solved(*b)))
                .then(distance(a).total_cmp(&distance(b)))
        });
        nearby.truncate(MOST_EXAMPLES);
        nearby
    }

    /// The positions of those with which it shares a border.
    #[must_use]
    pub fn neighbours(&self, position: usize) -> &[usize] {
        self.edition()
            .map_or(&[], |edition| edition.boundaries().neighbours(position))
    }

    /// Kilometres between the label positions of two municipalities.
    #[must_use]
    pub fn distance_km(&self, one: usize, other: usize) -> f64 {
        const METRES_A_KILOMETRE: f64 = 1000.0;
        self.edition().map_or(0.0, |edition| {
            let label = |at| edition.boundaries().label(at).metres;
            let (a, b) = (label(one), label(other));
            (a.x - b.x).hypot(a.y - b.y) / METRES_A_KILOMETRE
        })
    }
}
