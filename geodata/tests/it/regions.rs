//! Outlines of regions, without the borders between their members.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use geo::{Area as _, MultiPolygon};
use geodata::{Crs, Detail, data};

use crate::SHIPPED;

/// The members of each region of each set on a date.
fn regions(date: &str) -> BTreeMap<(&'static str, &'static str), Vec<&'static str>> {
    let mut regions: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in data::MEMBERSHIP
        .lines()
        .skip(1)
        .filter(|line| line.starts_with(date))
    {
        // Names may hold commas; the last two fields and the second do not.
        let code = line.split(',').nth(1).unwrap();
        let mut last = line.rsplit(',');
        let (region, set) = (last.next().unwrap(), last.next().unwrap());
        regions.entry((set, region)).or_default().push(code);
    }
    regions
}

type Edge = [(u64, u64); 2];

fn edges(geometry: &MultiPolygon) -> Vec<Edge> {
    let lines = geometry
        .iter()
        .flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
    let key = |p: geo::Coord| (p.x.to_bits(), p.y.to_bits());
    lines
        .flat_map(|line| line.lines().map(move |l| (key(l.start), key(l.end))))
        .map(|(a, b)| [a.min(b), a.max(b)])
        .collect()
}

#[test]
fn an_outline_is_the_edges_that_only_one_member_has() {
    for edition in SHIPPED.iter() {
        let regions = regions(edition.name);
        assert_eq!(regions.len(), 12 + 25 + 10 + 9);
        for ((set, region), codes) in regions {
            let boundaries = &edition.boundaries;
            let members: Vec<usize> = codes.iter().map(|c| crate::number(boundaries, c)).collect();
            for detail in [Detail::National, Detail::Full] {
                let outline = boundaries.outline(&members, detail, Crs::RdNew);
                let mut counts: HashMap<Edge, usize> = HashMap::new();
                let mut area = 0.0;
                for member in &members {
                    let geometry = boundaries.geometry(*member, detail, Crs::RdNew);
                    area += geometry.unsigned_area();
                    for edge in edges(&geometry) {
                        *counts.entry(edge).or_default() += 1;
                    }
                }
                let once = counts
                    .into_iter()
                    .filter(|(_, n)| *n == 1)
                    .map(|(edge, _)| edge);
                let drawn: BTreeSet<Edge> = edges(&outline).into_iter().collect();
                assert_eq!(drawn, once.collect(), "{} {set}/{region}", edition.name);
                let off = (outline.unsigned_area() - area).abs() / area;
                assert!(off < 1e-9, "{} {set}/{region}: {off}", edition.name);
            }
        }
    }
}

#[test]
fn the_serialised_outline_is_the_outline() {
    let boundaries = crate::latest();
    let members = [0, 1, 2, 50];
    let text = boundaries.outline_geojson(&members, Detail::National, Crs::Crs84);
    let read = geodata::geometry_from_geojson(&text).unwrap();
    assert_eq!(
        read,
        boundaries.outline(&members, Detail::National, Crs::Crs84)
    );
}

#[test]
fn the_outline_of_nothing_is_empty() {
    let outline = crate::latest().outline(&[], Detail::National, Crs::Crs84);
    assert!(outline.0.is_empty());
}

#[test]
fn the_shipped_tables_name_the_same_codes() {
    let regions: BTreeSet<_> = data::REGIONS
        .lines()
        .skip(1)
        .map(|l| l.split(',').next().unwrap())
        .collect();
    let sets: BTreeSet<_> = data::REGION_SETS
        .lines()
        .skip(1)
        .map(|l| l.split(',').next().unwrap())
        .collect();
    assert_eq!(regions, sets);
    for line in data::ALIASES.lines().skip(1) {
        let (code, alias) = line.split_once(',').unwrap();
        let known = |e: &crate::Edition| e.boundaries.index_of(code).is_some();
        assert!(SHIPPED.iter().any(known) && !alias.is_empty(), "{line}");
    }
}
