//! Accounts and sessions as they stand, read at one moment.

use super::{access_request, account, identity, invitation, second_factor, session};
use crate::sql::dialect::{fetch_one, rows};
use crate::text::read_number;
use crate::{Database, Store, StoreError};
use domain::people::access_request::AccessRequest;
use domain::people::account::Account;
use domain::people::identity::IdentityLink;
use domain::people::invitation::Invitation;
use domain::people::second_factor::SecondFactor;
use domain::people::session::Session;
use domain::recorded::Recorded;

rows! {
    struct NumberRow { number: i64 }
}

const NUMBER: &str = "select number from access_state where id = 1";

/// Who may sign in, and who is signed in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccessRecords {
    /// Grows by one with every committed change of these.
    pub number: u64,
    /// The accounts that stand, by email.
    pub accounts: Vec<Recorded<Account>>,
    /// The sessions that nobody ended; some of them may have run out.
    pub sessions: Vec<Session>,
    /// By whom accounts are known at providers.
    pub links: Vec<IdentityLink>,
    /// The invitations that nobody took up; some of them may have run out.
    pub invitations: Vec<Invitation>,
    /// The requests that nobody decided on, the oldest first.
    pub requests: Vec<AccessRequest>,
    /// The second factors, also those that were not confirmed.
    pub factors: Vec<SecondFactor>,
}

impl Store {
    /// The number of the last committed change of accounts and sessions.
    pub async fn access_number(&self) -> Result<u64, StoreError> {
        let number: i64 = match &self.database {
            Database::Sqlite(pool) => sqlx::query_scalar(NUMBER).fetch_one(pool).await?,
            Database::Postgres(pool) => sqlx::query_scalar(NUMBER).fetch_one(pool).await?,
        };
        read_number("access_state", number)
    }

    /// Who may sign in, and who is signed in.
    pub async fn access(&self) -> Result<AccessRecords, StoreError> {
        let mut tx = self.snapshot().await?;
        Ok(AccessRecords {
            number: read_number(
                "access_state",
                fetch_one!(&mut tx, NumberRow, NUMBER)?.number,
            )?,
            accounts: account::accounts(&mut tx).await?,
            sessions: session::sessions(&mut tx).await?,
            links: identity::links(&mut tx).await?,
            invitations: invitation::invitations(&mut tx).await?,
            requests: access_request::requests(&mut tx).await?,
            factors: second_factor::factors(&mut tx).await?,
        })
    }
}
