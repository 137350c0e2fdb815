//! Second factors of accounts, and codes for who has lost theirs.

use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{instant_text, read_number, read_word};
use crate::{AccessChange, StoreError};
use domain::id::Id;
use domain::people::account::Account;
use domain::people::second_factor::SecondFactor;
use domain::people::viewer::TokenHash;

const TABLE: &str = "account_totp";

rows! {
    struct FactorRow { account_id: String, secret: String, confirmed_at: Option<String>, last_step: i64 }
}

/// All second factors, by account.
pub(crate) async fn factors(tx: &mut Tx) -> Result<Vec<SecondFactor>, StoreError> {
    let rows = fetch_all!(
        tx,
        FactorRow,
        "select account_id, secret, confirmed_at, last_step
         from account_totp
         order by account_id",
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(SecondFactor {
                account: row.account_id.into(),
                secret: read_word(TABLE, &row.secret)?,
                confirmed: row.confirmed_at.is_some(),
                last_step: read_number(TABLE, row.last_step)?,
            })
        })
        .collect()
}

impl AccessChange {
    /// The second factor of an account.
    pub async fn find_factor(
        &mut self,
        account: &Id<Account>,
    ) -> Result<Option<SecondFactor>, StoreError> {
        let mut factors = factors(&mut self.tx).await?.into_iter();
        Ok(factors.find(|factor| factor.account == *account))
    }

    /// Records the second factor of an account, in place of the one it had.
    pub async fn record_factor(&mut self, factor: &SecondFactor) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from account_totp
             where account_id = $1",
            factor.account.to_string(),
        )?;
        execute!(
            &mut self.tx,
            "insert into account_totp (account_id, secret, confirmed_at, last_step)
             values ($1, $2, $3, $4)",
            factor.account.to_string(),
            factor.secret.reveal(),
            factor.confirmed.then(|| instant_text(self.now)),
            i64::try_from(factor.last_step).unwrap_or(i64::MAX),
        )?;
        Ok(())
    }

    /// Forgets the second factor of an account, and its recovery codes.
    pub async fn forget_factor(&mut self, account: &Id<Account>) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from account_totp
             where account_id = $1",
            account.as_str(),
        )?;
        self.record_recovery(account, &[]).await
    }

    /// Records the recovery codes of an account, in place of those it had.
    pub async fn record_recovery(
        &mut self,
        account: &Id<Account>,
        hashes: &[TokenHash],
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from account_recovery
             where account_id = $1",
            account.as_str(),
        )?;
        insert_all!(
            &mut self.tx,
            "insert into account_recovery (account_id, hash)",
            hashes,
            |hash| [account.to_string(), hash.to_string()]
        )?;
        Ok(())
    }

    /// Uses up a recovery code of an account; tells whether there was one.
    pub async fn use_recovery(
        &mut self,
        account: &Id<Account>,
        hash: TokenHash,
    ) -> Result<bool, StoreError> {
        let rows = execute!(
            &mut self.tx,
            "delete from account_recovery
             where account_id = $1 and hash = $2",
            account.as_str(),
            hash.to_string(),
        )?;
        Ok(rows == 1)
    }
}
