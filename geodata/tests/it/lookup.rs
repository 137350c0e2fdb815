//! Questions about places.

use geo::{Contains, CoordsIter, Point};
use geodata::{Boundaries, BoundingBox, Crs, Detail};

use crate::{GEOPACKAGE, SHIPPED, every_edition, latest, number};

fn code_at(boundaries: &Boundaries, longitude: f64, latitude: f64) -> Option<&str> {
    boundaries
        .locate(longitude, latitude)
        .map(|area| boundaries.code(area))
}

#[test]
fn known_places_lie_in_their_municipality() {
    for edition in every_edition() {
        let found = code_at(&edition.boundaries, 5.3872, 52.1552);
        assert_eq!(found, Some("GM0307"), "Amersfoort, {}", edition.name);
        let found = code_at(&edition.boundaries, 6.5665, 53.2194);
        assert_eq!(found, Some("GM0014"), "Groningen, {}", edition.name);
    }
    assert_eq!(code_at(latest(), 4.9320, 51.4420), Some("GM0744"));
    assert_eq!(
        code_at(&SHIPPED[0].boundaries, 5.0419, 52.3075),
        Some("GM0457")
    );
    assert_eq!(code_at(latest(), 5.0419, 52.3075), Some("GM0363"), "Weesp");
}

#[test]
fn the_sea_and_the_neighbours_lie_in_none() {
    for (longitude, latitude) in [(3.5, 53.5), (6.96, 50.94), (0.0, 0.0), (180.0, -90.0)] {
        assert_eq!(code_at(latest(), longitude, latitude), None);
    }
    assert_eq!(code_at(latest(), f64::NAN, f64::INFINITY), None);
}

#[test]
fn on_a_shared_border_the_lowest_code_answers() {
    let boundaries = latest();
    let mut shared = 0;
    for area in 0..boundaries.len() {
        for position in boundaries
            .geometry(area, Detail::Full, Crs::Crs84)
            .coords_iter()
        {
            let found = boundaries.locate(position.x, position.y).unwrap();
            assert!(found <= area);
            shared += usize::from(found < area);
        }
    }
    assert!(shared > 5_000, "{shared}");
}

#[test]
fn neighbours_are_mutual_and_have_a_border() {
    for edition in every_edition() {
        let boundaries = &edition.boundaries;
        for area in 0..boundaries.len() {
            for other in boundaries.neighbours(area) {
                assert!(boundaries.neighbours(*other).contains(&area));
                assert_ne!(*other, area);
            }
            assert!(boundaries.neighbours(area).is_sorted());
        }
        let names = |code| {
            let list = boundaries.neighbours(number(boundaries, code));
            list.iter()
                .map(|area| boundaries.name(*area))
                .collect::<Vec<_>>()
        };
        let around = ["Nijkerk", "Bunschoten", "Leusden", "Soest", "Baarn"];
        let found = names("GM0307");
        assert!(around.iter().all(|name| found.contains(name)), "{found:?}");
        assert!(!found.contains(&"Amsterdam"));
        assert!(names("GM0448").is_empty(), "Texel is an island");
    }
}

#[test]
fn labels_lie_well_inside_at_every_detail() {
    for edition in every_edition() {
        let boundaries = &edition.boundaries;
        for area in 0..boundaries.len() {
            let label = boundaries.label(area);
            for detail in Detail::ALL {
                let code = boundaries.code(area);
                let degrees = boundaries.geometry(area, detail, Crs::Crs84);
                assert!(
                    degrees.contains(&Point(label.degrees)),
                    "{} {code}",
                    edition.name
                );
                let metres = boundaries.geometry(area, detail, Crs::RdNew);
                assert!(
                    metres.contains(&Point(label.metres)),
                    "{} {code}",
                    edition.name
                );
            }
            let found = boundaries.locate(label.degrees.x, label.degrees.y);
            assert_eq!(found, Some(area));
        }
    }
}

#[test]
fn areas_are_those_that_are_known() {
    // Land as CBS gives it for 2022, to which inland water comes; the
    // generalised outline is within a few per cent.
    let boundaries = &GEOPACKAGE.boundaries;
    for (code, known) in [("GM0307", 63.9), ("GM0344", 99.2), ("GM0050", 268.9)] {
        let area = boundaries.area_km2(number(boundaries, code));
        assert!((area / known - 1.0).abs() < 0.1, "{code}: {area}");
    }
    let sum: f64 = (0..boundaries.len())
        .map(|area| boundaries.area_km2(area))
        .sum();
    assert!((33_000.0..38_000.0).contains(&sum), "{sum}");
}

#[test]
fn distance_is_zero_inside_and_grows_outside() {
    let boundaries = latest();
    let amersfoort = number(boundaries, "GM0307");
    let utrecht = number(boundaries, "GM0344");
    assert!(boundaries.distance_km(amersfoort, 5.3872, 52.1552).abs() < 1e-12);
    let away = boundaries.distance_km(utrecht, 5.3872, 52.1552);
    assert!((10.0..20.0).contains(&away), "{away}");
    assert!(
        boundaries
            .distance_km(utrecht, f64::NAN, 52.0)
            .is_infinite()
    );
}

#[test]
fn a_box_selects_what_it_touches() {
    let boundaries = latest();
    let around_the_tower = BoundingBox {
        west: 5.38,
        south: 52.15,
        east: 5.39,
        north: 52.16,
    };
    let hits = |bounds| {
        let areas = 0..boundaries.len();
        areas
            .filter(|area| boundaries.intersects_box(*area, bounds))
            .count()
    };
    assert_eq!(hits(around_the_tower), 1);
    let country = BoundingBox {
        west: 3.0,
        south: 50.0,
        east: 8.0,
        north: 54.0,
    };
    assert_eq!(hits(country), 342);
    let turned = BoundingBox {
        west: 8.0,
        east: 3.0,
        ..country
    };
    assert_eq!(hits(turned), 0);
    let nowhere = BoundingBox {
        west: f64::NAN,
        ..country
    };
    assert_eq!(hits(nowhere), 0);
}

#[test]
fn bounding_boxes_hold_their_area_and_no_more() {
    let boundaries = latest();
    for area in 0..boundaries.len() {
        let bounds = boundaries.bounding_box(area);
        let positions: Vec<_> = boundaries
            .geometry(area, Detail::Full, Crs::Crs84)
            .coords_iter()
            .collect();
        let least = |f: fn(&geo::Coord) -> f64| positions.iter().map(f).fold(f64::MAX, f64::min);
        assert_eq!(bounds.west.to_bits(), least(|p| p.x).to_bits());
        assert_eq!(bounds.north.to_bits(), (-least(|p| -p.y)).to_bits());
    }
    let all: Vec<usize> = (0..boundaries.len()).collect();
    assert!(boundaries.bounding_box_of(&all).unwrap().east > 7.0);
    assert_eq!(boundaries.bounding_box_of(&[]), None);
}

#[test]
fn labels_within_a_geometry_are_found() {
    let boundaries = latest();
    let utrecht = boundaries.geometry(number(boundaries, "GM0344"), Detail::Full, Crs::Crs84);
    let within = |area: &usize| boundaries.label_within(*area, &utrecht);
    let found: Vec<usize> = (0..boundaries.len()).filter(within).collect();
    assert_eq!(found, [number(boundaries, "GM0344")]);
}
