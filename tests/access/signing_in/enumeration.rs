//! Nobody can find out who has an account by asking for one: what is done and
//! what is told is the same.

use std::net::IpAddr;

use dekkingskaart::actions::{self, ActionError, NewAccessRequest, NewInvitation, Writer};
use dekkingskaart::auth::{Authenticator, SignInError};
use dekkingskaart::domain::vocabulary::Role;
use dekkingskaart::store::{AuditQuery, Database, Store};

use crate::support::{Scratch, clock, on_both_databases};

const WITH_ACCOUNT: &str = "has@a.nl";
const WITHOUT: &str = "none@a.nl";

fn asked(email: &str) -> NewAccessRequest {
    NewAccessRequest {
        email: email.parse().unwrap(),
        name: "Somebody".to_owned(),
        organisation: None,
        region: None,
        reason: None,
    }
}

async fn rows(store: &Store) -> i64 {
    let sql = "select count(*) from access_request";
    match store.database() {
        Database::Sqlite(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
        Database::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
    }
    .unwrap()
}

/// What asking for an account writes and tells: changes that were committed,
/// rows, lines of the audit trail, and the refusal.
async fn work(store: &Store, email: &str, from: &str) -> (u64, i64, usize, Option<String>) {
    let access = Authenticator::open(store.clone(), clock()).await.unwrap();
    let query = AuditQuery::default();
    let lines = || store.audit_page(&query, 1, None);
    let before = (store.access_number().await.unwrap(), rows(store).await);
    let told = lines().await.unwrap().total;
    let address: IpAddr = from.parse().unwrap();
    let refusal = match access.ask_access(asked(email), address).await {
        Ok(()) => None,
        Err(SignInError::Action(ActionError::Conflict(message))) => Some(message.to_string()),
        Err(error) => panic!("{error}"),
    };
    (
        store.access_number().await.unwrap() - before.0,
        rows(store).await - before.1,
        lines().await.unwrap().total - told,
        refusal,
    )
}

on_both_databases! {
    async fn asking_with_an_account_is_as_asking_without_one(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        let invited = NewInvitation {
            email: WITH_ACCOUNT.parse().unwrap(),
            name: None,
            role: Role::Admin,
            regions: Vec::new(),
        };
        actions::invite_person(&writer, invited).await.unwrap();
        let with = work(&scratch.store, WITH_ACCOUNT, "10.0.0.1").await;
        let without = work(&scratch.store, WITHOUT, "10.0.0.2").await;
        assert_eq!(with, without);
        assert_eq!((with.0, with.1), (1, 1));
        // Only the other waits for a decision.
        let waiting = scratch.store.access().await.unwrap().requests;
        let waiting: Vec<_> = waiting.iter().map(|request| request.email.as_str()).collect();
        assert_eq!(waiting, [WITHOUT]);
        // When as many wait as may, all are told so.
        for number in 1..200 {
            actions::ask_access(&writer, asked(&format!("{number}@a.nl"))).await.unwrap();
        }
        let with = work(&scratch.store, WITH_ACCOUNT, "10.0.0.1").await;
        let without = work(&scratch.store, "new@a.nl", "10.0.0.2").await;
        let again = work(&scratch.store, WITHOUT, "10.0.0.3").await;
        assert_eq!(with, without);
        assert_eq!(with, again);
        assert!(with.3.is_some());
    }
}
