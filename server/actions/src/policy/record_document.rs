//! Recording one policy document as a person writes it.

use crate::checks::Checks;
use crate::{ActionError, Outcome, WriteOutcome, Writer, new_id, refuse};
use domain::dates::FIRST_BOUNDARIES;
use domain::message::SummaryMessage;
use domain::places::code::MunicipalityCode;
use domain::policy::document::PolicyDocument;
use domain::vocabulary::AuditAction;
use store::RecordKind;

/// Records a policy document for municipalities by their codes. One with an id
/// corrects the document of that id; a new one is given an id.
pub async fn record_document(
    writer: &Writer<'_>,
    mut document: PolicyDocument,
    municipalities: &[MunicipalityCode],
) -> Result<(PolicyDocument, Outcome), ActionError> {
    let mut change = writer.begin(AuditAction::RecordDocument).await?;
    let register = change.register().await?;
    let mut outcome = Outcome::default();
    let mut checks = Checks::default();
    checks.written(None, &document);
    if let Some(period) = document.period {
        checks.period(None, period);
    }
    let from = document
        .period
        .map_or(FIRST_BOUNDARIES, |period| period.from);
    document.covers = checks.covers(municipalities, &register, from, &mut outcome.notices);
    refuse(checks.0)?;
    let known = match document.id.as_str() {
        "" => None,
        id => {
            let keys: &[&[&str]] = &[&[id]];
            writer
                .check_unchanged(&mut change, RecordKind::Document, keys)
                .await?;
            let mut standing = change.documents().await?.into_iter();
            let known = standing.find(|known| *known.id == *id);
            Some(known.ok_or_else(|| ActionError::unknown("policy document", id))?)
        }
    };
    match &known {
        None => document.id = format!("document-{}", new_id(change.recorded_at())?).into(),
        // What a person does not write stays; what kind of date it is, while it
        // is the same.
        Some(known) => {
            let themes = &known.themes_mentioned;
            document.themes_mentioned.clone_from(themes);
            document.note.clone_from(&known.note);
            if known.period == document.period {
                let certainty = &known.source.certainty;
                document.source.certainty.clone_from(certainty);
            }
        }
    }
    outcome.rows.push(match &known {
        None => WriteOutcome::New,
        Some(known) if *known == document => WriteOutcome::Same,
        Some(_) => WriteOutcome::Changed,
    });
    change.record_document(&document).await?;
    let summary = SummaryMessage::DocumentTitled {
        id: document.id.to_string(),
        title: document.title.clone(),
    };
    let outcome = writer.finish(change, summary, outcome).await?;
    Ok((document, outcome))
}
