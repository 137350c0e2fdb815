//! Nothing overlaps, gaps or vanishes, at any detail of any date.

use geo::{Area as _, BooleanOps, BoundingRect, Intersects, MultiPolygon, Validation};
use geodata::{Boundaries, Crs, Detail};

use crate::{Edition, GEOPACKAGE, SHIPPED, every_edition};

const SYSTEMS: [Crs; 2] = [Crs::RdNew, Crs::Crs84];

fn geometries(boundaries: &Boundaries, detail: Detail, crs: Crs) -> Vec<MultiPolygon> {
    let geometry = |area| boundaries.geometry(area, detail, crs);
    (0..boundaries.len()).map(geometry).collect()
}

fn each_drawing(mut check: impl FnMut(&'static Edition, Detail, Crs, &[MultiPolygon])) {
    for edition in every_edition() {
        for detail in Detail::ALL {
            for crs in SYSTEMS {
                let drawn = geometries(&edition.boundaries, detail, crs);
                check(edition, detail, crs, &drawn);
            }
        }
    }
}

/// The areas of pairwise intersections, largest first.
pub(crate) fn largest_overlap(drawn: &[MultiPolygon]) -> f64 {
    let boxes: Vec<_> = drawn.iter().map(|g| g.bounding_rect().unwrap()).collect();
    let mut largest: f64 = 0.0;
    for i in 0..drawn.len() {
        for j in i + 1..drawn.len() {
            if boxes[i].intersects(&boxes[j]) {
                largest = largest.max(drawn[i].intersection(&drawn[j]).unsigned_area());
            }
        }
    }
    largest
}

#[test]
fn every_date_has_its_number_of_municipalities() {
    let counts: Vec<_> = SHIPPED
        .iter()
        .map(|e| (e.name, e.boundaries.len()))
        .collect();
    assert_eq!(
        counts,
        [
            ("2020-01-01", 355),
            ("2021-01-01", 352),
            ("2022-01-01", 345),
            ("2022-03-24", 344),
            ("2023-01-01", 342),
        ]
    );
    assert_eq!(GEOPACKAGE.boundaries.len(), 345);
}

#[test]
fn areas_add_up_to_the_outline() {
    each_drawing(|edition, detail, crs, drawn| {
        let everyone: Vec<usize> = (0..drawn.len()).collect();
        let outline = edition
            .boundaries
            .outline(&everyone, detail, crs)
            .unsigned_area();
        let sum: f64 = drawn.iter().map(MultiPolygon::unsigned_area).sum();
        let off = (sum - outline).abs() / outline;
        assert!(off < 1e-9, "{} {detail:?} {crs:?}: {off}", edition.name);
    });
}

#[test]
fn no_two_municipalities_overlap() {
    each_drawing(|edition, detail, crs, drawn| {
        // A square metre; the overlay itself works to about a tenth of that.
        let most = if crs == Crs::RdNew { 1.0 } else { 1.5e-10 };
        let overlap = largest_overlap(drawn);
        assert!(
            overlap < most,
            "{} {detail:?} {crs:?}: {overlap}",
            edition.name
        );
    });
}

#[test]
fn every_geometry_is_valid() {
    each_drawing(|edition, detail, crs, drawn| {
        for (area, geometry) in drawn.iter().enumerate() {
            let code = edition.boundaries.code(area);
            let problems = geometry.validation_errors();
            let where_ = format!("{} {code} {detail:?} {crs:?}", edition.name);
            assert!(problems.is_empty(), "{where_}: {problems:?}");
            for polygon in geometry {
                assert!(polygon.exterior().0.len() >= 4, "{where_}");
                assert!(polygon.signed_area() > 0.0, "{where_}");
            }
        }
    });
}

#[test]
fn nothing_vanishes_and_nothing_loses_a_part_or_a_hole() {
    for edition in every_edition() {
        let full = geometries(&edition.boundaries, Detail::Full, Crs::RdNew);
        for detail in [Detail::National, Detail::Regional] {
            let drawn = geometries(&edition.boundaries, detail, Crs::RdNew);
            for (area, (drawn, full)) in drawn.iter().zip(&full).enumerate() {
                let rings =
                    |g: &MultiPolygon| g.iter().map(|p| p.interiors().len()).collect::<Vec<_>>();
                let code = edition.boundaries.code(area);
                assert_eq!(rings(drawn), rings(full), "{} {code}", edition.name);
                // The narrowest are a few pixels wide, so this is generous.
                let share = drawn.unsigned_area() / full.unsigned_area();
                assert!(
                    (0.9..1.1).contains(&share),
                    "{} {code}: {share}",
                    edition.name
                );
            }
        }
    }
}

#[test]
fn simplifying_keeps_the_country_in_place() {
    for edition in every_edition() {
        let everyone: Vec<usize> = (0..edition.boundaries.len()).collect();
        let outline = |detail| edition.boundaries.outline(&everyone, detail, Crs::RdNew);
        let full = outline(Detail::Full);
        for detail in [Detail::National, Detail::Regional] {
            let missed = outline(detail).xor(&full).unsigned_area() / full.unsigned_area();
            assert!(missed < 0.01, "{} {detail:?}: {missed}", edition.name);
        }
    }
}

#[test]
fn coarser_details_are_smaller() {
    let size = |detail| GEOPACKAGE.boundaries.topojson(detail).len();
    let sizes = Detail::ALL.map(size);
    assert!(
        sizes[0] * 3 < sizes[1] * 2 && sizes[1] < sizes[2],
        "{sizes:?}"
    );
}

#[test]
fn the_enclaves_of_baarle_are_holes() {
    let baarle = crate::number(&GEOPACKAGE.boundaries, "GM0744");
    for detail in Detail::ALL {
        let geometry = GEOPACKAGE.boundaries.geometry(baarle, detail, Crs::RdNew);
        let holes: usize = geometry.iter().map(|part| part.interiors().len()).sum();
        // Seven Dutch parts lie in Belgian enclaves within the main part.
        assert_eq!((geometry.0.len(), holes), (8, 12), "{detail:?}");
    }
}

#[test]
fn full_detail_is_as_loaded() {
    let layer = geodata::read::geojson(geodata::data::BOUNDARIES[0].geojson).unwrap();
    for feature in layer.features {
        let area = crate::number(&SHIPPED[0].boundaries, &feature.code);
        let drawn = SHIPPED[0]
            .boundaries
            .geometry(area, Detail::Full, Crs::Crs84);
        let positions = |geometry: &MultiPolygon| {
            let lines = geometry
                .iter()
                .flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
            let mut positions: Vec<_> = lines
                .flat_map(|line| &line.0[1..])
                .map(|p| (p.x.to_bits(), p.y.to_bits()))
                .collect();
            positions.sort_unstable();
            positions
        };
        assert_eq!(
            positions(&drawn),
            positions(&feature.geometry),
            "{}",
            feature.code
        );
    }
}

#[test]
fn the_overlap_of_amsterdam_and_diemen_is_settled_and_told() {
    let told: Vec<_> = SHIPPED
        .iter()
        .flat_map(|edition| {
            edition
                .boundaries
                .settlements()
                .iter()
                .map(|s| (edition.name, s))
        })
        .map(|(name, s)| {
            (
                name,
                s.keeps.as_str(),
                s.gives.as_str(),
                s.square_metres.round(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2022-03-24", "GM0384", "GM0363", 104_521.0),
            ("2023-01-01", "GM0384", "GM0363", 107_174.0),
        ]
    );
}
