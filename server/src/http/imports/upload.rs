//! Files that are being handed in: on disk until they are whole, in bounded
//! number and size.

use std::collections::HashMap;
use std::io::{self, SeekFrom};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;

use axum::body::Body;
use futures_util::StreamExt;
use parking_lot::{Mutex, MutexGuard};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::http::body::{BodyError, parts};
use crate::http::bounds::{LARGEST_FILE, LONGEST_IMPORT};

/// How many files one account hands in at once, and how much of them is held.
const MOST_OF_ONE: UploadUsage = UploadUsage {
    files: 4,
    bytes: 2 * LARGEST_FILE,
};
/// How many all accounts do together.
const MOST_OF_ALL: UploadUsage = UploadUsage {
    files: 16,
    bytes: 8 * LARGEST_FILE,
};
/// How much of files is looked through at once, in MiB: the largest alone, or
/// many small ones.
const LOOKED_THROUGH: u32 = 64;
const _: () = assert!(LOOKED_THROUGH as usize == LARGEST_FILE >> 20);

/// Why a file was not taken.
#[derive(Debug)]
pub(in crate::http) enum UploadError {
    Body(BodyError),
    TooManyOfOne,
    TooManyOfAll,
    Disk(io::Error),
}

impl From<BodyError> for UploadError {
    fn from(error: BodyError) -> Self {
        Self::Body(error)
    }
}

impl From<io::Error> for UploadError {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct UploadUsage {
    files: usize,
    bytes: usize,
}

impl UploadUsage {
    fn is_within(self, most: Self) -> bool {
        self.files <= most.files && self.bytes <= most.bytes
    }

    fn with(self, files: usize, bytes: usize) -> Self {
        Self {
            files: self.files + files,
            bytes: self.bytes + bytes,
        }
    }
}

/// The files that are being handed in.
#[derive(Debug)]
pub(in crate::http) struct Uploads {
    folder: Option<PathBuf>,
    held: Mutex<HashMap<Arc<str>, UploadUsage>>,
    looking: Semaphore,
}

impl Uploads {
    /// Keeps them in a folder, or in that of the system.
    pub(in crate::http) fn in_folder(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            held: Mutex::default(),
            looking: Semaphore::new(LOOKED_THROUGH as usize),
        }
    }

    /// The folder, when it is not that of the system.
    pub(in crate::http) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    fn held(&self) -> MutexGuard<'_, HashMap<Arc<str>, UploadUsage>> {
        self.held.lock()
    }

    /// Counts more for an account, unless that is too much.
    fn add(&self, account: &Arc<str>, files: usize, bytes: usize) -> Result<(), UploadError> {
        let mut held = self.held();
        let all = held.values().fold(UploadUsage::default(), |sum, of_one| {
            sum.with(of_one.files, of_one.bytes)
        });
        let own = held.get(account).copied().unwrap_or_default();
        let own = own.with(files, bytes);
        if !own.is_within(MOST_OF_ONE) {
            return Err(UploadError::TooManyOfOne);
        }
        if !all.with(files, bytes).is_within(MOST_OF_ALL) {
            return Err(UploadError::TooManyOfAll);
        }
        held.insert(Arc::clone(account), own);
        Ok(())
    }

    /// Takes a file of an account in.
    pub(in crate::http) async fn receive(
        self: &Arc<Self>,
        account: &str,
        body: Body,
    ) -> Result<Upload, UploadError> {
        let account: Arc<str> = account.into();
        self.add(&account, 1, 0)?;
        let mut counted = UsageGuard {
            uploads: Arc::clone(self),
            account,
            bytes: 0,
        };
        // A file without a name: the system removes it with the program, however
        // that ends.
        let made = match &self.folder {
            Some(folder) => tempfile::tempfile_in(folder),
            None => tempfile::tempfile(),
        };
        let mut file = File::from_std(made?);
        let mut parts = pin!(parts(body, LARGEST_FILE, LONGEST_IMPORT));
        while let Some(part) = parts.next().await {
            let part = part?;
            self.add(&counted.account, 0, part.len())?;
            counted.bytes += part.len();
            file.write_all(&part).await?;
        }
        file.flush().await?;
        Ok(Upload { file, counted })
    }
}

