//! Corrections that are proposed, and the links by which municipalities are
//! asked for them. They are no facts: a decision makes them so.

use jiff::Timestamp;

use super::audit::append_event;
use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{instant_text, read_code, read_instant, read_number, read_word};
use crate::{Change, Store, StoreError};
use domain::id::Id;
use domain::people::viewer::TokenHash;
use domain::record::audit::AuditEvent;
use domain::record::correction::{CheckLink, Correction, Decision, PERSON_KEPT, ProposedAnswer};
use domain::vocabulary::CorrectionState;

const TABLE: &str = "correction";

rows! {
    struct CorrectionRow {
        id: String, code: String, origin: String, name: Option<String>, email: Option<String>,
        text: String, state: String, proposed_at: String, decided_at: Option<String>,
        decided_by: Option<String>, answer: Option<String>, revision: Option<i64>,
    }
    struct AnswerRow { correction_id: String, block: String, verdict: String, note: Option<String> }
    struct LinkRow { hash: String, code: String, expires_at: String, used_at: Option<String> }
}

impl Store {
    /// The corrections in a state, the last proposed first; or the one of an id.
    pub async fn corrections(
        &self,
        state: Option<CorrectionState>,
        id: Option<&Id<Correction>>,
    ) -> Result<Vec<Correction>, StoreError> {
        let mut tx = self.snapshot().await?;
        let state = state.map_or("", CorrectionState::code);
        let id = id.map_or("", |id| id.as_str());
        let rows = fetch_all!(
            &mut tx,
            CorrectionRow,
            "select id, code, origin, name, email, text, state, proposed_at, decided_at, decided_by,
                 answer, revision
             from correction
             where ($1 = '' or state = $1) and ($2 = '' or id = $2)
             order by proposed_at desc, id",
            state,
            id,
        )?;
        let answers = fetch_all!(
            &mut tx,
            AnswerRow,
            "select correction_id, block, verdict, note
             from correction_answer
             where $1 = '' or correction_id = $1
             order by correction_id, block",
            id,
        )?;
        let read = |row: CorrectionRow| {
            let mut correction = row.read()?;
            let of_this = answers
                .iter()
                .filter(|answer| *answer.correction_id == *correction.id);
            for answer in of_this {
                correction.answers.push(ProposedAnswer {
                    block: answer.block.clone(),
                    verdict: read_word("correction_answer", &answer.verdict)?,
                    note: answer.note.clone(),
                });
            }
            Ok(correction)
        };
        rows.into_iter().map(read).collect()
    }

