//! Recording policy documents and the municipalities that they name.

use crate::checks::Checks;
use crate::coverage::{self, CoveringRecord};
use crate::{ActionError, Outcome, Writer};
use domain::care::arrangement::NamedMunicipality;
use domain::message::{RecordMessage, SummaryMessage};
use domain::policy::document::PolicyDocument;
use domain::vocabulary::AuditAction;
use store::{Change, StoreError};

/// Records documents as they are given, coverage included. A version that
/// stands is superseded when it says something else.
pub async fn record_documents(
    writer: &Writer<'_>,
    documents: &[PolicyDocument],
) -> Result<Outcome, ActionError> {
    coverage::record_whole(writer, documents).await
}

/// Records everything of documents but their coverage, which stays as it is on
/// record.
pub async fn record_document_details(
    writer: &Writer<'_>,
    documents: &[PolicyDocument],
) -> Result<Outcome, ActionError> {
    coverage::record_details(writer, documents).await
}

/// Records which municipalities documents name: all that each names, so that
/// what is missing here is withdrawn.
pub async fn record_document_coverage(
    writer: &Writer<'_>,
    named: &[(String, NamedMunicipality)],
) -> Result<Outcome, ActionError> {
    coverage::record_coverage::<PolicyDocument>(writer, named).await
}

impl CoveringRecord for PolicyDocument {
    const RECORD: AuditAction = AuditAction::RecordDocuments;
    const RECORD_COVERAGE: AuditAction = AuditAction::RecordDocumentCoverage;
    const ID_COLUMN: &'static str = "document_id";

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
    }

    fn complete(&mut self, _: &Self) {}

    fn check(&self, checks: &mut Checks, row: usize) {
        if self.id.is_empty() {
            checks.refuse_item(row, "id", RecordMessage::DocumentWithoutId);
        }
        checks.written(Some(row), self);
        if let Some(period) = self.period {
            checks.period(Some(row), period);
        }
    }

    fn uncovered(id: String) -> RecordMessage {
        RecordMessage::DocumentUncovered { id }
    }

    fn not_yet(id: String) -> RecordMessage {
        RecordMessage::NoDocumentYet { id }
    }

    fn written(count: usize) -> SummaryMessage {
        SummaryMessage::DocumentsWritten { count }
    }

    fn covered(count: usize) -> SummaryMessage {
        SummaryMessage::DocumentsCovered { count }
    }

    async fn standing(change: &mut Change) -> Result<Vec<Self>, StoreError> {
        change.documents().await
    }

    async fn write(&self, change: &mut Change) -> Result<(), StoreError> {
        change.record_document(self).await
    }
}
