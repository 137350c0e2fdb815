//! A ranking of municipalities for outreach, and those that a view keeps.

use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;

use domain::outreach::priority::{Factor, Weights};
use domain::people::permissions::Audience;
use domain::vocabulary::OutreachPurpose;

/// How many rankings by weights of one's own are kept.
const MOST_KEPT: usize = 4;

/// Which ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankingKey {
    /// What the municipalities are approached for.
    pub purpose: OutreachPurpose,
    /// Who reads it.
    pub audience: Audience,
}

/// The priority of one municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Priority {
    /// Weighted mean of the factors, in 0..=1.
    pub score: f64,
    /// Place among all municipalities of the date, from 1.
    pub rank: usize,
    /// Place on the list of the purpose, among its classes alone, from 1;
    /// nothing when the municipality is not on it.
    pub list_rank: Option<usize>,
    /// What the score is made of.
    pub factors: Vec<Factor>,
}

/// The priorities of all municipalities of a view.
#[derive(Debug)]
pub struct Ranking {
    pub(super) purpose: OutreachPurpose,
    pub(super) priorities: Vec<Priority>,
    pub(super) listed: usize,
}

impl Ranking {
    /// What the municipalities are approached for.
    #[must_use]
    pub fn purpose(&self) -> OutreachPurpose {
        self.purpose
    }

    /// How many are on the list of the purpose.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.listed
    }

    /// The priority of the municipality at a position.
    #[must_use]
    pub fn priority(&self, position: usize) -> &Priority {
        &self.priorities[position]
    }

    /// The positions of all, the first to approach first.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.priorities.len()).collect();
        order.sort_by_key(|position| self.priorities[*position].rank);
        order
    }

    /// Its rank, from 1.
    #[must_use]
    pub fn rank(&self, position: usize) -> usize {
        self.priorities[position].rank
    }
}

/// The rankings of one view that were made.
#[derive(Debug, Default)]
pub(crate) struct RankingCache {
    /// Those with the standard weights, by purpose and audience.
    standard: [[OnceLock<Ranking>; 2]; 2],
    /// Those by weights of one's own that were asked for last.
    others: Mutex<Vec<(Weights, RankingKey, Arc<Ranking>)>>,
}

impl RankingCache {
    /// The ranking with the standard weights, which is made when it is not here.
    pub(super) fn standard(&self, key: RankingKey, make: impl FnOnce() -> Ranking) -> &Ranking {
        self.standard[key.purpose as usize][key.audience as usize].get_or_init(make)
    }

    /// The ranking with weights of one's own, which is made when it is not here.
    pub(super) fn by(
        &self,
        weights: &Weights,
        key: RankingKey,
        make: impl FnOnce() -> Ranking,
    ) -> Arc<Ranking> {
        let kept = || self.others.lock();
        let found = kept()
            .iter()
            .find(|(other, of, _)| other == weights && *of == key)
            .map(|(.., ranking)| Arc::clone(ranking));
        if let Some(found) = found {
            return found;
        }
        let ranking = Arc::new(make());
        let mut kept = kept();
        kept.truncate(MOST_KEPT - 1);
        kept.insert(0, (*weights, key, Arc::clone(&ranking)));
        ranking
    }
}
