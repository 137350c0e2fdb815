//! Tokens by which programs say who they are.

use rpds::VectorSync;

use crate::record::change_log::{ChangeIndex, standing};
use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{read_date, read_word};
use crate::{AccessChange, Change, Store, StoreError};
use domain::people::viewer::Token;
use domain::places::code::RegionRef;
use domain::recorded::Recorded;

const TABLE: &str = "api_token";

rows! {
    struct TokenRow {
        hash: String, name: String, role: String, scope: String, expires: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
    struct RegionRow { hash: String, region_set: String, region_code: String }
}

pub(crate) async fn tokens(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Token>>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        TokenRow,
        "select hash, name, role, scope, expires, recorded_in, superseded_in
         from api_token
         order by recorded_in, hash",
    )?;
    let regions = fetch_all!(
        tx,
        RegionRow,
        "select hash, region_set, region_code
         from api_token_region
         order by hash, region_set, region_code",
    )?;
    let mut tokens = Vec::with_capacity(rows.len());
    for row in rows {
        let of_this = regions.iter().filter(|region| region.hash == row.hash);
        let of_this = of_this.map(|region| RegionRef::new(&region.region_set, &region.region_code));
        let expires = row.expires.as_deref();
        let token = Token {
            hash: read_word(TABLE, &row.hash)?,
            role: read_word(TABLE, &row.role)?,
            regions: of_this.collect(),
            scope: read_word(TABLE, &row.scope)?,
            expires: expires.map(|date| read_date(TABLE, date)).transpose()?,
            name: row.name.into(),
        };
        tokens.push(ledger.recorded(token, row.recorded_in, row.superseded_in)?);
    }
    Ok(tokens)
}

impl Store {
    /// All tokens, revoked ones too, in the order in which they were made.
    pub async fn tokens(&self) -> Result<Vec<Recorded<Token>>, StoreError> {
        let mut tx = self.snapshot().await?;
        let ledger = ChangeIndex::read(&mut tx, &self.known_changes.get()).await?;
        tokens(&mut tx, &ledger).await
    }
}

async fn standing_tokens(tx: &mut Tx) -> Result<Vec<Token>, StoreError> {
    let ledger = ChangeIndex::read(tx, &VectorSync::new_sync()).await?;
    Ok(standing(tokens(tx, &ledger).await?))
}

impl AccessChange {
    /// The tokens that stand.
    pub async fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        standing_tokens(&mut self.tx).await
    }
}

impl Change {
    /// The tokens that stand.
    pub async fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        standing_tokens(&mut self.tx).await
    }

    /// Records a token.
    pub async fn record_token(&mut self, token: &Token) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "insert into api_token (hash, name, role, scope, expires, recorded_in)
             values ($1, $2, $3, $4, $5, $6)",
            token.hash.to_string(),
            token.name.to_string(),
            token.role.code(),
            token.scope.code(),
            token.expires.map(|date| date.to_string()),
            self.revision,
        )?;
        insert_all!(
            &mut self.tx,
            "insert into api_token_region (hash, region_set, region_code)",
            token.regions,
            |region| [
                token.hash.to_string(),
                region.set.to_string(),
                region.code.to_string(),
            ]
        )?;
        Ok(())
    }

    /// Withdraws the token of this name that stands.
    pub async fn supersede_token(&mut self, name: &str) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update api_token
             set superseded_in = $1
             where name = $2 and superseded_in is null",
            self.revision,
            name,
        )?;
        Ok(())
    }
}
