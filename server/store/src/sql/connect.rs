//! Opening a database and bringing its tables up to date.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool, SqlSafeStr, SqlitePool};

use super::dialect::Tx;
use super::read_cache::ReadCache;
use crate::StoreError;
use crate::record::change_log::ChangeCache;
use domain::places::register::Register;
use domain::policy::rubric::Rubric;

/// How long a writer waits for one of another program, and a caller for a
/// connection: shorter than the five seconds within which a writer is told.
const PATIENCE: Duration = Duration::from_secs(4);

// The files of `migrations`, as `build/migrations.rs` lists them. Applied in
// order, each once; an applied one is never edited.
include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// The database that a store works on.
#[derive(Debug, Clone)]
pub enum Database {
    /// A file on this machine.
    Sqlite(SqlitePool),
    /// A server, possibly shared.
    Postgres(PgPool),
}

/// Where a database is.
pub(crate) enum DatabaseAddress {
    Sqlite(PathBuf),
    Postgres(String),
}

impl DatabaseAddress {
    pub(crate) fn parse(address: &str) -> Result<Self, StoreError> {
        let bad = || StoreError::BadAddress(without_password(address));
        match address.strip_prefix("sqlite://") {
            Some("") => Err(bad()),
            Some(path) => Ok(Self::Sqlite(path.into())),
            None if address.starts_with("postgres://") || address.starts_with("postgresql://") => {
                Ok(Self::Postgres(address.to_owned()))
            }
            None => Err(bad()),
        }
    }
}

/// Everything on record. Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) database: Database,
    /// Lets the writers of this program queue in order. Across programs the
    /// lock on `server_state` does that; `SQLite` only polls for it.
    pub(crate) queue: Arc<tokio::sync::Mutex<()>>,
    /// The register as of the revision of its parts.
    pub(crate) register: Arc<ReadCache<Arc<Register>>>,
    /// The rubrics as of the revision of the last of them.
    pub(crate) rubrics: Arc<ReadCache<Vec<Arc<Rubric>>>>,
    /// The changes that were read last.
    pub(crate) known_changes: Arc<ChangeCache>,
}

impl Store {
    /// Opens `sqlite://PATH` (the file and its folder are made when absent) or
    /// `postgres://...`, and brings its tables up to date.
    pub async fn connect(address: &str) -> Result<Self, StoreError> {
        let database = match DatabaseAddress::parse(address)? {
            DatabaseAddress::Sqlite(path) => Database::Sqlite(open_sqlite(&path).await?),
            DatabaseAddress::Postgres(address) => {
                Database::Postgres(open_postgres(&address).await?)
            }
        };
        let migrator = migrator();
        match &database {
            Database::Sqlite(pool) => migrator.run(pool).await?,
            Database::Postgres(pool) => migrator.run(pool).await?,
        }
        Ok(Self::of(database))
    }

    /// A store on a database file whose tables are left as they are.
    pub(crate) fn of_sqlite(pool: SqlitePool) -> Self {
        Self::of(Database::Sqlite(pool))
    }

    fn of(database: Database) -> Self {
        Self {
            database,
            queue: Arc::default(),
            register: Arc::default(),
            rubrics: Arc::default(),
            known_changes: Arc::default(),
        }
    }

    /// The database underneath, for what only one kind can do.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The revision of the last committed change; 0 before the first.
    pub async fn revision(&self) -> Result<u64, StoreError> {
        let sql = "select revision from server_state where id = 1";
        let revision: i64 = match &self.database {
            Database::Sqlite(pool) => sqlx::query_scalar(sql).fetch_one(pool).await?,
            Database::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await?,
        };
        crate::text::read_number("server_state", revision)
    }

    /// Closes the connections once their work is done.
    pub async fn close(&self) {
        match &self.database {
            Database::Sqlite(pool) => pool.close().await,
            Database::Postgres(pool) => pool.close().await,
        }
    }

