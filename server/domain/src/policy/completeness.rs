//! How complete a policy is: an interval, since unknown is not no.

use super::rubric::{ADOPTED_POLICY, Rubric};
use crate::vocabulary::{Dimension, Level, PolicyClass, Verdict};

/// The weighted share of building blocks, as an interval: `low` counts an
/// unknown block as absent, `high` counts it as present (rule 1). A block in
/// preparation counts for half in both.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Completeness {
    /// At least this share, in 0..=1.
    pub low: f64,
    /// At most this share, in `low..=1`.
    pub high: f64,
    /// Number of blocks that are present.
    pub present: u32,
    /// Number of blocks in preparation.
    pub in_preparation: u32,
    /// Number of blocks that are absent.
    pub absent: u32,
    /// Number of blocks of which nothing is known.
    pub unknown: u32,
}

impl Completeness {
    /// Weighs verdicts; each comes with the weight of its block.
    #[must_use]
    pub fn of(verdicts: impl IntoIterator<Item = (Verdict, f64)>) -> Self {
        let mut sum = Self::default();
        let (mut certain, mut possible, mut whole) = (0.0, 0.0, 0.0);
        for (verdict, weight) in verdicts {
            whole += weight;
            match verdict {
                Verdict::Present => {
                    sum.present += 1;
                    certain += weight;
                    possible += weight;
                }
                Verdict::InPreparation => {
                    sum.in_preparation += 1;
                    certain += weight / 2.0;
                    possible += weight / 2.0;
                }
                Verdict::Absent => sum.absent += 1,
                Verdict::Unknown => {
                    sum.unknown += 1;
                    possible += weight;
                }
            }
        }
        if whole > 0.0 {
            sum.low = (certain / whole).clamp(0.0, 1.0);
            sum.high = (possible / whole).clamp(sum.low, 1.0);
        }
        sum
    }

    /// The number of blocks counted.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.present + self.in_preparation + self.absent + self.unknown
    }

    /// The mean interval over municipalities, with the sums of the counts;
    /// all 0 over none.
    #[must_use]
    pub fn mean(intervals: impl IntoIterator<Item = Self>) -> Self {
        let mut mean = Self::default();
        let mut number = 0.0;
        for interval in intervals {
            number += 1.0;
            mean.low += interval.low;
            mean.high += interval.high;
            mean.present += interval.present;
            mean.in_preparation += interval.in_preparation;
            mean.absent += interval.absent;
            mean.unknown += interval.unknown;
        }
        if number > 0.0 {
            mean.low = (mean.low / number).clamp(0.0, 1.0);
            mean.high = (mean.high / number).clamp(mean.low, 1.0);
        }
        mean
    }
}

/// Whether complete policy is certain, ruled out or open (rule 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// A BASIC block is absent or in preparation: COMPLETE is out of reach
    /// whatever else becomes known.
    NotComplete,
    /// It cannot be told yet.
    Open,
    /// Every BASIC block is present.
    Complete,
}

impl PolicyClass {
    /// What the class says of complete policy.
    #[must_use]
    pub const fn certainty(self) -> Certainty {
        match self {
            Self::NotAssessed | Self::Uncertain => Certainty::Open,
            Self::None | Self::Partial => Certainty::NotComplete,
            Self::Complete | Self::Advanced => Certainty::Complete,
        }
    }
}

/// The class of a municipality's policy (rule 5), from one verdict for each
/// block of the rubric, in the rubric's order. `by_arrangement` tells by its
/// position whether a verdict follows from an arrangement alone: that counts in
/// the completeness, but tells nothing of policy.
#[must_use]
pub fn class(
    rubric: &Rubric,
    verdicts: &[Verdict],
    by_arrangement: impl Fn(usize) -> bool,
) -> PolicyClass {
    let blocks = || rubric.blocks.iter().zip(verdicts).enumerate();
    let known_of_policy = || {
        blocks()
            .filter(|(position, _)| !by_arrangement(*position))
            .map(|(_, (_, verdict))| *verdict)
    };
    let basic = || {
        blocks()
            .filter(|(_, (block, _))| block.level == Level::Basic)
            .map(|(_, (_, verdict))| *verdict)
    };
    let begun = |verdict| matches!(verdict, Verdict::Present | Verdict::InPreparation);
    if known_of_policy().all(|verdict| verdict == Verdict::Unknown) {
        PolicyClass::NotAssessed
    } else if verdicts.iter().all(|verdict| *verdict == Verdict::Present) {
        PolicyClass::Advanced
    } else if basic().all(|verdict| verdict == Verdict::Present) {
        PolicyClass::Complete
    } else if !basic().any(|verdict| matches!(verdict, Verdict::Absent | Verdict::InPreparation)) {
        PolicyClass::Uncertain
    } else if is_absent(rubric, verdicts, ADOPTED_POLICY) && !known_of_policy().any(begun) {
        PolicyClass::None
    } else {
        PolicyClass::Partial
    }
}

fn is_absent(rubric: &Rubric, verdicts: &[Verdict], id: &str) -> bool {
    rubric
        .find_block(id)
        .is_some_and(|block| verdicts.get(block) == Some(&Verdict::Absent))
}

/// Completeness over the blocks of the rubric that the condition selects by
/// their position; `verdicts` has one for each block, in the rubric's order.
#[must_use]
pub fn completeness(
    rubric: &Rubric,
    verdicts: &[Verdict],
    of: impl Fn(usize) -> bool,
) -> Completeness {
    Completeness::of(
        rubric
            .blocks
            .iter()
            .zip(verdicts)
            .enumerate()
            .filter(|(position, _)| of(*position))
            .map(|(_, (block, verdict))| (*verdict, block.weight)),
    )
}

/// Completeness in each dimension, in the order of [`Dimension::ALL`].
#[must_use]
pub fn by_dimension(rubric: &Rubric, verdicts: &[Verdict]) -> [Completeness; 3] {
    let one = |dimension: Dimension| {
        completeness(rubric, verdicts, |position| {
            rubric.dimension(&rubric.blocks[position]) == dimension
        })
    };
    [
        one(Dimension::Awareness),
        one(Dimension::Policy),
        one(Dimension::Approach),
    ]
}

/// The weaker of two verdicts: ABSENT < UNKNOWN < `IN_PREPARATION` < PRESENT
/// (rule 7).
#[must_use]
pub fn weaker(a: Verdict, b: Verdict) -> Verdict {
    if strength(a) <= strength(b) { a } else { b }
}

/// The place of a verdict in the order of rule 7.
#[must_use]
pub fn strength(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Absent => 0,
        Verdict::Unknown => 1,
        Verdict::InPreparation => 2,
        Verdict::Present => 3,
    }
}

#[cfg(test)]
mod tests;
