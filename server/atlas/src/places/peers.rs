//! Municipalities that are alike, and which of them have what another misses.

use crate::core::state::VerdictBasis;
use crate::core::view::View;
use crate::lists::filter::FilterError;
use domain::places::similarity::{Profile, distance};
use domain::vocabulary::Verdict;

/// A municipality that is like another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peer {
    /// Its position.
    pub position: usize,
    /// What it is like.
    pub profile: Profile,
    /// What the other is like.
    pub of: Profile,
    /// Whether the two share a border.
    pub neighbours: bool,
    /// How unlike the two are; 0 is the same.
    pub distance: f64,
}

/// A municipality that has a building block, for one that looks for an example.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Solution {
    /// Who has it, and how like it is.
    pub peer: Peer,
    /// The position of the block in the rubric in force.
    pub block: usize,
    /// The place of the policy document that shows it: the one from which the
    /// verdict follows, or else one in force that makes the block present.
    pub document: Option<usize>,
}

impl View {
    /// The municipalities most like the one at a position, by
    /// [`distance`]; ties by code.
    #[must_use]
    pub fn peers(&self, position: usize, most: usize) -> Vec<Peer> {
        let mut peers = self.by_likeness(position);
        peers.truncate(most);
        peers
    }

    /// The municipalities most like the one at a position that have the block.
    pub fn solved_by(
        &self,
        position: usize,
        block: &str,
        most: usize,
    ) -> Result<Vec<Solution>, FilterError> {
        let place = self
            .rubric()
            .and_then(|rubric| rubric.find_block(block))
            .ok_or_else(|| FilterError::UnknownBlock(block.to_owned()))?;
        Ok(self
            .by_likeness(position)
            .into_iter()
            .filter(|peer| {
                let policy = &self.municipalities()[peer.position].policy;
                policy.blocks[place].verdict == Verdict::Present
            })
            .take(most)
            .map(|peer| Solution {
                peer,
                block: place,
                document: self.document_for(peer.position, place, block),
            })
            .collect())
    }

    fn by_likeness(&self, position: usize) -> Vec<Peer> {
        let of = self.profile(position);
        let beside = self.neighbours(position);
        let mut peers: Vec<Peer> = (0..self.municipalities().len())
            .filter(|other| *other != position)
            .map(|other| {
                let profile = self.profile(other);
                let neighbours = beside.contains(&other);
                Peer {
                    position: other,
                    profile,
                    of,
                    neighbours,
                    distance: distance(&of, &profile, neighbours),
                }
            })
            .collect();
        peers.sort_by(|a, b| {
            a.distance
                .total_cmp(&b.distance)
                .then(a.position.cmp(&b.position))
        });
        peers
    }

    fn profile(&self, position: usize) -> Profile {
        Profile {
            inhabitants: self.municipalities()[position].inhabitants(),
            area_km2: self
                .edition()
                .map_or(0.0, |edition| edition.boundaries().area_km2(position)),
        }
    }

    fn document_for(&self, position: usize, block: usize, id: &str) -> Option<usize> {
        match self.municipalities()[position].policy.blocks[block].basis {
            VerdictBasis::Document(place) => Some(place),
            _ => self.document_making(position, id),
        }
    }

    /// The place of a document in force that names the municipality at a
    /// position and makes the block with this id present.
    pub(crate) fn document_making(&self, position: usize, id: &str) -> Option<usize> {
        let code = self.code(position)?;
        let names_it = |place: usize| {
            let mut reach = self.index().document_reach(place).iter();
            reach.any(|reach| reach.code == code && reach.via.is_empty())
        };
        let documents = self.municipalities()[position].documents.iter();
        documents.copied().find(|place| {
            let fact = &self.index().document(*place).fact;
            let makes = fact.makes_present().contains(&id);
            makes && fact.in_force(self.as_of().date()) && names_it(*place)
        })
    }
}
