//! The rankings of municipalities for outreach.

use std::sync::Arc;

use super::ranking::{Priority, Ranking, RankingKey};
use crate::core::view::View;
use domain::outreach::priority::{FactorInputs, Weights, factors, percentile_ranks, score};
use domain::people::permissions::Audience;

/// The region set whose gaps count in the factor `region`.
const PLATFORM: &str = "vng-platform";

impl View {
    /// The ranking with the standard weights.
    #[must_use]
    pub fn ranking(&self, key: RankingKey) -> &Ranking {
        let make = || Ranking::new(self, &Weights::default(), key);
        self.rankings().standard(key, make)
    }

    /// The ranking with weights of one's own. A list asks for it once for each of
    /// its municipalities.
    #[must_use]
    pub fn ranking_by(&self, weights: &Weights, key: RankingKey) -> Arc<Ranking> {
        let make = || Ranking::new(self, weights, key);
        self.rankings().by(weights, key, make)
    }
}

impl Ranking {
    /// Ranks all municipalities for a purpose and an audience. Ties go by
    /// population, then by code.
    #[must_use]
    pub fn new(view: &View, weights: &Weights, key: RankingKey) -> Self {
        let RankingKey { purpose, audience } = key;
        let states = view.municipalities();
        let inhabitants: Vec<u32> = states.iter().map(|state| state.inhabitants()).collect();
        let population_ranks = percentile_ranks(&inhabitants);
        let gaps: Vec<f64> = states
            .iter()
            .map(|state| purpose.gap(&state.policy.completeness))
            .collect();
        let mut priorities: Vec<Priority> = states
            .iter()
            .enumerate()
            .map(|(position, state)| {
                let at = FactorInputs {
                    gap: gaps[position],
                    status: state.coordination.status,
                    population_rank: population_ranks[position],
                    last_assessed: state.policy.last_assessed,
                    last_briefed: (audience == Audience::Staff)
                        .then(|| view.last_briefed(position)),
                    region_gap: region_gap(view, &gaps, position),
                };
                let factors = factors(&at, view.as_of().date(), weights);
                Priority {
                    score: score(&factors),
                    rank: 0,
                    list_rank: None,
                    factors,
                }
            })
            .collect();
        let mut order: Vec<usize> = (0..priorities.len()).collect();
        order.sort_by(|a, b| {
            comparable(priorities[*b].score)
                .total_cmp(&comparable(priorities[*a].score))
                .then(inhabitants[*b].cmp(&inhabitants[*a]))
                .then(a.cmp(b))
        });
        let classes = purpose.classes();
        let mut listed = 0;
        for (place, position) in order.into_iter().enumerate() {
            priorities[position].rank = place + 1;
            if classes.contains(&states[position].policy.class) {
                listed += 1;
                priorities[position].list_rank = Some(listed);
            }
        }
        Self {
            purpose,
            priorities,
            listed,
        }
    }
}

/// A score without the noise of adding in another order, so that ties are ties.
fn comparable(score: f64) -> f64 {
    (score * 1e9).round()
}

/// Mean gap of the other municipalities of the platform; 0 where there is no
/// other.
fn region_gap(view: &View, gaps: &[f64], position: usize) -> f64 {
    let platform = view.municipalities()[position]
        .regions
        .iter()
        .map(|region| &view.regions()[*region])
        .find(|region| &*region.id.set == PLATFORM);
    let others: Vec<f64> = platform
        .into_iter()
        .flat_map(|region| &region.members)
        .filter(|member| **member != position)
        .map(|member| gaps[*member])
        .collect();
    let number = u32::try_from(others.len()).map_or(f64::INFINITY, f64::from);
    if others.is_empty() {
        0.0
    } else {
        others.iter().sum::<f64>() / number
    }
}
