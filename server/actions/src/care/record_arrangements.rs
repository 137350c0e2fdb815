//! Recording who coordinates care, how, and for which municipalities.

use super::record_arrangement::check;
use crate::checks::Checks;
use crate::coverage::{self, CoveringRecord};
use crate::{ActionError, Outcome, Writer};
use domain::care::arrangement::{Arrangement, NamedMunicipality};
use domain::message::{RecordMessage, SummaryMessage};
use domain::vocabulary::AuditAction;
use store::{Change, StoreError};

/// Records arrangements as they are given, coverage included. A version that
/// stands is superseded when it says something else.
pub async fn record_arrangements(
    writer: &Writer<'_>,
    arrangements: &[Arrangement],
) -> Result<Outcome, ActionError> {
    coverage::record_whole(writer, arrangements).await
}

/// Records everything of arrangements but their coverage and contact, which stay
/// as they are on record.
pub async fn record_arrangement_details(
    writer: &Writer<'_>,
    arrangements: &[Arrangement],
) -> Result<Outcome, ActionError> {
    coverage::record_details(writer, arrangements).await
}

/// Records which municipalities arrangements name: all that each names, so
/// that what is missing here is withdrawn.
pub async fn record_arrangement_coverage(
    writer: &Writer<'_>,
    named: &[(String, NamedMunicipality)],
) -> Result<Outcome, ActionError> {
    coverage::record_coverage::<Arrangement>(writer, named).await
}

impl CoveringRecord for Arrangement {
    const RECORD: AuditAction = AuditAction::RecordArrangements;
    const RECORD_COVERAGE: AuditAction = AuditAction::RecordArrangementCoverage;
    const ID_COLUMN: &'static str = "arrangement_id";

    fn id(&self) -> &str {
        &self.id
    }

    fn covers(&self) -> &[NamedMunicipality] {
        &self.covers
    }

    fn covers_mut(&mut self) -> &mut Vec<NamedMunicipality> {
        &mut self.covers
    }

    fn sort(&mut self) {
        self.covers.sort_unstable();
        self.forms.sort_unstable();
    }

    fn complete(&mut self, known: &Self) {
        self.contact.clone_from(&known.contact);
    }

    fn check(&self, checks: &mut Checks, row: usize) {
        if self.id.is_empty() {
            checks.refuse_item(row, "id", RecordMessage::ArrangementWithoutId);
        }
        check(checks, Some(row), self);
    }

    fn uncovered(id: String) -> RecordMessage {
        RecordMessage::ArrangementUncovered { id }
    }

    fn not_yet(id: String) -> RecordMessage {
        RecordMessage::NoArrangementYet { id }
    }

    fn written(count: usize) -> SummaryMessage {
        SummaryMessage::ArrangementsWritten { count }
    }

    fn covered(count: usize) -> SummaryMessage {
        SummaryMessage::ArrangementsCovered { count }
    }

    async fn standing(change: &mut Change) -> Result<Vec<Self>, StoreError> {
        change.arrangements().await
    }

    async fn write(&self, change: &mut Change) -> Result<(), StoreError> {
        change.record_arrangement(self).await
    }
}