    /// Keeps a proposed correction. One by a link uses it up: false, and
    /// nothing kept, when it was used or has expired.
    pub async fn keep_correction(
        &self,
        correction: &Correction,
        link: Option<TokenHash>,
        event: AuditEvent,
    ) -> Result<bool, StoreError> {
        let _turn = self.queue.lock().await;
        let mut tx = self.writing().await?;
        let now = instant_text(correction.proposed_at);
        if let Some(link) = link {
            let used = execute!(
                &mut tx,
                "update check_link
                 set used_at = $1
                 where hash = $2 and used_at is null and expires_at > $1",
                now.as_str(),
                link.to_string(),
            )?;
            if used == 0 {
                return Ok(false);
            }
        }
        execute!(
            &mut tx,
            "insert into correction (id, code, origin, name, email, text, state, proposed_at)
             values ($1, $2, $3, $4, $5, $6, 'OPEN', $7)",
            correction.id.as_str(),
            correction.code.to_string(),
            correction.origin.code(),
            correction.name.as_deref(),
            correction.email.as_deref(),
            correction.text.as_str(),
            now.as_str(),
        )?;
        let id = &correction.id;
        insert_all!(
            &mut tx,
            "insert into correction_answer (correction_id, block, verdict, note)",
            correction.answers,
            |answer| [
                id.to_string(),
                answer.block.clone(),
                answer.verdict.code(),
                answer.note.clone()
            ]
        )?;
        append_event(&mut tx, correction.proposed_at, event).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Refuses an open correction; false when it is not open any more.
    pub async fn refuse_correction(
        &self,
        id: &Id<Correction>,
        decision: &Decision,
        event: AuditEvent,
    ) -> Result<bool, StoreError> {
        let _turn = self.queue.lock().await;
        let mut tx = self.writing().await?;
        if !decide(&mut tx, id, decision).await? {
            return Ok(false);
        }
        append_event(&mut tx, decision.at, event).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Keeps a link for a check.
    pub async fn keep_check_link(
        &self,
        link: &CheckLink,
        now: Timestamp,
        event: AuditEvent,
    ) -> Result<(), StoreError> {
        let _turn = self.queue.lock().await;
        let mut tx = self.writing().await?;
        execute!(
            &mut tx,
            "insert into check_link (hash, code, made_at, made_by, expires_at)
             values ($1, $2, $3, $4, $5)",
            link.hash.to_string(),
            link.code.to_string(),
            instant_text(now),
            event.actor.as_str(),
            instant_text(link.expires_at),
        )?;
        append_event(&mut tx, now, event).await?;
        tx.commit().await
    }

    /// The link for a check with this hash.
    pub async fn find_check_link(&self, hash: TokenHash) -> Result<Option<CheckLink>, StoreError> {
        let mut tx = self.snapshot().await?;
        let rows = fetch_all!(
            &mut tx,
            LinkRow,
            "select hash, code, expires_at, used_at
             from check_link
             where hash = $1",
            hash.to_string(),
        )?;
        rows.into_iter().next().map(LinkRow::read).transpose()
    }
}

impl Change {
    /// Accepts an open correction by this change; false when it is not open any
    /// more.
    pub async fn accept_correction(
        &mut self,
        id: &Id<Correction>,
        answer: Option<&str>,
    ) -> Result<bool, StoreError> {
        let decision = Decision {
            state: CorrectionState::Accepted,
            at: self.recorded_at(),
            by: self.recorded_by.clone(),
            answer: answer.map(str::to_owned),
            revision: Some(self.revision()?),
        };
        decide(&mut self.tx, id, &decision).await
    }
}

async fn decide(tx: &mut Tx, id: &Id<Correction>, decision: &Decision) -> Result<bool, StoreError> {
    let revision = decision
        .revision
        .and_then(|number| i64::try_from(number).ok());
    let decided = execute!(
        &mut *tx,
        "update correction
         set state = $1,
             decided_at = $2,
             decided_by = $3,
             answer = $4,
             revision = $5
         where id = $6 and state = 'OPEN'",
        decision.state.code(),
        instant_text(decision.at),
        decision.by.as_str(),
        decision.answer.as_deref(),
        revision,
        id.as_str(),
    )?;
    // Nobody needs to ask them any more.
    let long_ago = decision
        .at
        .saturating_sub(PERSON_KEPT)
        .unwrap_or(Timestamp::MIN);
    execute!(
        tx,
        "update correction
         set name = null, email = null
         where decided_at < $1",
        instant_text(long_ago),
    )?;
    Ok(decided > 0)
}

impl CorrectionRow {
    fn read(self) -> Result<Correction, StoreError> {
        let decision = match (self.decided_at, self.decided_by) {
            (Some(at), Some(by)) => Some(Decision {
                state: read_word(TABLE, &self.state)?,
                at: read_instant(TABLE, &at)?,
                by,
                answer: self.answer,
                revision: self
                    .revision
                    .map(|revision| read_number(TABLE, revision))
                    .transpose()?,
            }),
            _ => None,
        };
        Ok(Correction {
            id: self.id.into(),
            code: read_code(TABLE, &self.code)?,
            origin: read_word(TABLE, &self.origin)?,
            name: self.name,
            email: self.email,
            text: self.text,
            answers: Vec::new(),
            proposed_at: read_instant(TABLE, &self.proposed_at)?,
            decision,
        })
    }
}

impl LinkRow {
    fn read(self) -> Result<CheckLink, StoreError> {
        Ok(CheckLink {
            hash: read_word("check_link", &self.hash)?,
            code: read_code("check_link", &self.code)?,
            expires_at: read_instant("check_link", &self.expires_at)?,
            used_at: self
                .used_at
                .map(|used| read_instant("check_link", &used))
                .transpose()?,
        })
    }
}
