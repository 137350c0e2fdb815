//! When the database fails: the writer is told, reading goes on, and nothing
//! has to be started again.

mod disk;
mod proxy;

use dekkingskaart::domain::clock::Clock;
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::vocabulary::{AuditAction, Verdict};
use dekkingskaart::store::Store;
use sqlx::{Connection, PgConnection, SqliteConnection};

use crate::support::process::{Process, outcome, token_on, write_two};
use crate::support::{Scratch, Seed, clock, new_verdict, on_both_databases};
use proxy::Proxy;

/// A question that is answered whatever the database does.
const QUESTION: &str = r#"{ municipality(code: "GM0363") { name policy { class } } }"#;

/// A small country in a database, and a token for it.
async fn seeded(scratch: &Scratch) -> String {
    Seed::new()
        .municipality("GM0363")
        .plant(&scratch.store)
        .await;
    scratch.store.close().await;
    token_on(&scratch.address)
}

/// Whether what is served is what is on record.
async fn assert_up_to_date(server: &Process, address: &str) {
    let store = Store::connect(address).await.unwrap();
    assert_eq!(server.revision(), store.revision().await.unwrap());
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_writer_is_told_of_a_file_that_another_program_locked() {
    let scratch = Scratch::sqlite().await;
    let token = seeded(&scratch).await;
    let server = Process::serve(&scratch.address);
    let mut other = SqliteConnection::connect(&scratch.address).await.unwrap();
    sqlx::raw_sql("begin immediate")
        .execute(&mut other)
        .await
        .unwrap();
    assert_eq!(server.outcome("", QUESTION), "OK");
    assert_eq!(
        server.outcome(&token, &write_two(1, "x")),
        "DATABASE_UNAVAILABLE"
    );
    assert_eq!(server.outcome(&token, QUESTION), "OK");
    sqlx::raw_sql("rollback").execute(&mut other).await.unwrap();
    assert_eq!(server.outcome(&token, &write_two(2, "y")), "OK");
    assert_up_to_date(&server, &scratch.address).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_writer_is_told_of_a_row_that_another_server_locked() {
    let scratch = Scratch::postgres().await;
    let token = seeded(&scratch).await;
    let server = Process::serve(&scratch.address);
    let mut other = PgConnection::connect(&scratch.address).await.unwrap();
    sqlx::raw_sql("begin; select revision from server_state for update")
        .execute(&mut other)
        .await
        .unwrap();
    assert_eq!(server.outcome("", QUESTION), "OK");
    assert_eq!(
        server.outcome(&token, &write_two(1, "x")),
        "DATABASE_UNAVAILABLE"
    );
    assert_eq!(server.outcome(&token, QUESTION), "OK");
    sqlx::raw_sql("rollback").execute(&mut other).await.unwrap();
    assert_eq!(server.outcome(&token, &write_two(2, "y")), "OK");
    assert_up_to_date(&server, &scratch.address).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_gone_for_a_while_stops_writing_alone() {
    let scratch = Scratch::postgres().await;
    let token = seeded(&scratch).await;
    let proxy = Proxy::before(&scratch.address);
    let server = Process::serve(&proxy.address);
    assert_eq!(server.outcome(&token, &write_two(1, "x")), "OK");
    proxy.shut();
    for place in 2..4 {
        assert_eq!(server.outcome("", QUESTION), "OK");
        let told = server.outcome(&token, &write_two(place, "y"));
        assert_eq!(told, "DATABASE_UNAVAILABLE");
        assert_eq!(server.outcome(&token, QUESTION), "OK");
    }
    proxy.open();
    assert_eq!(server.outcome(&token, &write_two(4, "z")), "OK");
    assert_up_to_date(&server, &scratch.address).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_hangs_stops_writing_alone() {
    let scratch = Scratch::postgres().await;
    let token = seeded(&scratch).await;
    let proxy = Proxy::before(&scratch.address);
    let server = Process::serve(&proxy.address);
    assert_eq!(server.outcome(&token, &write_two(1, "x")), "OK");
    proxy.hold();
    let ask = server.asker(&token);
    let writer = std::thread::spawn(move || ask(&write_two(2, "y")));
    for _ in 0..20 {
        assert_eq!(server.outcome("", QUESTION), "OK");
        assert_eq!(server.outcome(&token, QUESTION), "OK");
    }
    proxy.open();
    // Which of both depends on how long it was held.
    let told = outcome(&writer.join().unwrap().unwrap());
    assert!(["OK", "DATABASE_UNAVAILABLE"].contains(&&*told), "{told}");
    assert_eq!(server.outcome(&token, &write_two(3, "z")), "OK");
    assert_up_to_date(&server, &scratch.address).await;
}

on_both_databases! {
    async fn a_clock_that_goes_back_breaks_neither_order_nor_audit_trail(scratch: Scratch) {
        let seed = Seed::new().municipality("GM0363");
        seed.plant(&scratch.store).await;
        let back = Clock::fixed(|| "2001-01-01T00:00:00Z".parse().unwrap());
        let mut facts = scratch.store.facts().await.unwrap();
        for (clock, from) in [(clock(), "2021-01-01"), (back, "2021-02-01"), (clock(), "2021-03-01")] {
            let mut change = scratch.store.begin("me", clock.now(), AuditAction::RecordVerdicts).await.unwrap();
            let verdict = new_verdict("GM0363", "adopted-policy", Verdict::Present, from);
            change.record_verdicts(&[verdict]).await.unwrap();
            change.commit(&SummaryMessage::named("one").into()).await.unwrap();
            scratch.store.catch_up(&mut facts).await.unwrap();
        }
        let instants: Vec<_> = facts.changes.iter().map(|change| change.recorded_at).collect();
        assert!(instants.is_sorted_by(|one, next| one < next), "{instants:?}");
        assert_eq!(facts, scratch.store.facts().await.unwrap());
        assert!(scratch.store.verify_audit().await.unwrap().broken.is_none());
    }
}
