//! Totals over the municipalities of a view, whole or in groups.

use super::totals::Coverage;
use crate::core::view::View;
use crate::lists::filter::{Filter, FilterError, Prepared};
use domain::vocabulary::{ArrangementMode, CoordinationStatus, PolicyClass};

/// By what totals are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageGrouping<'a> {
    /// The regions of a set.
    RegionSet(&'a str),
    /// The statuses of care coordination.
    Status,
    /// The policy classes.
    Class,
    /// How the function is filled; a municipality with two modes is in both.
    Mode,
}

/// What the members of a group share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKey {
    /// They lie in the region at this place of the view.
    Region(usize),
    /// They have this status.
    Status(CoordinationStatus),
    /// They are of this class.
    Class(PolicyClass),
    /// They have an arrangement of this mode.
    Mode(ArrangementMode),
}

/// The totals of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageGroup {
    /// What its members share.
    pub key: GroupKey,
    /// The totals.
    pub coverage: Coverage,
}

impl View {
    /// Totals over the municipalities that the filter selects.
    pub fn coverage(&self, filter: Option<&Filter>) -> Result<Coverage, FilterError> {
        let positions = self.positions(filter)?;
        Ok(Coverage::of(self.municipalities(), &positions))
    }

    /// The same totals for each group, in the order in which groups are shown.
    pub fn coverage_by(
        &self,
        group: CoverageGrouping<'_>,
        filter: Option<&Filter>,
    ) -> Result<Vec<CoverageGroup>, FilterError> {
        let positions = self.positions(filter)?;
        let group_of = |key: GroupKey| CoverageGroup {
            key,
            coverage: Coverage::of(self.municipalities(), &self.group_members(key, &positions)),
        };
        let groups = match group {
            CoverageGrouping::RegionSet(set) if !self.has_region_set(set) => {
                return Err(FilterError::UnknownRegionSet(set.to_owned()));
            }
            CoverageGrouping::RegionSet(set) => {
                let all = positions.len() == self.municipalities().len();
                let regions = self.regions().iter().enumerate();
                regions
                    .filter(|(_, region)| *region.id.set == *set)
                    .map(|(place, _)| match self.region_coverage(place) {
                        Some(kept) if all => CoverageGroup {
                            key: GroupKey::Region(place),
                            coverage: kept.clone(),
                        },
                        _ => group_of(GroupKey::Region(place)),
                    })
                    .collect()
            }
            CoverageGrouping::Status => {
                let keys = CoordinationStatus::ALL.iter().copied();
                keys.map(GroupKey::Status).map(group_of).collect()
            }
            CoverageGrouping::Class => {
                let keys = PolicyClass::ALL.iter().copied();
                keys.map(GroupKey::Class).map(group_of).collect()
            }
            CoverageGrouping::Mode => {
                let keys = ArrangementMode::ALL.iter().copied();
                keys.map(GroupKey::Mode).map(group_of).collect()
            }
        };
        Ok(groups)
    }

    /// The positions that the filter selects, by code; all without a filter.
    pub fn positions(&self, filter: Option<&Filter>) -> Result<Vec<usize>, FilterError> {
        match filter {
            Some(filter) => Ok(Prepared::new(self, filter)?.positions()),
            None => Ok((0..self.municipalities().len()).collect()),
        }
    }

    /// Those of these positions, which ascend, that share what a group is made by.
    fn group_members(&self, key: GroupKey, positions: &[usize]) -> Vec<usize> {
        let of_those = |is_in: &dyn Fn(usize) -> bool| {
            let members = positions.iter().copied();
            members.filter(|position| is_in(*position)).collect()
        };
        let state = |position: usize| &self.municipalities()[position];
        match key {
            GroupKey::Region(region) => {
                let members = self.regions().get(region).map(|region| &region.members);
                let members = members.into_iter().flatten().copied();
                members
                    .filter(|position| positions.binary_search(position).is_ok())
                    .collect()
            }
            GroupKey::Status(status) => of_those(&|at| state(at).coordination.status == status),
            GroupKey::Class(class) => of_those(&|at| state(at).policy.class == class),
            GroupKey::Mode(mode) => of_those(&|at| {
                let mut arrangements = state(at).coordination.arrangements.iter();
                arrangements.any(|a| self.index().arrangement(a.arrangement).fact.mode == mode)
            }),
        }
    }
}
