//! Areas that do not form a set of boundaries.

use geo::{Area as _, LineString, MultiPolygon, Polygon, Validation};
use geodata::{Area, Boundaries, BuildError, Crs, Detail};

/// A square of RD New: lower left corner and side in kilometres.
fn square(x: f64, y: f64, side: f64) -> Vec<(f64, f64)> {
    let (x, y, side) = (1e5 + x * 1e3, 4e5 + y * 1e3, side * 1e3);
    vec![
        (x, y),
        (x + side, y),
        (x + side, y + side),
        (x, y + side),
        (x, y),
    ]
}

fn area(code: &str, ring: Vec<(f64, f64)>, holes: Vec<Vec<(f64, f64)>>) -> Area {
    let holes = holes.into_iter().map(LineString::from).collect();
    Area {
        code: code.to_owned(),
        name: code.to_owned(),
        geometry: MultiPolygon(vec![Polygon::new(LineString::from(ring), holes)]),
    }
}

fn plain(code: &str, x: f64, y: f64, side: f64) -> Area {
    area(code, square(x, y, side), vec![])
}

fn build(areas: Vec<Area>) -> Result<Boundaries, BuildError> {
    Boundaries::build(Crs::RdNew, areas)
}

fn refusal(areas: Vec<Area>) -> String {
    build(areas).unwrap_err().to_string()
}

#[test]
fn neighbours_by_the_same_positions() {
    let built = build(vec![
        plain("A", 0., 0., 1.),
        plain("B", 1., 0., 1.),
        plain("C", 1., 1., 1.),
    ])
    .unwrap();
    assert_eq!(built.neighbours(0), [1]);
    assert_eq!(built.neighbours(1), [0, 2], "A and C only touch in a point");
}

#[test]
fn neighbours_by_a_corner_on_a_straight_border() {
    let built = build(vec![plain("A", 0., 0., 2.), plain("B", 2., 0.5, 1.)]).unwrap();
    assert_eq!(built.neighbours(0), [1]);
    let outline = built.outline(&[0, 1], Detail::Full, Crs::RdNew);
    assert_eq!(outline.0.len(), 1);
    assert!((outline.unsigned_area() - 5e6).abs() < 1.0);
}

#[test]
fn neighbours_by_positions_that_nearly_agree() {
    let mut other = square(1., 0., 1.);
    other[0].0 += 0.0001;
    other[4].0 += 0.0001;
    other[3].1 -= 0.04;
    let built = build(vec![plain("A", 0., 0., 1.), area("B", other, vec![])]).unwrap();
    assert_eq!(built.neighbours(0), [1]);
    assert_eq!(built.outline(&[0, 1], Detail::Full, Crs::RdNew).0.len(), 1);
}

#[test]
fn an_island_in_a_lake_and_an_enclave_in_a_hole() {
    let outer = area(
        "A",
        square(0., 0., 9.),
        vec![square(1., 1., 2.), square(5., 5., 2.)],
    );
    let built = build(vec![
        outer,
        plain("B", 1., 1., 2.),
        plain("C", 5.5, 5.5, 1.),
    ])
    .unwrap();
    assert_eq!(built.neighbours(0), [1], "there is water around C");
    let outline = built.outline(&[0, 1], Detail::Full, Crs::RdNew);
    assert_eq!(outline.0[0].interiors().len(), 1, "the lake");
}

#[test]
fn an_outline_with_a_hole_that_touches_it_in_a_corner_is_an_outer_ring_and_a_hole() {
    // Eight squares around a ninth, of which one corner square is left out.
    let mut areas = Vec::new();
    for n in [1, 2, 3, 5, 6, 7, 8] {
        let (x, y) = (f64::from(n % 3), f64::from(n / 3));
        areas.push(plain(&format!("{n}"), x, y, 1.));
    }
    let built = build(areas).unwrap();
    let everyone: Vec<usize> = (0..7).collect();
    let outline = built.outline(&everyone, Detail::Full, Crs::RdNew);
    let holes: Vec<usize> = outline.iter().map(|part| part.interiors().len()).collect();
    assert_eq!(holes, [1]);
    assert!((outline.unsigned_area() - 7e6).abs() < 1.0);
    assert!(outline.is_valid());
}

#[test]
fn areas_that_touch_in_a_corner_are_two_parts() {
    let built = build(vec![plain("A", 0., 0., 1.), plain("B", 1., 1., 1.)]).unwrap();
    let outline = built.outline(&[0, 1], Detail::Full, Crs::RdNew);
    assert_eq!(outline.0.len(), 2);
}

#[test]
fn overlaps_are_refused_with_codes_and_place() {
    let crossing = refusal(vec![plain("A", 0., 0., 2.), plain("B", 1., 1., 2.)]);
    assert!(crossing.contains("A and B overlap near 10"), "{crossing}");
    let swallowed = refusal(vec![plain("A", 0., 0., 9.), plain("B", 4., 4., 1.)]);
    assert!(swallowed.contains("A and B overlap near 10"), "{swallowed}");
    let same = refusal(vec![plain("A", 0., 0., 1.), plain("B", 0., 0., 1.)]);
    assert!(same.contains("A and B overlap"), "{same}");
    let bow_tie = vec![
        (1e5, 4e5),
        (1.1e5, 4.1e5),
        (1.1e5, 4e5),
        (1e5, 4.2e5),
        (1e5, 4e5),
    ];
    let itself = refusal(vec![area("A", bow_tie, vec![])]);
    assert!(itself.contains("A crosses or touches itself"), "{itself}");
}

#[test]
fn a_small_overlap_goes_to_the_smaller_area() {
    let built = build(vec![plain("A", 0., 0., 9.), plain("B", 8.99, 1., 1.)]).unwrap();
    let [settled] = built.settlements() else {
        panic!("{:?}", built.settlements());
    };
    assert_eq!((settled.keeps.as_str(), settled.gives.as_str()), ("B", "A"));
    assert!((settled.square_metres - 10_000.0).abs() < 1.0);
    assert!((built.area_km2(1) - 1.0).abs() < 1e-6);
    assert!((built.area_km2(0) - 80.99).abs() < 1e-6);
    assert_eq!(built.neighbours(0), [1]);
}

#[test]
fn what_is_no_set_of_areas_is_refused() {
    assert!(matches!(build(vec![]), Err(BuildError::Empty)));
    let twice = vec![plain("A", 0., 0., 1.), plain("A", 1., 0., 1.)];
    assert!(matches!(build(twice), Err(BuildError::DuplicateCode(code)) if code == "A"));
    let speck = vec![plain("A", 0., 0., 0.00001)];
    assert!(matches!(build(speck), Err(BuildError::Collapsed(code)) if code == "A"));
    let mut stray = square(0., 0., 1.);
    stray[1].0 = f64::NAN;
    let stray = vec![area("A", stray, vec![])];
    assert!(matches!(build(stray), Err(BuildError::Position { .. })));
}
