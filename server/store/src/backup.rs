//! Copies of a whole database: made while it is served, put back into an empty
//! one. Neither touches the tables of the other.

mod copy_file;
mod error;
mod postgres;
mod sqlite;

use std::path::Path;

use self::copy_file::{beside, put_in_place};
use super::Store;
use super::sql::connect::DatabaseAddress;

pub use self::error::BackupError;

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
