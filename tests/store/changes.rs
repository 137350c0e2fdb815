//! Changes: one transaction, one revision, in order, nothing lost.

use dekkingskaart::domain::clock::Clock;
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::vocabulary::{AuditAction, Verdict};
use dekkingskaart::store::{Store, StoreError};

use crate::support::{Scratch, Seed, clock, gm, new_verdict, on_both_databases};

on_both_databases! {
    async fn an_empty_store_has_revision_0_and_no_facts(scratch: Scratch) {
        assert_eq!(scratch.store.revision().await.unwrap(), 0);
        assert_eq!(scratch.store.facts().await.unwrap(), dekkingskaart::domain::facts::Facts::default());
    }

    async fn a_committed_change_counts_and_is_told(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        assert_eq!(scratch.store.revision().await.unwrap(), 1);
        let facts = scratch.store.facts().await.unwrap();
        assert_eq!(facts.changes.len(), 1);
        assert_eq!((&*facts.changes[0].recorded_by, &*facts.changes[0].action), ("seed", "record_verdicts"));
        assert_eq!(facts.changes[0].recorded_at, clock().now());
    }

    async fn a_dropped_change_leaves_nothing(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        let mut change = scratch.store.begin("me", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
        change.record_verdicts(&[new_verdict("GM0363", "adopted-policy", Verdict::Present, "2021-01-01")]).await.unwrap();
        drop(change);
        assert_eq!(scratch.store.revision().await.unwrap(), 1);
        assert!(scratch.store.facts().await.unwrap().verdicts.is_empty());
        record_one(&scratch.store).await;
        assert_eq!(scratch.store.revision().await.unwrap(), 2);
    }

    async fn a_clock_that_goes_back_keeps_the_order(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        let earlier = Clock::fixed(|| "2023-01-01T00:00:00Z".parse().unwrap());
        for _ in 0..3 {
            let change = scratch.store.begin("me", earlier.now(), AuditAction::RecordVerdicts).await.unwrap();
            change.commit(&SummaryMessage::named("nothing").into()).await.unwrap();
        }
        let facts = scratch.store.facts().await.unwrap();
        let instants: Vec<_> = facts.changes.iter().map(|change| change.recorded_at.to_string()).collect();
        assert_eq!(
            instants,
            [
                "2024-02-01T12:00:00Z",
                "2024-02-01T12:00:00.000001Z",
                "2024-02-01T12:00:00.000002Z",
                "2024-02-01T12:00:00.000003Z"
            ]
        );
    }

    async fn writers_queue_and_no_revision_is_lost(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        // A second store is what another server would have.
        let other = Store::connect(&scratch.address).await.unwrap();
        let writers = (0..20).map(|number| {
            let store = if number % 2 == 0 { scratch.store.clone() } else { other.clone() };
            tokio::spawn(async move {
                let mut change = store.begin("me", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
                let from = format!("2021-01-{:02}", number + 1);
                let verdict = new_verdict("GM0363", "adopted-policy", Verdict::Present, &from);
                change.record_verdicts(&[verdict]).await.unwrap();
                change.commit(&SummaryMessage::named("one").into()).await.unwrap()
            })
        });
        let mut revisions = Vec::new();
        for writer in writers.collect::<Vec<_>>() {
            revisions.push(writer.await.unwrap());
        }
        revisions.sort_unstable();
        assert_eq!(revisions, (2..=21).collect::<Vec<_>>());
        assert_eq!(scratch.store.facts().await.unwrap().verdicts.len(), 20);
    }

    async fn a_second_verdict_of_the_same_key_is_a_conflict(scratch: Scratch) {
        let seed = Seed::new().municipality("GM0363");
        seed.verdict("GM0363", "adopted-policy", Verdict::Absent, "2021-01-01").plant(&scratch.store).await;
        let mut change = scratch.store.begin("me", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
        let again = new_verdict("GM0363", "adopted-policy", Verdict::Present, "2021-01-01");
        let error = change.record_verdicts(&[again]).await.unwrap_err();
        assert!(matches!(error, StoreError::Conflict { .. }), "{error:?}");
        assert_eq!(
            error.to_string(),
            "a verdict on this block from this date is on record already; read it again and correct that record"
        );
    }

    async fn a_verdict_on_an_unknown_block_breaks_a_rule(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        let mut change = scratch.store.begin("me", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
        let unknown = new_verdict("GM0363", "no-such-block", Verdict::Present, "2021-01-01");
        let error = change.record_verdicts(&[unknown]).await.unwrap_err();
        assert!(matches!(error, StoreError::Rule { .. }), "{error:?}");
    }

    async fn the_register_of_a_change_that_was_dropped_is_forgotten(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        let mut change = scratch.store.begin("me", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
        let mut edition = change.editions().await.unwrap().remove(0);
        edition.areas[0].code = gm("GM0999");
        change.record_edition(&edition).await.unwrap();
        assert!(change.register().await.unwrap().find(gm("GM0999")).is_some());
        change.roll_back().await.unwrap();
        let mut change = scratch.store.begin("me", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
        assert!(change.register().await.unwrap().find(gm("GM0999")).is_none());
    }
}

#[tokio::test]
async fn an_address_of_no_database_is_refused_with_the_forms() {
    let error = Store::connect("mysql://somewhere").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "`mysql://somewhere` is not a database; write sqlite://PATH or postgres://HOST/NAME"
    );
}

/// Records one verdict in a change of its own.
async fn record_one(store: &Store) {
    let mut change = store
        .begin("me", clock().now(), AuditAction::RecordVerdicts)
        .await
        .unwrap();
    let verdict = new_verdict("GM0363", "adopted-policy", Verdict::Present, "2021-01-01");
    change.record_verdicts(&[verdict]).await.unwrap();
    change
        .commit(&SummaryMessage::named("one").into())
        .await
        .unwrap();
}
