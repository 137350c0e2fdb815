//! Copies of a whole database: made while it is served, put back into an empty
//! one. Neither touches the tables of the other.

mod postgres;
mod sqlite;

use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use thiserror::Error;

use super::sql::connect::{DatabaseAddress, migrator};
use super::{Store, StoreError};

/// No copy was made, or none was put back.
#[derive(Debug, Error)]
pub enum BackupError {
    /// A file of that name is there.
    #[error("{} is there already; name another file, or give --overwrite", .0.display())]
    Exists(PathBuf),
    /// A file cannot be written or read.
    #[error("{} cannot be written or read", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// There is no database to copy.
    #[error("there is no database at {}", .0.display())]
    NoDatabase(PathBuf),
    /// The database to put a copy into holds something.
    #[error("the database {0} is not empty; name another with --database, or move it away")]
    NotEmpty(String),
    /// The file is no copy of this kind of database.
    #[error("{} is no backup of a database of this kind: {what}", file.display())]
    NoBackup {
        /// The file.
        file: PathBuf,
        /// What it is instead.
        what: String,
    },
    /// The copy comes from a later version of the program.
    #[error(
        "the backup was made by a later version of the program (its tables have version \
         {0}); restore it with that version"
    )]
    Later(i64),
    /// The audit trail of the copy was altered.
    #[error("the audit trail in the backup does not hold; nothing was restored")]
    Altered(#[source] super::AuditBreak),
    /// A program of PostgreSQL is missing.
    #[error(
        "`{program}` cannot be run; install the client programs of PostgreSQL \
         (postgresql-client), at least as new as the server"
    )]
    NoProgram {
        /// Its name.
        program: &'static str,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// A program of PostgreSQL failed.
    #[error("`{program}` failed: {said}")]
    Program {
        /// Its name.
        program: &'static str,
        /// What it said.
        said: String,
    },
    /// The database refused, or cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Copies the database at an address to a file, as of one moment, while others
/// read and write it. The file is there as a whole or not at all.
pub async fn back_up(address: &str, file: &Path, overwrite: bool) -> Result<(), BackupError> {
    if !overwrite && file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let copy = beside(file)?;
    match DatabaseAddress::parse(address)? {
        DatabaseAddress::Sqlite(database) => sqlite::copy(&database, copy.path()).await?,
        DatabaseAddress::Postgres(address) => postgres::dump(&address, copy.path())?,
    }
    put_in_place(copy, file, overwrite)
}

/// Puts a copy into an empty database and brings its tables up to date. What
/// is damaged, altered or of a later version is refused first.
pub async fn restore(address: &str, file: &Path) -> Result<Store, BackupError> {
    match DatabaseAddress::parse(address)? {
        DatabaseAddress::Sqlite(database) => sqlite::restore(&database, file).await?,
        DatabaseAddress::Postgres(address) => postgres::restore(&address, file).await?,
    }
    Ok(Store::connect(address).await?)
}

/// An empty file in the folder of another, which nobody else may read: copies
/// hold contacts and hashes of passwords.
fn beside(file: &Path) -> Result<NamedTempFile, BackupError> {
    let folder = folder_of(file);
    tempfile::Builder::new()
        .prefix(".dekkingskaart-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(|cause| failed(file, cause))
}

fn folder_of(file: &Path) -> &Path {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Gives a finished copy its name, once all of it is on the disk.
fn put_in_place(copy: NamedTempFile, file: &Path, overwrite: bool) -> Result<(), BackupError> {
    let failed = |cause| failed(file, cause);
    // Another program may have written it by its name.
    let written = std::fs::File::open(copy.path()).map_err(failed)?;
    written.sync_all().map_err(failed)?;
    let placed = if overwrite {
        copy.persist(file)
    } else {
        copy.persist_noclobber(file)
    };
    if let Err(error) = placed {
        return Err(if error.error.kind() == io::ErrorKind::AlreadyExists {
            BackupError::Exists(file.to_owned())
        } else {
            failed(error.error)
        });
    }
    let folder = std::fs::File::open(folder_of(file)).map_err(failed)?;
    folder.sync_all().map_err(failed)
}

fn failed(file: &Path, cause: io::Error) -> BackupError {
    BackupError::File {
        file: file.to_owned(),
        cause,
    }
}

/// Refuses the tables of a later version of the program.
fn check_migrations(applied: &[i64]) -> Result<(), BackupError> {
    let migrator = migrator();
    let is_known = |version: &i64| migrator.iter().any(|known| known.version == *version);
    match applied.iter().find(|version| !is_known(version)) {
        Some(later) => Err(BackupError::Later(*later)),
        None => Ok(()),
    }
}
