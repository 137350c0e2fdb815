//! How long somebody who writes waits for a database that is locked or hangs.

use std::time::Duration;

use tokio::time::timeout;

use crate::StoreError;

/// How long it may take until a change can be written. Shorter than what
/// people take for a failure of the program.
const LONGEST: Duration = Duration::from_millis(4500);

/// Waits for work on the database as long as somebody may wait. Work that takes
/// longer goes on by itself to where it can end: a transaction that is left in
/// the middle of a statement can spoil its connection.
pub(crate) async fn in_time<T: Send + 'static>(
    work: impl Future<Output = Result<T, StoreError>> + Send + 'static,
) -> Result<T, StoreError> {
    waiting(LONGEST, work).await
}

async fn waiting<T: Send + 'static>(
    longest: Duration,
    work: impl Future<Output = Result<T, StoreError>> + Send + 'static,
) -> Result<T, StoreError> {
    match timeout(longest, tokio::spawn(work)).await {
        Ok(Ok(done)) => done,
        Ok(Err(_)) => Err(StoreError::out_of_reach()),
        Err(_) => Err(StoreError::Busy(sqlx::Error::PoolTimedOut)),
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    #[tokio::test]
    async fn who_waits_too_long_is_told_and_the_work_goes_on() {
        let (go_on, wait) = oneshot::channel::<()>();
        let (done, is_done) = oneshot::channel();
        let work = async move {
            let _ = wait.await;
            let _ = done.send(());
            Ok(())
        };
        let told = waiting(Duration::ZERO, work).await;
        assert!(matches!(told, Err(StoreError::Busy(_))));
        go_on.send(()).unwrap();
        is_done.await.unwrap();
    }
}
