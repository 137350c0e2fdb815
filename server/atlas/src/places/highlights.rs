//! What makes a municipality stand out among its peers.

use crate::core::view::View;
use domain::policy::completeness::Completeness;
use domain::policy::rubric::CARE_COORDINATION;
use domain::vocabulary::{CoordinationStatus, Verdict};

/// With how many peers a municipality is compared.
const PEERS: usize = 10;
/// From this difference on completeness is far from that of the peers.
const FAR: f64 = 0.2;
/// How many building blocks are told of each sort, at most.
const MOST_BLOCKS: usize = 3;

/// Something that stands out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Highlight {
    /// The low end of completeness lies far from the mean of the peers, and
    /// what is not known of either cannot make up for it.
    Completeness {
        /// The low end of its own, in 0..=1.
        own: f64,
        /// The mean low end of the peers, in 0..=1.
        peers: f64,
    },
    /// A coordinator works here and with few peers, or not here and with most.
    Coordination {
        /// The status here.
        own: CoordinationStatus,
        /// With how many peers a coordinator works.
        others: usize,
    },
    /// It has a building block that few peers have.
    Has {
        /// The position of the block in the rubric in force.
        block: usize,
        /// How many peers have it.
        others: usize,
    },
    /// It misses a building block that most peers have.
    Misses {
        /// The position of the block in the rubric in force.
        block: usize,
        /// How many peers have it.
        others: usize,
        /// Whether it is known to be absent; nothing is known when not.
        known: bool,
    },
}

/// What stands out, and among how many.
#[derive(Debug, Clone, PartialEq)]
pub struct Highlights {
    /// The number of peers.
    pub peers: usize,
    /// Completeness, coordination, what it has, what it misses.
    pub list: Vec<Highlight>,
}

impl View {
    /// What makes the municipality at a position stand out among its ten
    /// nearest peers: few are at most a quarter of them, most at least three
    /// quarters, and far is 20 percentage points.
    #[must_use]
    pub fn highlights(&self, position: usize) -> Highlights {
        let peers: Vec<usize> = self
            .peers(position, PEERS)
            .iter()
            .map(|peer| peer.position)
            .collect();
        let mut list = Vec::new();
        if !peers.is_empty() {
            list.extend(self.completeness_highlight(position, &peers));
            list.extend(self.coordination_highlight(position, &peers));
            list.extend(self.block_highlights(position, &peers));
        }
        Highlights {
            peers: peers.len(),
            list,
        }
    }

    fn completeness_highlight(&self, position: usize, peers: &[usize]) -> Option<Highlight> {
        let completeness = |at: usize| self.municipalities()[at].policy.completeness;
        let mean = Completeness::mean(peers.iter().map(|peer| completeness(*peer)));
        let own = completeness(position);
        let is_certain = own.low >= mean.high || own.high <= mean.low;
        let is_far = (own.low - mean.low).abs() >= FAR;
        (is_certain && is_far).then_some(Highlight::Completeness {
            own: own.low,
            peers: mean.low,
        })
    }

    fn coordination_highlight(&self, position: usize, peers: &[usize]) -> Option<Highlight> {
        let status = |at: usize| self.municipalities()[at].coordination.status;
        let works = |at: usize| status(at) >= CoordinationStatus::Temporary;
        let others = peers.iter().filter(|peer| works(**peer)).count();
        stands_out(works(position), others, peers.len()).then_some(Highlight::Coordination {
            own: status(position),
            others,
        })
    }

    fn block_highlights(&self, position: usize, peers: &[usize]) -> Vec<Highlight> {
        let Some(rubric) = self.rubric() else {
            return Vec::new();
        };
        let verdict =
            |at: usize, block: usize| self.municipalities()[at].policy.blocks[block].verdict;
        let (mut has, mut misses) = (Vec::new(), Vec::new());
        for (block, fact) in rubric.blocks.iter().enumerate() {
            let own = verdict(position, block);
            // Coordination is told by itself, and half of something is neither.
            if *fact.id == *CARE_COORDINATION || own == Verdict::InPreparation {
                continue;
            }
            let others = peers
                .iter()
                .filter(|peer| verdict(**peer, block) == Verdict::Present)
                .count();
            if !stands_out(own == Verdict::Present, others, peers.len()) {
                continue;
            }
            if own == Verdict::Present {
                has.push((others, block));
            } else {
                misses.push((std::cmp::Reverse(others), block, own == Verdict::Absent));
            }
        }
        has.sort_unstable();
        misses.sort_unstable();
        let has = has.into_iter().take(MOST_BLOCKS);
        let misses = misses.into_iter().take(MOST_BLOCKS);
        has.map(|(others, block)| Highlight::Has { block, others })
            .chain(misses.map(|(others, block, known)| Highlight::Misses {
                block,
                others: others.0,
                known,
            }))
            .collect()
    }
}

/// Whether having something that so many of the others have stands out, or
/// having it not.
fn stands_out(own: bool, others: usize, all: usize) -> bool {
    if own {
        others * 4 <= all
    } else {
        others * 4 >= all * 3
    }
}
