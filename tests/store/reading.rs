//! Reading: everything as it was written, and only what is new.

use dekkingskaart::domain::facts::Facts;
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::vocabulary::{AuditAction, CoordinationStatus, DocumentScope, Verdict};
use dekkingskaart::store::Store;

use crate::support::{Scratch, Seed, clock, day, gm, new_verdict, on_both_databases};

fn country() -> Seed {
    Seed::new()
        .named("GM0003", "Appingedam")
        .named("GM0010", "Delfzijl")
        .named("GM0014", "Groningen")
        .merger("2021-01-01", &["GM0003", "GM0010"], "GM1979")
        .region("provincie", "PV20", &["GM0003", "GM0010", "GM0014"])
        .population("GM0014", 232_866)
        .arrangement(
            "groningen",
            CoordinationStatus::Structural,
            "2019-01-01",
            &["GM0014", "GM0003"],
        )
        .document("plan", DocumentScope::Regional, "2020-06-01", &["GM0010"])
        .verdict(
            "GM0014",
            "regional-plan",
            Verdict::InPreparation,
            "2020-03-01",
        )
}

/// A verdict says something else than the one on record.
async fn correct(store: &Store) {
    let mut change = store
        .begin("editor", clock().now(), AuditAction::RecordVerdicts)
        .await
        .unwrap();
    let better = new_verdict("GM0014", "regional-plan", Verdict::Present, "2020-03-01");
    change.supersede_verdict(&better).await.unwrap();
    change.record_verdicts(&[better]).await.unwrap();
    change
        .commit(&SummaryMessage::named("one verdict").into())
        .await
        .unwrap();
}

on_both_databases! {
    async fn everything_reads_back_as_it_was_written(scratch: Scratch) {
        country().plant(&scratch.store).await;
        let facts = scratch.store.facts().await.unwrap();

        let codes = |place: usize| facts.editions[place].areas.iter().map(|area| area.code).collect::<Vec<_>>();
        assert_eq!(facts.editions.iter().map(|edition| edition.date).collect::<Vec<_>>(), [day("2020-01-01"), day("2021-01-01")]);
        assert_eq!(codes(0), [gm("GM0003"), gm("GM0010"), gm("GM0014")]);
        assert_eq!(codes(1), [gm("GM0014"), gm("GM1979")]);
        assert!(facts.editions[0].areas[0].geometry.starts_with(r#"{"type":"Polygon""#));
        assert_eq!(facts.successions.len(), 2);
        assert_eq!(&*facts.successions[0].from_name, "Appingedam");
        assert_eq!(facts.population[0].inhabitants, 232_866);
        assert_eq!(facts.region_sets.len(), 1);
        assert_eq!(facts.memberships.len(), 3);
        assert_eq!(facts.rubrics[0].blocks.len(), 3);
        let arrangement = &facts.arrangements[0];
        assert_eq!(arrangement.fact.covers.iter().map(|named| named.code).collect::<Vec<_>>(), [gm("GM0003"), gm("GM0014")]);
        assert_eq!((&*arrangement.recorded_by, arrangement.recorded_at), ("seed", clock().now()));
        assert_eq!(facts.documents[0].fact.scope, DocumentScope::Regional);
        assert_eq!(facts.verdicts[0].fact.verdict, Verdict::InPreparation);
        assert_eq!(facts.verdicts[0].superseded_at, None);
    }

    async fn a_correction_stands_beside_what_it_supersedes(scratch: Scratch) {
        country().plant(&scratch.store).await;
        correct(&scratch.store).await;
        let facts = scratch.store.facts().await.unwrap();
        assert_eq!(facts.verdicts.len(), 2);
        let (old, new) = (&facts.verdicts[0], &facts.verdicts[1]);
        assert_eq!((old.fact.verdict, new.fact.verdict), (Verdict::InPreparation, Verdict::Present));
        assert_eq!(old.superseded_at, Some(new.recorded_at));
        assert!(old.known_at(Some(old.recorded_at)) && !new.known_at(Some(old.recorded_at)));
        assert!(!old.known_at(None) && new.known_at(None));
        assert_eq!(&*new.recorded_by, "editor");
    }

    async fn catching_up_gives_the_same_as_reading_anew(scratch: Scratch) {
        country().plant(&scratch.store).await;
        let mut facts = scratch.store.facts().await.unwrap();
        assert!(!scratch.store.catch_up(&mut facts).await.unwrap());

        correct(&scratch.store).await;
        let mut change = scratch.store.begin("editor", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
        let mut arrangement = change.arrangements().await.unwrap().remove(0);
        arrangement.period.to = Some(day("2022-01-01"));
        change.record_arrangement(&arrangement).await.unwrap();
        change.commit(&SummaryMessage::named("one arrangement").into()).await.unwrap();

        assert!(scratch.store.catch_up(&mut facts).await.unwrap());
        let anew: Facts = scratch.store.facts().await.unwrap();
        assert_eq!(facts, anew);
        assert_eq!(anew.arrangements.len(), 2);
        assert_eq!(anew.revision, 3);
    }

    async fn a_reader_sees_one_state_while_others_write(scratch: Scratch) {
        country().plant(&scratch.store).await;
        let store = scratch.store.clone();
        let writer = tokio::spawn(async move {
            for _ in 0..30 {
                let mut change = store.begin("me", clock().now(), AuditAction::RecordVerdicts).await.unwrap();
                let verdict = new_verdict("GM0014", "adopted-policy", Verdict::Present, "2020-05-01");
                change.supersede_verdict(&verdict).await.unwrap();
                change.record_verdicts(&[verdict]).await.unwrap();
                change.commit(&SummaryMessage::named("one").into()).await.unwrap();
            }
        });
        while !writer.is_finished() {
            let facts = scratch.store.facts().await.unwrap();
            // One verdict in the first change, one in each later one.
            assert_eq!(facts.verdicts.len() as u64, facts.revision);
            assert_eq!(facts.changes.len() as u64, facts.revision);
            let standing = facts.verdicts.iter().filter(|verdict| verdict.superseded_at.is_none()).count();
            assert_eq!(standing, if facts.revision == 1 { 1 } else { 2 });
        }
        writer.await.unwrap();
    }
}
