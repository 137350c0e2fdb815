//! Accepting or refusing what somebody said is not right.

use crate::checks::Checks;
use crate::policy::record_verdicts::write_verdicts;
use crate::{ActionError, NewVerdict, Outcome, WriteOutcome, Writer, refuse};
use domain::message::{ChangeMessage, SummaryMessage};
use domain::record::audit::AuditEvent;
use domain::record::correction::{Correction, Decision};
use domain::record::text_fields::Text;
use domain::vocabulary::{AuditAction, CorrectionState};

/// Records what is accepted of a correction, and that it was accepted, in one
/// change. Without verdicts it only says so.
pub async fn accept_correction(
    writer: &Writer<'_>,
    correction: &Correction,
    verdicts: &[NewVerdict],
    answer: Option<&str>,
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::AcceptCorrection).await?;
    let mut checks = Checks::default();
    checks.optional_text("answer", answer.map(Text::Prose));
    refuse(checks.0)?;
    let mut outcome = Outcome::default();
    if !verdicts.is_empty() {
        outcome = write_verdicts(writer, &mut change, verdicts).await?.0;
    }
    if !change.accept_correction(&correction.id, answer).await? {
        return Err(decided_meanwhile());
    }
    let subject = SummaryMessage::CorrectionOf {
        id: correction.id.to_string(),
        code: correction.code,
    };
    change.note(AuditEvent::new(
        writer.by,
        AuditAction::AcceptCorrection,
        subject.clone(),
    ));
    // That it was accepted is a change, even where nothing else is.
    outcome.rows.push(WriteOutcome::Changed);
    writer.finish(change, subject, outcome).await
}

/// Puts aside what somebody said, and why.
pub async fn refuse_correction(
    writer: &Writer<'_>,
    correction: &Correction,
    reason: &str,
) -> Result<(), ActionError> {
    let mut checks = Checks::default();
    checks.text(None, "reason", Text::Story(reason));
    refuse(checks.0)?;
    let decision = Decision {
        state: CorrectionState::Refused,
        at: writer.clock.now(),
        by: writer.by.to_owned(),
        answer: Some(reason.to_owned()),
        revision: None,
    };
    let (code, id) = (correction.code, &correction.id);
    let event = AuditEvent::new(
        writer.by,
        AuditAction::RefuseCorrection,
        SummaryMessage::CorrectionOf {
            id: id.to_string(),
            code,
        },
    );
    if writer.store.refuse_correction(id, &decision, event).await? {
        return Ok(());
    }
    Err(decided_meanwhile())
}

fn decided_meanwhile() -> ActionError {
    ActionError::conflict(ChangeMessage::DecidedMeanwhile)
}
