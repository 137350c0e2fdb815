//! What changed between two dates, and coverage over time.

use std::sync::Arc;

use jiff::civil::Date;
use proptest::prelude::*;

use super::invariants::{BLOCKS, any_verdict};
use crate::fixture::{Country, code, on};
use crate::{Atlas, ChangeReport, Filter, MunicipalityChange, Range, View};
use domain::dates::AsOf;
use domain::vocabulary::{ChangeKind, CoordinationStatus, DocumentScope, TimelineStep, Verdict};

/// The first dates of the four divisions of [`country`].
pub(super) const DATES: [&str; 4] = ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"];

/// In 2021, 1 and 2 merge into 9 and 5 is split over 4 and 6; in 2022, 3 absorbs
/// 7; in 2023, 9 and 6 merge into 10. Only 8 always stays as it is.
pub(super) fn country() -> Country {
    Country::new()
        .edition(DATES[0], &[1, 2, 3, 4, 5, 6, 7, 8])
        .edition(DATES[1], &[3, 4, 6, 7, 8, 9])
        .edition(DATES[2], &[3, 4, 6, 8, 9])
        .edition(DATES[3], &[3, 4, 8, 10])
        .goes(DATES[1], 1, 9, 1.0)
        .goes(DATES[1], 2, 9, 0.99)
        .goes(DATES[1], 5, 4, 0.4)
        .goes(DATES[1], 5, 6, 0.6)
        .goes(DATES[2], 7, 3, 1.0)
        .goes(DATES[3], 9, 10, 1.0)
        .goes(DATES[3], 6, 10, 0.98)
        .platform("A", &[1, 3, 4, 9])
        .platform("B", &[2, 5, 6, 7, 8, 10])
}

fn at(atlas: &Atlas, date: &str) -> Arc<View> {
    atlas.at(AsOf::new(on(date), None).unwrap())
}

fn changes(atlas: &Atlas, from: &str, to: &str) -> ChangeReport {
    at(atlas, to).changes_since(&at(atlas, from), None).unwrap()
}

fn change(atlas: &Atlas, number: u16, from: &str, to: &str) -> MunicipalityChange {
    let position = at(atlas, to).find(code(number)).unwrap();
    let report = changes(atlas, from, to);
    let found = report
        .changes
        .into_iter()
        .find(|change| change.position == position);
    found.unwrap()
}

fn kind(atlas: &Atlas, number: u16, from: &str, to: &str) -> ChangeKind {
    change(atlas, number, from, to).kind
}

#[test]
fn what_merged_grew_or_received_a_part_is_not_comparable() {
    let country = country()
        .verdict(1, "focal-point", Verdict::Present, "2020-03-01")
        .atlas();
    let kinds = |from, to| {
        let report = changes(&country, from, to);
        let counts = report.counts();
        let of = |kind: ChangeKind| counts[kind as usize];
        (of(ChangeKind::NotComparable), of(ChangeKind::NotReassessed))
    };
    assert_eq!(kinds("2020-12-31", "2021-01-01"), (3, 3));
    assert_eq!(kinds("2021-12-31", "2022-01-01"), (1, 4));
    assert_eq!(kinds("2020-01-01", "2023-01-01"), (3, 1));
    assert_eq!(kinds("2023-01-01", "2023-01-01"), (0, 4));
}

#[test]
fn a_change_tells_from_which_municipalities_it_came() {
    let country = country().atlas();
    let before = |number, from, to| -> Vec<u16> {
        let view = at(&country, from);
        let change = change(&country, number, from, to);
        let codes = change.before.iter().map(|at| view.code(*at).unwrap());
        codes
            .map(|code| code.to_string()[2..].parse().unwrap())
            .collect()
    };
    assert_eq!(before(10, "2020-06-01", "2023-06-01"), [1, 2, 5, 6]);
    assert_eq!(before(10, "2022-06-01", "2023-06-01"), [6, 9]);
    assert_eq!(before(4, "2020-06-01", "2023-06-01"), [4, 5]);
    assert_eq!(before(8, "2020-06-01", "2023-06-01"), [8]);
}

