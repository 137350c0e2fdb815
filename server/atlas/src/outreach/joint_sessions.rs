//! Whom to approach together: proposals for joint sessions.

use std::cmp::Reverse;

use super::ranking::RankingKey;
use super::targets::targeted;
use crate::core::view::View;
use crate::lists::filter::{Filter, FilterError, Prepared};
use domain::people::permissions::Audience;
use domain::vocabulary::OutreachPurpose;

/// More at one table is no conversation.
const LARGEST_SESSION: usize = 6;

/// Adjacent municipalities of one region that miss the same building blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct JointSession {
    /// The place of the region in [`View::regions`].
    pub region: usize,
    /// Positions of the municipalities, the first to approach first.
    pub members: Vec<usize>,
    /// The blocks that all of them are known not to have, by their place in
    /// the rubric in force.
    pub shared_missing: Vec<usize>,
    /// Inhabitants together.
    pub population: u64,
    /// Kilometres between the two that lie farthest apart, from label to label.
    pub span_km: f64,
}

impl View {
    /// Proposals for joint sessions in the regions of a set, those that fill
    /// most gaps at once first. A municipality is in one of them at most.
    ///
    /// Each begins with the first to approach that is not yet in one. Of the
    /// targets that border on those in it, the one is added that shares most of
    /// what they miss, as long as they keep sharing half of what the first
    /// misses.
    pub fn session_proposals(
        &self,
        set: &str,
        filter: Option<&Filter>,
        most: usize,
        audience: Audience,
    ) -> Result<Vec<JointSession>, FilterError> {
        if !self.has_region_set(set) {
            return Err(FilterError::UnknownRegionSet(set.to_owned()));
        }
        let purpose = OutreachPurpose::Brief;
        let prepared = Prepared::new(self, &targeted(purpose, filter))?;
        let order: Vec<usize> = self
            .ranking(RankingKey { purpose, audience })
            .order()
            .into_iter()
            .filter(|position| prepared.selects(*position))
            .collect();
        let mut proposals = Vec::new();
        for (region, state) in self.regions().iter().enumerate() {
            if &*state.id.set == set {
                let open = order
                    .iter()
                    .copied()
                    .filter(|at| state.members.contains(at));
                proposals.extend(self.proposals_in(region, open.collect()));
            }
        }
        proposals.sort_by_key(|proposal| {
            let gaps = proposal.members.len() * proposal.shared_missing.len();
            (
                Reverse(gaps),
                Reverse(proposal.population),
                proposal.members.clone(),
            )
        });
        proposals.truncate(most);
        Ok(proposals)
    }

    fn proposals_in(&self, region: usize, mut open: Vec<usize>) -> Vec<JointSession> {
        let mut proposals = Vec::new();
        while !open.is_empty() {
            let first = open.remove(0);
            let mut members = vec![first];
            let mut shared = self.missing(first);
            let fewest = shared.len().div_ceil(2).max(1);
            while members.len() < LARGEST_SESSION {
                let Some((place, still_shared)) = self.next(&members, &shared, &open) else {
                    break;
                };
                if still_shared.len() < fewest {
                    break;
                }
                members.push(open.remove(place));
                shared = still_shared;
            }
            if members.len() > 1 {
                proposals.push(self.proposal(region, members, shared));
            }
        }
        proposals
    }

    /// Of the open ones that border on the members, the place of the one that
    /// shares most of what they miss, and what is shared with it.
    fn next(
        &self,
        members: &[usize],
        shared: &[usize],
        open: &[usize],
    ) -> Option<(usize, Vec<usize>)> {
        let borders = |at: usize| {
            let neighbours = self.neighbours(at);
            members.iter().any(|member| neighbours.contains(member))
        };
        let candidates = open.iter().enumerate().filter(|(_, at)| borders(**at));
        candidates
            .map(|(place, at)| {
                let missing = self.missing(*at);
                let both = shared
                    .iter()
                    .copied()
                    .filter(|block| missing.contains(block));
                (place, both.collect::<Vec<_>>())
            })
            .min_by_key(|(place, both)| (Reverse(both.len()), *place))
    }

    fn proposal(
        &self,
        region: usize,
        members: Vec<usize>,
        shared_missing: Vec<usize>,
    ) -> JointSession {
        let population = members
            .iter()
            .map(|at| u64::from(self.municipalities()[*at].inhabitants()))
            .sum();
        let pairs = members
            .iter()
            .flat_map(|a| members.iter().map(move |b| (*a, *b)));
        let span_km = pairs
            .map(|(a, b)| self.distance_km(a, b))
            .fold(0.0, f64::max);
        JointSession {
            region,
            members,
            shared_missing,
            population,
            span_km,
        }
    }
}
