//! Sessions of people who are signed in.

use jiff::Timestamp;

use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::{instant_text, read_instant, read_word};
use crate::{AccessChange, StoreError};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::session::Session;
use domain::people::viewer::TokenHash;

const TABLE: &str = "session";

rows! {
    struct SessionRow { hash: String, account_id: String, created_at: String, last_used_at: String, by_provider: i64 }
}

/// The sessions that nobody ended, in the order in which they began.
pub(crate) async fn sessions(tx: &mut Tx) -> Result<Vec<Session>, StoreError> {
    let rows = fetch_all!(
        tx,
        SessionRow,
        "select hash, account_id, created_at, last_used_at, by_provider
         from session
         where ended_at is null
         order by created_at, hash",
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(Session {
                hash: read_word(TABLE, &row.hash)?,
                account: row.account_id.into(),
                created_at: read_instant(TABLE, &row.created_at)?,
                last_used_at: read_instant(TABLE, &row.last_used_at)?,
                by_provider: row.by_provider != 0,
            })
        })
        .collect()
}

impl AccessChange {
    /// Records that a session began.
    pub async fn record_session(&mut self, session: &Session) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "insert into session (hash, account_id, created_at, last_used_at, by_provider)
             values ($1, $2, $3, $4, $5)",
            session.hash.to_string(),
            session.account.to_string(),
            instant_text(session.created_at),
            instant_text(session.last_used_at),
            i64::from(session.by_provider),
        )?;
        Ok(())
    }

    /// Records when a session was used; never an earlier instant than is on
    /// record, since several servers tell.
    pub async fn record_use(&mut self, hash: TokenHash, used: Timestamp) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update session
             set last_used_at = $1
             where hash = $2 and ended_at is null and last_used_at < $1",
            instant_text(used),
            hash.to_string(),
        )?;
        Ok(())
    }

    /// Ends a session.
    pub async fn end_session(&mut self, hash: TokenHash) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update session
             set ended_at = $1
             where hash = $2 and ended_at is null",
            instant_text(self.now),
            hash.to_string(),
        )?;
        Ok(())
    }

    /// Ends every session of an account.
    pub async fn end_sessions(&mut self, account: &Id<Account>) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update session
             set ended_at = $1
             where account_id = $2 and ended_at is null",
            instant_text(self.now),
            account.as_str(),
        )?;
        Ok(())
    }

    /// Forgets the sessions that were last used before an instant.
    pub async fn forget_sessions(&mut self, before: Timestamp) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from session
             where last_used_at < $1",
            instant_text(before),
        )?;
        Ok(())
    }
}
