//! The audit trail: everything is told, and nothing is altered unseen.

use dekkingskaart::actions::{self, Writer};
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::record::audit::AuditEvent;
use dekkingskaart::domain::vocabulary::{AuditAction, Verdict};
use dekkingskaart::store::{AuditBreak, AuditQuery, Database, Store};

use crate::support::{Scratch, Seed, clock, new_verdict, on_both_databases};

async fn run(store: &Store, sql: &'static str) {
    match store.database() {
        Database::Sqlite(pool) => {
            sqlx::query(sql).execute(pool).await.unwrap();
        }
        Database::Postgres(pool) => {
            sqlx::query(sql).execute(pool).await.unwrap();
        }
    }
}

async fn plant(store: &Store) {
    Seed::new()
        .municipality("GM0001")
        .municipality("GM0002")
        .plant(store)
        .await;
    let writer = Writer::new(store, "Ans", clock());
    for verdict in [Verdict::Present, Verdict::Absent] {
        let verdicts = [new_verdict(
            "GM0001",
            "adopted-policy",
            verdict,
            "2021-01-01",
        )];
        actions::record_verdicts(&writer, &verdicts).await.unwrap();
    }
    let event = AuditEvent::new("Bea", AuditAction::SignIn, SummaryMessage::named("Bea"));
    store.record_event(event, clock().now()).await.unwrap();
}

async fn broken(store: &Store) -> Option<AuditBreak> {
    store.verify_audit().await.unwrap().broken
}

on_both_databases! {
    async fn each_record_is_told_with_what_stood_before(scratch: Scratch) {
        let store = &scratch.store;
        plant(store).await;
        let asked = AuditQuery { actor: Some("ANS".to_owned()), ..AuditQuery::default() };
        let page = store.audit_page(&asked, 1, None).await.unwrap();
        assert_eq!((page.total, page.items.len(), page.has_next), (2, 1, true));
        let event = &page.items[0].event;
        assert_eq!(event.action, "record_verdicts");
        assert_eq!(event.subject, "verdict GM0001 seeded adopted-policy 2021-01-01");
        assert!(event.before.as_ref().unwrap().contains(r#""verdict":"PRESENT""#));
        assert!(event.after.as_ref().unwrap().contains(r#""verdict":"ABSENT""#));
        let next = store.audit_page(&asked, 5, Some(page.items[0].seq)).await.unwrap();
        assert_eq!((next.items.len(), next.has_next), (1, false));
        assert_eq!(next.items[0].event.before, None);
    }

    async fn lines_are_found_by_what_they_name(scratch: Scratch) {
        let store = &scratch.store;
        plant(store).await;
        let count = async |subject: &str| {
            let asked = AuditQuery { subject: Some(subject.to_owned()), ..AuditQuery::default() };
            store.audit_page(&asked, 100, None).await.unwrap().total
        };
        assert_eq!(count("gm0001 ").await, 2);
        assert_eq!(count("absent").await, 1);
        assert_eq!(count("100%").await, 0);
        assert_eq!(count("adopted_policy").await, 0);
    }

    async fn a_whole_trail_is_found_whole(scratch: Scratch) {
        plant(&scratch.store).await;
        let verdict = scratch.store.verify_audit().await.unwrap();
        assert_eq!(verdict.broken, None);
        let all = scratch.store.audit_page(&AuditQuery::default(), 100, None).await.unwrap();
        assert_eq!(verdict.lines, all.total as u64);
        assert!(scratch.store.has_audit_line(&verdict.head).await.unwrap());
    }

    async fn an_altered_line_is_found(scratch: Scratch) {
        for (sql, line) in [
            ("update audit_entry set actor = 'Cor' where seq = 3", 3),
            ("update audit_entry set after_value = null where seq = 2", 2),
            ("update audit_entry set hash = (select hash from audit_entry where seq = 2) where seq = 1", 1),
        ] {
            if broken(&scratch.store).await.is_none() && scratch.store.revision().await.unwrap() == 0 {
                plant(&scratch.store).await;
            }
            run(&scratch.store, sql).await;
            assert_eq!(broken(&scratch.store).await, Some(AuditBreak::Altered(line)), "{sql}");
        }
    }

    async fn a_removed_line_is_found(scratch: Scratch) {
        let store = &scratch.store;
        plant(store).await;
        let lines = store.verify_audit().await.unwrap().lines;
        run(store, "delete from audit_entry where seq = (select seq from audit_head)").await;
        assert_eq!(broken(store).await, Some(AuditBreak::CutOff { last: lines - 1, head: lines }));
        run(store, "delete from audit_entry where seq = 2").await;
        assert_eq!(broken(store).await, Some(AuditBreak::Missing { expected: 2, found: 3 }));
    }

    async fn a_change_behind_the_back_of_the_trail_is_found(scratch: Scratch) {
        let store = &scratch.store;
        plant(store).await;
        run(
            store,
            "insert into change (revision, recorded_at, recorded_by, action, summary)
             values (77, '2024-05-01T00:00:00.000000Z', 'Cor', 'x', '')",
        )
        .await;
        assert_eq!(broken(store).await, Some(AuditBreak::Untold(77)));
    }
}
