//! Who did what, for whoever has to answer for it.

use jiff::Timestamp;
use serde_json::json;

use crate::message::{Message, kept};
use crate::vocabulary::AuditAction;

/// By whom the data that the server came with are recorded.
pub const PUBLIC_DATA: &str = "public data";
/// By whom invented verdicts are recorded.
pub const DEMONSTRATION: &str = "demonstration";
/// By whom is recorded what somebody does on the server itself.
pub const COMMAND_LINE: &str = "command line";
/// By whom is recorded what the server does by itself.
pub const SERVER: &str = "server";
/// By whom is recorded what somebody does whom nobody knows.
pub const PUBLIC: &str = "public";

/// By whom the first account is recorded.
pub const FIRST_START: &str = "first start";

/// Whether the program records by this name, whatever the case of its letters:
/// no person and no token bears it.
#[must_use]
pub fn is_of_program(name: &str) -> bool {
    let names = [
        PUBLIC_DATA,
        DEMONSTRATION,
        COMMAND_LINE,
        SERVER,
        PUBLIC,
        FIRST_START,
    ];
    names.iter().any(|own| own.eq_ignore_ascii_case(name))
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    /// A person, a token, `public data` or `command line`.
    pub actor: String,
    /// What was done, by its code: an [`AuditAction`], or one of another version.
    pub action: String,
    /// To what, as it is kept: see [`read_kept`](crate::message::read_kept).
    pub subject: String,
    /// What stood before, as a JSON object.
    pub before: Option<String>,
    /// What stands after, as a JSON object.
    pub after: Option<String>,
}

impl AuditEvent {
    /// The same, after so many alike of which no line tells.
    #[must_use]
    pub fn after_untold(self, others: u64) -> Self {
        let told = (others > 0).then(|| json!({ "others": others }).to_string());
        Self {
            after: told.or(self.after),
            ..self
        }
    }

    /// Something that has no before and after.
    pub fn new(actor: &str, action: AuditAction, subject: impl Into<Message>) -> Self {
        Self {
            actor: actor.to_owned(),
            action: action.code().to_owned(),
            subject: kept(&subject.into()),
            before: None,
            after: None,
        }
    }
}

/// A line of the audit trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its place, from 1 without gaps.
    pub seq: u64,
    /// When it was done.
    pub at: Timestamp,
    /// What was done.
    pub event: AuditEvent,
}
