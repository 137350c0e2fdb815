//! What is to be said of the data of a municipality.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::core::state::{BlockState, VerdictBasis};
use crate::core::view::View;
use domain::places::code::MunicipalityCode;
use domain::policy::rubric::CARE_COORDINATION;
use domain::vocabulary::{CoordinationStatus, QualityKind, QualityReason, Verdict};

/// Years after which an assessment is stale.
const STALE_YEARS: i64 = 3;
/// Months before its end in which a document is said to expire.
const EXPIRY_MONTHS: i64 = 6;

/// Something to be said of the data.
#[derive(Debug, Clone, PartialEq)]
pub enum QualityNotice {
    /// No arrangement is in force.
    NoArrangement,
    /// Nobody ever recorded a verdict.
    NeverAssessed,
    /// Last assessed on this date, more than three years ago.
    Stale(Date),
    /// The arrangement at this place is STRUCTURAL and names nobody.
    NoOrganisation(usize),
    /// The recorded verdict on care coordination is not what the arrangements
    /// say.
    CareRecorded {
        /// What was recorded.
        verdict: Verdict,
        /// The status that follows from the arrangements.
        status: CoordinationStatus,
    },
    /// A block is recorded as absent while a document in force makes it
    /// present.
    DocumentAgainst {
        /// The position of the block in the rubric in force.
        block: usize,
        /// The place of the document.
        document: usize,
    },
    /// So many verdicts were carried over from these predecessors.
    InheritedVerdicts {
        /// The number of verdicts.
        number: usize,
        /// The predecessors.
        from: Vec<MunicipalityCode>,
    },
    /// Care coordination was carried over from these predecessors.
    InheritedCoordination(Vec<MunicipalityCode>),
    /// The area grew on this date, after verdicts were recorded that still hold.
    Grew(Date),
    /// The document at this place ends on this date, within six months.
    Expires {
        /// The place of the document.
        document: usize,
        /// The first date on which it is no longer in force.
        date: Date,
    },
}

impl QualityNotice {
    /// What sort of notice it is.
    #[must_use]
    pub fn kind(&self) -> QualityKind {
        match self {
            Self::NoArrangement | Self::NeverAssessed => QualityKind::Missing,
            Self::Stale(_) => QualityKind::Stale,
            Self::NoOrganisation(_) | Self::CareRecorded { .. } | Self::DocumentAgainst { .. } => {
                QualityKind::Contradictory
            }
            Self::InheritedVerdicts { .. } | Self::InheritedCoordination(_) | Self::Grew(_) => {
                QualityKind::Inherited
            }
            Self::Expires { .. } => QualityKind::DocumentExpires,
        }
    }

    /// Why it is said.
    #[must_use]
    pub fn reason(&self) -> QualityReason {
        match self {
            Self::NoArrangement => QualityReason::NoArrangement,
            Self::NeverAssessed => QualityReason::NeverAssessed,
            Self::Stale(_) => QualityReason::Stale,
            Self::NoOrganisation(_) => QualityReason::NoOrganisation,
            Self::CareRecorded { .. } => QualityReason::CareRecorded,
            Self::DocumentAgainst { .. } => QualityReason::DocumentAgainst,
            Self::InheritedVerdicts { .. } => QualityReason::InheritedVerdicts,
            Self::InheritedCoordination(_) => QualityReason::InheritedCoordination,
            Self::Grew(_) => QualityReason::Grew,
            Self::Expires { .. } => QualityReason::Expires,
        }
    }
}

impl View {
    /// What is to be said of the data of the municipality at a position, in the
    /// order of `QualityKind::ALL`.
    #[must_use]
    pub fn quality(&self, position: usize) -> Vec<QualityNotice> {
        let mut notices = self.gaps(position);
        notices.extend(self.contradictions(position));
        notices.extend(self.carried_over(position));
        notices.extend(self.expiring(position));
        notices
    }

    fn gaps(&self, position: usize) -> Vec<QualityNotice> {
        let state = &self.municipalities()[position];
        let mut notices = Vec::new();
        if state.coordination.arrangements.is_empty() {
            notices.push(QualityNotice::NoArrangement);
        }
        match state.policy.last_assessed {
            None => notices.push(QualityNotice::NeverAssessed),
            Some(date) if self.later(date.checked_add(STALE_YEARS.years()).ok()) => {
                notices.push(QualityNotice::Stale(date));
            }
            Some(_) => {}
        }
        notices
    }

