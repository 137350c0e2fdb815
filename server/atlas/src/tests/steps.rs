//! An atlas that follows change by change is that of everything at once.

use proptest::prelude::*;

use super::invariants::{BLOCKS, any_verdict};
use super::over_time::{DATES, country};
use crate::Atlas;
use crate::fixture::{Country, code, on};
use domain::dates::AsOf;
use domain::vocabulary::{CoordinationStatus, DocumentScope, Verdict};

/// What somebody may record next.
#[derive(Debug, Clone)]
enum Step {
    Verdict(u16, usize, Verdict, usize),
    Correction(u16, usize, Verdict, usize),
    Withdrawal,
    Invented(u16, usize),
    Arrangement(u16, usize),
    Document(u16, usize),
    Confirmation(u16, usize),
    Inhabitants(u16, usize),
    Rubric(usize),
    Region,
    Membership(u16),
    Edition,
    Reorganisation,
}

fn any_step() -> impl Strategy<Value = Step> {
    let verdict = || (1_u16..=10, 0_usize..4, any_verdict(), 0_usize..4);
    let two = || (1_u16..=10, 0_usize..4);
    prop_oneof![
        4 => verdict().prop_map(|(number, block, verdict, date)| Step::Verdict(number, block, verdict, date)),
        4 => verdict().prop_map(|(number, block, verdict, date)| Step::Correction(number, block, verdict, date)),
        2 => Just(Step::Withdrawal),
        1 => two().prop_map(|(number, block)| Step::Invented(number, block)),
        1 => two().prop_map(|(number, date)| Step::Arrangement(number, date)),
        1 => two().prop_map(|(number, date)| Step::Document(number, date)),
        // Those that inherit.
        2 => (9_u16..=10, 1_usize..4).prop_map(|(number, date)| Step::Confirmation(number, date)),
        1 => two().prop_map(|(number, date)| Step::Inhabitants(number, date)),
        1 => (0_usize..4).prop_map(Step::Rubric),
        1 => Just(Step::Region),
        1 => (1_u16..=10).prop_map(Step::Membership),
        1 => Just(Step::Edition),
        1 => Just(Step::Reorganisation),
    ]
}

fn take(country: Country, step: &Step, place: usize) -> Country {
    let at = format!("2024-02-01T00:00:{place:02}Z");
    let country = country.recorded(&at);
    // Beside the boundary dates others come in, which are turning points.
    let date = |date: usize| DATES[date].replace("-01-01", ["-01-01", "-03-04"][place % 2]);
    match *step {
        Step::Verdict(number, block, verdict, from) => {
            country.verdict(number, BLOCKS[block], verdict, &date(from))
        }
        Step::Correction(number, block, verdict, from) => {
            country.correction(number, BLOCKS[block], verdict, &date(from))
        }
        Step::Withdrawal => country.withdrawal(),
        Step::Invented(number, block) => country.invented(number, BLOCKS[block], "2021-07-01"),
        Step::Arrangement(number, from) => country.arrangement(
            &format!("a{place}"),
            CoordinationStatus::Structural,
            (&*date(from), None),
            &[(number, DATES[0])],
        ),
        Step::Document(number, from) => country.document(
            DocumentScope::Municipal,
            Some(&*date(from)),
            &[(number, DATES[0])],
        ),
        Step::Confirmation(number, from) => country.confirmation(number, &date(from)),
        Step::Inhabitants(number, edition) => {
            country.inhabitants(number, DATES[edition], 90_000 + u32::from(number))
        }
        Step::Rubric(from) => country.weighted(&date(from), 3.0),
        Step::Region => country.platform(&format!("P{place}"), &[]),
        Step::Membership(number) => country.member("A", number),
        Step::Edition => country.boundaries("2022-02-01", &[3, 4, 8, 10]),
        Step::Reorganisation => country.goes(DATES[1], 4, 3, 0.1),
    }
}

/// All that questions are answered from.
fn told(atlas: &Atlas) -> impl PartialEq + std::fmt::Debug + use<> {
    let index = atlas.index();
    let days = [
        "2020-01-01",
        "2020-12-31",
        "2021-02-28",
        "2021-06-30",
        "2022-03-03",
        "2023-12-31",
    ];
    let views = days.map(|day| {
        let view = atlas.at(AsOf::new(on(day), None).unwrap());
        let regions = (0..view.regions().len()).map(|place| view.region_coverage(place));
        (
            format!("{:?}", view.municipalities()),
            format!("{:?}", view.regions()),
            format!("{:?}", regions.collect::<Vec<_>>()),
        )
    });
    let verdicts: Vec<_> = (1..=10)
        .map(|number| index.verdicts(code(number)).to_vec())
        .collect();
    let turns = days.map(|day| days.map(|other| index.turns_between(on(day), on(other))));
    let dates = days.map(|day| atlas.data_date(on(day)));
    (views, verdicts, turns, dates, index.demonstration())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn step_by_step_is_as_all_at_once(steps in prop::collection::vec(any_step(), 1..12)) {
        let mut country = country();
        let mut atlas = Atlas::build(country.facts().clone(), None).unwrap();
        for (place, step) in steps.iter().enumerate() {
            country = take(country, step, place);
            atlas = Atlas::build(country.facts().clone(), Some(&atlas)).unwrap();
            let afresh = Atlas::build(country.facts().clone(), None).unwrap();
            prop_assert_eq!(told(&atlas), told(&afresh), "{:?}", step);
        }
    }
}
