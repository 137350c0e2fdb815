//! Accounts and sessions: read at one moment, written in one transaction.

use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use super::{access_request, account, identity, invitation, second_factor, session};
use crate::domain::facts::Recorded;
use crate::domain::people::access_request::AccessRequest;
use crate::domain::people::account::Account;
use crate::domain::people::identity::IdentityLink;
use crate::domain::people::invitation::Invitation;
use crate::domain::people::second_factor::SecondFactor;
use crate::domain::people::session::Session;
use crate::store::sql::dialect::{Tx, fetch_one, rows};
use crate::store::sql::listen::notify;
use crate::store::sql::lock_timeout::in_time;
use crate::store::text::read_number;
use crate::store::{Database, Store, StoreError};

rows! {
    struct NumberRow { number: i64 }
}

const NUMBER: &str = "select number from access_state where id = 1";

/// Who may sign in, and who is signed in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccessRecords {
    /// Grows by one with every committed change of these.
    pub number: u64,
    /// The accounts that stand, by email.
    pub accounts: Vec<Recorded<Account>>,
    /// The sessions that nobody ended; some of them may have run out.
    pub sessions: Vec<Session>,
    /// By whom accounts are known at providers.
    pub links: Vec<IdentityLink>,
    /// The invitations that nobody took up; some of them may have run out.
    pub invitations: Vec<Invitation>,
    /// The requests that nobody decided on, the oldest first.
    pub requests: Vec<AccessRequest>,
    /// The second factors, also those that were not confirmed.
    pub factors: Vec<SecondFactor>,
}

/// An open change of accounts and sessions. Dropped without
/// [`AccessChange::commit`], it leaves the database as it was.
#[derive(Debug)]
pub struct AccessChange {
    pub(in crate::store) tx: Tx,
    pub(in crate::store) number: i64,
    pub(in crate::store) now: Timestamp,
    pub(in crate::store) recorded_by: String,
    _turn: OwnedMutexGuard<()>,
}

impl Store {
    /// The number of the last committed change of accounts and sessions.
    pub async fn access_number(&self) -> Result<u64, StoreError> {
        let number: i64 = match &self.database {
            Database::Sqlite(pool) => sqlx::query_scalar(NUMBER).fetch_one(pool).await?,
            Database::Postgres(pool) => sqlx::query_scalar(NUMBER).fetch_one(pool).await?,
        };
        read_number("access_state", number)
    }

    /// Who may sign in, and who is signed in.
    pub async fn access(&self) -> Result<AccessRecords, StoreError> {
        let mut tx = self.snapshot().await?;
        Ok(AccessRecords {
            number: read_number(
                "access_state",
                fetch_one!(&mut tx, NumberRow, NUMBER)?.number,
            )?,
            accounts: account::accounts(&mut tx).await?,
            sessions: session::sessions(&mut tx).await?,
            links: identity::links(&mut tx).await?,
            invitations: invitation::invitations(&mut tx).await?,
            requests: access_request::requests(&mut tx).await?,
            factors: second_factor::factors(&mut tx).await?,
        })
    }

    /// Opens a change of accounts and sessions, after every earlier one is
    /// done, on all servers.
    pub async fn begin_access(
        &self,
        recorded_by: &str,
        now: Timestamp,
    ) -> Result<AccessChange, StoreError> {
        let (store, by) = (self.clone(), recorded_by.to_owned());
        in_time(async move { store.open_access(&by, now).await }).await
    }

    async fn open_access(
        &self,
        recorded_by: &str,
        now: Timestamp,
    ) -> Result<AccessChange, StoreError> {
        let turn = Arc::clone(&self.queue).lock_owned().await;
        let mut tx = self.writing().await?;
        let row = fetch_one!(
            &mut tx,
            NumberRow,
            "update access_state
             set number = number + 1
             where id = 1
             returning number",
        )?;
        Ok(AccessChange {
            tx,
            number: row.number,
            now,
            recorded_by: recorded_by.to_owned(),
            _turn: turn,
        })
    }
}

impl AccessChange {
    /// Who writes it.
    #[must_use]
    pub fn by(&self) -> &str {
        &self.recorded_by
    }

    /// Makes it last.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        notify(&mut self.tx).await?;
        self.tx.commit().await
    }

    /// Leaves the database as it was, and waits until that is so.
    pub async fn roll_back(self) -> Result<(), StoreError> {
        match self.tx {
            Tx::Sqlite(tx) => tx.rollback().await?,
            Tx::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}
