//! Hearing at once what another server committed.

use futures_util::FutureExt;
use sqlx::postgres::PgListener;

use super::dialect::Tx;
use crate::{Database, Store, StoreError};

/// The channel of PostgreSQL on which a committed change is told to the other
/// servers on the same database.
const CHANNEL: &str = "dekkingskaart";

/// Tells the other servers, once the transaction is committed.
pub(crate) async fn notify(tx: &mut Tx) -> Result<(), StoreError> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("select pg_notify($1, '')")
            .bind(CHANNEL)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Word of committed changes. It may be late or missing, so who follows looks
/// now and then too.
#[derive(Debug)]
pub struct ChangeListener {
    store: Store,
    listener: Option<PgListener>,
}

impl Store {
    /// Listens for what other servers commit, from [`ChangeListener::connect`] on.
    #[must_use]
    pub fn notices(&self) -> ChangeListener {
        ChangeListener {
            store: self.clone(),
            listener: None,
        }
    }
}

impl ChangeListener {
    /// Begins to listen, unless it does already or the database is one that
    /// tells nothing (`SQLite`). It takes one connection of the store.
    pub async fn connect(&mut self) -> Result<(), StoreError> {
        if self.listener.is_some() {
            return Ok(());
        }
        if let Database::Postgres(pool) = &self.store.database {
            let mut listener = PgListener::connect_with(pool).await?;
            listener.listen(CHANNEL).await?;
            self.listener = Some(listener);
        }
        Ok(())
    }

    /// Waits for the next change, or for ever where nothing is heard. Changes
    /// that were committed before the answer are told as one. On an error
    /// nothing more is heard until it connects again.
    pub async fn next(&mut self) -> Result<(), StoreError> {
        let Some(listener) = &mut self.listener else {
            return std::future::pending().await;
        };
        // Without a connection to fall back on, what is told is lost.
        match listener.try_recv().await {
            Ok(Some(_)) => {
                while let Some(Ok(Some(_))) = listener.try_recv().now_or_never() {}
                Ok(())
            }
            Ok(None) => {
                self.listener = None;
                Ok(())
            }
            Err(error) => {
                self.listener = None;
                Err(error.into())
            }
        }
    }
}
