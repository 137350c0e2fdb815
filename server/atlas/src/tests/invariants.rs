//! What holds whatever is on record.

use proptest::prelude::*;

use super::{FIRST, SECOND, block, merging};
use crate::fixture::on;
use crate::{CoverageGrouping, Filter, PageRequest};
use domain::dates::AsOf;
use domain::policy::completeness::strength;
use domain::vocabulary::{CoordinationStatus, PolicyClass, Verdict};

pub(super) fn any_verdict() -> impl Strategy<Value = Verdict> {
    prop::sample::select(Verdict::ALL)
}

pub(super) const BLOCKS: [&str; 4] = [
    "adopted-policy",
    "care-coordination",
    "focal-point",
    "regional-plan",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn merging_never_raises_a_block_above_its_weakest_predecessor(
        verdicts in prop::collection::vec((1u16..=2, 0usize..4, any_verdict()), 0..12),
        covered in prop::collection::vec((1u16..=2, prop::sample::select(CoordinationStatus::ALL)), 0..3),
    ) {
        let mut country = merging();
        for (number, block, verdict) in verdicts {
            country = country.verdict(number, BLOCKS[block], verdict, "2020-05-01");
        }
        for (place, (number, status)) in covered.into_iter().enumerate() {
            country = country.arrangement(&format!("a{place}"), status, (FIRST, None), &[(number, FIRST)]);
        }
        let atlas = country.atlas();
        let before = atlas.at(AsOf::new(on("2020-12-31"), None).unwrap());
        let after = atlas.at(AsOf::new(on("2021-01-01"), None).unwrap());
        for id in BLOCKS {
            let weakest = [1, 2].map(|number| strength(block(&before, number, id).verdict)).into_iter().min().unwrap();
            prop_assert!(strength(block(&after, 9, id).verdict) <= weakest, "{}", id);
        }
    }

    #[test]
    fn arrangements_that_begin_and_end_never_make_a_class(
        covered in prop::collection::vec((1u16..=2, prop::sample::select(CoordinationStatus::ALL), prop::option::of(Just("2020-09-01"))), 0..4),
        date in prop::sample::select(vec![FIRST, "2020-12-31", SECOND, "2026-01-01"]),
    ) {
        let mut country = merging();
        for (place, (number, status, to)) in covered.into_iter().enumerate() {
            country = country.arrangement(&format!("a{place}"), status, (FIRST, to), &[(number, FIRST)]);
        }
        for state in country.view(date).municipalities() {
            prop_assert_eq!(state.policy.class, PolicyClass::NotAssessed);
        }
    }

    #[test]
    fn counts_add_up_whatever_is_on_record(
        verdicts in prop::collection::vec((1u16..=3, 0usize..4, any_verdict()), 0..12),
        covered in prop::collection::vec((1u16..=3, prop::sample::select(CoordinationStatus::ALL)), 0..3),
        date in prop::sample::select(vec![FIRST, "2020-12-31", SECOND, "2026-01-01"]),
    ) {
        let mut country = merging().platform("A", &[1, 3, 9]).platform("B", &[2]);
        for (number, block, verdict) in verdicts {
            country = country.verdict(number, BLOCKS[block], verdict, "2020-05-01");
        }
        for (place, (number, status)) in covered.into_iter().enumerate() {
            country = country.arrangement(&format!("a{place}"), status, (FIRST, None), &[(number, FIRST)]);
        }
        let view = country.view(date);
        let whole = view.coverage(None).unwrap();
        let number = u32::try_from(view.municipalities().len()).unwrap();
        prop_assert_eq!(whole.whole.municipalities, number);
        prop_assert_eq!(whole.by_status.iter().map(|count| count.municipalities).sum::<u32>(), number);
        prop_assert_eq!(whole.by_class.iter().map(|count| count.municipalities).sum::<u32>(), number);
        prop_assert_eq!(whole.by_class.iter().map(|count| count.inhabitants).sum::<u64>(), whole.whole.inhabitants);
        let without = whole.without_complete_policy();
        let certainly = Filter::Class(vec![PolicyClass::None, PolicyClass::Partial]);
        let complete = Filter::Class(vec![PolicyClass::Complete, PolicyClass::Advanced]);
        prop_assert_eq!(usize::try_from(without.low).unwrap(), view.positions(Some(&certainly)).unwrap().len());
        prop_assert_eq!(usize::try_from(number - without.high).unwrap(), view.positions(Some(&complete)).unwrap().len());
        prop_assert!(0.0 <= whole.completeness.low && whole.completeness.low <= whole.completeness.high);
        for group in [CoverageGrouping::RegionSet("vng-platform"), CoverageGrouping::Status, CoverageGrouping::Class] {
            let groups = view.coverage_by(group, None).unwrap();
            prop_assert_eq!(groups.iter().map(|group| group.coverage.whole.municipalities).sum::<u32>(), number);
        }
        for class in PolicyClass::ALL {
            let filter = Filter::Class(vec![*class]);
            let page = view.list(Some(&filter), &[], &PageRequest::default()).unwrap();
            prop_assert_eq!(u32::try_from(page.total).unwrap(), whole.by_class[*class as usize].municipalities);
        }
    }
}
