//! How long the steps of one set of boundaries take: `cargo bench -p geodata`.

#![expect(clippy::unwrap_used, reason = "a benchmark that fails may stop")]

use divan::{Bencher, black_box};
use geodata::{
    Area, Boundaries, Crs, Detail, data, geometry_from_geojson, geometry_to_geojson, read,
};

fn main() {
    divan::main();
}

/// The municipalities of 2023, as the database keeps them.
fn stored() -> Vec<(String, String, String)> {
    let layer = read::geojson(data::BOUNDARIES[4].geojson).unwrap();
    let text = |f: read::Feature| (f.code, f.name, geometry_to_geojson(&f.geometry));
    layer.features.into_iter().map(text).collect()
}

fn areas() -> Vec<Area> {
    let layer = read::geojson(data::BOUNDARIES[4].geojson).unwrap();
    layer.features.into_iter().map(Area::from).collect()
}

fn built() -> Boundaries {
    Boundaries::build(Crs::Crs84, areas()).unwrap()
}

#[divan::bench]
fn read_a_file() -> read::Layer {
    read::geojson(black_box(data::BOUNDARIES[4].geojson)).unwrap()
}

#[divan::bench]
fn read_from_storage(bencher: Bencher) {
    bencher.with_inputs(stored).bench_values(|rows| {
        let geometries = rows
            .iter()
            .map(|(_, _, text)| geometry_from_geojson(text).unwrap());
        geometries.collect::<Vec<_>>()
    });
}

#[divan::bench]
fn build(bencher: Bencher) {
    bencher
        .with_inputs(areas)
        .bench_values(|areas| Boundaries::build(Crs::Crs84, areas).unwrap());
}

#[divan::bench(args = [Detail::National, Detail::Regional, Detail::Full])]
fn first_topojson(bencher: Bencher, detail: Detail) {
    bencher
        .with_inputs(built)
        .bench_values(|boundaries| boundaries.topojson(detail));
}

#[divan::bench(args = [Detail::National, Detail::Regional, Detail::Full])]
fn first_geojson_of_all(bencher: Bencher, detail: Detail) {
    bencher.with_inputs(built).bench_values(|boundaries| {
        let texts = (0..boundaries.len()).map(|i| boundaries.geojson(i, detail, Crs::Crs84).len());
        texts.sum::<usize>()
    });
}

#[divan::bench]
fn labels(bencher: Bencher) {
    bencher
        .with_inputs(built)
        .bench_values(|boundaries| boundaries.label(0));
}

#[divan::bench]
fn outline_of_a_quarter(bencher: Bencher) {
    let boundaries = built();
    let members: Vec<usize> = (0..boundaries.len()).step_by(4).collect();
    bencher.bench_local(|| boundaries.outline(&members, Detail::National, Crs::Crs84));
}

#[divan::bench]
fn locate(bencher: Bencher) {
    let boundaries = built();
    black_box(boundaries.locate(5.3872, 52.1552));
    bencher.bench_local(|| boundaries.locate(black_box(5.3872), black_box(52.1552)));
}

/// The growth test: square areas with a corner on every side.
fn squares(side: u32) -> Vec<Area> {
    let step = 200_000.0 / f64::from(side);
    let corner = |x: f64, y: f64| geo::Coord {
        x: 50_000.0 + x * step,
        y: 350_000.0 + y * step,
    };
    let area = |n: u32| {
        let (x, y) = (f64::from(n % side), f64::from(n / side));
        let ring = [
            (0., 0.),
            (0.5, 0.1),
            (1., 0.),
            (1.1, 0.5),
            (1., 1.),
            (0.5, 1.1),
            (0., 1.),
            (0.1, 0.5),
        ];
        let line = ring.map(|(dx, dy)| corner(x + dx, y + dy)).to_vec();
        Area {
            code: format!("{n:06}"),
            name: String::new(),
            geometry: geo::Polygon::new(geo::LineString(line), Vec::new()).into(),
        }
    };
    (0..side * side).map(area).collect()
}

#[divan::bench(args = [18, 110], sample_count = 5)]
fn build_squares(bencher: Bencher, side: u32) {
    bencher
        .with_inputs(|| squares(side))
        .bench_values(|areas| Boundaries::build(Crs::RdNew, areas).unwrap());
}

#[divan::bench(args = [18, 110], sample_count = 5)]
fn simplify_squares(bencher: Bencher, side: u32) {
    bencher
        .with_inputs(|| Boundaries::build(Crs::RdNew, squares(side)).unwrap())
        .bench_values(|boundaries| boundaries.topojson(Detail::National));
}
