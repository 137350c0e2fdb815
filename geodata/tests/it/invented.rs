//! Random areas: the rules hold for them too.

use geo::{Area as _, Coord, LineString, MultiPolygon, Polygon, Validation};
use geodata::{Area, Boundaries, BuildError, Crs, Detail, read};
use proptest::prelude::*;

use crate::partition::largest_overlap;

const SIDE: usize = 7;

/// A jittered grid of cells, with borders that wind, each cell given to one of
/// a few areas: parts, holes and enclaves come by themselves.
#[derive(Clone, Debug)]
struct Patchwork {
    /// The size of a cell, in metres.
    cell: f64,
    jitter: Vec<(f64, f64)>,
    bends: Vec<[f64; 4]>,
    owners: Vec<usize>,
}

fn patchwork() -> impl Strategy<Value = Patchwork> {
    let corners = (SIDE + 1) * (SIDE + 1);
    (
        // From 100 m, where everything is small enough to go, to 4 km.
        (4.6..8.3_f64).prop_map(f64::exp),
        prop::collection::vec((-0.15..0.15, -0.15..0.15), corners),
        (0.0..0.25_f64).prop_flat_map(move |most| {
            prop::collection::vec(prop::array::uniform4(-most..=most), 2 * corners)
        }),
        // Owner 0 is nobody: water.
        (2_usize..6).prop_flat_map(|most| prop::collection::vec(0..most, SIDE * SIDE)),
    )
        .prop_map(|(cell, jitter, bends, owners)| Patchwork {
            cell,
            jitter,
            bends,
            owners,
        })
}

impl Patchwork {
    fn corner(&self, x: usize, y: usize) -> Coord {
        let (dx, dy) = self.jitter[y * (SIDE + 1) + x];
        Coord {
            x: 120_000.0 + (x as f64 + dx) * self.cell,
            y: 420_000.0 + (y as f64 + dy) * self.cell,
        }
    }

    /// From a corner to the next one east (or north), without the last.
    fn side(&self, x: usize, y: usize, north: bool) -> Vec<Coord> {
        let (a, b) = if north {
            (self.corner(x, y), self.corner(x, y + 1))
        } else {
            (self.corner(x, y), self.corner(x + 1, y))
        };
        let bends = self.bends[2 * (y * (SIDE + 1) + x) + usize::from(north)];
        let along = b - a;
        let across = Coord {
            x: -along.y,
            y: along.x,
        };
        let bend = |(i, bend): (usize, f64)| a + along * ((i + 1) as f64 / 5.0) + across * bend;
        std::iter::once(a)
            .chain(bends.into_iter().enumerate().map(bend))
            .collect()
    }

    fn cell(&self, x: usize, y: usize) -> Polygon {
        let backwards = |mut side: Vec<Coord>, end: Coord| {
            side.push(end);
            side.reverse();
            side.pop();
            side
        };
        let mut ring = self.side(x, y, false);
        ring.extend(self.side(x + 1, y, true));
        ring.extend(backwards(
            self.side(x, y + 1, false),
            self.corner(x + 1, y + 1),
        ));
        ring.extend(backwards(self.side(x, y, true), self.corner(x, y + 1)));
        Polygon::new(LineString(ring), Vec::new())
    }

    /// `None` where borders cross or everything is water.
    fn build(&self) -> Option<Boundaries> {
        let cells = (0..SIDE * SIDE).map(|n| Area {
            code: format!("{n:02}"),
            name: String::new(),
            geometry: self.cell(n % SIDE, n / SIDE).into(),
        });
        // Where borders wind so much that they cross, it is no patchwork.
        let cells = Boundaries::build(Crs::RdNew, cells.collect()).ok()?;
        let areas = (1..6).filter_map(|owner| {
            let members: Vec<usize> = (0..SIDE * SIDE)
                .filter(|n| self.owners[*n] == owner)
                .collect();
            let geometry = cells.outline(&members, Detail::Full, Crs::RdNew);
            (!members.is_empty()).then(|| Area {
                code: format!("{owner}"),
                name: String::new(),
                geometry,
            })
        });
        let areas: Vec<Area> = areas.collect();
        (!areas.is_empty()).then(|| Boundaries::build(Crs::RdNew, areas).unwrap())
    }
}

fn rings(geometries: &[MultiPolygon]) -> Vec<Vec<usize>> {
    let holes = |g: &MultiPolygon| g.iter().map(|p| p.interiors().len()).collect();
    geometries.iter().map(holes).collect()
}

