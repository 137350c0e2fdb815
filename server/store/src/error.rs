//! What can go wrong with the database. The causes inside are for the log;
//! the texts are fit for people.

use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::migrate::MigrateError;
use thiserror::Error;

use domain::message::{ChangeMessage, Message, ServiceMessage};

/// The database refused, or cannot be used.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The address names no database that this program knows.
    #[error("`{0}` is not a database; write sqlite://PATH or postgres://HOST/NAME")]
    BadAddress(String),
    /// The folder of the database file cannot be made.
    #[error("the folder {folder} of the database cannot be made; check the path and its rights")]
    Folder {
        /// The folder.
        folder: String,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// The database does not answer.
    #[error("the database is out of reach; nothing was written")]
    Unavailable(#[source] sqlx::Error),
    /// Another program holds the database.
    #[error("another program is writing to the database; try again")]
    Busy(#[source] sqlx::Error),
    /// There is no room left.
    #[error("the disk of the database is full or cannot be written; nothing was written")]
    Full(#[source] sqlx::Error),
    /// The database may not be written.
    #[error("the database is read-only; nothing was written")]
    ReadOnly(#[source] sqlx::Error),
    /// A record of the same key stands already.
    #[error("{what} is on record already; read it again and correct that record")]
    Conflict {
        /// What stands already.
        what: &'static str,
        /// The refusal of the database.
        #[source]
        cause: sqlx::Error,
    },
    /// A record breaks a rule of the tables.
    #[error("a record breaks the rule `{constraint}` of the database; nothing was written")]
    Rule {
        /// Name of the constraint.
        constraint: String,
        /// The refusal of the database.
        #[source]
        cause: sqlx::Error,
    },
    /// A text holds what the database cannot keep, such as U+0000.
    #[error("a text holds a character that cannot be kept; leave it out")]
    BadText(#[source] sqlx::Error),
    /// The tables are not those of this version.
    #[error("the tables of the database do not fit this version of the program")]
    Migration(#[source] MigrateError),
    /// The database holds something that this version cannot read.
    #[error("the table `{table}` holds something that this version cannot read: {what}")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// What it holds.
        what: String,
    },
    /// Anything else.
    #[error("the database failed; nothing was written")]
    Failed(#[source] sqlx::Error),
}

impl StoreError {
    /// The database did not answer somebody else who asked the same.
    #[must_use]
    pub fn out_of_reach() -> Self {
        Self::Unavailable(sqlx::Error::PoolTimedOut)
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(cause: sqlx::Error) -> Self {
        let error = Self::classify(cause);
        telemetry::store_failed(error.kind());
        error
    }
}

/// What is told to people; the cause goes to the log.
impl From<&StoreError> for Message {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Unavailable(_) => ServiceMessage::DatabaseUnavailable.into(),
            StoreError::Busy(_) => ServiceMessage::DatabaseBusy.into(),
            StoreError::Full(_) => ServiceMessage::DatabaseFull.into(),
            StoreError::ReadOnly(_) => ServiceMessage::DatabaseReadOnly.into(),
            StoreError::Conflict { what, .. } => {
                let record = (*what).to_owned();
                ChangeMessage::RecordExists { record }.into()
            }
            StoreError::BadText(_) => ChangeMessage::TextNotKept.into(),
            _ => ServiceMessage::Internal.into(),
        }
    }
}

impl StoreError {
    /// What it is counted as.
    fn kind(&self) -> &'static str {
        match self {
            Self::Unavailable(_) => "unavailable",
            Self::Busy(_) => "busy",
            Self::Full(_) => "full",
            Self::ReadOnly(_) => "read_only",
            Self::Conflict { .. } => "conflict",
            Self::Rule { .. } => "rule",
            _ => "other",
        }
    }

    fn classify(cause: sqlx::Error) -> Self {
        use sqlx::Error::{Io, PoolClosed, PoolTimedOut, Tls, WorkerCrashed};
        let Some(refusal) = cause.as_database_error() else {
            return match cause {
                Io(_) | PoolClosed | PoolTimedOut | Tls(_) | WorkerCrashed => {
                    Self::Unavailable(cause)
                }
                _ => Self::Failed(cause),
            };
        };
        match refusal.kind() {
            ErrorKind::UniqueViolation => Self::Conflict {
                what: subject(&table_of(refusal)),
                cause,
            },
            ErrorKind::ForeignKeyViolation
            | ErrorKind::CheckViolation
            | ErrorKind::NotNullViolation => Self::Rule {
                constraint: constraint_of(refusal),
                cause,
            },
            _ => match condition(refusal) {
                Condition::Busy => Self::Busy(cause),
                Condition::Full => Self::Full(cause),
                Condition::ReadOnly => Self::ReadOnly(cause),
                Condition::Gone => Self::Unavailable(cause),
                Condition::BadText => Self::BadText(cause),
                Condition::Other => Self::Failed(cause),
            },
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _) => cause.into(),
            other => Self::Migration(other),
        }
    }
}

/// A write that the system refused for another reason than a full disk.
const SQLITE_IOERR_WRITE: u32 = 778;

enum Condition {
    Busy,
    Full,
    ReadOnly,
    Gone,
    BadText,
    Other,
}

/// Reads `SQLite` result codes (<https://sqlite.org/rescode.html>) and
/// PostgreSQL's SQLSTATE.
fn condition(refusal: &dyn DatabaseError) -> Condition {
    let code = refusal.code().unwrap_or_default();
    if let Some(postgres) = refusal.try_downcast_ref::<sqlx::postgres::PgDatabaseError>() {
        return match postgres.code() {
            "55P03" | "40001" | "40P01" => Condition::Busy,
            "53100" => Condition::Full,
            "25006" => Condition::ReadOnly,
            "22021" | "22P05" => Condition::BadText,
            state if state.starts_with("08") || state.starts_with("57P") => Condition::Gone,
            _ => Condition::Other,
        };
    }
    let code = code.parse::<u32>().unwrap_or_default();
    match code & 0xff {
        5 | 6 => Condition::Busy,
        13 => Condition::Full,
        // A quota, or a limit of the size of files.
        10 if code == SQLITE_IOERR_WRITE => Condition::Full,
        8 => Condition::ReadOnly,
        10 | 14 => Condition::Gone,
        _ => Condition::Other,
    }
}

/// The table of a unique constraint: PostgreSQL says it, `SQLite` writes
/// `UNIQUE constraint failed: verdict.code, verdict.block`.
fn table_of(refusal: &dyn DatabaseError) -> String {
    refusal.table().map_or_else(
        || {
            let (_, columns) = refusal.message().rsplit_once(": ").unwrap_or_default();
            columns.split('.').next().unwrap_or_default().to_owned()
        },
        str::to_owned,
    )
}

/// The name of the constraint; `SQLite` does not tell which foreign key broke.
fn constraint_of(refusal: &dyn DatabaseError) -> String {
    refusal.constraint().map_or_else(
        || {
            refusal
                .message()
                .rsplit_once(": ")
                .map_or("foreign key", |(_, name)| name)
                .to_owned()
        },
        str::to_owned,
    )
}

fn subject(table: &str) -> &'static str {
    match table {
        "boundary_edition" | "boundary_area" => "this edition of the boundaries",
        "succession" => "this succession",
        "alias" => "this other name",
        "population_figure" => "this figure of inhabitants",
        "region_set" => "this region set",
        "region" => "this region",
        "region_membership" => "a membership from this date",
        "rubric" | "theme" | "building_block" => "this rubric",
        "verdict" => "a verdict on this block from this date",
        "arrangement" | "arrangement_form" | "arrangement_coverage" => "this arrangement",
        "policy_document" | "document_coverage" => "this document",
        "national_indicator" => "this figure",
        "campaign" => "this campaign",
        "campaign_target" => "this target",
        "briefing" | "briefing_municipality" => "this briefing",
        "bottleneck" => "this bottleneck",
        "good_practice" => "this good practice",
        "api_token" => "a token of this name",
        "account" => "an account of this email or name",
        "session" => "this session",
        "account_identity" => "this identity at a provider",
        "used_sign_in" => "this sign-in at a provider",
        "access_request" => "a request of this email",
        _ => "this",
    }
}
