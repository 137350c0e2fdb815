//! Tokens by which programs say who they are.

use super::ledger::{Ledger, standing};
use super::sql::{Tx, execute, fetch_all, rows};
use super::text::{read_region, read_word};
use super::{Change, Store, StoreError};
use crate::domain::facts::Recorded;
use crate::domain::viewer::Token;

const TABLE: &str = "api_token";

rows! {
    struct TokenRow {
        hash: String, name: String, role: String,
        region_set: Option<String>, region_code: Option<String>,
        recorded_in: i64, superseded_in: Option<i64>,
    }
}

pub(super) async fn tokens(
    tx: &mut Tx,
    ledger: &Ledger,
) -> Result<Vec<Recorded<Token>>, StoreError> {
    let rows = fetch_all!(
        tx,
        TokenRow,
        "select hash, name, role, region_set, region_code, recorded_in, superseded_in
         from api_token
         order by recorded_in, hash",
    )?;
    let mut tokens = Vec::with_capacity(rows.len());
    for row in rows {
        let token = Token {
            hash: read_word(TABLE, &row.hash)?,
            role: read_word(TABLE, &row.role)?,
            region: read_region(row.region_set.as_deref(), row.region_code.as_deref()),
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
        let ledger = Ledger::read(&mut tx, &[]).await?;
        tokens(&mut tx, &ledger).await
    }
}

impl Change {
    /// The tokens that stand.
    pub async fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        let ledger = Ledger::read(&mut self.tx, &[]).await?;
        Ok(standing(tokens(&mut self.tx, &ledger).await?))
    }

    /// Records a token.
    pub async fn record_token(&mut self, token: &Token) -> Result<(), StoreError> {
        let region = token.region.as_ref();
        execute!(
            &mut self.tx,
            "insert into api_token (hash, name, role, region_set, region_code, recorded_in)
             values ($1, $2, $3, $4, $5, $6)",
            token.hash.to_string(),
            token.name.to_string(),
            token.role.code(),
            region.map(|region| region.set.to_string()),
            region.map(|region| region.code.to_string()),
            self.revision,
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
