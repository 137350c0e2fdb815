//! Accounts and sessions, written in one transaction.

use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use crate::sql::dialect::{Tx, fetch_one, rows};
use crate::sql::listen::notify;
use crate::sql::lock_timeout::in_time;
use crate::{Store, StoreError};

rows! {
    struct NumberRow { number: i64 }
}

/// An open change of accounts and sessions. Dropped without
/// [`AccessChange::commit`], it leaves the database as it was.
#[derive(Debug)]
pub struct AccessChange {
    pub(crate) tx: Tx,
    pub(crate) number: i64,
    pub(crate) now: Timestamp,
    pub(crate) recorded_by: String,
    _turn: OwnedMutexGuard<()>,
}

impl Store {
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
