//! Copies of a database file.

use std::io::Read as _;
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::copy_file::{beside, check_migrations, put_in_place};
use super::error::{BackupError, failed};
use crate::Store;

/// What every database file begins with (<https://sqlite.org/fileformat.html>).
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Writes a consistent copy into an empty file. Readers and writers of the
/// database go on: it takes one read transaction.
pub(super) async fn copy(database: &Path, to: &Path) -> Result<(), BackupError> {
    if !database.is_file() {
        return Err(BackupError::NoDatabase(database.to_owned()));
    }
    let options = SqliteConnectOptions::new()
        .filename(database)
        .create_if_missing(false)
        .busy_timeout(std::time::Duration::from_secs(30));
    let mut connection = options.connect().await?;
    let copied = sqlx::query("vacuum into $1")
        .bind(to.to_string_lossy().into_owned())
        .execute(&mut connection)
        .await;
    connection.close().await?;
    copied?;
    check_integrity(&mut open(to).await?, to).await
}

/// Checks a copy and puts it where no database is yet.
pub(super) async fn restore(database: &Path, file: &Path) -> Result<(), BackupError> {
    check_empty(database)?;
    check_magic(file)?;
    if let Some(folder) = database.parent().filter(|it| !it.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|cause| failed(folder, cause))?;
    }
    let mut copy = beside(database)?;
    let mut source = std::fs::File::open(file).map_err(|cause| failed(file, cause))?;
    std::io::copy(&mut source, copy.as_file_mut()).map_err(|cause| failed(database, cause))?;
    check(copy.path(), file).await?;
    put_in_place(copy, database, true)
}

fn check_empty(database: &Path) -> Result<(), BackupError> {
    let beside = |suffix: &str| {
        let mut path = database.as_os_str().to_owned();
        path.push(suffix);
        path
    };
    let files = [beside(""), beside("-wal"), beside("-journal")];
    let is_filled = |file: &std::ffi::OsString| {
        let known = std::fs::metadata(file);
        known.is_ok_and(|known| known.len() > 0)
    };
    if files.iter().any(is_filled) {
        return Err(BackupError::NotEmpty(database.display().to_string()));
    }
    Ok(())
}

fn check_magic(file: &Path) -> Result<(), BackupError> {
    let opened = std::fs::File::open(file).map_err(|cause| failed(file, cause))?;
    let mut start = Vec::new();
    let read = opened.take(MAGIC.len() as u64).read_to_end(&mut start);
    read.map_err(|cause| failed(file, cause))?;
    if start == MAGIC {
        return Ok(());
    }
    let what = if start.starts_with(b"PGDMP") {
        "it is one of PostgreSQL; give --database postgres://..."
    } else {
        "it is no database file of SQLite"
    };
    Err(no_backup(file, what))
}

fn no_backup(file: &Path, what: impl Into<String>) -> BackupError {
    BackupError::NoBackup {
        file: file.to_owned(),
        what: what.into(),
    }
}

/// Whether a copy is whole, ours, of this version, and its audit trail unaltered.
async fn check(copy: &Path, file: &Path) -> Result<(), BackupError> {
    let mut connection = open(copy).await?;
    check_integrity(&mut connection, file).await?;
    let applied = "select version from _sqlx_migrations where success order by version";
    let applied: Result<Vec<i64>, _> = sqlx::query_scalar(applied).fetch_all(&mut connection).await;
    connection.close().await?;
    let applied = applied.map_err(|_| no_backup(file, "it holds other tables"))?;
    check_migrations(&applied)?;
    let options = SqlitePoolOptions::new().max_connections(1);
    let pool = options.connect_with(read_only(copy)).await?;
    let verified = Store::of_sqlite(pool.clone()).verify_audit().await;
    pool.close().await;
    match verified {
        Ok(verdict) => verdict
            .broken
            .map_or(Ok(()), |broken| Err(BackupError::Altered(broken))),
        Err(_) => Err(no_backup(file, "it holds no audit trail")),
    }
}

async fn check_integrity(
    connection: &mut SqliteConnection,
    file: &Path,
) -> Result<(), BackupError> {
    let found: Result<Vec<String>, _> = sqlx::query_scalar("pragma integrity_check(5)")
        .fetch_all(connection)
        .await;
    match found {
        Ok(found) if found == ["ok"] => Ok(()),
        Ok(found) => Err(no_backup(
            file,
            format!("it is damaged: {}", found.join("; ")),
        )),
        Err(error) => Err(no_backup(file, format!("it is damaged: {error}"))),
    }
}

async fn open(file: &Path) -> Result<SqliteConnection, BackupError> {
    Ok(read_only(file).connect().await?)
}

/// A finished copy is changed by nobody, so that no file is made beside it.
fn read_only(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .immutable(true)
}