/// Positions on a coarse grid, so that they meet often, some of them off by
/// just about the distance within which positions are taken as one.
fn ring(most: usize) -> impl Strategy<Value = Vec<(i32, i32, f64)>> {
    let nudge = prop_oneof![3 => Just(0.0), 1 => -3e-6..3e-6];
    prop::collection::vec((0..12_i32, 0..12_i32, nudge), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn simplifying_never_gaps_overlaps_or_loses(patchwork in patchwork()) {
        let Some(boundaries) = patchwork.build() else { return Ok(()) };
        prop_assert_eq!(boundaries.settlements(), []);
        let drawn = |detail, crs| -> Vec<MultiPolygon> {
            (0..boundaries.len()).map(|area| boundaries.geometry(area, detail, crs)).collect()
        };
        let everyone: Vec<usize> = (0..boundaries.len()).collect();
        let full = drawn(Detail::Full, Crs::RdNew);
        for detail in Detail::ALL {
            for crs in [Crs::RdNew, Crs::Crs84] {
                let areas = drawn(detail, crs);
                prop_assert_eq!(rings(&areas), rings(&full));
                for geometry in &areas {
                    prop_assert!(geometry.is_valid(), "{:?}", geometry.validation_errors());
                }
                let sum: f64 = areas.iter().map(MultiPolygon::unsigned_area).sum();
                let outline = boundaries.outline(&everyone, detail, crs).unsigned_area();
                prop_assert!((sum - outline).abs() / outline < 1e-9);
                prop_assert!(largest_overlap(&areas) / sum < 1e-7);
            }
        }
    }

    #[test]
    fn labels_and_lookup_agree(patchwork in patchwork()) {
        let Some(boundaries) = patchwork.build() else { return Ok(()) };
        for area in 0..boundaries.len() {
            let label = boundaries.label(area).degrees;
            prop_assert_eq!(boundaries.locate(label.x, label.y), Some(area));
            prop_assert!(boundaries.distance_km(area, label.x, label.y) < 1e-9);
        }
    }

    #[test]
    fn any_ring_is_read_or_refused_and_what_is_read_can_be_built(
        ring in ring(14),
        hole in ring(6),
    ) {
        let text = |ring: &[(i32, i32, f64)]| {
            let position = |(x, y, nudge): &(i32, i32, f64)| {
                let place = |n: i32| f64::from(n) / 50.0 + nudge;
                format!("[{},{}]", 5.0 + place(*x), 52.0 + place(*y))
            };
            ring.iter().map(position).collect::<Vec<_>>().join(",")
        };
        let file = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature",
               "properties":{{"code":"GM0001","name":"Een"}},"geometry":
               {{"type":"Polygon","coordinates":[[{}],[{}]]}}}}]}}"#,
            text(&ring), text(&hole),
        );
        let layer = read::geojson(file.as_bytes()).unwrap();
        prop_assert_eq!(layer.features.len() + layer.report.refusals.len(), 1);
        for feature in layer.features {
            prop_assert!(feature.geometry.unsigned_area() > 0.0);
            prop_assert!(feature.geometry.is_valid(), "{:?}", feature.geometry);
            let built = Boundaries::build(Crs::Crs84, vec![feature.into()]);
            // A needle or a slit thinner than 0.1 m is sound, and too thin to build.
            let is_thin = ring.iter().chain(&hole).any(|(_, _, nudge)| *nudge != 0.0);
            let stands = match &built {
                Ok(_) => true,
                Err(BuildError::Collapsed(_) | BuildError::Overlaps(_)) => is_thin,
                Err(_) => false,
            };
            prop_assert!(stands, "{}", built.unwrap_err());
        }
    }

    #[test]
    fn a_damaged_text_never_panics(at in 0..400_usize, byte in any::<u8>(), cut in 0..500_usize) {
        let mut text = br#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[{"type":"Feature","id":"GM0001","properties":{"statcode":"GM0001","statnaam":"Een"},"geometry":{"type":"MultiPolygon","coordinates":[[[[5,52],[5.1,52],[5.1,52.1],[5,52]],[[5.06,52.02],[5.07,52.03],[5.07,52.02],[5.06,52.02]]]]}}]}"#.to_vec();
        if let Some(place) = text.get_mut(at) {
            *place = byte;
        }
        text.truncate(cut.max(20));
        if let Ok(layer) = read::geojson(&text) {
            prop_assert!(layer.features.len() <= 1);
        }
    }
}
