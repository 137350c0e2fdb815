//! Taking back what a change did.

use crate::{ActionError, Outcome, WriteOutcome, Writer};
use domain::message::{ChangeMessage, SummaryMessage};
use domain::record::audit::{DEMONSTRATION, PUBLIC_DATA};
use domain::vocabulary::AuditAction;
use store::{Change, OrphanSearch, RecordedChange, StoreError, UndoReport};

/// Withdraws what a change wrote and restores what it withdrew. Records that
/// were changed since stay as they are, and are told. `allows` says whether who
/// asks may take back what somebody did, by name and action.
pub async fn undo_change(
    writer: &Writer<'_>,
    revision: u64,
    allows: impl Fn(&str, &str) -> bool,
) -> Result<(UndoReport, Outcome), ActionError> {
    let mut change = writer.begin(AuditAction::UndoChange).await?;
    let known = change.find_change(revision).await?;
    let known = known.ok_or_else(|| ActionError::unknown("change", &revision.to_string()))?;
    let action = what_was_done(&mut change, &known).await?;
    if !allows(&known.by, &action) {
        return Err(ActionError::NotAllowed);
    }
    let loaded = [PUBLIC_DATA, DEMONSTRATION].contains(&known.by.as_str());
    if loaded && known.action != AuditAction::RefreshPublicData.code() {
        return Err(ActionError::conflict(ChangeMessage::PublicDataStay));
    }
    if let Some(by) = known.undone {
        let undone = ChangeMessage::UndoneAlready { revision, by };
        return Err(ActionError::conflict(undone));
    }
    // Only what others belong to can leave something behind that it did not write.
    let (search, orphans_before) = if change.wrote_parents(revision).await? {
        let search = OrphanSearch::Everywhere;
        (search, change.orphans(search).await?)
    } else {
        (OrphanSearch::WrittenNow, Vec::new())
    };
    let undone = change.undo(revision).await?;
    if undone.withdrawn + undone.restored == 0 {
        let nothing = if undone.kept.is_empty() {
            ChangeMessage::NothingToUndo { revision }
        } else {
            ChangeMessage::AllChangedSince { revision }
        };
        return Err(ActionError::conflict(nothing));
    }
    let orphans = change.orphans(search).await?;
    if let Some(orphan) = orphans
        .iter()
        .find(|orphan| !orphans_before.contains(orphan))
    {
        let record = orphan.clone();
        return Err(ActionError::conflict(ChangeMessage::LeftWithout { record }));
    }
    let action = known.action.clone();
    let summary = match undone.kept.len() {
        0 => SummaryMessage::UndoOf { revision, action },
        kept => SummaryMessage::UndoOfPart {
            revision,
            action,
            kept,
        },
    };
    let done = vec![WriteOutcome::Changed].into();
    let outcome = writer.finish(change, summary, done).await?;
    Ok((undone, outcome))
}

/// What was done at first, where undoing was undone.
async fn what_was_done(change: &mut Change, known: &RecordedChange) -> Result<String, StoreError> {
    let mut first = known.clone();
    while let Some(earlier) = first.undoes {
        let Some(earlier) = change.find_change(earlier).await? else {
            break;
        };
        first = earlier;
    }
    Ok(first.action)
}
