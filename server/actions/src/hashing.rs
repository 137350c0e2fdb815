//! The slow work of passwords, off the threads that answer requests.

use tokio::sync::Semaphore;

use super::{ActionError, random};
use domain::people::password::{Password, PasswordHash};

/// How many passwords are hashed at once: each keeps a processor and 19 MiB.
static BENCHES: Semaphore = Semaphore::const_new(2);

/// Hashes a password.
pub(super) async fn hash(password: Password) -> Result<PasswordHash, ActionError> {
    let salt = random()?;
    at_a_bench(move || PasswordHash::of(&password, salt))
        .await?
        .map_err(|_| ActionError::NotHashed)
}

/// Whether this is the password of the hash.
pub async fn is_of(hash: PasswordHash, password: Password) -> Result<bool, ActionError> {
    at_a_bench(move || hash.is_of(&password)).await
}

async fn at_a_bench<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, ActionError> {
    let bench = BENCHES
        .acquire()
        .await
        .map_err(|_| ActionError::NotHashed)?;
    // The work goes on when nobody waits for it any more, and so does its turn.
    tokio::task::spawn_blocking(move || {
        let _bench = bench;
        work()
    })
    .await
    .map_err(|_| ActionError::NotHashed)
}