/// What is counted for a file, until this is dropped.
#[derive(Debug)]
struct UsageGuard {
    uploads: Arc<Uploads>,
    account: Arc<str>,
    bytes: usize,
}

impl Drop for UsageGuard {
    fn drop(&mut self) {
        let mut held = self.uploads.held();
        if let Some(own) = held.get_mut(&self.account) {
            own.files -= 1;
            own.bytes -= self.bytes;
            if own.files == 0 {
                held.remove(&self.account);
            }
        }
    }
}

/// A file that came whole.
#[derive(Debug)]
pub(in crate::http) struct Upload {
    file: File,
    counted: UsageGuard,
}

impl Upload {
    /// Whether there is nothing in it.
    pub(in crate::http) fn is_empty(&self) -> bool {
        self.counted.bytes == 0
    }

    /// What is in it, when its turn comes to be looked through; the turn ends
    /// when the permit is dropped.
    pub(in crate::http) async fn read<'a>(
        &mut self,
        uploads: &'a Uploads,
    ) -> Result<(Vec<u8>, SemaphorePermit<'a>), UploadError> {
        let weight = u32::try_from(self.counted.bytes >> 20).unwrap_or(u32::MAX) + 1;
        let turn = uploads.looking.acquire_many(weight.min(LOOKED_THROUGH));
        let turn = turn.await.map_err(io::Error::other)?;
        self.file.seek(SeekFrom::Start(0)).await?;
        let mut bytes = Vec::with_capacity(self.counted.bytes);
        self.file.read_to_end(&mut bytes).await?;
        Ok((bytes, turn))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn receive(
        uploads: &Arc<Uploads>,
        account: &str,
        bytes: usize,
    ) -> Result<Upload, UploadError> {
        uploads
            .receive(account, Body::from(vec![b'x'; bytes]))
            .await
    }

    #[tokio::test]
    async fn what_one_account_hands_in_at_once_is_bounded() {
        let uploads = Arc::new(Uploads::in_folder(None));
        let mut held = Vec::new();
        for _ in 0..MOST_OF_ONE.files {
            held.push(receive(&uploads, "desk", 10).await.unwrap());
        }
        let refused = receive(&uploads, "desk", 10).await;
        assert!(matches!(refused, Err(UploadError::TooManyOfOne)));
        assert!(receive(&uploads, "other", 10).await.is_ok());
        let mut last = held.pop().unwrap();
        let (bytes, _turn) = last.read(&uploads).await.unwrap();
        assert_eq!(bytes, b"xxxxxxxxxx");
        drop(last);
        assert!(receive(&uploads, "desk", 10).await.is_ok());
        drop(held);
        assert!(uploads.held().is_empty());
    }

    #[tokio::test]
    async fn what_all_accounts_hand_in_at_once_is_bounded() {
        let uploads = Arc::new(Uploads::in_folder(None));
        let mut held = Vec::new();
        for account in 0..MOST_OF_ALL.files {
            held.push(receive(&uploads, &account.to_string(), 1).await.unwrap());
        }
        let refused = receive(&uploads, "another", 1).await;
        assert!(matches!(refused, Err(UploadError::TooManyOfAll)));
    }

    #[tokio::test]
    async fn a_file_that_is_too_large_is_forgotten() {
        let uploads = Arc::new(Uploads::in_folder(None));
        let part = axum::body::Bytes::from(vec![0; 1 << 20]);
        let endless = futures_util::stream::repeat_with(move || Ok::<_, io::Error>(part.clone()));
        let refused = uploads.receive("desk", Body::from_stream(endless)).await;
        let Err(UploadError::Body(BodyError::TooLarge(LARGEST_FILE))) = refused else {
            panic!("{refused:?}")
        };
        assert!(uploads.held().is_empty());
    }
}
