//! By whom accounts are known at providers of OpenID Connect.

use jiff::{SignedDuration, Timestamp};

use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::{instant_text, read_instant};
use crate::{AccessChange, StoreError};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::identity::{Identity, IdentityLink};
use domain::people::viewer::TokenHash;

const TABLE: &str = "account_identity";

rows! {
    struct LinkRow { issuer: String, subject: String, account_id: String, linked_at: String }
}

/// All links, by provider and person.
pub(crate) async fn links(tx: &mut Tx) -> Result<Vec<IdentityLink>, StoreError> {
    let rows = fetch_all!(
        tx,
        LinkRow,
        "select issuer, subject, account_id, linked_at
         from account_identity
         order by issuer, subject",
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(IdentityLink {
                identity: Identity {
                    issuer: row.issuer.into(),
                    subject: row.subject.into(),
                },
                account: row.account_id.into(),
                linked_at: read_instant(TABLE, &row.linked_at)?,
            })
        })
        .collect()
}

impl AccessChange {
    /// By whom accounts are known at providers.
    pub async fn links(&mut self) -> Result<Vec<IdentityLink>, StoreError> {
        links(&mut self.tx).await
    }

    /// Records by whom an account is known.
    pub async fn record_link(
        &mut self,
        identity: &Identity,
        account: &Id<Account>,
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "insert into account_identity (issuer, subject, account_id, linked_at)
             values ($1, $2, $3, $4)",
            identity.issuer.to_string(),
            identity.subject.to_string(),
            account.as_str(),
            instant_text(self.now),
        )?;
        Ok(())
    }

    /// Forgets by whom an account is known.
    pub async fn forget_links(&mut self, account: &Id<Account>) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from account_identity
             where account_id = $1",
            account.as_str(),
        )?;
        Ok(())
    }

    /// Records that a sign-in at a provider was used; tells whether it was not
    /// used before. Forgets those that are older than they can be.
    pub async fn use_sign_in(
        &mut self,
        hash: TokenHash,
        longest: SignedDuration,
    ) -> Result<bool, StoreError> {
        let before: Timestamp = self.now.saturating_sub(longest).unwrap_or(self.now);
        execute!(
            &mut self.tx,
            "delete from used_sign_in
             where used_at < $1",
            instant_text(before),
        )?;
        let rows = execute!(
            &mut self.tx,
            "insert into used_sign_in (hash, used_at)
             values ($1, $2)
             on conflict do nothing",
            hash.to_string(),
            instant_text(self.now),
        )?;
        Ok(rows == 1)
    }
}
