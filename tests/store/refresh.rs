//! A later edition of the public data in an older database.

use std::fmt::Debug;

use dekkingskaart::actions::{
    self, ActionError, RefreshStep, SkipReason, Writer, load_public_records, refresh_public_data,
};
use dekkingskaart::atlas::LoggedChange;
use dekkingskaart::domain::facts::Facts;
use dekkingskaart::domain::recorded::Recorded;
use dekkingskaart::domain::source::Source;
use dekkingskaart::domain::vocabulary::{Established, Verdict};
use dekkingskaart::store::{AuditQuery, NewVerdict, Store, about};
use geodata::data::PUBLIC_RECORDS;

use crate::support::{FIRST_EDITION, Scratch, clock, day, gm, on_both_databases};

const FLEVOLAND: &str = "flevoland";
const PLAN: &str = "beleids-en-uitvoeringsplan-naar-een-regio-zonder-27";
const BLOCK: &str = "chain-director";

/// What stands on record, in the words of the records alone.
fn standing(facts: &Facts) -> Vec<String> {
    fn add<T: Debug>(told: &mut Vec<String>, records: &[Recorded<T>]) {
        let standing = records.iter().filter(|record| record.known_at(None));
        told.extend(standing.map(|record| format!("{:?}", record.fact)));
    }
    let mut told = Vec::new();
    add(&mut told, &facts.arrangements);
    add(&mut told, &facts.documents);
    let verdicts = facts.verdicts.iter().filter(|it| it.known_at(None));
    told.extend(verdicts.map(|it| format!("{:?}", NewVerdict::from(it.fact.clone()))));
    told.extend(facts.indicators.iter().map(|it| format!("{it:?}")));
    told.sort();
    told
}

async fn told(store: &Store) -> Vec<String> {
    standing(&store.facts().await.unwrap())
}

fn find<'a, T: 'a>(
    records: impl IntoIterator<Item = &'a Recorded<T>>,
    is: impl Fn(&T) -> bool,
) -> Vec<&'a Recorded<T>> {
    let standing = records.into_iter().filter(|record| record.known_at(None));
    standing.filter(|record| is(&record.fact)).collect()
}

fn answer(code: &str, verdict: Verdict, from: &str) -> NewVerdict {
    NewVerdict {
        code: gm(code),
        rubric: "kader-voorlopig-1".into(),
        block: BLOCK.into(),
        verdict,
        valid_from: day(from),
        established: Established::Conversation,
        source: Source::default(),
        note: None,
    }
}

/// A database of the first edition in which three people changed something.
async fn older(store: &Store) {
    load_public_records(store, clock(), &FIRST_EDITION)
        .await
        .unwrap();
    let by = |name| Writer::new(store, name, clock());
    actions::end_arrangement(&by("ans"), &FLEVOLAND.into(), day("2023-07-01"))
        .await
        .unwrap();
    actions::record_verdicts(
        &by("ben"),
        &[answer("GM0003", Verdict::Absent, "2020-02-01")],
    )
    .await
    .unwrap();
    let facts = store.facts().await.unwrap();
    let mut document = find(facts.documents.iter(), |it| *it.id == *PLAN)[0]
        .fact
        .clone();
    "Naar een regio zonder uitbuiting".clone_into(&mut document.title);
    let codes: Vec<_> = document.covers.iter().map(|named| named.code).collect();
    actions::record_document(&by("cor"), document, &codes)
        .await
        .unwrap();
}

