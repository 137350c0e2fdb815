//! The rules of verdicts, lineage and totals, tried on small countries.

mod editions;
mod history;
mod invariants;
mod outreach;
mod over_time;
mod pages;
mod peers;
mod quality;
mod steps;
mod totals;

use super::fixture::{Country, code, on};
use super::{BlockState, MunicipalityState, RankingKey, View};
use domain::dates::AsOf;
use domain::people::permissions::Audience;
use domain::vocabulary::{
    CoordinationStatus, DocumentScope, Established, OutreachPurpose, Verdict,
};

const FIRST: &str = "2020-01-01";
const SECOND: &str = "2021-01-01";

/// 1 and 2 merge into 9 on the second date; 3 stays.
fn merging() -> Country {
    Country::new()
        .edition(FIRST, &[1, 2, 3])
        .edition(SECOND, &[3, 9])
        .goes(SECOND, 1, 9, 1.0)
        .goes(SECOND, 2, 9, 0.995)
}

fn block<'a>(view: &'a View, number: u16, id: &str) -> &'a BlockState {
    let position = view.find(code(number)).unwrap();
    &view.municipalities()[position].policy.blocks[view.rubric().unwrap().find_block(id).unwrap()]
}

fn state(view: &View, number: u16) -> &MunicipalityState {
    &view.municipalities()[view.find(code(number)).unwrap()]
}

#[test]
fn a_document_in_force_makes_adopted_policy_present_and_a_regional_one_the_plan_too() {
    let country = || {
        Country::new()
            .edition(FIRST, &[1, 2])
            .document(DocumentScope::Municipal, Some("2022-05-01"), &[(1, FIRST)])
            .document(DocumentScope::Regional, Some("2022-05-01"), &[(2, FIRST)])
            .document(DocumentScope::Municipal, None, &[(1, FIRST)])
    };
    let view = country().view("2022-05-01");
    assert_eq!(block(&view, 1, "adopted-policy").verdict, Verdict::Present);
    assert_eq!(block(&view, 1, "regional-plan").verdict, Verdict::Unknown);
    assert_eq!(block(&view, 2, "regional-plan").verdict, Verdict::Present);
    let (established, from, _) = view.basis(block(&view, 1, "adopted-policy"));
    assert_eq!(
        (established, from),
        (Established::DerivedFromDocument, Some(on("2022-05-01")))
    );
    let before = country().view("2022-04-30");
    assert_eq!(
        block(&before, 1, "adopted-policy").verdict,
        Verdict::Unknown
    );
    assert_eq!(
        state(&before, 1).documents.len(),
        1,
        "the one without a date is listed"
    );
}

#[test]
fn an_arrangement_in_force_decides_on_care_coordination() {
    for (status, verdict) in [
        (CoordinationStatus::Structural, Verdict::Present),
        (CoordinationStatus::Temporary, Verdict::Present),
        (CoordinationStatus::InPreparation, Verdict::InPreparation),
        (CoordinationStatus::Remote, Verdict::Absent),
        (CoordinationStatus::None, Verdict::Absent),
    ] {
        let view = Country::new()
            .edition(FIRST, &[1])
            .arrangement(
                "a",
                status,
                ("2020-02-01", Some("2020-03-01")),
                &[(1, FIRST)],
            )
            .view("2020-02-15");
        assert_eq!(
            block(&view, 1, "care-coordination").verdict,
            verdict,
            "{status}"
        );
        assert_eq!(state(&view, 1).coordination.status, status);
    }
}

#[test]
fn the_best_arrangement_in_force_is_the_status() {
    let country = Country::new()
        .edition(FIRST, &[1])
        .arrangement(
            "old",
            CoordinationStatus::Temporary,
            ("2018-01-01", Some("2021-05-01")),
            &[(1, FIRST)],
        )
        .arrangement(
            "new",
            CoordinationStatus::Structural,
            ("2021-05-01", None),
            &[(1, FIRST)],
        )
        .arrangement(
            "beside",
            CoordinationStatus::Remote,
            ("2018-01-01", None),
            &[(1, FIRST)],
        )
        .atlas();
    let at = |date| country.at(AsOf::new(on(date), None).unwrap());
    assert_eq!(
        state(&at("2021-04-30"), 1).coordination.status,
        CoordinationStatus::Temporary
    );
    let after = at("2021-05-01");
    assert_eq!(
        state(&after, 1).coordination.status,
        CoordinationStatus::Structural
    );
    assert_eq!(state(&after, 1).coordination.since, Some(on("2021-05-01")));
    assert_eq!(state(&after, 1).coordination.arrangements.len(), 2);
}

#[test]
fn a_recorded_verdict_overrides_a_derived_one_from_its_date_on() {
    let country = Country::new()
        .edition(FIRST, &[1])
        .document(DocumentScope::Municipal, Some("2020-02-01"), &[(1, FIRST)])
        .verdict(1, "adopted-policy", Verdict::Absent, "2021-06-01")
        .atlas();
    let at = |date| country.at(AsOf::new(on(date), None).unwrap());
    assert_eq!(
        block(&at("2021-05-31"), 1, "adopted-policy").verdict,
        Verdict::Present
    );
    assert_eq!(
        block(&at("2021-06-01"), 1, "adopted-policy").verdict,
        Verdict::Absent
    );
}

