//! One SQL text for two databases.

use crate::StoreError;
use sqlx::{Postgres, Sqlite, Transaction};

/// An open transaction on either database.
#[derive(Debug)]
pub(crate) enum Tx {
    /// On `SQLite`.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// Makes it last.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// Declares a row of a query by its columns; it reads from both databases.
macro_rules! rows {
    ($($(#[$meta:meta])* struct $name:ident { $($column:ident : $kind:ty),+ $(,)? })+) => {$(
        $(#[$meta])*
        struct $name { $($column: $kind),+ }

        impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for $name
        where
            &'static str: sqlx::ColumnIndex<R>,
            $($kind: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>),+
        {
            fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
                Ok(Self { $($column: row.try_get(stringify!($column))?),+ })
            }
        }
    )+};
}

/// All rows of a query.
macro_rules! fetch_all {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match $tx {
            $crate::sql::dialect::Tx::Sqlite(tx) => {
                sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_all(&mut **tx).await
            }
            $crate::sql::dialect::Tx::Postgres(tx) => {
                sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_all(&mut **tx).await
            }
        }
    };
}

/// The single row of a query.
macro_rules! fetch_one {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        match $tx {
            $crate::sql::dialect::Tx::Sqlite(tx) => {
                sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_one(&mut **tx).await
            }
            $crate::sql::dialect::Tx::Postgres(tx) => {
                sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_one(&mut **tx).await
            }
        }
    };
}

/// Runs a statement; tells the number of rows that it touched.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        match $tx {
            $crate::sql::dialect::Tx::Sqlite(tx) => {
                sqlx::query($sql)$(.bind($value))*.execute(&mut **tx).await.map(|done| done.rows_affected())
            }
            $crate::sql::dialect::Tx::Postgres(tx) => {
                sqlx::query($sql)$(.bind($value))*.execute(&mut **tx).await.map(|done| done.rows_affected())
            }
        }
    };
}

/// Inserts rows, many to a statement. `$into` ends after the columns.
macro_rules! insert_all {
    ($tx:expr, $into:literal, $rows:expr, |$row:ident| [$($value:expr),+ $(,)?]) => {
        match $tx {
            $crate::sql::dialect::Tx::Sqlite(tx) => {
                insert_all!(@run sqlx::Sqlite, tx, $into, $rows, $row, [$($value),+])
            }
            $crate::sql::dialect::Tx::Postgres(tx) => {
                insert_all!(@run sqlx::Postgres, tx, $into, $rows, $row, [$($value),+])
            }
        }
    };
    (@run $database:ty, $tx:ident, $into:literal, $rows:expr, $row:ident, [$($value:expr),+]) => {
        async {
            for chunk in $rows.chunks($crate::sql::dialect::ROWS_A_STATEMENT) {
                let mut statement = sqlx::QueryBuilder::<$database>::new(concat!($into, " "));
                statement.push_values(chunk, |mut values, $row| {
                    $(values.push_bind($value);)+
                });
                statement.build().execute(&mut **$tx).await?;
            }
            Ok::<(), sqlx::Error>(())
        }
        .await
    };
}

/// Rows in one statement: enough to amortise the round trip, few enough that
/// the parameters of the widest table stay under both databases' limits.
pub(crate) const ROWS_A_STATEMENT: usize = 100;

pub(crate) use {execute, fetch_all, fetch_one, insert_all, rows};