    /// Whether the date of the view lies after this one.
    fn later(&self, date: Option<Date>) -> bool {
        date.is_some_and(|date| date < self.as_of().date())
    }

    fn contradictions(&self, position: usize) -> Vec<QualityNotice> {
        let state = &self.municipalities()[position];
        let mut notices: Vec<QualityNotice> = state
            .coordination
            .arrangements
            .iter()
            .map(|in_force| in_force.arrangement)
            .filter(|place| {
                let fact = &self.index().arrangement(*place).fact;
                fact.status == CoordinationStatus::Structural && fact.organisation.is_none()
            })
            .map(QualityNotice::NoOrganisation)
            .collect();
        for (block, block_state) in state.policy.blocks.iter().enumerate() {
            if matches!(block_state.basis, VerdictBasis::Record(_)) {
                notices.extend(self.against_arrangements(position, block, block_state));
                notices.extend(self.against_documents(position, block, block_state));
            }
        }
        notices
    }

    fn against_arrangements(
        &self,
        position: usize,
        block: usize,
        recorded: &BlockState,
    ) -> Option<QualityNotice> {
        let status = self.municipalities()[position].coordination.status;
        let contrary = match recorded.verdict {
            Verdict::Present => {
                matches!(
                    status,
                    CoordinationStatus::None | CoordinationStatus::Remote
                )
            }
            Verdict::Absent => status >= CoordinationStatus::Temporary,
            Verdict::Unknown | Verdict::InPreparation => false,
        };
        let care = self.rubric()?.find_block(CARE_COORDINATION) == Some(block);
        (care && contrary).then_some(QualityNotice::CareRecorded {
            verdict: recorded.verdict,
            status,
        })
    }

    fn against_documents(
        &self,
        position: usize,
        block: usize,
        recorded: &BlockState,
    ) -> Option<QualityNotice> {
        if recorded.verdict != Verdict::Absent {
            return None;
        }
        let id = &*self.rubric()?.blocks.get(block)?.id;
        let document = self.document_making(position, id)?;
        Some(QualityNotice::DocumentAgainst { block, document })
    }

    /// Whether anything of it awaits confirmation.
    #[must_use]
    pub fn has_inherited(&self, position: usize) -> bool {
        !self.carried_over(position).is_empty()
    }

    fn carried_over(&self, position: usize) -> Vec<QualityNotice> {
        let state = &self.municipalities()[position];
        let mut notices = Vec::new();
        let inherited = || state.policy.blocks.iter().filter(|block| block.inherited());
        if let Some(first) = inherited().next() {
            notices.push(QualityNotice::InheritedVerdicts {
                number: inherited().count(),
                from: first.inherited_from.to_vec(),
            });
        }
        if state.coordination.inherited() {
            let from = state.coordination.inherited_from.clone();
            notices.push(QualityNotice::InheritedCoordination(from));
        }
        let grew = self.code(position).is_some_and(|code| {
            let (index, as_of) = (self.index(), self.as_of());
            index.lineage().grew(code, as_of.date()) && !index.is_confirmed(code, as_of)
        });
        let from_before = |block: &BlockState| {
            let recorded = matches!(block.basis, VerdictBasis::Record(_));
            let from = self.basis(block).1;
            recorded && from.is_some_and(|from| from < state.shape.from)
        };
        if grew && state.policy.blocks.iter().any(from_before) {
            notices.push(QualityNotice::Grew(state.shape.from));
        }
        notices
    }

    fn expiring(&self, position: usize) -> Vec<QualityNotice> {
        let today = self.as_of().date();
        let limit = today.checked_add(EXPIRY_MONTHS.months()).ok();
        let ending = |document: usize| {
            let fact = &self.index().document(document).fact;
            let date = fact.period.and_then(|period| period.to)?;
            let soon = fact.in_force(today) && limit.is_none_or(|limit| date <= limit);
            soon.then_some(QualityNotice::Expires { document, date })
        };
        let documents = self.municipalities()[position].documents.iter();
        documents.copied().filter_map(ending).collect()
    }
}