on_both_databases! {
    async fn what_people_changed_stands_and_the_rest_is_new(scratch: Scratch) {
        let store = &scratch.store;
        older(store).await;
        let refresh = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        let facts = store.facts().await.unwrap();
        assert_eq!((refresh.from, refresh.to, refresh.revision), (1, 2, Some(5)));
        assert_eq!(facts.public_edition(), Some(2));

        // The edits of people.
        let flevoland = find(facts.arrangements.iter(), |it| *it.id == *FLEVOLAND);
        assert_eq!(flevoland[0].fact.period.to, Some(day("2023-07-01")));
        let plan = find(facts.documents.iter(), |it| *it.id == *PLAN);
        assert_eq!(plan[0].fact.title, "Naar een regio zonder uitbuiting");
        let answers = find(facts.verdicts.iter(), |it| it.code == gm("GM0003") && &*it.block == BLOCK);
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].fact.verdict, Verdict::Absent);
        let left: Vec<_> = refresh.left.iter().map(|(record, why)| (record.to_string(), why.clone())).collect();
        let [(one, SkipReason::Changed { by: ans, .. }), (two, SkipReason::Changed { by: cor, .. }),
             (three, SkipReason::Answered { by: ben, from })] = &left[..] else {
            panic!("{left:#?}")
        };
        assert_eq!([&**one, &**two], ["arrangement flevoland", &*format!("policy document {PLAN}")]);
        assert_eq!(three, "verdict GM0003 kader-voorlopig-1 chain-director 2020-10-01");
        assert_eq!([&**ans, &**cor, &**ben], ["ans", "cor", "ben"]);
        assert_eq!(*from, day("2020-02-01"));

        // The rest is what a new database has.
        let new = Scratch::sqlite().await;
        actions::load_public_data(&new.store, clock()).await.unwrap();
        let (mut here, there) = (standing(&facts), told(&new.store).await);
        let own = here.len();
        here.retain(|record| there.contains(record));
        assert_eq!((here.len(), own), (there.len() - 3, there.len()));
        assert!(find(facts.arrangements.iter(), |it| *it.id == *"rotterdam").is_empty());
        let withdrawn = refresh.steps.iter().filter(|(_, step)| *step == RefreshStep::Withdrawn);
        let withdrawn: Vec<_> = withdrawn.map(|(record, _)| record.to_string()).collect();
        assert_eq!(withdrawn, ["arrangement rotterdam"]);
        assert_eq!(refresh.count(RefreshStep::New), 4 + 34 + 1056);
    }

    async fn a_second_run_does_nothing(scratch: Scratch) {
        let store = &scratch.store;
        older(store).await;
        let first = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        let before = store.facts().await.unwrap();
        let second = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        assert_eq!((second.revision, second.from), (None, 2));
        assert_eq!((second.steps.len(), &second.left), (0, &first.left));
        assert_eq!(store.facts().await.unwrap(), before);
    }

    async fn a_dry_run_tells_and_writes_nothing(scratch: Scratch) {
        let store = &scratch.store;
        older(store).await;
        let before = store.facts().await.unwrap();
        let dry = refresh_public_data(store, clock(), &PUBLIC_RECORDS, true).await.unwrap();
        assert_eq!(store.facts().await.unwrap(), before);
        let mut real = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        assert_eq!(real.revision.take(), Some(5));
        assert_eq!(dry, real);
    }

    async fn undoing_brings_the_first_edition_back_and_it_can_be_brought_again(scratch: Scratch) {
        let store = &scratch.store;
        older(store).await;
        let before = told(store).await;
        let refresh = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        let after = told(store).await;
        let chief = Writer::new(store, "chief", clock());
        let (undone, _) = actions::undo_change(&chief, refresh.revision.unwrap(), |_, _| true).await.unwrap();
        assert!(undone.kept.is_empty(), "{:?}", undone.kept);
        assert_eq!(told(store).await, before);
        assert_eq!(store.facts().await.unwrap().public_edition(), Some(1));

        let again = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        assert_eq!((again.from, again.to), (1, 2));
        assert_eq!((&again.steps, &again.left), (&refresh.steps, &refresh.left));
        assert_eq!(told(store).await, after);
    }

    async fn an_edit_that_was_taken_back_is_none(scratch: Scratch) {
        let store = &scratch.store;
        load_public_records(store, clock(), &FIRST_EDITION).await.unwrap();
        let ans = Writer::new(store, "ans", clock());
        actions::end_arrangement(&ans, &FLEVOLAND.into(), day("2023-07-01")).await.unwrap();
        actions::undo_change(&ans, 2, |_, _| true).await.unwrap();
        let refresh = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        assert_eq!(refresh.left, []);
        let new = Scratch::sqlite().await;
        actions::load_public_data(&new.store, clock()).await.unwrap();
        assert_eq!(told(store).await, told(&new.store).await);
    }

    async fn the_trail_tells_of_it_once_and_the_log_offers_to_undo_it(scratch: Scratch) {
        let store = &scratch.store;
        older(store).await;
        refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await.unwrap();
        let page = store.audit_page(&AuditQuery::default(), 1, None).await.unwrap();
        let event = &page.items[0].event;
        assert_eq!((&*event.actor, &*event.action), ("command line", "refresh_public_data"));
        assert_eq!(
            about(&event.subject).to_string(),
            "edition 2: 1094 new, 3 changed, 1 withdrawn, 3 left"
        );
        let atlas = dekkingskaart::atlas::Atlas::build(store.facts().await.unwrap(), None).unwrap();
        let log = atlas.index().change_log();
        assert_eq!(log.iter().map(LoggedChange::is_undoable).collect::<Vec<_>>(), [false, true, true, true, true]);
    }
}

#[tokio::test]
async fn only_a_database_with_an_earlier_edition_is_refreshed() {
    let refused = async |store: &Store| {
        let refused = refresh_public_data(store, clock(), &PUBLIC_RECORDS, false).await;
        let Err(ActionError::Conflict(message)) = refused else {
            panic!("{refused:?}")
        };
        message.code()
    };
    let empty = Scratch::sqlite().await;
    assert_eq!(refused(&empty.store).await, "PUBLIC_DATA_NEVER_LOADED");
    let invented = Scratch::sqlite().await;
    load_public_records(&invented.store, clock(), &FIRST_EDITION)
        .await
        .unwrap();
    actions::load_demonstration(&invented.store, clock())
        .await
        .unwrap();
    assert_eq!(refused(&invented.store).await, "INVENTED_VERDICTS");
    let later = Scratch::sqlite().await;
    let mut third = FIRST_EDITION;
    third.edition = 3;
    load_public_records(&later.store, clock(), &third)
        .await
        .unwrap();
    assert_eq!(refused(&later.store).await, "PUBLIC_DATA_NEWER");
}
