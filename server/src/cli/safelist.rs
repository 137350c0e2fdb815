//! The file or folder with the documents of the safelist.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use graphql::{Api, MOST_LISTED, SafelistError, documents_in_json};

/// Bytes of all files together.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Why a list is not used.
#[derive(Debug, Error)]
pub(super) enum SafelistFileError {
    #[error("the safelist {} cannot be read", .0.display())]
    Unread(PathBuf, #[source] io::Error),
    #[error("the safelist {} has more than 16 MiB", .0.display())]
    TooLarge(PathBuf),
    #[error("the safelist {} cannot be used", .0.display())]
    Unusable(PathBuf, #[source] SafelistError),
}

/// Holds visitors without an account to the documents at a path, when there is one.
pub(super) fn with_safelist(api: Api, path: Option<&Path>) -> Result<Api, SafelistFileError> {
    let Some(path) = path.filter(|path| !path.as_os_str().is_empty()) else {
        return Ok(api);
    };
    let unusable = |error| SafelistFileError::Unusable(path.to_owned(), error);
    let documents = if path.is_dir() {
        of_folder(path)?
    } else {
        let mut left = MOST_BYTES;
        documents_in_json(&read(path, path, &mut left)?).map_err(unusable)?
    };
    api.with_safelist(documents).map_err(unusable)
}

/// The documents of a folder, by the names of their files.
fn of_folder(folder: &Path) -> Result<Vec<(String, String)>, SafelistFileError> {
    let unread = |error| SafelistFileError::Unread(folder.to_owned(), error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path
            .extension()
            .is_some_and(|end| end == "graphql" || end == "gql")
        {
            files.push(path);
        }
        if files.len() > MOST_LISTED {
            return Err(SafelistFileError::Unusable(
                folder.to_owned(),
                SafelistError::TooMany,
            ));
        }
    }
    files.sort();
    let mut left = MOST_BYTES;
    let documents = files.into_iter().map(|path| {
        let text = read(folder, &path, &mut left)?;
        let name = path.file_name().unwrap_or_default();
        Ok((name.to_string_lossy().into_owned(), text))
    });
    documents.collect()
}

/// The text of a file, which takes from what may be read of the list.
fn read(list: &Path, path: &Path, left: &mut u64) -> Result<String, SafelistFileError> {
    let unread = |error| SafelistFileError::Unread(path.to_owned(), error);
    let file = File::open(path).map_err(unread)?;
    let mut text = String::new();
    let most = left.saturating_add(1);
    file.take(most).read_to_string(&mut text).map_err(unread)?;
    *left = u64::try_from(text.len())
        .ok()
        .and_then(|taken| left.checked_sub(taken))
        .ok_or_else(|| SafelistFileError::TooLarge(list.to_owned()))?;
    Ok(text)
}
