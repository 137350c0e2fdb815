//! The file of a copy, and which copies this version knows.

use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::error::{BackupError, failed};
use crate::sql::connect::migrator;

/// An empty file in the folder of another, which nobody else may read: copies
/// hold contacts and hashes of passwords.
pub(super) fn beside(file: &Path) -> Result<NamedTempFile, BackupError> {
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
pub(super) fn put_in_place(
    copy: NamedTempFile,
    file: &Path,
    overwrite: bool,
) -> Result<(), BackupError> {
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

/// Refuses the tables of a later version of the program.
pub(super) fn check_migrations(applied: &[i64]) -> Result<(), BackupError> {
    let migrator = migrator();
    let is_known = |version: &i64| migrator.iter().any(|known| known.version == *version);
    match applied.iter().find(|version| !is_known(version)) {
        Some(later) => Err(BackupError::Later(*later)),
        None => Ok(()),
    }
}
