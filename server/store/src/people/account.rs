//! Accounts of people.

use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{instant_text, read_instant, read_word};
use crate::{AccessChange, Change, StoreError};
use domain::facts::Region;
use domain::id::Id;
use domain::people::account::Account;
use domain::people::password::PasswordHash;
use domain::places::code::RegionRef;
use domain::recorded::Recorded;

const TABLE: &str = "account";

rows! {
    struct AccountRow {
        id: String, email: String, name: String, role: String, password_hash: Option<String>, must_change: i64,
        recorded_at: String, recorded_by: String,
    }
    struct RegionRow { account_id: String, region_set: String, region_code: String }
}

/// The accounts that stand, by email.
pub(crate) async fn accounts(tx: &mut Tx) -> Result<Vec<Recorded<Account>>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        AccountRow,
        "select id, email, name, role, password_hash, must_change, recorded_at, recorded_by
         from account
         where superseded_at is null
         order by email",
    )?;
    let regions = fetch_all!(
        tx,
        RegionRow,
        "select region.account_id, region.region_set, region.region_code
         from account_region region
         join account on account.id = region.account_id and account.number = region.number
         where account.superseded_at is null
         order by region.account_id, region.region_set, region.region_code",
    )?;
    rows.into_iter()
        .map(|row| {
            let of_this = regions.iter().filter(|region| region.account_id == row.id);
            let regions =
                of_this.map(|region| RegionRef::new(&region.region_set, &region.region_code));
            read(&row, regions.collect())
        })
        .collect()
}

fn read(row: &AccountRow, regions: Vec<RegionRef>) -> Result<Recorded<Account>, StoreError> {
    let account = Account {
        id: row.id.as_str().into(),
        email: read_word(TABLE, &row.email)?,
        name: row.name.as_str().into(),
        role: read_word(TABLE, &row.role)?,
        regions,
        password: row.password_hash.as_deref().map(PasswordHash::stored),
        must_change: row.must_change != 0,
    };
    Ok(Recorded {
        fact: account,
        recorded_at: read_instant(TABLE, &row.recorded_at)?,
        recorded_by: row.recorded_by.as_str().into(),
        superseded_at: None,
    })
}

impl Change {
    /// The accounts that stand, by email.
    pub async fn accounts(&mut self) -> Result<Vec<Account>, StoreError> {
        let accounts = accounts(&mut self.tx).await?;
        Ok(accounts.into_iter().map(|account| account.fact).collect())
    }
}

impl AccessChange {
    /// The accounts that stand, by email.
    pub async fn accounts(&mut self) -> Result<Vec<Account>, StoreError> {
        let accounts = accounts(&mut self.tx).await?;
        Ok(accounts.into_iter().map(|account| account.fact).collect())
    }

    /// The account that stands with this id.
    pub async fn find_account(&mut self, id: &Id<Account>) -> Result<Option<Account>, StoreError> {
        let mut accounts = self.accounts().await?.into_iter();
        Ok(accounts.find(|account| account.id == *id))
    }

    /// The regions on record, by set and code.
    pub async fn regions(&mut self) -> Result<Vec<Region>, StoreError> {
        crate::places::region::regions(&mut self.tx).await
    }

    /// Records an account; the version that stands is superseded.
    pub async fn record_account(&mut self, account: &Account) -> Result<(), StoreError> {
        self.supersede_account(&account.id).await?;
        let password = account.password.as_ref();
        execute!(
            &mut self.tx,
            "insert into account
                 (id, number, email, name, role, password_hash, must_change, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            account.id.to_string(),
            self.number,
            account.email.to_string(),
            account.name.to_string(),
            account.role.code(),
            password.map(|password| password.reveal().to_owned()),
            i64::from(account.must_change),
            instant_text(self.now),
            self.recorded_by.as_str(),
        )?;
        let (id, number) = (&account.id, self.number);
        insert_all!(
            &mut self.tx,
            "insert into account_region (account_id, number, region_set, region_code)",
            account.regions,
            |region| [
                id.to_string(),
                number,
                region.set.to_string(),
                region.code.to_string(),
            ]
        )?;
        Ok(())
    }

    /// Supersedes the version that stands; what its password is known by goes.
    pub async fn supersede_account(&mut self, id: &Id<Account>) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update account
             set superseded_at = $1, password_hash = null
             where id = $2 and superseded_at is null",
            instant_text(self.now),
            id.as_str(),
        )?;
        Ok(())
    }
}
