//! Copies of a PostgreSQL database, by the programs that come with it.

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output};

use sqlx::{ConnectOptions, Connection};
use url::Url;

use super::copy_file::check_migrations;
use super::error::{BackupError, failed};
use crate::StoreError;
use crate::sql::connect::postgres_options;

/// What every archive of `pg_dump` begins with.
const MAGIC: &[u8] = b"PGDMP";
/// Settings of the library that PostgreSQL's own programs do not know.
const OF_LIBRARY: [&str; 1] = ["statement-cache-capacity"];

/// Writes a consistent copy into a file, while the database is served.
pub(super) fn dump(address: &str, to: &Path) -> Result<(), BackupError> {
    let mut program = Program::new("pg_dump", address)?;
    program
        .command
        .args(["--format=custom", "--no-owner", "--no-privileges", "--file"])
        .arg(to);
    program.run().map(drop)
}

/// Checks a copy and puts it into a database without tables.
pub(super) async fn restore(address: &str, file: &Path) -> Result<(), BackupError> {
    let opened = std::fs::File::open(file).map_err(|cause| failed(file, cause))?;
    let mut start = Vec::new();
    let read = opened.take(MAGIC.len() as u64).read_to_end(&mut start);
    read.map_err(|cause| failed(file, cause))?;
    if start != MAGIC {
        return Err(BackupError::NoBackup {
            file: file.to_owned(),
            what: "it is no archive of pg_dump".to_owned(),
        });
    }
    check_empty(address).await?;
    check_migrations(&applied(file)?)?;
    let mut program = Program::new("pg_restore", address)?;
    program
        .command
        .args(["--no-owner", "--no-privileges", "--exit-on-error"])
        .arg("--single-transaction")
        .arg(file);
    program.run().map(drop)
}

async fn check_empty(address: &str) -> Result<(), BackupError> {
    let options = postgres_options(address)?;
    let mut connection = options.connect().await?;
    let tables = "select count(*) from pg_catalog.pg_tables
         where schemaname not in ('pg_catalog', 'information_schema')";
    let tables: i64 = sqlx::query_scalar(tables)
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    if tables == 0 {
        return Ok(());
    }
    let shown = crate::sql::connect::without_password(address);
    Err(BackupError::NotEmpty(shown))
}

/// The versions of the tables in a copy, read without restoring anything.
fn applied(file: &Path) -> Result<Vec<i64>, BackupError> {
    let mut program = Program {
        name: "pg_restore",
        command: Command::new("pg_restore"),
    };
    program
        .command
        .args(["--data-only", "--table=_sqlx_migrations", "--file=-"])
        .arg(file);
    let listed = program.run()?;
    let listed = String::from_utf8_lossy(&listed.stdout);
    let versions = listed.lines().filter_map(|line| {
        let (version, _) = line.split_once('\t')?;
        version.parse().ok()
    });
    Ok(versions.collect())
}

/// A program of PostgreSQL, told where the database is.
struct Program {
    name: &'static str,
    command: Command,
}

impl Program {
    /// The password goes by the environment: others on the machine see
    /// arguments.
    fn new(name: &'static str, address: &str) -> Result<Self, BackupError> {
        let bad = || StoreError::BadAddress(crate::sql::connect::without_password(address));
        let mut url = Url::parse(address).map_err(|_| bad())?;
        let mut command = Command::new(name);
        if let Some(password) = url.password() {
            let password = percent_decoded(password).ok_or_else(bad)?;
            command.env("PGPASSWORD", password);
            url.set_password(None).map_err(|()| bad())?;
        }
        let known: Vec<(String, String)> = url
            .query_pairs()
            .filter(|(name, _)| !OF_LIBRARY.contains(&&**name))
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        url.set_query(None);
        if !known.is_empty() {
            url.query_pairs_mut().extend_pairs(known);
        }
        command.arg(format!("--dbname={url}"));
        Ok(Self { name, command })
    }

    fn run(&mut self) -> Result<Output, BackupError> {
        let program = self.name;
        let output = self
            .command
            .output()
            .map_err(|cause| BackupError::NoProgram { program, cause })?;
        if output.status.success() {
            return Ok(output);
        }
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(BackupError::Program { program, said })
    }
}

/// `%20` and the like; nothing when it is no text.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes().iter();
    while let Some(byte) = rest.next() {
        bytes.push(if *byte == b'%' {
            let digits = [*rest.next()?, *rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            *byte
        });
    }
    String::from_utf8(bytes).ok()
}
