//! Requests for an account.

use jiff::Timestamp;

use crate::sql::dialect::{Tx, execute, fetch_all, rows};
use crate::text::{instant_text, read_instant, read_region, read_word};
use crate::{AccessChange, StoreError};
use domain::id::Id;
use domain::people::access_request::AccessRequest;
use domain::people::identity::Identity;

const TABLE: &str = "access_request";

rows! {
    struct RequestRow {
        id: String, email: String, name: String, organisation: Option<String>,
        region_set: Option<String>, region_code: Option<String>, reason: Option<String>,
        issuer: Option<String>, subject: Option<String>, asked_at: String,
    }
}

/// The requests that nobody decided on, the oldest first.
pub(crate) async fn requests(tx: &mut Tx) -> Result<Vec<AccessRequest>, StoreError> {
    let rows = fetch_all!(
        tx,
        RequestRow,
        "select id, email, name, organisation, region_set, region_code, reason, issuer, subject, asked_at
         from access_request
         where decided_at is null
         order by asked_at, id",
    )?;
    rows.into_iter()
        .map(|row| {
            let identity = row.issuer.zip(row.subject);
            Ok(AccessRequest {
                id: row.id.into(),
                email: read_word(TABLE, &row.email)?,
                name: row.name,
                organisation: row.organisation,
                region: read_region(row.region_set.as_deref(), row.region_code.as_deref()),
                reason: row.reason,
                identity: identity.map(|(issuer, subject)| Identity {
                    issuer: issuer.into(),
                    subject: subject.into(),
                }),
                asked_at: read_instant(TABLE, &row.asked_at)?,
            })
        })
        .collect()
}

impl AccessChange {
    /// The requests that nobody decided on.
    pub async fn requests(&mut self) -> Result<Vec<AccessRequest>, StoreError> {
        requests(&mut self.tx).await
    }

    /// Records a request, in place of the open one with this id.
    pub async fn record_request(&mut self, request: &AccessRequest) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from access_request
             where id = $1",
            request.id.to_string(),
        )?;
        let (region, identity) = (request.region.as_ref(), request.identity.as_ref());
        execute!(
            &mut self.tx,
            "insert into access_request
                 (id, email, name, organisation, region_set, region_code, reason, issuer, subject, asked_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            request.id.to_string(),
            request.email.to_string(),
            request.name.clone(),
            request.organisation.clone(),
            region.map(|region| region.set.to_string()),
            region.map(|region| region.code.to_string()),
            request.reason.clone(),
            identity.map(|identity| identity.issuer.to_string()),
            identity.map(|identity| identity.subject.to_string()),
            instant_text(request.asked_at),
        )?;
        Ok(())
    }

    /// Records that a request was decided on.
    pub async fn close_request(&mut self, id: &Id<AccessRequest>) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update access_request
             set decided_at = $1
             where id = $2 and decided_at is null",
            instant_text(self.now),
            id.as_str(),
        )?;
        Ok(())
    }

    /// Forgets the requests that were decided on before an instant.
    pub async fn forget_requests(&mut self, before: Timestamp) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "delete from access_request
             where decided_at < $1",
            instant_text(before),
        )?;
        Ok(())
    }
}