#[test]
fn a_new_municipality_inherits_the_weakest_verdict_until_it_has_one_of_its_own() {
    let country = merging()
        .verdict(1, "focal-point", Verdict::Present, "2020-03-01")
        .verdict(2, "focal-point", Verdict::InPreparation, "2020-04-01")
        .verdict(1, "regional-plan", Verdict::Present, "2020-03-01")
        .verdict(9, "focal-point", Verdict::Present, "2022-01-01")
        .atlas();
    let at = |date| country.at(AsOf::new(on(date), None).unwrap());
    let inherited = at("2021-01-01");
    let focal_point = block(&inherited, 9, "focal-point");
    assert_eq!(focal_point.verdict, Verdict::InPreparation);
    assert_eq!(*focal_point.inherited_from, [code(1), code(2)]);
    assert_eq!(
        block(&inherited, 9, "regional-plan").verdict,
        Verdict::Unknown
    );
    assert!(
        !block(&inherited, 9, "adopted-policy").inherited(),
        "there was nothing to inherit"
    );
    let own = at("2022-01-01");
    assert_eq!(block(&own, 9, "focal-point").verdict, Verdict::Present);
    assert!(!block(&own, 9, "focal-point").inherited());
}

#[test]
fn an_arrangement_carries_over_but_the_block_follows_the_weakest_predecessor() {
    let structural = CoordinationStatus::Structural;
    let view = merging()
        .arrangement(
            "a",
            structural,
            ("2020-01-01", None),
            &[(1, FIRST), (3, FIRST)],
        )
        .view("2021-01-01");
    let coordination = &state(&view, 9).coordination;
    assert_eq!(coordination.status, structural);
    assert_eq!(coordination.inherited_from, [code(1)]);
    assert_eq!(
        block(&view, 9, "care-coordination").verdict,
        Verdict::Unknown
    );
    assert!(!state(&view, 3).coordination.inherited());
}

#[test]
fn a_municipality_that_keeps_its_code_keeps_its_verdicts_and_takes_none() {
    let view = Country::new()
        .edition(FIRST, &[1, 2])
        .edition(SECOND, &[2])
        .goes(SECOND, 1, 2, 1.0)
        .verdict(1, "focal-point", Verdict::Present, "2020-03-01")
        .verdict(2, "regional-plan", Verdict::Present, "2020-03-01")
        .arrangement(
            "a",
            CoordinationStatus::Structural,
            (FIRST, None),
            &[(1, FIRST)],
        )
        .view("2021-06-01");
    assert_eq!(block(&view, 2, "focal-point").verdict, Verdict::Unknown);
    assert_eq!(block(&view, 2, "regional-plan").verdict, Verdict::Present);
    assert_eq!(
        state(&view, 2).coordination.status,
        CoordinationStatus::Unknown
    );
}

#[test]
fn a_receiver_of_part_of_a_split_municipality_inherits_nothing() {
    let view = Country::new()
        .edition(FIRST, &[1, 2])
        .edition(SECOND, &[2, 8])
        .goes(SECOND, 1, 2, 0.45)
        .goes(SECOND, 1, 8, 0.55)
        .verdict(1, "focal-point", Verdict::Present, "2020-03-01")
        .view("2021-06-01");
    assert_eq!(block(&view, 2, "focal-point").verdict, Verdict::Unknown);
    assert_eq!(block(&view, 8, "focal-point").verdict, Verdict::Unknown);
}

#[test]
fn the_second_clock_tells_what_was_known() {
    let country = Country::new()
        .edition(FIRST, &[1])
        .verdict(1, "focal-point", Verdict::Absent, "2020-03-01")
        .recorded("2025-01-01T00:00:00Z")
        .verdict(1, "focal-point", Verdict::Present, "2020-03-01")
        .atlas();
    let known =
        |at: &str| country.at(AsOf::new(on("2023-01-01"), Some(at.parse().unwrap())).unwrap());
    let verdict = |at| block(&known(at), 1, "focal-point").verdict;
    assert_eq!(verdict("2023-12-31T00:00:00Z"), Verdict::Unknown);
    assert_eq!(verdict("2024-06-01T00:00:00Z"), Verdict::Absent);
    assert_eq!(verdict("2025-01-01T00:00:00Z"), Verdict::Present);
}

#[test]
fn the_ranking_counts_the_gaps_of_the_others_of_the_platform() {
    let view = Country::new()
        .edition(FIRST, &[1, 2, 3])
        .platform("A", &[1, 2, 3])
        .verdict(1, "focal-point", Verdict::Present, FIRST)
        .view(FIRST);
    let ranking = |purpose| {
        view.ranking(RankingKey {
            purpose,
            audience: Audience::Public,
        })
    };
    let region = |purpose, number: u16| {
        let priority = ranking(purpose).priority(view.find(code(number)).unwrap());
        priority
            .factors
            .iter()
            .find(|factor| factor.name == "region")
            .unwrap()
            .value
    };
    // Of the others nothing is known; of the first one block of four is present.
    let (brief, ask) = (OutreachPurpose::Brief, OutreachPurpose::Ask);
    assert!((region(brief, 1) - 0.5).abs() < 1e-12);
    assert!((region(brief, 2) - f64::midpoint(0.5, 0.375)).abs() < 1e-12);
    assert!((region(ask, 1) - 1.0).abs() < 1e-12);
    assert!((region(ask, 2) - 0.875).abs() < 1e-12);
    for purpose in [brief, ask] {
        let ranks: Vec<usize> = (0..3).map(|at| ranking(purpose).rank(at)).collect();
        assert_eq!(ranks, [3, 2, 1], "of equal gaps the larger comes first");
    }
}
