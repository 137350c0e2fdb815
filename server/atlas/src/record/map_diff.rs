//! What would be different on the map.

use std::collections::BTreeSet;

use crate::core::view::View;
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::policy::completeness::Completeness;
use domain::vocabulary::{CoordinationStatus, PolicyClass};

/// What the map and the lists show of a municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct MapState {
    /// Its name.
    pub name: String,
    /// Status of care coordination.
    pub status: CoordinationStatus,
    /// Class of its policy.
    pub class: PolicyClass,
    /// Over all building blocks.
    pub completeness: Completeness,
    /// Whether anything is inherited and not confirmed.
    pub inherited: bool,
    /// The regions in which it lies.
    pub regions: Vec<RegionRef>,
}

/// A municipality of which something would be different.
#[derive(Debug, Clone, PartialEq)]
pub struct MapDifference {
    /// The municipality.
    pub code: MunicipalityCode,
    /// As it is now; nothing when it would be new.
    pub before: Option<MapState>,
    /// As it would be; nothing when it would be no more.
    pub after: Option<MapState>,
}

/// The municipalities that two views of a date show differently, by code.
#[must_use]
pub fn differences(now: &View, then: &View) -> Vec<MapDifference> {
    let codes = |view: &View| {
        let positions = 0..view.municipalities().len();
        positions
            .filter_map(|at| view.code(at))
            .collect::<BTreeSet<_>>()
    };
    let all = &codes(now) | &codes(then);
    all.into_iter()
        .map(|code| MapDifference {
            code,
            before: outlook(now, code),
            after: outlook(then, code),
        })
        .filter(|difference| difference.before != difference.after)
        .collect()
}

fn outlook(view: &View, code: MunicipalityCode) -> Option<MapState> {
    let at = view.find(code)?;
    let state = &view.municipalities()[at];
    let region = |place: &usize| view.regions()[*place].id.clone();
    Some(MapState {
        name: view.edition()?.name(at).to_string(),
        status: state.coordination.status,
        class: state.policy.class,
        completeness: state.policy.completeness,
        inherited: view.has_inherited(at),
        regions: state.regions.iter().map(region).collect(),
    })
}
