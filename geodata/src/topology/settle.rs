//! Settles small overlaps between two areas.
//!
//! Simplified boundaries of others contain them: in the shipped files of
//! 2022-03-24 and 2023-01-01 one corner of Diemen lies in Amsterdam as well,
//! because the border between them was simplified on one side only. What both
//! claim stays with the smaller area, of which it is the larger share, and is
//! taken from the other.

use geo::{Area as _, BooleanOps, MultiPolygon};

use super::{BuildError, Overlap, Topology};
use crate::area::Area;
use crate::crs::{Crs, reproject_geometry};
use crate::snap::snap_back;

/// An overlap that was settled.
#[derive(Clone, Debug, PartialEq)]
pub struct Settlement {
    /// The code of the area that kept what both claimed.
    pub keeps: String,
    /// The code of the area that gave it up.
    pub gives: String,
    /// How much it was, in square metres: planar, in RD New.
    pub square_metres: f64,
    /// Where, in the CRS of the input.
    pub place: (f64, f64),
}

/// The largest share of the smaller area that is settled; more than that is
/// no slip of the pen.
const LARGEST_SHARE: f64 = 0.02;

/// The topology of areas, once small overlaps are settled.
pub(crate) fn build_settled(
    crs: Crs,
    areas: &mut [Area],
) -> Result<(Topology, Vec<Settlement>), BuildError> {
    let mut settlements = Vec::new();
    loop {
        let inputs: Vec<_> = areas
            .iter()
            .map(|a| (a.code.as_str(), &a.geometry))
            .collect();
        let overlaps = match Topology::build(crs, &inputs) {
            Err(BuildError::Overlaps(overlaps)) => overlaps,
            built => return Ok((built?, settlements)),
        };
        let settled = settle(crs, areas, &overlaps);
        // Every round has to bring something new, or it would go on for ever.
        let is_known = |new: &Settlement| {
            let known = settlements.iter();
            known
                .filter(|old| (&old.keeps, &old.gives) == (&new.keeps, &new.gives))
                .count()
                > 0
        };
        if settled.iter().all(is_known) {
            return Err(BuildError::Overlaps(overlaps));
        }
        settlements.extend(settled);
    }
}

/// Settles those of the overlaps that are small enough. Empty when there are
/// none.
fn settle(crs: Crs, areas: &mut [Area], overlaps: &[Overlap]) -> Vec<Settlement> {
    let mut settled: Vec<Settlement> = Vec::new();
    for overlap in overlaps {
        let number = |code: &String| areas.iter().position(|area| area.code == *code);
        let (Some(a), Some(b)) = (number(&overlap.codes.0), number(&overlap.codes.1)) else {
            continue;
        };
        if a == b {
            continue;
        }
        let sizes = [a, b].map(|area| square_metres(crs, &areas[area].geometry));
        let [Some(a_size), Some(b_size)] = sizes else {
            continue;
        };
        let (keeps, gives, size) = if a_size <= b_size {
            (a, b, a_size)
        } else {
            (b, a, b_size)
        };
        let common = areas[keeps].geometry.intersection(&areas[gives].geometry);
        let Some(square_metres) = square_metres(crs, &common) else {
            continue;
        };
        if square_metres == 0.0 || square_metres > LARGEST_SHARE * size {
            continue;
        }
        let left = areas[gives].geometry.difference(&areas[keeps].geometry);
        let origin = [&areas[gives].geometry, &areas[keeps].geometry];
        areas[gives].geometry = snap_back(crs, &origin, left);
        settled.push(Settlement {
            keeps: areas[keeps].code.clone(),
            gives: areas[gives].code.clone(),
            square_metres,
            place: overlap.place,
        });
    }
    settled
}

/// `None` where RD New does not reach.
fn square_metres(crs: Crs, geometry: &MultiPolygon) -> Option<f64> {
    let metres = reproject_geometry(geometry, crs, Crs::RdNew).ok()?;
    Some(metres.unsigned_area())
}
