//! Taking back what a change did.

use crate::actions::{ActionError, Outcome, RowOutcome, Writer};
use crate::domain::record::audit::{DEMONSTRATION, PUBLIC_DATA, REFRESH_PUBLIC_DATA};
use crate::store::{Change, KnownChange, StoreError, Undone};

/// Withdraws what a change wrote and restores what it withdrew. Records that
/// were changed since stay as they are, and are told. `allows` says whether who
/// asks may take back what somebody did, by name and action.
pub async fn undo_change(
    writer: &Writer<'_>,
    revision: u64,
    allows: impl Fn(&str, &str) -> bool,
) -> Result<(Undone, Outcome), ActionError> {
    let mut change = writer.begin("undo_change").await?;
    let known = change.find_change(revision).await?;
    let known = known.ok_or_else(|| ActionError::unknown("change", &revision.to_string()))?;
    let action = what_was_done(&mut change, &known).await?;
    if !allows(&known.by, &action) {
        return Err(ActionError::NotAllowed);
    }
    let loaded = [PUBLIC_DATA, DEMONSTRATION].contains(&known.by.as_str());
    if loaded && known.action != REFRESH_PUBLIC_DATA {
        let what = "the data that the server came with are not taken back; correct what is wrong";
        return Err(ActionError::Conflict(what.to_owned()));
    }
    if let Some(later) = known.undone {
        let what = format!("revision {revision} was undone already, by revision {later}");
        return Err(ActionError::Conflict(what));
    }
    let loose_before = change.loose_ends().await?;
    let undone = change.undo(revision).await?;
    if undone.withdrawn + undone.restored == 0 {
        let what = if undone.kept.is_empty() {
            format!("revision {revision} changed nothing that can be undone")
        } else {
            format!(
                "everything that revision {revision} changed was changed since; nothing was undone"
            )
        };
        return Err(ActionError::Conflict(what));
    }
    let loose = change.loose_ends().await?;
    if let Some(end) = loose.iter().find(|end| !loose_before.contains(end)) {
        let what = format!("{end} would be left without what it belongs to; undo that first");
        return Err(ActionError::Conflict(what));
    }
    let kept = match undone.kept.len() {
        0 => String::new(),
        kept => format!(", {kept} kept"),
    };
    let summary = format!("revision {revision} ({}){kept}", known.action);
    let done = vec![RowOutcome::Changed].into();
    let outcome = writer.finish(change, &summary, done).await?;
    Ok((undone, outcome))
}

/// What was done at first, where undoing was undone.
async fn what_was_done(change: &mut Change, known: &KnownChange) -> Result<String, StoreError> {
    let mut first = known.clone();
    while let Some(earlier) = first.undoes {
        let Some(earlier) = change.find_change(earlier).await? else {
            break;
        };
        first = earlier;
    }
    Ok(first.action)
}
