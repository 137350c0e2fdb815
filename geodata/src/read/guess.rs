//! In which coordinate reference system positions are, by where they lie.

use geo::Coord;

use super::RawFeature;

/// A system in which the whole country lies where all positions do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    RdNew,
    /// One that is not understood, by its name.
    Other(&'static str),
}

/// The box of the Netherlands, with room, in each system: west, east, south,
/// north.
const BOXES: [(System, [f64; 4]); 6] = [
    (System::RdNew, [-10_000.0, 300_000.0, 290_000.0, 640_000.0]),
    (
        System::Other("latitude before longitude (x and y exchanged)"),
        [50.0, 54.5, 2.0, 8.5],
    ),
    (
        System::Other("Web Mercator (EPSG:3857)"),
        [330_000.0, 820_000.0, 6_500_000.0, 7_150_000.0],
    ),
    (
        System::Other("UTM zone 31 (EPSG:25831)"),
        [480_000.0, 820_000.0, 5_600_000.0, 5_950_000.0],
    ),
    (
        System::Other("UTM zone 32 (EPSG:25832)"),
        [70_000.0, 420_000.0, 5_600_000.0, 5_950_000.0],
    ),
    (
        System::Other("ETRS89 LAEA (EPSG:3035)"),
        [3_860_000.0, 4_140_000.0, 3_070_000.0, 3_430_000.0],
    ),
];

/// The system, other than degrees with longitude first, in whose box every
/// feature begins; nothing when none fits.
pub(super) fn system(features: &[RawFeature]) -> Option<System> {
    let starts: Vec<Coord> = features.iter().filter_map(start).collect();
    let fits = |[west, east, south, north]: [f64; 4]| {
        let within = |p: &Coord| (west..=east).contains(&p.x) && (south..=north).contains(&p.y);
        !starts.is_empty() && starts.iter().all(within)
    };
    let found = BOXES.iter().find(|(_, bounds)| fits(*bounds));
    found.map(|(system, _)| *system)
}

fn start(feature: &RawFeature) -> Option<Coord> {
    let parts = feature.geometry.as_ref().ok()?;
    parts.iter().flatten().flatten().next().copied()
}
