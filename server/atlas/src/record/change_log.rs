//! The committed changes, with what was taken back.

use crate::core::index::Index;
use domain::facts::ChangeRecord;
use domain::record::audit::{DEMONSTRATION, PUBLIC_DATA};
use domain::vocabulary::AuditAction;

/// By whom what is recorded is not taken back, but for a later edition of the
/// public data: others stand on it as a whole.
const LOADERS: [&str; 2] = [PUBLIC_DATA, DEMONSTRATION];
/// What changed no facts.
const OF_ACCESS: [AuditAction; 2] = [AuditAction::AddToken, AuditAction::RevokeToken];

/// A committed change, and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct LoggedChange<'a> {
    /// The change.
    pub change: &'a ChangeRecord,
    /// What was done at first, where undoing was undone.
    pub action: &'a str,
    /// The change that took it back.
    pub undone_by: Option<u64>,
}

impl LoggedChange<'_> {
    /// Whether it can be taken back, as far as is known without looking at what
    /// was changed since.
    #[must_use]
    pub fn is_undoable(&self) -> bool {
        let action = self.action.parse().ok();
        let is_loaded = LOADERS.contains(&&*self.change.recorded_by);
        self.undone_by.is_none()
            && (!is_loaded || action == Some(AuditAction::RefreshPublicData))
            && !action.is_some_and(|action| OF_ACCESS.contains(&action))
    }
}

impl Index {
    /// All changes, in the order in which they were made.
    #[must_use]
    pub fn change_log(&self) -> Vec<LoggedChange<'_>> {
        let changes = &self.facts().changes;
        let mut log: Vec<LoggedChange<'_>> = Vec::with_capacity(changes.len());
        for change in changes {
            let undone = change.undoes.and_then(|undone| {
                log.iter_mut()
                    .rev()
                    .find(|line| line.change.revision == undone)
            });
            let mut action = change.action.as_str();
            if let Some(undone) = undone {
                undone.undone_by = Some(change.revision);
                action = undone.action;
            }
            log.push(LoggedChange {
                change,
                action,
                undone_by: None,
            });
        }
        log
    }
}
