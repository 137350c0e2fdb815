//! Reading the audit trail, and checking its chain.

use jiff::Timestamp;

use super::audit::chained;
use crate::sql::dialect::{Tx, fetch_all, fetch_one, rows};
use crate::text::{instant_text, one_more_than, read_instant, read_number};
use crate::{Store, StoreError};
use domain::page::Page;
use domain::record::audit::{AuditEntry, AuditEvent};

/// Lines that are checked at a time.
const LINES_AT_A_TIME: i64 = 2_000;

rows! {
    struct EntryRow {
        seq: i64, at: String, actor: String, action: String, subject: String,
        before_value: Option<String>, after_value: Option<String>, revision: Option<i64>, hash: String,
    }
    struct CountRow { number: i64 }
    struct HeadRow { seq: i64, hash: String, since: i64 }
    struct MissingRow { revision: i64 }
}

/// Which lines are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only what this one did, whatever the case of its letters.
    pub actor: Option<String>,
    /// Only what names this, in the subject, before or after, whatever the case
    /// of its letters.
    pub subject: Option<String>,
    /// Only from this instant on.
    pub from: Option<Timestamp>,
    /// Only before this instant.
    pub until: Option<Timestamp>,
}

/// What a check of the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditVerdict {
    /// The number of lines that are there.
    pub lines: u64,
    /// The hash of the last line that should be there, to keep elsewhere.
    pub head: String,
    /// The first thing that is wrong.
    pub broken: Option<AuditBreak>,
}

/// What is wrong with the chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuditBreak {
    /// Lines were removed before this one.
    #[error("line {expected} is missing: the next one is line {found}")]
    Missing {
        /// The line that should come.
        expected: u64,
        /// The line that comes.
        found: u64,
    },
    /// A line is not as it was written, or the one before it is not.
    #[error("line {0} was altered: its hash does not fit")]
    Altered(u64),
    /// Lines were removed from the end.
    #[error("the last lines were removed: line {last} is the last and {head} were written")]
    CutOff {
        /// The last line that is there.
        last: u64,
        /// The number of lines that were written.
        head: u64,
    },
    /// The last line is another than was written.
    #[error("the last line is not the one that was written last: the trail was written anew")]
    OtherHead,
    /// A change without its lines.
    #[error("revision {0} has no line")]
    Untold(u64),
}

impl Store {
    /// The lines that are asked for, newest first; those before a place.
    pub async fn audit_page(
        &self,
        query: &AuditQuery,
        first: usize,
        before: Option<u64>,
    ) -> Result<Page<AuditEntry>, StoreError> {
        let mut tx = self.snapshot().await?;
        let actor = query.actor.as_deref().unwrap_or_default().to_lowercase();
        let subject = query
            .subject
            .as_deref()
            .map_or_else(String::new, containing);
        let from = query.from.map_or_else(String::new, instant_text);
        let until = query.until.map_or_else(|| "z".to_owned(), instant_text);
        let count = fetch_one!(
            &mut tx,
            CountRow,
            "select count(*) as number
             from audit_entry
             where ($1 = '' or lower(actor) = $1)
                 and ($2 = '' or lower(subject) like $2 escape '\\'
                     or lower(before_value) like $2 escape '\\'
                     or lower(after_value) like $2 escape '\\')
                 and at >= $3
                 and at < $4",
            actor.as_str(),
            subject.as_str(),
            from.as_str(),
            until.as_str(),
        )?;
        let last = before.and_then(|before| i64::try_from(before).ok());
        let rows = fetch_all!(
            &mut tx,
            EntryRow,
            "select seq, at, actor, action, subject, before_value, after_value, revision, hash
             from audit_entry
             where ($1 = '' or lower(actor) = $1)
                 and ($2 = '' or lower(subject) like $2 escape '\\'
                     or lower(before_value) like $2 escape '\\'
                     or lower(after_value) like $2 escape '\\')
                 and at >= $3
                 and at < $4
                 and seq < $5
             order by seq desc
             limit $6",
            actor.as_str(),
            subject.as_str(),
            from.as_str(),
            until.as_str(),
            last.unwrap_or(i64::MAX),
            one_more_than(first),
        )?;
        let entries = rows.into_iter().map(EntryRow::into_entry);
        Ok(Page::first_of(
            entries.collect::<Result<_, _>>()?,
            first,
            read_number("audit_entry", count.number)?,
            before.is_some(),
        ))
    }

