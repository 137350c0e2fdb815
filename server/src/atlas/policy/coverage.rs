//! Totals over municipalities.

use std::sync::Arc;

use crate::atlas::core::view::View;
use crate::atlas::lists::filter::{Filter, FilterError, Prepared};
use crate::domain::policy::completeness::{Certainty, Completeness};
use crate::domain::vocabulary::{ArrangementMode, CoordinationStatus, PolicyClass};

/// A number of municipalities and of their inhabitants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CoverageCount {
    /// Municipalities.
    pub municipalities: u32,
    /// Inhabitants; those of whom no figure is known count for none.
    pub inhabitants: u64,
}

/// A number of municipalities of which only the bounds are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountInterval {
    /// At least so many.
    pub low: u32,
    /// At most so many.
    pub high: u32,
    /// Of so many.
    pub of: u32,
}

impl CountInterval {
    /// The bounds as shares, in 0..=1; 0 over none.
    #[must_use]
    pub fn shares(&self) -> (f64, f64) {
        let whole = f64::from(self.of.max(1));
        (f64::from(self.low) / whole, f64::from(self.high) / whole)
    }
}

/// Totals over a set of municipalities of one view.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// All of them.
    pub whole: CoverageCount,
    /// For each status, in the order of `CoordinationStatus::ALL`.
    pub by_status: [CoverageCount; 6],
    /// For each class, in the order of `PolicyClass::ALL`.
    pub by_class: [CoverageCount; 6],
    /// Mean over municipalities.
    pub completeness: Completeness,
    /// Mean over municipalities, in the order of `Dimension::ALL`.
    pub dimensions: [Completeness; 3],
    /// The positions of the municipalities, ascending.
    pub positions: Arc<[usize]>,
}

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

impl Coverage {
    /// Totals over these positions of a view.
    #[must_use]
    pub fn of(view: &View, positions: &[usize]) -> Self {
        let states = || {
            positions
                .iter()
                .map(|position| &view.municipalities()[*position])
        };
        let mut whole = CoverageCount::default();
        let mut by_status = [CoverageCount::default(); 6];
        let mut by_class = [CoverageCount::default(); 6];
        for state in states() {
            let status = &mut by_status[state.coordination.status as usize];
            let class = &mut by_class[state.policy.class as usize];
            for count in [&mut whole, status, class] {
                count.municipalities += 1;
                count.inhabitants += u64::from(state.inhabitants());
            }
        }
        let dimension =
            |place: usize| Completeness::mean(states().map(|state| state.policy.dimensions[place]));
        Self {
            whole,
            by_status,
            by_class,
            completeness: Completeness::mean(states().map(|state| state.policy.completeness)),
            dimensions: [dimension(0), dimension(1), dimension(2)],
            positions: positions.into(),
        }
    }

    /// The share that is covered by a TEMPORARY or STRUCTURAL arrangement, over
    /// municipalities or over inhabitants, in 0..=1; 0 over none.
    #[must_use]
    pub fn covered_share(&self, of_inhabitants: bool) -> f64 {
        let covered = self.covered();
        let (part, whole) = if of_inhabitants {
            (covered.inhabitants, self.whole.inhabitants)
        } else {
            (
                u64::from(covered.municipalities),
                u64::from(self.whole.municipalities),
            )
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "a country has fewer than 2^52 inhabitants"
        )]
        if whole == 0 {
            0.0
        } else {
            part as f64 / whole as f64
        }
    }

    /// The number of municipalities without complete policy: at least those of
    /// which that is certain, at most those of which the opposite is not.
    #[must_use]
    pub fn without_complete_policy(&self) -> CountInterval {
        let count = |certainty: Certainty| -> u32 {
            let classes = PolicyClass::ALL.iter().zip(self.by_class);
            classes
                .filter(|(class, _)| class.certainty() == certainty)
                .map(|(_, count)| count.municipalities)
                .sum()
        };
        let low = count(Certainty::NotComplete);
        CountInterval {
            low,
            high: low + count(Certainty::Open),
            of: self.whole.municipalities,
        }
    }

    /// Those covered by a TEMPORARY or STRUCTURAL arrangement.
    #[must_use]
    pub fn covered(&self) -> CoverageCount {
        let count = |status: CoordinationStatus| self.by_status[status as usize];
        let (temporary, structural) = (
            count(CoordinationStatus::Temporary),
            count(CoordinationStatus::Structural),
        );
        CoverageCount {
            municipalities: temporary.municipalities + structural.municipalities,
            inhabitants: temporary.inhabitants + structural.inhabitants,
        }
    }
}

impl View {
    /// Totals over the municipalities that the filter selects.
    pub fn coverage(&self, filter: Option<&Filter>) -> Result<Coverage, FilterError> {
        Ok(Coverage::of(self, &self.positions(filter)?))
    }

    /// The same totals for each group, in the order in which groups are shown.
    pub fn coverage_by(
        &self,
        group: CoverageGrouping<'_>,
        filter: Option<&Filter>,
    ) -> Result<Vec<CoverageGroup>, FilterError> {
        let positions = self.positions(filter)?;
        let keys: Vec<GroupKey> = match group {
            CoverageGrouping::RegionSet(set) if !self.has_region_set(set) => {
                return Err(FilterError::UnknownRegionSet(set.to_owned()));
            }
            CoverageGrouping::RegionSet(set) => (0..self.regions().len())
                .filter(|place| *self.regions()[*place].id.set == *set)
                .map(GroupKey::Region)
                .collect(),
            CoverageGrouping::Status => CoordinationStatus::ALL
                .iter()
                .copied()
                .map(GroupKey::Status)
                .collect(),
            CoverageGrouping::Class => PolicyClass::ALL
                .iter()
                .copied()
                .map(GroupKey::Class)
                .collect(),
            CoverageGrouping::Mode => ArrangementMode::ALL
                .iter()
                .copied()
                .map(GroupKey::Mode)
                .collect(),
        };
        let groups = keys.into_iter().map(|key| {
            let members: Vec<usize> = positions
                .iter()
                .copied()
                .filter(|position| self.is_in(*position, key))
                .collect();
            CoverageGroup {
                key,
                coverage: Coverage::of(self, &members),
            }
        });
        Ok(groups.collect())
    }

    /// The positions that the filter selects, by code; all without a filter.
    pub fn positions(&self, filter: Option<&Filter>) -> Result<Vec<usize>, FilterError> {
        match filter {
            Some(filter) => Ok(Prepared::new(self, filter)?.positions()),
            None => Ok((0..self.municipalities().len()).collect()),
        }
    }

    fn is_in(&self, position: usize, key: GroupKey) -> bool {
        let state = &self.municipalities()[position];
        match key {
            GroupKey::Region(region) => state.regions.contains(&region),
            GroupKey::Status(status) => state.coordination.status == status,
            GroupKey::Class(class) => state.policy.class == class,
            GroupKey::Mode(mode) => {
                let arrangements = &state.coordination.arrangements;
                arrangements
                    .iter()
                    .any(|a| self.index().arrangement(a.arrangement).fact.mode == mode)
            }
        }
    }
}
