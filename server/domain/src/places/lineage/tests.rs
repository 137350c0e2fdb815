//! Lives, shapes, reach and reorganisations of a small country.

use super::*;
use jiff::civil::date;

const FIRST: Date = date(2020, 1, 1);
const SECOND: Date = date(2021, 1, 1);
const THIRD: Date = date(2022, 1, 1);

fn code(number: u16) -> MunicipalityCode {
    format!("GM{number:04}").parse().unwrap()
}

fn goes(date: Date, from: u16, to: u16, area_share: f64) -> Succession {
    Succession {
        date,
        from: code(from),
        from_name: "from".into(),
        to: code(to),
        to_name: "to".into(),
        area_share,
    }
}

/// 1 and 2 merge into 9 in 2021; 3 absorbs 4 in 2022; 5 is split over 3 and 6 in 2021.
fn lineage() -> Lineage {
    let editions = [
        (FIRST, [1, 2, 3, 4, 5, 6].map(code).to_vec()),
        (SECOND, [3, 4, 6, 9].map(code).to_vec()),
        (THIRD, [3, 6, 9].map(code).to_vec()),
    ];
    Lineage::new(
        editions.iter().map(|(date, codes)| (*date, codes)),
        &[
            goes(SECOND, 1, 9, 0.99),
            goes(SECOND, 2, 9, 1.0),
            goes(SECOND, 5, 3, 0.4),
            goes(SECOND, 5, 6, 0.6),
            goes(THIRD, 4, 3, 0.998),
        ],
    )
}

#[test]
fn a_code_that_grows_has_two_shapes() {
    let lineage = lineage();
    let shape = |at| lineage.find_shape(code(3), at).unwrap();
    assert_eq!(
        shape(FIRST),
        Period {
            from: FIRST,
            to: Some(SECOND)
        }
    );
    assert_eq!(
        shape(date(2021, 12, 31)),
        Period {
            from: SECOND,
            to: Some(THIRD)
        }
    );
    assert_eq!(
        shape(THIRD),
        Period {
            from: THIRD,
            to: None
        }
    );
    assert!(lineage.grew(code(3), THIRD) && !lineage.grew(code(3), FIRST));
}

#[test]
fn an_ended_code_has_no_shape_afterwards() {
    let lineage = lineage();
    assert_eq!(lineage.find_shape(code(1), FIRST).unwrap().to, Some(SECOND));
    assert_eq!(lineage.find_shape(code(1), SECOND), None);
    assert_eq!(lineage.find_shape(code(9), FIRST), None);
}

#[test]
fn only_a_new_municipality_inherits_and_only_from_whole_predecessors() {
    let lineage = lineage();
    assert_eq!(lineage.origins(code(9)), [code(1), code(2)]);
    assert!(lineage.origins(code(3)).is_empty());
    assert!(lineage.origins(code(6)).is_empty());
}

#[test]
fn a_record_reaches_the_new_municipality_but_not_one_that_kept_its_code() {
    let lineage = lineage();
    let reach = |number, boundary_date| {
        lineage.reach(&[NamedMunicipality {
            code: code(number),
            boundary_date,
        }])
    };
    assert_eq!(
        reach(1, FIRST),
        [
            CoveredMunicipality {
                code: code(1),
                via: vec![]
            },
            CoveredMunicipality {
                code: code(9),
                via: vec![code(1)]
            }
        ]
    );
    assert_eq!(
        reach(4, SECOND),
        [CoveredMunicipality {
            code: code(4),
            via: vec![]
        }]
    );
    assert_eq!(
        reach(5, FIRST),
        [CoveredMunicipality {
            code: code(5),
            via: vec![]
        }]
    );
}

#[test]
fn a_record_that_names_the_new_municipality_covers_what_went_into_it() {
    let lineage = lineage();
    let reach = lineage.reach(&[NamedMunicipality {
        code: code(9),
        boundary_date: SECOND,
    }]);
    assert_eq!(
        reach.iter().map(|r| r.code).collect::<Vec<_>>(),
        [1, 2, 9].map(code)
    );
    assert!(reach.iter().all(|r| r.via.is_empty()));
    let before = lineage.reach(&[NamedMunicipality {
        code: code(3),
        boundary_date: SECOND,
    }]);
    assert_eq!(before.iter().map(|r| r.code).collect::<Vec<_>>(), [code(3)]);
}

#[test]
fn heirs_are_followed_to_the_date() {
    let lineage = lineage();
    assert_eq!(lineage.heirs(code(5), THIRD), [code(3), code(6)]);
    assert_eq!(lineage.heirs(code(1), FIRST), [code(1)]);
    assert_eq!(lineage.heirs(code(4), SECOND), [code(4)]);
    assert_eq!(lineage.heirs(code(4), THIRD), [code(3)]);
}

#[test]
fn ancestors_are_followed_back_to_the_date() {
    let lineage = lineage();
    let ancestors = |number, from, to| lineage.ancestors(code(number), from, to);
    assert_eq!(ancestors(9, FIRST, THIRD), [code(1), code(2)]);
    assert_eq!(ancestors(9, SECOND, THIRD), [code(9)]);
    assert_eq!(ancestors(3, FIRST, THIRD), [code(3), code(4), code(5)]);
    assert_eq!(ancestors(3, FIRST, SECOND), [code(3), code(5)]);
    assert_eq!(ancestors(3, THIRD, THIRD), [code(3)]);
}

#[test]
fn reorganisations_are_told_apart() {
    let kinds: Vec<_> = lineage()
        .reorganisations()
        .iter()
        .map(|r| (r.date, r.kind, r.from.len(), r.to.len()))
        .collect();
    assert_eq!(
        kinds,
        [
            (SECOND, ReorganisationKind::Merger, 2, 1),
            (SECOND, ReorganisationKind::Split, 1, 2),
            (THIRD, ReorganisationKind::Absorption, 1, 1),
        ]
    );
}