    /// Whether a line has this hash.
    pub async fn has_audit_line(&self, hash: &str) -> Result<bool, StoreError> {
        let mut tx = self.snapshot().await?;
        let count = fetch_one!(
            &mut tx,
            CountRow,
            "select count(*) as number from audit_entry where hash = $1",
            hash,
        )?;
        Ok(count.number > 0)
    }

    /// Goes through the whole trail and tells the first thing that is wrong.
    pub async fn verify_audit(&self) -> Result<AuditVerdict, StoreError> {
        let mut tx = self.snapshot().await?;
        let head = fetch_one!(
            &mut tx,
            HeadRow,
            "select seq, hash, since from audit_head where id = 1",
        )?;
        let mut hash = "0".repeat(64);
        let mut last = 0;
        let mut broken = None;
        while broken.is_none() {
            let rows = lines_after(&mut tx, last).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                broken = row.broken(last + 1, &hash)?;
                if broken.is_some() {
                    break;
                }
                last = row.seq;
                hash = row.hash;
            }
        }
        let lines = read_number("audit_entry", last)?;
        if broken.is_none() {
            broken = if last != head.seq {
                let head = read_number("audit_head", head.seq)?;
                Some(AuditBreak::CutOff { last: lines, head })
            } else if hash != head.hash {
                Some(AuditBreak::OtherHead)
            } else {
                untold(&mut tx, head.since).await?
            };
        }
        Ok(AuditVerdict {
            lines,
            head: head.hash,
            broken,
        })
    }
}

/// What a `like` finds wherever it stands.
fn containing(text: &str) -> String {
    let mut pattern = "%".to_owned();
    for letter in text.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern + "%"
}

async fn lines_after(tx: &mut Tx, seq: i64) -> Result<Vec<EntryRow>, StoreError> {
    Ok(fetch_all!(
        tx,
        EntryRow,
        "select seq, at, actor, action, subject, before_value, after_value, revision, hash
         from audit_entry
         where seq > $1
         order by seq
         limit $2",
        seq,
        LINES_AT_A_TIME,
    )?)
}

/// The first change since the trail began that no line tells of.
async fn untold(tx: &mut Tx, since: i64) -> Result<Option<AuditBreak>, StoreError> {
    let rows = fetch_all!(
        tx,
        MissingRow,
        "select revision
         from change
         where revision > $1
             and not exists (select 1 from audit_entry where audit_entry.revision = change.revision)
         order by revision
         limit 1",
        since,
    )?;
    rows.first()
        .map(|row| Ok(AuditBreak::Untold(read_number("change", row.revision)?)))
        .transpose()
}

impl EntryRow {
    fn event(&self) -> AuditEvent {
        AuditEvent {
            actor: self.actor.clone(),
            action: self.action.clone(),
            subject: self.subject.clone(),
            before: self.before_value.clone(),
            after: self.after_value.clone(),
        }
    }

    fn into_entry(self) -> Result<AuditEntry, StoreError> {
        Ok(AuditEntry {
            seq: read_number("audit_entry", self.seq)?,
            at: read_instant("audit_entry", &self.at)?,
            event: self.event(),
        })
    }

    /// What is wrong with the line that should have this place, after the line
    /// with this hash.
    fn broken(&self, expected: i64, previous: &str) -> Result<Option<AuditBreak>, StoreError> {
        let found = read_number("audit_entry", self.seq)?;
        if self.seq != expected {
            let expected = read_number("audit_entry", expected)?;
            return Ok(Some(AuditBreak::Missing { expected, found }));
        }
        let hash = chained(previous, self.seq, &self.at, &self.event(), self.revision);
        Ok((hash != self.hash).then_some(AuditBreak::Altered(found)))
    }
}
