//! The crate as its users see it, on the shipped data and on invented areas.

#![expect(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a test may stop, and its numbers are small"
)]

mod fuzz;
mod hostile;
mod invented;
mod lookup;
mod maps;
mod overlaying;
mod partition;
mod reading;
mod reading_geopackage;
mod refusals;
mod regions;

use std::sync::LazyLock;

use geodata::{Area, Boundaries, data, read};

/// One set of boundaries and what it is called.
struct Edition {
    name: &'static str,
    boundaries: Boundaries,
}

/// The five shipped dates, oldest first.
static SHIPPED: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let edition = |file: data::BoundaryFile| {
        let layer = read::geojson(file.geojson).unwrap();
        assert_eq!(layer.report.refusals, []);
        Edition {
            name: file.date,
            boundaries: build(layer),
        }
    };
    data::BOUNDARIES.into_iter().map(edition).collect()
});

/// The GeoPackage of 2022, in more detail.
static GEOPACKAGE: LazyLock<Edition> = LazyLock::new(|| Edition {
    name: "geopackage",
    boundaries: {
        let bytes = std::fs::read(geopackage_file()).unwrap();
        build(read::geopackage(&bytes, None).unwrap())
    },
});

fn geopackage_file() -> &'static std::path::Path {
    std::path::Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/data/boundaries/cbsgebiedsindelingen2022.gpkg"
    ))
}

fn every_edition() -> impl Iterator<Item = &'static Edition> {
    SHIPPED.iter().chain(std::iter::once(&*GEOPACKAGE))
}

fn latest() -> &'static Boundaries {
    &SHIPPED[4].boundaries
}

fn build(layer: read::Layer) -> Boundaries {
    let areas = layer.features.into_iter().map(Area::from).collect();
    Boundaries::build(layer.crs, areas).unwrap()
}

fn number(boundaries: &Boundaries, code: &str) -> usize {
    boundaries.index_of(code).unwrap()
}
