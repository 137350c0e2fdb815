//! Why no copy was made, or none was put back.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::{AuditBreak, StoreError};

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
    Altered(#[source] AuditBreak),
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

pub(super) fn failed(file: &Path, cause: io::Error) -> BackupError {
    BackupError::File {
        file: file.to_owned(),
        cause,
    }
}
