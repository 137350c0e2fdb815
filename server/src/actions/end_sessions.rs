//! Signing out, and telling how long nobody did.

use jiff::Timestamp;

use super::{ActionError, Writer};
use crate::domain::viewer::TokenHash;

/// Ends one session.
pub async fn end_session(writer: &Writer<'_>, hash: TokenHash) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    change.end_session(hash).await?;
    Ok(change.commit().await?)
}

/// Ends every session of an account.
pub async fn end_sessions(writer: &Writer<'_>, account: &str) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    change.end_sessions(account).await?;
    Ok(change.commit().await?)
}

/// Records when sessions were last used.
pub async fn record_uses(
    writer: &Writer<'_>,
    uses: &[(TokenHash, Timestamp)],
) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    for (hash, used) in uses {
        change.record_use(*hash, *used).await?;
    }
    Ok(change.commit().await?)
}