#[test]
fn only_what_holds_from_a_date_in_between_counts() {
    let country = country()
        .verdict(8, "focal-point", Verdict::Present, "2021-06-01")
        .atlas();
    let kind = |from, to| kind(&country, 8, from, to);
    assert_eq!(kind("2021-05-31", "2021-06-01"), ChangeKind::Improved);
    assert_eq!(kind("2021-06-01", "2023-06-01"), ChangeKind::NotReassessed);
    assert_eq!(kind("2020-01-01", "2021-05-31"), ChangeKind::NotReassessed);
}

#[test]
fn a_new_record_that_says_the_same_is_the_same_and_an_unknown_one_is_none() {
    let country = country()
        .verdict(8, "focal-point", Verdict::Present, "2020-06-01")
        .verdict(8, "focal-point", Verdict::Present, "2021-06-01")
        .verdict(3, "focal-point", Verdict::Unknown, "2022-06-01")
        .verdict(4, "focal-point", Verdict::Absent, "2022-06-01")
        .atlas();
    let kind = |number, from, to| kind(&country, number, from, to);
    assert_eq!(kind(8, "2021-01-01", "2022-01-01"), ChangeKind::Same);
    let later = |number| kind(number, "2022-02-01", "2023-02-01");
    assert_eq!(later(3), ChangeKind::NotReassessed);
    assert_eq!(later(4), ChangeKind::Same, "what is absent is known now");
}

#[test]
fn an_arrangement_that_ends_is_worse_and_one_that_follows_is_judged_by_its_status() {
    let named = [(8, DATES[0]), (4, DATES[0])];
    let country = country()
        .arrangement(
            "a",
            CoordinationStatus::Structural,
            ("2020-02-01", Some("2021-06-01")),
            &named,
        )
        .arrangement(
            "b",
            CoordinationStatus::Temporary,
            ("2021-06-01", Some("2022-06-01")),
            &named,
        )
        .arrangement(
            "c",
            CoordinationStatus::Temporary,
            ("2022-06-01", None),
            &[(8, DATES[0])],
        )
        .atlas();
    let kind = |number, from, to| kind(&country, number, from, to);
    assert_eq!(kind(8, "2021-05-01", "2021-07-01"), ChangeKind::Worse);
    assert_eq!(kind(8, "2022-05-01", "2022-07-01"), ChangeKind::Same);
    assert_eq!(kind(4, "2022-05-01", "2022-07-01"), ChangeKind::Worse);
}

#[test]
fn with_one_recorded_improvement_exactly_one_improved() {
    let country = country()
        .document(
            DocumentScope::Municipal,
            Some("2022-05-01"),
            &[(8, DATES[0])],
        )
        .atlas();
    let counts = changes(&country, "2022-02-01", "2023-02-01").counts();
    assert_eq!(counts, [1, 0, 0, 2, 1]);
}

#[test]
fn a_correction_does_not_change_what_was_known_before_it() {
    let country = country()
        .verdict(8, "focal-point", Verdict::Present, "2022-06-01")
        .recorded("2025-01-01T00:00:00Z")
        .verdict(8, "regional-plan", Verdict::Present, "2021-06-01")
        .atlas();
    let known = |instant: &str| {
        let view = |date| country.at(AsOf::new(on(date), Some(instant.parse().unwrap())).unwrap());
        let report = view("2022-01-01").changes_since(&view("2021-02-01"), None);
        report.unwrap().counts()
    };
    assert_eq!(
        known("2024-12-31T00:00:00Z")[ChangeKind::Improved as usize],
        0
    );
    assert_eq!(
        known("2025-01-01T00:00:00Z")[ChangeKind::Improved as usize],
        1
    );
}

