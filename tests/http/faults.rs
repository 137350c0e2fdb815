//! A database that is locked, hangs, or was changed by another program: who
//! writes is told, who reads goes on, and whoever sends traffic sees it.

use std::thread;

use dekkingskaart::store::{Database, Store};
use serde_json::{Value, json};
use sqlx::{Executor, Postgres, Sqlite, Transaction};

use crate::support::{Scratch, Server, until_some};

const CHANGE: &str = r#"mutation { createCampaign(input: { title: "x", goal: 1, from: "2024-01-01", to: "2030-01-01" }) { id } }"#;

/// The status and the answer of readiness once it says so.
fn await_ready(server: &Server, path: &str, ready: bool) -> Value {
    until_some(format_args!("{path} is never {ready}"), || {
        let mut answer = server.get(path, &[]);
        let status = answer.status().as_u16();
        let told: Value = answer.body_mut().read_json().unwrap();
        assert_eq!(status == 200, told["ready"] == true, "{told}");
        (told["ready"] == ready).then_some(told)
    })
}

async fn locked_sqlite(address: &str) -> Transaction<'static, Sqlite> {
    let store = Store::connect(address).await.unwrap();
    let Database::Sqlite(pool) = store.database() else {
        panic!("{address}")
    };
    pool.begin_with("begin immediate").await.unwrap()
}

async fn locked_postgres(address: &str) -> Transaction<'static, Postgres> {
    let store = Store::connect(address).await.unwrap();
    let Database::Postgres(pool) = store.database() else {
        panic!("{address}")
    };
    let mut lock = pool.begin().await.unwrap();
    lock.execute("lock table access_state, server_state in access exclusive mode")
        .await
        .unwrap();
    lock
}

fn check_all_are_told(server: &Server, token: &str) {
    thread::scope(|scope| {
        // One after the other they would wait for minutes.
        let writers: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| server.ask_as(Some(token), CHANGE)))
            .collect();
        for writer in writers {
            let (_, answer) = writer.join().unwrap();
            let code = &answer["errors"][0]["extensions"]["code"];
            assert_eq!(code, "DATABASE_UNAVAILABLE", "{answer}");
        }
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_database_stops_writing_and_nothing_else() {
    let server = Server::start(&[]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let lock = locked_sqlite(&server.database()).await;
    check_all_are_told(&server, &desk);
    let told = await_ready(&server, "/health/ready", false);
    assert_eq!(told["problems"][0]["code"], "DATABASE_LOCKED", "{told}");
    await_ready(&server, "/health/ready?for=reading", true);
    server.data("{ municipalities { totalCount } }");
    let sign_in = json!({ "email": "a@example.nl", "password": "x" });
    let mut refused = server.post_json("/auth/sign-in", &[], &sign_in);
    assert_eq!(refused.status(), 503);
    let told: Value = refused.body_mut().read_json().unwrap();
    assert_eq!(
        told["errors"][0]["extensions"]["code"],
        "DATABASE_UNAVAILABLE"
    );
    drop(lock);
    let told = await_ready(&server, "/health/ready", true);
    assert_eq!(told["problems"], json!([]));
    server.data_as(&desk, CHANGE);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_for_a_database_that_hangs() {
    let scratch = Scratch::postgres().await;
    let server = Server::on(&scratch.address, &["--empty"]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let lock = locked_postgres(&scratch.address).await;
    // Whose session this is cannot be asked.
    let cookie = ("cookie", "__Host-dekkingskaart=dekkingskaart_unknown");
    let body = json!({ "query": "{ viewer { role } }" });
    thread::scope(|scope| {
        let readers: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| server.post_json("/graphql", &[cookie], &body)))
            .collect();
        for reader in readers {
            let mut answer = reader.join().unwrap();
            assert_eq!(answer.status(), 200);
            let told: Value = answer.body_mut().read_json().unwrap();
            assert_eq!(told["data"]["viewer"]["role"], "PUBLIC");
        }
    });
    check_all_are_told(&server, &desk);
    await_ready(&server, "/health/ready", false);
    drop(lock);
    await_ready(&server, "/health/ready", true);
    server.data_as(&desk, CHANGE);
}

/// Makes the earliest outlines on record such that no map can be made of them.
async fn spoil_earliest_edition(address: &str) -> String {
    let store = Store::connect(address).await.unwrap();
    let Database::Sqlite(pool) = store.database() else {
        panic!("{address}")
    };
    let earliest = sqlx::query_scalar("select min(date) from boundary_edition")
        .fetch_one(pool)
        .await;
    let date: String = earliest.unwrap();
    let geometry = json!({ "type": "Polygon", "coordinates": [[[0, 0], [1, 1]]] });
    let spoil = "update boundary_area set geometry = ? where edition_date = ?";
    let spoilt = sqlx::query(spoil)
        .bind(geometry.to_string())
        .bind(&date)
        .execute(pool)
        .await;
    assert!(spoilt.unwrap().rows_affected() > 300);
    date
}

#[tokio::test(flavor = "multi_thread")]
async fn outlines_of_one_date_that_make_no_map_are_told_and_keep_nobody_away() {
    let before = Server::start(&[]);
    let date = spoil_earliest_edition(&before.database()).await;
    let server = Server::on(&before.database(), &[]);
    let told = until_some("no problem is told", || {
        let told = await_ready(&server, "/health/ready", true);
        (told["problems"] != json!([])).then_some(told)
    });
    let problem = &told["problems"][0];
    assert_eq!(problem["code"], "EDITION_UNUSABLE", "{told}");
    assert_eq!(problem["arguments"], json!({ "date": date }));
    let shapes = format!(r#"{{ municipalities(asOf: "{date}") {{ nodes {{ geometry }} }} }}"#);
    assert_eq!(server.error_code(&shapes), "INTERNAL");
    server.data("{ municipalities { nodes { geometry } } }");
    server.data(&format!(
        r#"{{ municipalities(asOf: "{date}") {{ totalCount }} }}"#
    ));
}
