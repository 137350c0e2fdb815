//! The audit trail.

use async_graphql::{InputObject, SimpleObject};
use jiff::ToSpan;

use crate::message::Message;
use crate::page::PageInfo;
use crate::scalars::{Date, DateTime};
use domain::clock::dutch_midnight;
use domain::record::audit;
use store::{AuditQuery, about};

/// Something that was done.
#[derive(SimpleObject)]
pub struct AuditEntry {
    /// When.
    at: DateTime,
    /// By whom: a person, a token, `public data` or `command line`.
    actor: String,
    /// What, such as `record_verdicts` or `sign_in`.
    action: String,
    /// To what, such as `verdict GM0344 kader-voorlopig-1 focal-point 2024-01-01`.
    subject: String,
    /// The same as data.
    message: Message,
    /// What stood before, as a JSON object.
    before: Option<String>,
    /// What stands after, as a JSON object.
    after: Option<String>,
}

impl From<audit::AuditEntry> for AuditEntry {
    fn from(entry: audit::AuditEntry) -> Self {
        let event = entry.event;
        let about = about(&event.subject);
        Self {
            at: DateTime(entry.at),
            actor: event.actor,
            action: event.action,
            subject: about.to_string(),
            message: Message(about),
            before: event.before,
            after: event.after,
        }
    }
}

/// Which lines of the audit trail; those that satisfy all that is given.
#[derive(Debug, Default, InputObject)]
pub struct AuditFilter {
    /// What this one did; the whole name, whatever the case of its letters.
    actor: Option<String>,
    /// What names this in its subject, before or after: a code such as `GM0344`,
    /// an id, a part of either.
    subject: Option<String>,
    /// From this date on, in the Netherlands.
    from: Option<Date>,
    /// Up to and with this date, in the Netherlands.
    to: Option<Date>,
}

impl From<AuditFilter> for AuditQuery {
    fn from(filter: AuditFilter) -> Self {
        let next = |date: Date| date.0.saturating_add(1.day());
        Self {
            actor: filter.actor,
            subject: filter.subject,
            from: filter.from.map(|date| dutch_midnight(date.0)),
            until: filter.to.map(|date| dutch_midnight(next(date))),
        }
    }
}

/// Lines of the audit trail, newest first.
#[derive(SimpleObject)]
pub struct AuditConnection {
    /// How many there are in all.
    pub(crate) total_count: i32,
    /// Those of the page.
    pub(crate) nodes: Vec<AuditEntry>,
    /// Whether there are earlier ones.
    pub(crate) page_info: PageInfo,
}
