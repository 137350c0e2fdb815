//! Links with which people take up their accounts.

use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::{instant_text, read_instant, read_word};
use crate::{AccessChange, StoreError};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::invitation::Invitation;

const TABLE: &str = "invitation";

rows! {
    struct InvitationRow { account_id: String, hash: String, made_at: String, made_by: String, expires_at: String }
}

/// The invitations that nobody took up, the oldest first.
pub(crate) async fn invitations(tx: &mut Tx) -> Result<Vec<Invitation>, StoreError> {
    let rows = fetch_all!(
        tx,
        InvitationRow,
        "select account_id, hash, made_at, made_by, expires_at
         from invitation
         order by made_at, account_id",
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(Invitation {
                account: row.account_id.into(),
                hash: read_word(TABLE, &row.hash)?,
                made_at: read_instant(TABLE, &row.made_at)?,
                made_by: row.made_by.into(),
                expires_at: read_instant(TABLE, &row.expires_at)?,
            })
        })
        .collect()
}

impl AccessChange {
    /// The invitations that nobody took up.
    pub async fn invitations(&mut self) -> Result<Vec<Invitation>, StoreError> {
        invitations(&mut self.tx).await
    }

    /// Records an invitation, in place of the one that the account had.
    pub async fn record_invitation(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        self.forget_invitation(&invitation.account).await?;
        execute!(
            &mut self.tx,
            "insert into invitation (account_id, hash, made_at, made_by, expires_at)
             values ($1, $2, $3, $4, $5)",
            invitation.account.to_string(),
            invitation.hash.to_string(),
            instant_text(invitation.made_at),
            invitation.made_by.to_string(),
            instant_text(invitation.expires_at),
        )?;
        Ok(())
    }

    /// Forgets the invitation of an account.
    pub async fn forget_invitation(&mut self, account: &Id<Account>) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from invitation
             where account_id = $1",
            account.as_str(),
        )?;
        Ok(())
    }
}
