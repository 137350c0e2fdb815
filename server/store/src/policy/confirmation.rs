//! Confirmations of what municipalities inherited.

use crate::record::change_log::ChangeIndex;
use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::{read_code, read_date};
use crate::{Change, StoreError};
use domain::policy::verdict::Confirmation;
use domain::recorded::Recorded;

const TABLE: &str = "confirmation";

rows! {
    struct ConfirmationRow {
        code: String, valid_from: String,
        recorded_in: i64, superseded_in: Option<i64>,
    }
}

pub(crate) async fn confirmations(
    tx: &mut Tx,
    ledger: &ChangeIndex,
) -> Result<Vec<Recorded<Confirmation>>, StoreError> {
    let rows = fetch_all!(
        tx,
        ConfirmationRow,
        "select code, valid_from, recorded_in, superseded_in
         from confirmation
         order by recorded_in, code",
    )?;
    let mut confirmations = Vec::with_capacity(rows.len());
    for row in rows {
        let confirmation = Confirmation {
            code: read_code(TABLE, &row.code)?,
            valid_from: read_date(TABLE, &row.valid_from)?,
        };
        confirmations.push(ledger.recorded(confirmation, row.recorded_in, row.superseded_in)?);
    }
    Ok(confirmations)
}

impl Change {
    /// Records that what a municipality inherited is right for it.
    pub async fn record_confirmation(
        &mut self,
        confirmation: &Confirmation,
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "insert into confirmation (code, valid_from, recorded_in)
             values ($1, $2, $3)",
            confirmation.code.to_string(),
            confirmation.valid_from.to_string(),
            self.revision,
        )?;
        Ok(())
    }
}
