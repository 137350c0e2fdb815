//! How complete a policy is: an interval, since unknown is not no.

use super::rubric::{ADOPTED_POLICY, Rubric};
use crate::domain::vocabulary::{Dimension, Level, PolicyClass, Verdict};

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
mod tests {
    use super::*;
    use crate::domain::policy::rubric::{BuildingBlock, Theme};
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

    /// Four blocks: `adopted-policy`, `b1` and `b2` BASIC, `b3` ADVANCED.
    fn small() -> Rubric {
        let mut rubric = rubric(&[1.0; 4]);
        rubric.blocks[0].id = ADOPTED_POLICY.into();
        rubric
    }

    #[test]
    fn the_classes_are_those_of_rule_5() {
        use Verdict::{Absent, InPreparation, Present, Unknown};
        let rubric = small();
        for (verdicts, expected) in [
            (
                [Unknown, Unknown, Unknown, Unknown],
                PolicyClass::NotAssessed,
            ),
            ([Absent, Unknown, Unknown, Unknown], PolicyClass::None),
            ([Absent, Absent, Absent, Absent], PolicyClass::None),
            (
                [Absent, Unknown, InPreparation, Unknown],
                PolicyClass::Partial,
            ),
            ([Absent, Absent, Absent, Present], PolicyClass::Partial),
            ([Unknown, Absent, Unknown, Unknown], PolicyClass::Partial),
            (
                [InPreparation, Absent, Unknown, Unknown],
                PolicyClass::Partial,
            ),
            ([Present, Unknown, Unknown, Unknown], PolicyClass::Uncertain),
            ([Unknown, Unknown, Unknown, Absent], PolicyClass::Uncertain),
            ([Present, Present, Unknown, Absent], PolicyClass::Uncertain),
            ([Present, Present, Present, Unknown], PolicyClass::Complete),
            (
                [Present, Present, InPreparation, Present],
                PolicyClass::Partial,
            ),
            ([Present, Present, Present, Present], PolicyClass::Advanced),
        ] {
            assert_eq!(
                class(&rubric, &verdicts, |_| false),
                expected,
                "{verdicts:?}"
            );
        }
    }

    #[test]
    fn what_follows_from_an_arrangement_tells_nothing_of_policy() {
        use Verdict::{Absent, Present, Unknown};
        let rubric = small();
        let of = |verdicts: [Verdict; 4]| class(&rubric, &verdicts, |position| position == 1);
        assert_eq!(
            of([Unknown, Present, Unknown, Unknown]),
            PolicyClass::NotAssessed
        );
        assert_eq!(
            of([Unknown, Absent, Unknown, Unknown]),
            PolicyClass::NotAssessed
        );
        assert_eq!(of([Absent, Present, Unknown, Unknown]), PolicyClass::None);
        assert_eq!(
            of([Present, Present, Unknown, Unknown]),
            PolicyClass::Uncertain
        );
        // It is a building block all the same: complete policy has it.
        assert_eq!(
            of([Present, Absent, Present, Present]),
            PolicyClass::Partial
        );
        assert_eq!(
            of([Present, Present, Present, Unknown]),
            PolicyClass::Complete
        );
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
            let class = class(&rubric, &verdicts, |_| false);
            prop_assert_eq!(class == PolicyClass::Advanced, interval.present == interval.total());
            prop_assert_eq!(class == PolicyClass::NotAssessed, interval.unknown == interval.total());
        }

        #[test]
        fn learning_more_never_contradicts_the_class(
            (mut rubric, verdicts) in judged(),
            arranged in any::<prop::sample::Index>(),
            learned in prop::collection::vec(any_verdict(), 30),
        ) {
            rubric.blocks[0].id = ADOPTED_POLICY.into();
            let arranged = arranged.index(verdicts.len() + 1);
            let before = class(&rubric, &verdicts, |position| position == arranged);
            let after: Vec<Verdict> = verdicts
                .iter()
                .zip(learned)
                .map(|(old, new)| if *old == Verdict::Unknown { new } else { *old })
                .collect();
            let after = class(&rubric, &after, |position| position == arranged);
            if before.certainty() != Certainty::Open {
                prop_assert_eq!(after.certainty(), before.certainty(), "{:?} became {:?}", before, after);
            }
            if before != PolicyClass::NotAssessed {
                prop_assert_ne!(after, PolicyClass::NotAssessed);
            }
            if before == PolicyClass::Advanced {
                prop_assert_eq!(after, PolicyClass::Advanced);
            }
        }

        #[test]
        fn complete_policy_can_be_reached_from_uncertain((rubric, verdicts) in judged()) {
            if class(&rubric, &verdicts, |_| false) == PolicyClass::Uncertain {
                let best: Vec<Verdict> = verdicts
                    .iter()
                    .map(|old| if *old == Verdict::Unknown { Verdict::Present } else { *old })
                    .collect();
                prop_assert_eq!(class(&rubric, &best, |_| false).certainty(), Certainty::Complete);
            }
        }

        #[test]
        fn an_arrangement_alone_never_changes_a_class_from_not_assessed(
            (rubric, verdicts) in judged(),
            arranged in any::<prop::sample::Index>(),
            follows in any_verdict(),
        ) {
            let arranged = arranged.index(verdicts.len());
            let mut verdicts: Vec<Verdict> = verdicts.iter().map(|_| Verdict::Unknown).collect();
            verdicts[arranged] = follows;
            prop_assert_eq!(
                class(&rubric, &verdicts, |position| position == arranged),
                PolicyClass::NotAssessed
            );
        }
    }
}
