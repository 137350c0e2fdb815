//! Whether the database can be read and written.

use std::path::PathBuf;

use super::sql::lock_timeout::in_time;
use super::{Database, Store, StoreError};

impl Store {
    /// The revision on record; fails when nothing can be written. Writes
    /// nothing, and takes the lock of `SQLite` only for a moment.
    pub async fn check_writable(&self) -> Result<u64, StoreError> {
        let store = self.clone();
        in_time(async move {
            match &store.database {
                Database::Sqlite(pool) => {
                    let mut tx = pool.begin_with("begin immediate").await?;
                    sqlx::query("update server_state set revision = revision where id = 1")
                        .execute(&mut *tx)
                        .await?;
                    tx.rollback().await?;
                }
                Database::Postgres(pool) => {
                    let sql = "select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'";
                    let read_only: bool = sqlx::query_scalar(sql).fetch_one(pool).await?;
                    if read_only {
                        return Err(StoreError::ReadOnly(sqlx::Error::RowNotFound));
                    }
                }
            }
            store.revision().await
        })
        .await
    }

    /// The file of the database, when it is one on this machine.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        match &self.database {
            Database::Sqlite(pool) => Some(pool.connect_options().get_filename().into()),
            Database::Postgres(_) => None,
        }
    }
}
