use super::*;
use crate::policy::rubric::{BuildingBlock, Theme};
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
