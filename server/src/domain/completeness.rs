//! How complete a policy is: an interval, since unknown is not no.

use super::rubric::Rubric;
use super::vocabulary::{Dimension, Level, PolicyClass, Verdict};

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

/// The class of a municipality's policy (rule 5), from one verdict for each
/// block of the rubric, in the rubric's order.
#[must_use]
pub fn class(rubric: &Rubric, verdicts: &[Verdict]) -> PolicyClass {
    let all_present = |level: Option<Level>| {
        rubric
            .blocks
            .iter()
            .zip(verdicts)
            .filter(|(block, _)| level.is_none_or(|level| block.level == level))
            .all(|(_, verdict)| *verdict == Verdict::Present)
    };
    if verdicts.iter().all(|verdict| *verdict == Verdict::Unknown) {
        PolicyClass::NotAssessed
    } else if !verdicts
        .iter()
        .any(|v| matches!(v, Verdict::Present | Verdict::InPreparation))
    {
        PolicyClass::None
    } else if all_present(None) {
        PolicyClass::Advanced
    } else if all_present(Some(Level::Basic)) {
        PolicyClass::Complete
    } else {
        PolicyClass::Partial
    }
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
mod tests {
    use super::*;
    use crate::domain::rubric::{BuildingBlock, Theme};
    use proptest::prelude::*;

    fn rubric(weights: &[f64]) -> Rubric {
        let theme = |id: &str, dimension| Theme {
            id: id.into(),
            dimension,
            title_nl: String::new(),
            title_en: String::new(),
            guidance_url: String::new(),
        };
        Rubric {
            id: "r".into(),
            title_nl: String::new(),
            title_en: String::new(),
            provisional: true,
            valid_from: jiff::civil::date(2020, 1, 1),
            themes: vec![
                theme("a", Dimension::Awareness),
                theme("b", Dimension::Policy),
                theme("c", Dimension::Approach),
            ],
            blocks: weights
                .iter()
                .enumerate()
                .map(|(n, weight)| BuildingBlock {
                    id: format!("b{n}").into(),
                    theme: n % 3,
                    level: if n % 4 == 3 {
                        Level::Advanced
                    } else {
                        Level::Basic
                    },
                    weight: *weight,
                    title_nl: String::new(),
                    title_en: String::new(),
                    source_url: String::new(),
                    from: Vec::new(),
                })
                .collect(),
        }
    }

    fn any_verdict() -> impl Strategy<Value = Verdict> {
        prop::sample::select(Verdict::ALL)
    }

    fn judged() -> impl Strategy<Value = (Rubric, Vec<Verdict>)> {
        prop::collection::vec((0.1f64..5.0, any_verdict()), 1..30).prop_map(|pairs| {
            (
                rubric(&pairs.iter().map(|p| p.0).collect::<Vec<_>>()),
                pairs.iter().map(|p| p.1).collect(),
            )
        })
    }

    #[test]
    fn unknown_widens_the_interval_and_preparation_counts_for_half() {
        let interval = Completeness::of([
            (Verdict::Present, 1.0),
            (Verdict::Unknown, 1.0),
            (Verdict::InPreparation, 1.0),
            (Verdict::Absent, 1.0),
        ]);
        assert!((interval.low - 0.375).abs() < 1e-12);
        assert!((interval.high - 0.625).abs() < 1e-12);
    }

    #[test]
    fn the_classes_are_those_of_rule_5() {
        use Verdict::{Absent, InPreparation, Present, Unknown};
        let rubric = rubric(&[1.0; 4]);
        for (verdicts, expected) in [
            (
                [Unknown, Unknown, Unknown, Unknown],
                PolicyClass::NotAssessed,
            ),
            ([Absent, Unknown, Unknown, Unknown], PolicyClass::None),
            ([Absent, Absent, Absent, Absent], PolicyClass::None),
            (
                [InPreparation, Absent, Unknown, Unknown],
                PolicyClass::Partial,
            ),
            ([Absent, Absent, Absent, Present], PolicyClass::Partial),
            ([Present, Present, Present, Unknown], PolicyClass::Complete),
            (
                [Present, Present, InPreparation, Present],
                PolicyClass::Partial,
            ),
            ([Present, Present, Present, Present], PolicyClass::Advanced),
        ] {
            assert_eq!(class(&rubric, &verdicts), expected, "{verdicts:?}");
        }
    }

    #[test]
    fn the_mean_over_nothing_is_nothing() {
        assert_eq!(Completeness::mean([]), Completeness::default());
    }

    proptest! {
        #[test]
        fn the_interval_lies_within_0_and_1((rubric, verdicts) in judged()) {
            let interval = completeness(&rubric, &verdicts, |_| true);
            prop_assert!(0.0 <= interval.low && interval.low <= interval.high && interval.high <= 1.0);
            prop_assert_eq!(interval.total() as usize, verdicts.len());
        }

        #[test]
        fn one_more_present_never_lowers_low((rubric, mut verdicts) in judged(), position in any::<prop::sample::Index>()) {
            let before = completeness(&rubric, &verdicts, |_| true);
            let position = position.index(verdicts.len());
            verdicts[position] = Verdict::Present;
            let after = completeness(&rubric, &verdicts, |_| true);
            prop_assert!(after.low >= before.low - 1e-12);
            prop_assert!(after.high >= before.high - 1e-12);
        }

        #[test]
        fn the_dimensions_add_up((rubric, verdicts) in judged()) {
            let whole = completeness(&rubric, &verdicts, |_| true);
            let parts = by_dimension(&rubric, &verdicts);
            prop_assert_eq!(parts.iter().map(Completeness::total).sum::<u32>(), whole.total());
            prop_assert_eq!(parts.iter().map(|part| part.present).sum::<u32>(), whole.present);
        }

        #[test]
        fn complete_means_that_every_block_counts_in_full((rubric, verdicts) in judged()) {
            let interval = completeness(&rubric, &verdicts, |_| true);
            let class = class(&rubric, &verdicts);
            prop_assert_eq!(class == PolicyClass::Advanced, interval.present == interval.total());
            prop_assert_eq!(class == PolicyClass::NotAssessed, interval.unknown == interval.total());
        }
    }
}
