//! What is to be said of the data.

use super::merging;
use crate::QualityNotice;
use crate::fixture::{Country, code, on};
use domain::vocabulary::{CoordinationStatus, DocumentScope, QualityKind, QualityReason, Verdict};

const FIRST: &str = "2020-01-01";

fn notices(country: Country, number: u16, date: &str) -> Vec<QualityNotice> {
    let view = country.view(date);
    view.quality(view.find(code(number)).unwrap())
}

/// Nothing is to be said of municipality 1 in 2021.
fn sound() -> Country {
    Country::new()
        .edition(FIRST, &[1])
        .arrangement_by(
            Some("GGD"),
            "a",
            CoordinationStatus::Structural,
            (FIRST, None),
            &[(1, FIRST)],
        )
        .verdict(1, "focal-point", Verdict::Present, "2020-06-01")
}

#[test]
fn of_sound_data_nothing_is_said() {
    assert_eq!(notices(sound(), 1, "2021-01-01"), []);
}

#[test]
fn what_is_not_on_record_is_missing() {
    let empty = Country::new().edition(FIRST, &[1]);
    assert_eq!(
        notices(empty, 1, FIRST),
        [QualityNotice::NoArrangement, QualityNotice::NeverAssessed]
    );
}

#[test]
fn an_assessment_is_stale_after_three_years() {
    assert_eq!(notices(sound(), 1, "2023-06-01"), []);
    assert_eq!(
        notices(sound(), 1, "2023-06-02"),
        [QualityNotice::Stale(on("2020-06-01"))]
    );
}

#[test]
fn records_that_do_not_agree_are_contradictory() {
    let nameless = sound().arrangement(
        "b",
        CoordinationStatus::Structural,
        (FIRST, None),
        &[(1, FIRST)],
    );
    assert_eq!(
        notices(nameless, 1, "2021-01-01"),
        [QualityNotice::NoOrganisation(1)]
    );

    let absent = sound().verdict(1, "care-coordination", Verdict::Absent, "2020-06-01");
    let contrary = |verdict, status| QualityNotice::CareRecorded { verdict, status };
    assert_eq!(
        notices(absent, 1, "2021-01-01"),
        [contrary(Verdict::Absent, CoordinationStatus::Structural)]
    );
    let present = Country::new()
        .edition(FIRST, &[1])
        .arrangement(
            "a",
            CoordinationStatus::Remote,
            (FIRST, None),
            &[(1, FIRST)],
        )
        .verdict(1, "care-coordination", Verdict::Present, "2020-06-01");
    assert_eq!(
        notices(present, 1, "2021-01-01"),
        [contrary(Verdict::Present, CoordinationStatus::Remote)]
    );

    let regional = sound()
        .verdict(1, "regional-plan", Verdict::Absent, "2020-06-01")
        .verdict(1, "adopted-policy", Verdict::InPreparation, "2020-06-01")
        .document(DocumentScope::Regional, Some("2020-07-01"), &[(1, FIRST)]);
    let notices = notices(regional, 1, "2021-01-01");
    assert_eq!(
        notices,
        [QualityNotice::DocumentAgainst {
            block: 3,
            document: 0
        }]
    );
    assert_eq!(notices[0].kind(), QualityKind::Contradictory);
    assert_eq!(notices[0].reason(), QualityReason::DocumentAgainst);
}

#[test]
fn what_was_carried_over_waits_for_confirmation() {
    let merged = merging()
        .verdict(1, "focal-point", Verdict::Present, "2020-06-01")
        .verdict(2, "focal-point", Verdict::Present, "2020-06-01")
        .arrangement_by(
            Some("GGD"),
            "a",
            CoordinationStatus::Structural,
            (FIRST, None),
            &[(1, FIRST)],
        );
    let inherited = [
        // On the focal point, and on care coordination after the arrangement.
        QualityNotice::InheritedVerdicts {
            number: 2,
            from: vec![code(1), code(2)],
        },
        QualityNotice::InheritedCoordination(vec![code(1)]),
    ];
    let notices = notices(merged, 9, "2021-06-01");
    for notice in &inherited {
        assert!(notices.contains(notice), "{notices:?}");
        assert_eq!(notice.kind(), QualityKind::Inherited);
    }
}

#[test]
fn verdicts_from_before_the_area_grew_are_about_less() {
    let growing = || {
        sound()
            .edition("2021-01-01", &[1])
            .goes("2021-01-01", 7, 1, 1.0)
    };
    let grew = QualityNotice::Grew(on("2021-01-01"));
    assert_eq!(notices(growing(), 1, "2021-06-01"), [grew]);
    let again = growing().verdict(1, "focal-point", Verdict::Present, "2021-02-01");
    assert_eq!(notices(again, 1, "2021-06-01"), []);
}

#[test]
fn a_document_expires_in_its_last_six_months() {
    let ending = || {
        sound().document_until(
            DocumentScope::Municipal,
            Some("2020-06-01"),
            Some("2021-12-31"),
            &[(1, FIRST)],
        )
    };
    assert_eq!(notices(ending(), 1, "2021-06-30"), []);
    let expires = [QualityNotice::Expires {
        document: 0,
        date: on("2021-12-31"),
    }];
    assert_eq!(notices(ending(), 1, "2021-07-01"), expires);
    assert_eq!(notices(ending(), 1, "2021-12-30"), expires);
    assert_eq!(notices(ending(), 1, "2021-12-31"), []);
}
