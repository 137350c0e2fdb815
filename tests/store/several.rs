//! Several servers on one PostgreSQL database.

use std::time::Duration;

use dekkingskaart::actions::{self, Writer};
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::vocabulary::{AuditAction, Verdict};
use dekkingskaart::store::Store;
use jiff::ToSpan;
use sqlx::Connection;

use crate::support::{Scratch, Seed, clock, day, new_postgres_database, new_verdict};

/// Much longer than anything takes: what never comes is a failure.
const LONG: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn tables_are_made_once_when_many_start_together() {
    let address = new_postgres_database().await;
    let starts = (0..5).map(|_| {
        let address = address.clone();
        tokio::spawn(async move { Store::connect(&address).await.unwrap() })
    });
    let mut stores = Vec::new();
    for start in starts.collect::<Vec<_>>() {
        stores.push(start.await.unwrap());
    }
    let mut connection = sqlx::PgConnection::connect(&address).await.unwrap();
    let (applied, versions): (i64, i64) = sqlx::query_as(
        "select count(*), count(distinct version) from _sqlx_migrations where success",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert!(applied > 0);
    assert_eq!(applied, versions);
    Seed::new().municipality("GM0363").plant(&stores[0]).await;
    for store in &stores {
        assert_eq!(store.revision().await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_server_commits_the_others_hear() {
    let scratch = Scratch::postgres().await;
    let other = Store::connect(&scratch.address).await.unwrap();
    let mut notices = other.notices();
    notices.connect().await.unwrap();
    for revision in 1..4 {
        let change = scratch
            .store
            .begin("me", clock().now(), AuditAction::RecordVerdicts)
            .await
            .unwrap();
        // Nothing is told of what is not committed yet.
        let early = tokio::time::timeout(Duration::ZERO, notices.next()).await;
        assert!(early.is_err());
        change
            .commit(&SummaryMessage::named("something").into())
            .await
            .unwrap();
        tokio::time::timeout(LONG, notices.next())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(other.revision().await.unwrap(), revision);
    }
    let change = scratch
        .store
        .begin_access("me", clock().now())
        .await
        .unwrap();
    change.commit().await.unwrap();
    tokio::time::timeout(LONG, notices.next())
        .await
        .unwrap()
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_listens_goes_on_after_a_lost_connection() {
    let scratch = Scratch::postgres().await;
    let other = Store::connect(&scratch.address).await.unwrap();
    let mut notices = other.notices();
    notices.connect().await.unwrap();
    let mut connection = sqlx::PgConnection::connect(&scratch.address).await.unwrap();
    let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and query like '%LISTEN%'";
    let ended: i64 = sqlx::query_scalar(end)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(ended, 1);
    // It is told at once, so that who follows looks, and connects again.
    let told = tokio::time::timeout(LONG, notices.next()).await;
    drop(told.unwrap());
    notices.connect().await.unwrap();
    let change = scratch
        .store
        .begin("me", clock().now(), AuditAction::RecordVerdicts)
        .await
        .unwrap();
    change
        .commit(&SummaryMessage::named("something").into())
        .await
        .unwrap();
    tokio::time::timeout(LONG, notices.next())
        .await
        .unwrap()
        .unwrap();
}

/// Until then each change after it would go through all verdicts.
#[tokio::test]
async fn postgresql_counts_many_new_verdicts_at_once() {
    let scratch = Scratch::postgres().await;
    Seed::new()
        .municipality("GM0363")
        .plant(&scratch.store)
        .await;
    let writer = Writer::new(&scratch.store, "me", clock());
    let verdicts = |number: i32| {
        let days = 0..number;
        let dates = days.map(|at| (day("2021-01-01") + at.days()).to_string());
        let verdict =
            |from: String| new_verdict("GM0363", "adopted-policy", Verdict::Present, &from);
        dates.map(verdict).collect::<Vec<_>>()
    };
    let mut connection = sqlx::PgConnection::connect(&scratch.address).await.unwrap();
    let mut counted = async || -> f32 {
        let counted = "select reltuples from pg_class where oid = 'verdict'::regclass";
        sqlx::query_scalar(counted)
            .fetch_one(&mut connection)
            .await
            .unwrap()
    };
    // Few are left to PostgreSQL itself.
    actions::record_verdicts(&writer, &verdicts(1))
        .await
        .unwrap();
    assert!(counted().await < 1.0);
    actions::record_verdicts(&writer, &verdicts(1_200))
        .await
        .unwrap();
    assert!((counted().await - 1_200.0).abs() < 1.0);
}
