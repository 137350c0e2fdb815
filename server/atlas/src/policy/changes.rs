//! What really changed between two dates, apart from what only the redrawing
//! of municipalities changed (rule 9).

use std::collections::HashMap;

use jiff::civil::Date;

use crate::core::state::MunicipalityState;
use crate::core::view::View;
use crate::lists::filter::{Filter, FilterError};
use domain::places::code::MunicipalityCode;
use domain::places::lineage::Succession;
use domain::policy::comparison::{ComparedState, Comparison};
use domain::vocabulary::{ChangeKind, Verdict};

/// What became of one municipality of the later date.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityChange {
    /// What became of it.
    pub kind: ChangeKind,
    /// Its position in the later view.
    pub position: usize,
    /// The positions in the earlier view of the municipalities from which it
    /// came, by name; itself among them when it was there.
    pub before: Vec<usize>,
    /// Why the kind is what it is.
    pub grounds: ChangeReason,
}

/// Why a change is of its kind.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeReason {
    /// It is not in the shape that it had.
    Redrawn {
        /// Whether nobody bore its code on the earlier date.
        new: bool,
        /// What it received in between.
        received: Vec<Succession>,
    },
    /// It is in the shape that it had.
    Compared {
        /// What differs.
        comparison: Comparison,
        /// The latest date in between from which something on record holds, or
        /// on which it ends.
        reassessed: Option<Date>,
    },
}

/// What became of the municipalities of the later date.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeReport {
    /// Each of them once, by name.
    pub changes: Vec<MunicipalityChange>,
}

impl ChangeReport {
    /// How many there are of each kind, in the order of `ChangeKind::ALL`;
    /// together all municipalities of the report.
    #[must_use]
    pub fn counts(&self) -> [u32; 5] {
        let mut counts = [0; 5];
        for change in &self.changes {
            counts[change.kind as usize] += 1;
        }
        counts
    }
}

impl View {
    /// What became of the municipalities of this view that the filter selects,
    /// since an earlier view (or one of the same date) with the same knowledge.
    ///
    /// A municipality is `NOT_COMPARABLE` when its shape began after the
    /// earlier date: it merged, grew, or received part of a split one. The
    /// others are judged by [`Comparison::kind`]; they were reassessed when a
    /// verdict other than UNKNOWN, an arrangement or a document holds from a
    /// date after the earlier one up to the later one, or an arrangement or a
    /// document ends in that time.
    pub fn changes_since(
        &self,
        earlier: &Self,
        filter: Option<&Filter>,
    ) -> Result<ChangeReport, FilterError> {
        let recorded = self.recorded_after(earlier.as_of().date());
        let positions = self.in_name_order(&self.positions(filter)?);
        let changes = positions
            .into_iter()
            .filter_map(|position| self.change(earlier, position, &recorded))
            .collect();
        Ok(ChangeReport { changes })
    }

    fn change(
        &self,
        earlier: &Self,
        position: usize,
        recorded: &HashMap<MunicipalityCode, Date>,
    ) -> Option<MunicipalityChange> {
        let code = self.code(position)?;
        let (from, to) = (earlier.as_of().date(), self.as_of().date());
        let lineage = self.index().lineage();
        let state = &self.municipalities()[position];
        let own = earlier.find(code);
        let comparable = own.filter(|_| state.shape.from <= from);
        let Some(before) = comparable else {
            let ancestors = lineage.ancestors(code, from, to);
            let ancestors: Vec<usize> = ancestors
                .into_iter()
                .filter_map(|code| earlier.find(code))
                .collect();
            return Some(MunicipalityChange {
                kind: ChangeKind::NotComparable,
                position,
                before: earlier.in_name_order(&ancestors),
                grounds: ChangeReason::Redrawn {
                    new: own.is_none(),
                    received: lineage.received(code, from, to).cloned().collect(),
                },
            });
        };
        let comparison = Comparison::new(
            &earlier.standing(&earlier.municipalities()[before]),
            &self.standing(state),
        );
        let reassessed = recorded.get(&code).copied();
        Some(MunicipalityChange {
            kind: comparison.kind(reassessed.is_some()),
            position,
            before: vec![before],
            grounds: ChangeReason::Compared {
                comparison,
                reassessed,
            },
        })
    }

    fn standing(&self, state: &MunicipalityState) -> ComparedState<'_> {
        ComparedState {
            rubric: self.rubric().map(|rubric| &**rubric),
            verdicts: state
                .policy
                .blocks
                .iter()
                .map(|block| block.verdict)
                .collect(),
            status: state.coordination.status,
        }
    }

    /// For each municipality about which something known holds from, or ends
    /// on, a date after the given one up to that of the view: the latest such
    /// date.
    fn recorded_after(&self, after: Date) -> HashMap<MunicipalityCode, Date> {
        let as_of = self.as_of();
        let mut latest: HashMap<MunicipalityCode, Date> = HashMap::new();
        let mut note = |code: MunicipalityCode, dates: &[Option<Date>]| {
            let inside = |date: &Date| after < *date && *date <= as_of.date();
            if let Some(date) = dates.iter().copied().flatten().filter(inside).max() {
                let known = latest.entry(code).or_insert(date);
                *known = date.max(*known);
            }
        };
        let facts = self.index().facts();
        for recorded in facts.verdicts.iter() {
            if recorded.known_at(as_of.known_at()) && recorded.fact.verdict != Verdict::Unknown {
                note(recorded.fact.code, &[Some(recorded.fact.valid_from)]);
            }
        }
        for (place, recorded) in facts.arrangements.iter().enumerate() {
            if recorded.known_at(as_of.known_at()) {
                let period = recorded.fact.period;
                for reach in self.index().arrangement_reach(place) {
                    note(reach.code, &[Some(period.from), period.to]);
                }
            }
        }
        for (place, recorded) in facts.documents.iter().enumerate() {
            if let Some(period) = recorded.fact.period
                && recorded.known_at(as_of.known_at())
            {
                for reach in self.index().document_reach(place) {
                    note(reach.code, &[Some(period.from), period.to]);
                }
            }
        }
        latest
    }
}
