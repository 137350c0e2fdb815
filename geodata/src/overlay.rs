//! Two dates laid over each other: which area went into which.

use geo::{Area as _, BooleanOps, BoundingRect};

use crate::boundaries::Boundaries;
use crate::crs::Crs;

/// Shares below this are the noise of borders drawn anew.
const NOTICEABLE: f64 = 0.01;

/// What part of an area that ended lies in an area of the later date.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaShare {
    /// The code that ended.
    pub from: String,
    /// The code that lies there on the later date.
    pub to: String,
    /// The share of the area of `from`, in 0..=1; planar, in RD New.
    pub share: f64,
}

/// An area that kept its code and grew.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// The code.
    pub code: String,
    /// The later area over the earlier one; above 1.
    pub factor: f64,
}

/// For each code that is in `old` and no longer in `new`: the areas of `new`
/// that hold at least 1 % of it. By code, then by the code that it went into.
#[must_use]
pub fn successions(old: &Boundaries, new: &Boundaries) -> Vec<AreaShare> {
    let ended = (0..old.len()).filter(|area| new.index_of(old.code(*area)).is_none());
    ended.flat_map(|area| shares(old, area, new)).collect()
}

/// The codes of both dates whose area grew by an area that ended: those that
/// are in both and take at least 1 % of a code that ended.
#[must_use]
pub fn growths(old: &Boundaries, new: &Boundaries) -> Vec<Growth> {
    let mut codes: Vec<String> = successions(old, new)
        .into_iter()
        .map(|share| share.to)
        .collect();
    codes.sort();
    codes.dedup();
    codes
        .into_iter()
        .filter_map(|code| {
            let (before, after) = (old.index_of(&code)?, new.index_of(&code)?);
            let factor = new.area_km2(after) / old.area_km2(before);
            (factor > 1.0).then_some(Growth { code, factor })
        })
        .collect()
}

/// The codes of both dates of which at least 1 % of the area lies in another
/// area later: their borders were moved, and not only drawn anew. With the
/// areas where it lies, each with its share of the earlier area.
#[must_use]
pub fn moved_borders(old: &Boundaries, new: &Boundaries) -> Vec<AreaShare> {
    let kept = (0..old.len()).filter_map(|area| Some((area, new.index_of(old.code(area))?)));
    let redrawn =
        kept.filter(|(area, later)| old.full(Crs::RdNew)[*area] != new.full(Crs::RdNew)[*later]);
    let shares = redrawn.flat_map(|(area, _)| shares(old, area, new));
    shares.filter(|share| share.from != share.to).collect()
}

fn shares(old: &Boundaries, area: usize, new: &Boundaries) -> Vec<AreaShare> {
    let former = &old.full(Crs::RdNew)[area];
    let Some(bounds) = former.bounding_rect() else {
        return Vec::new();
    };
    let whole = former.unsigned_area();
    let share_of = |later: usize| {
        let common = former.intersection(&new.full(Crs::RdNew)[later]);
        AreaShare {
            from: old.code(area).to_owned(),
            to: new.code(later).to_owned(),
            share: common.unsigned_area() / whole,
        }
    };
    let candidates = new.meeting(bounds).into_iter().map(share_of);
    candidates
        .filter(|share| share.share >= NOTICEABLE)
        .collect()
}