/// Verdicts, arrangements and documents at random dates on municipalities that
/// may or may not live then.
pub(super) fn any_records() -> impl Strategy<Value = Country> {
    let number = 1_u16..=10;
    let verdicts = prop::collection::vec(
        (number.clone(), 0_usize..4, any_verdict(), any_date()),
        0..16,
    );
    let arrangements = prop::collection::vec(
        (
            number.clone(),
            prop::sample::select(CoordinationStatus::ALL),
            any_date(),
            prop::option::of(1_i32..900),
        ),
        0..5,
    );
    let documents = prop::collection::vec((number, any_date(), any::<bool>()), 0..4);
    (verdicts, arrangements, documents).prop_map(|(verdicts, arrangements, documents)| {
        let mut country = country();
        for (number, block, verdict, from) in verdicts {
            country = country.verdict(number, BLOCKS[block], verdict, &from.to_string());
        }
        for (place, (number, status, from, days)) in arrangements.into_iter().enumerate() {
            let to = days.map(|days| {
                from.checked_add(jiff::Span::new().days(days))
                    .unwrap()
                    .to_string()
            });
            let period = (&*from.to_string(), to.as_deref());
            country =
                country.arrangement(&format!("a{place}"), status, period, &[(number, DATES[0])]);
        }
        for (number, from, regional) in documents {
            let scope = if regional {
                DocumentScope::Regional
            } else {
                DocumentScope::Municipal
            };
            country = country.document(scope, Some(&from.to_string()), &[(number, DATES[0])]);
        }
        country
    })
}

fn any_date() -> impl Strategy<Value = Date> {
    (0_i32..1500).prop_map(|days| {
        on("2019-12-01")
            .checked_add(jiff::Span::new().days(days))
            .unwrap()
    })
}

pub(super) fn any_filter() -> impl Strategy<Value = Option<Filter>> {
    let low = Range {
        gt: None,
        gte: Some(0.25),
        lt: None,
        lte: None,
    };
    let leaf = prop_oneof![
        Just(Filter::Code([1, 3, 8, 9].map(code).to_vec())),
        Just(Filter::Status(vec![CoordinationStatus::Unknown])),
        Just(Filter::Block(
            "focal-point".to_owned(),
            vec![Verdict::Present]
        )),
        Just(Filter::NeverAssessed(true)),
        Just(Filter::Inherited(true)),
        Just(Filter::Low(low)),
    ];
    let tree = leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Filter::Any),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Filter::All),
            inner.prop_map(|filter| Filter::Not(Box::new(filter))),
        ]
    });
    prop::option::of(tree)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn changes_add_up_to_the_municipalities_of_the_later_date(country in any_records(), filter in any_filter()) {
        let country = country.atlas();
        for (place, from) in DATES.iter().enumerate() {
            for to in &DATES[place..] {
                let (earlier, later) = (at(&country, from), at(&country, to));
                let report = later.changes_since(&earlier, filter.as_ref()).unwrap();
                let selected = later.positions(filter.as_ref()).unwrap();
                prop_assert_eq!(usize::try_from(report.counts().iter().sum::<u32>()).unwrap(), selected.len());
                let mut listed: Vec<usize> = report.changes.iter().map(|change| change.position).collect();
                listed.sort_unstable();
                prop_assert_eq!(listed, selected);
                for change in &report.changes {
                    prop_assert!(!change.before.is_empty());
                    let same_shape = later.municipalities()[change.position].shape.from <= on(from);
                    prop_assert_eq!(change.kind != ChangeKind::NotComparable, same_shape);
                }
            }
        }
    }

    #[test]
    fn where_nothing_is_on_record_nothing_changed(country in any_records(), from in 0_usize..4, to in 0_usize..4) {
        let country = country.atlas();
        let (from, to) = (DATES[from.min(to)], DATES[from.max(to)]);
        let (earlier, later) = (at(&country, from), at(&country, to));
        for change in changes(&country, from, to).changes {
            let state = &later.municipalities()[change.position];
            if change.kind == ChangeKind::NotReassessed {
                let before = &earlier.municipalities()[change.before[0]];
                prop_assert_eq!(state.policy.completeness, before.policy.completeness);
                prop_assert_eq!(&state.coordination, &before.coordination);
            }
            if from == to {
                prop_assert_eq!(change.kind, ChangeKind::NotReassessed);
            }
        }
    }

    #[test]
    fn each_point_of_a_timeline_is_the_coverage_of_its_date(
        country in any_records(), filter in any_filter(), step in prop::sample::select(TimelineStep::ALL),
    ) {
        let country = country.atlas();
        let points = country.timeline((on("2020-01-01"), on("2023-07-15")), step, None, filter.as_ref()).unwrap();
        for point in points {
            let view = at(&country, &point.date.to_string());
            prop_assert_eq!(point.coverage, view.coverage(filter.as_ref()).unwrap());
        }
    }
}