    /// A transaction that sees one state of the database throughout.
    pub(crate) async fn snapshot(&self) -> Result<Tx, StoreError> {
        Ok(match &self.database {
            Database::Sqlite(pool) => Tx::Sqlite(pool.begin().await?),
            Database::Postgres(pool) => Tx::Postgres(
                pool.begin_with("begin transaction isolation level repeatable read, read only")
                    .await?,
            ),
        })
    }

    /// A transaction that writes; on `SQLite` it holds the lock from the start.
    pub(crate) async fn writing(&self) -> Result<Tx, StoreError> {
        Ok(match &self.database {
            Database::Sqlite(pool) => Tx::Sqlite(pool.begin_with("begin immediate").await?),
            Database::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }
}

async fn open_sqlite(path: &Path) -> Result<SqlitePool, StoreError> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).map_err(|cause| StoreError::Folder {
            folder: folder.display().to_string(),
            cause,
        })?;
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // Rows that wait between the thread of the database and the reader.
        .row_buffer_size(512);
    Ok(SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(PATIENCE)
        .after_release(|connection, _| Box::pin(is_usable(connection)))
        .connect_with(options)
        .await?)
}

pub(crate) fn postgres_options(address: &str) -> Result<PgConnectOptions, StoreError> {
    let options: PgConnectOptions = address
        .parse()
        .map_err(|_| StoreError::BadAddress(without_password(address)))?;
    Ok(options.application_name("dekkingskaart"))
}

async fn open_postgres(address: &str) -> Result<PgPool, StoreError> {
    let options = postgres_options(address)?;
    Ok(PgPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(PATIENCE)
        .after_connect(|connection, _| Box::pin(limit_waiting(connection)))
        .after_release(|connection, _| Box::pin(is_usable(connection)))
        .connect_with(options)
        .await?)
}

/// Whether a connection may serve somebody else. After an error such as a full
/// disk `SQLite` has rolled back by itself, and the rollback of the library
/// fails: the connection then counts a transaction that is none. The next
/// writer would be refused, and the next reader would open a savepoint and go
/// on reading what was on record then. Such a connection is closed.
async fn is_usable<C: Connection>(connection: &mut C) -> Result<bool, sqlx::Error> {
    // A rollback that was begun comes first.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// Lets no writer wait longer for a row that another server holds.
async fn limit_waiting(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    let limit = format!("set lock_timeout = '{}ms'", PATIENCE.as_millis());
    sqlx::query(AssertSqlSafe(limit))
        .execute(connection)
        .await?;
    Ok(())
}

/// An address fit for a message: what stands before an `@` may be a password.
pub(crate) fn without_password(address: &str) -> String {
    match (address.split_once("://"), address.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://***@{host}"),
        _ => address.to_owned(),
    }
}

pub(crate) fn migrator() -> Migrator {
    let migrations = MIGRATIONS
        .iter()
        .map(|&(version, name, sql)| {
            Migration::new(
                version,
                Cow::Borrowed(name),
                MigrationType::Simple,
                sql.into_sql_str(),
                false,
            )
        })
        .collect();
    Migrator::with_migrations(migrations)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_count_up_from_one() {
        let versions = MIGRATIONS.iter().map(|(version, _, _)| *version);
        assert!(versions.eq(1..=i64::try_from(MIGRATIONS.len()).unwrap()));
    }

    #[test]
    fn an_applied_migration_is_known_by_its_version_and_its_name() {
        let (version, name, sql) = MIGRATIONS[14];
        assert_eq!((version, name), (15, "public_data"));
        assert!(sql.contains("create table public_data_edition"));
    }

    #[test]
    fn a_refused_address_does_not_show_its_password() {
        assert_eq!(
            without_password("postgres://me:secret@db/x"),
            "postgres://***@db/x"
        );
        assert_eq!(without_password("mysql://db/x"), "mysql://db/x");
    }
}
