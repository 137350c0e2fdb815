//! Rings on a tile.

use geo::{Coord, LineString};

use super::grid::edges;

/// A position in whole units.
pub(super) type Unit = (i32, i32);

/// What of a ring lies on a tile, in whole units and without the position at
/// which it closes; clockwise to the eye for an outer ring, as tiles have them.
/// None where nothing of it has an area.
pub(super) fn ring(
    ring: &LineString,
    place: impl Fn(Coord) -> Coord,
    is_outer: bool,
) -> Option<Vec<Unit>> {
    let placed: Vec<Coord> = ring.coords().map(|degrees| place(*degrees)).collect();
    let mut units: Vec<Unit> = cut(placed).into_iter().filter_map(unit).collect();
    units.dedup();
    while units.len() > 1 && units.first() == units.last() {
        units.pop();
    }
    let area = twice_area(&units);
    if units.len() < 3 || area == 0 {
        return None;
    }
    if (area > 0) != is_outer {
        units.reverse();
    }
    Some(units)
}

/// Cuts a ring off at each edge in turn (Sutherland and Hodgman).
fn cut(ring: Vec<Coord>) -> Vec<Coord> {
    let (least, most) = edges();
    let x = |at: &Coord| at.x;
    let y = |at: &Coord| at.y;
    let ring = cut_at(ring, |at| x(at) - least);
    let ring = cut_at(ring, |at| most - x(at));
    let ring = cut_at(ring, |at| y(at) - least);
    cut_at(ring, |at| most - y(at))
}

/// What of a ring lies where this is not below nought.
fn cut_at(ring: Vec<Coord>, inside: impl Fn(&Coord) -> f64) -> Vec<Coord> {
    if ring.iter().all(|at| inside(at) >= 0.0) {
        return ring;
    }
    let mut kept = Vec::with_capacity(ring.len());
    let mut before = ring.last().copied();
    for at in ring {
        if let Some(before) = before {
            let (from, to) = (inside(&before), inside(&at));
            if (from < 0.0) != (to < 0.0) {
                let part = from / (from - to);
                kept.push(Coord {
                    x: before.x + (at.x - before.x) * part,
                    y: before.y + (at.y - before.y) * part,
                });
            }
        }
        if inside(&at) >= 0.0 {
            kept.push(at);
        }
        before = Some(at);
    }
    kept
}

/// None far from any tile, where there is nothing.
#[expect(
    clippy::cast_possible_truncation,
    reason = "what was cut off is within the edges of a tile"
)]
pub(super) fn unit(place: Coord) -> Option<Unit> {
    let fits = place.x.abs() < 1e6 && place.y.abs() < 1e6;
    fits.then(|| (place.x.round() as i32, place.y.round() as i32))
}

/// Above nought for a ring that is clockwise to the eye.
fn twice_area(ring: &[Unit]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    let pairs = ring.iter().zip(next);
    let part = |(one, other): (&Unit, &Unit)| {
        i64::from(one.0) * i64::from(other.1) - i64::from(other.0) * i64::from(one.1)
    };
    pairs.map(part).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_ring(ring: &[(f64, f64)], is_outer: bool) -> Option<Vec<Unit>> {
        super::ring(&LineString::from(ring.to_vec()), |at| at, is_outer)
    }

    #[test]
    fn a_ring_ends_at_the_edge_and_turns_as_it_should() {
        let square = [
            (100.0, 100.0),
            (9000.0, 100.0),
            (9000.0, 200.0),
            (100.0, 200.0),
            (100.0, 100.0),
        ];
        let outer = cut_ring(&square, true).unwrap();
        assert_eq!(outer.len(), 4);
        assert!(outer.contains(&(4160, 100)) && outer.contains(&(4160, 200)));
        assert!(twice_area(&outer) > 0);
        assert!(twice_area(&cut_ring(&square, false).unwrap()) < 0);
    }

    #[test]
    fn what_has_no_area_on_the_tile_is_left_out() {
        let away = [(-900.0, 0.0), (-800.0, 0.0), (-800.0, 90.0)];
        assert_eq!(cut_ring(&away, true), None);
        let small = [(5.1, 5.1), (5.2, 5.1), (5.2, 5.3), (5.1, 5.1)];
        assert_eq!(cut_ring(&small, true), None);
    }

    #[test]
    fn a_ring_around_the_tile_covers_all_of_it() {
        let around = [(-9e4, -9e4), (9e4, -9e4), (9e4, 9e4), (-9e4, 9e4)];
        let ring = cut_ring(&around, true).unwrap();
        assert_eq!(twice_area(&ring), 2 * 4224 * 4224);
    }
}
