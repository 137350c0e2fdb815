//! Recording policy documents and the municipalities that they name.

use std::collections::BTreeMap;

use crate::actions::care::record_arrangements::{check_coverage, compare_coverage};
use crate::actions::checks::Checks;
use crate::actions::{ActionError, Outcome, Refusal, WriteOutcome, Writer, refuse};
use crate::domain::care::arrangement::NamedMunicipality;
use crate::domain::message::{RecordMessage, SummaryMessage};
use crate::domain::policy::document::PolicyDocument;
use crate::store::Change;

/// Records documents as they are given, coverage included. A version that
/// stands is superseded when it says something else.
pub async fn record_documents(
    writer: &Writer<'_>,
    documents: &[PolicyDocument],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_documents").await?;
    let standing = standing(&mut change).await?;
    let register = change.register().await?;
    let mut checks = Checks::default();
    for (row, document) in documents.iter().enumerate() {
        check(&mut checks, row, document);
        check_coverage(row, &document.covers, &register, &mut checks.0);
    }
    refuse(checks.0)?;
    let done = write(&mut change, &standing, documents.to_vec()).await?;
    let count = documents.len();
    let summary = SummaryMessage::DocumentsWritten { count };
    writer.finish(change, summary, done).await
}

/// Records everything of documents but their coverage, which stays as it
/// is on record.
pub async fn record_document_details(
    writer: &Writer<'_>,
    documents: &[PolicyDocument],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_documents").await?;
    let standing = standing(&mut change).await?;
    let mut checks = Checks::default();
    let mut notices = Vec::new();
    let mut whole = documents.to_vec();
    for (row, document) in whole.iter_mut().enumerate() {
        check(&mut checks, row, document);
        document.covers = standing
            .get(&document.id)
            .map_or_else(Vec::new, |known| known.covers.clone());
        if document.covers.is_empty() {
            let id = document.id.clone();
            notices.push(RecordMessage::DocumentUncovered { id }.into());
        }
    }
    refuse(checks.0)?;
    let mut done = write(&mut change, &standing, whole).await?;
    done.notices = notices;
    let count = documents.len();
    let summary = SummaryMessage::DocumentsWritten { count };
    writer.finish(change, summary, done).await
}

/// Records which municipalities documents name: all that each names, so
/// that what is missing here is withdrawn.
pub async fn record_document_coverage(
    writer: &Writer<'_>,
    named: &[(String, NamedMunicipality)],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin("record_document_coverage").await?;
    let standing = standing(&mut change).await?;
    let register = change.register().await?;
    let mut refusals = Vec::new();
    for (row, (id, place)) in named.iter().enumerate() {
        if !standing.contains_key(id) {
            refusals.push(Refusal::new(
                row,
                "document_id",
                RecordMessage::NoDocumentYet { id: id.clone() },
            ));
        }
        check_coverage(row, std::slice::from_ref(place), &register, &mut refusals);
    }
    refuse(refusals)?;
    let mut outcome = Outcome::default();
    let mut changed = BTreeMap::new();
    compare_coverage(
        named,
        |id| standing.get(id).map(|known| known.covers.as_slice()),
        &mut outcome,
        &mut changed,
    );
    let number = changed.len();
    for (id, covers) in changed {
        if let Some(known) = standing.get(id) {
            change
                .record_document(&PolicyDocument {
                    covers,
                    ..known.clone()
                })
                .await?;
        }
    }
    writer
        .finish(
            change,
            SummaryMessage::DocumentsCovered { count: number },
            outcome,
        )
        .await
}

async fn standing(change: &mut Change) -> Result<BTreeMap<String, PolicyDocument>, ActionError> {
    let standing = change.documents().await?;
    Ok(standing
        .into_iter()
        .map(|document| (document.id.clone(), document))
        .collect())
}

async fn write(
    change: &mut Change,
    standing: &BTreeMap<String, PolicyDocument>,
    documents: Vec<PolicyDocument>,
) -> Result<Outcome, ActionError> {
    let mut done = Outcome::default();
    for mut document in documents {
        document.covers.sort_unstable();
        let outcome = match standing.get(&document.id) {
            None => WriteOutcome::New,
            Some(known) if *known == document => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        };
        if outcome != WriteOutcome::Same {
            change.record_document(&document).await?;
        }
        done.add(outcome, standing.get(&document.id), &document);
    }
    Ok(done)
}

fn check(checks: &mut Checks, row: usize, document: &PolicyDocument) {
    if document.id.is_empty() {
        checks.refuse_item(row, "id", RecordMessage::DocumentWithoutId);
    }
    checks.written(Some(row), document);
    if let Some(period) = document.period {
        checks.period(Some(row), period);
    }
}
