//! What was read last, kept while nothing touched the tables that it is from.

use parking_lot::Mutex;

use crate::StoreError;

/// Outside a change nothing was written by the change itself.
pub(crate) const NO_CHANGE: i64 = -1;

/// The last value that was read and the revision that made it.
#[derive(Debug)]
pub(crate) struct ReadCache<T>(Mutex<Option<(i64, T)>>);

impl<T> Default for ReadCache<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> ReadCache<T> {
    /// The value that revision `made_in` made, as the change sees it that makes
    /// `revision`: the kept one, or else what is read. What the change itself
    /// wrote is not kept, since it may be rolled back and the revision be taken
    /// by another.
    pub(crate) async fn get_or_read(
        &self,
        made_in: i64,
        revision: i64,
        read: impl Future<Output = Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        if made_in == revision {
            return read.await;
        }
        if let Some((kept, value)) = &*self.0.lock()
            && *kept == made_in
        {
            return Ok(value.clone());
        }
        let value = read.await?;
        *self.0.lock() = Some((made_in, value.clone()));
        Ok(value)
    }
}
