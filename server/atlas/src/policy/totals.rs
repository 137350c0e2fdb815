//! Totals over municipalities.

use std::sync::Arc;

use crate::core::state::MunicipalityState;
use domain::policy::completeness::{Certainty, Completeness};
use domain::vocabulary::{CoordinationStatus, PolicyClass};

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

impl Coverage {
    /// Totals over these positions of all municipalities, which ascend.
    #[must_use]
    pub fn of(municipalities: &[Arc<MunicipalityState>], positions: &[usize]) -> Self {
        let states = || positions.iter().map(|position| &municipalities[*position]);
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
