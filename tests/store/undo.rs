//! Taking back each kind of change.

use std::fmt::Debug;

use dekkingskaart::actions::{self, ActionError, Writer};
use dekkingskaart::domain::care::practice::{Bottleneck, GoodPractice};
use dekkingskaart::domain::dates::Period;
use dekkingskaart::domain::facts::{Facts, Membership, PopulationFigure};
use dekkingskaart::domain::id::Id;
use dekkingskaart::domain::outreach::campaign::{Briefing, Campaign};
use dekkingskaart::domain::places::code::RegionRef;
use dekkingskaart::domain::recorded::Recorded;
use dekkingskaart::domain::vocabulary::{
    BottleneckCategory, BriefingKind, CoordinationStatus, DocumentScope, OutreachStage, Verdict,
};
use dekkingskaart::store::Store;
use jiff::{Timestamp, ToSpan};

use crate::support::{Scratch, Seed, clock, day, gm, new_verdict, on_both_databases};

/// What is on record, as known at an instant; the words of the records alone.
fn known(facts: &Facts, at: Option<Timestamp>) -> Vec<String> {
    fn add<T: Debug>(told: &mut Vec<String>, records: &[Recorded<T>], at: Option<Timestamp>) {
        let standing = records.iter().filter(|record| record.known_at(at));
        told.extend(standing.map(|record| format!("{:?}", record.fact)));
    }
    let mut told = Vec::new();
    add(&mut told, &facts.memberships, at);
    add(&mut told, &facts.arrangements, at);
    add(&mut told, &facts.documents, at);
    add(&mut told, &facts.confirmations, at);
    add(&mut told, &facts.campaigns, at);
    add(&mut told, &facts.targets, at);
    add(&mut told, &facts.briefings, at);
    add(&mut told, &facts.bottlenecks, at);
    add(&mut told, &facts.good_practices, at);
    // The id of a verdict is that of the change that wrote it.
    let verdicts = facts.verdicts.iter().filter(|record| record.known_at(at));
    told.extend(verdicts.map(|record| {
        let mut verdict = record.fact.clone();
        verdict.id.clear();
        format!("{verdict:?}")
    }));
    if at.is_none() {
        told.extend(facts.population.iter().map(|figure| format!("{figure:?}")));
        told.extend(facts.region_sets.iter().map(|set| format!("{set:?}")));
        told.extend(facts.regions.iter().map(|region| format!("{region:?}")));
        told.extend(facts.editions.iter().map(|edition| format!("{edition:?}")));
        told.extend(facts.successions.iter().map(|one| format!("{one:?}")));
    }
    told.sort();
    told
}

/// A country with something of everything; two campaigns, of which one has a
/// target.
async fn plant(store: &Store) -> [Id<Campaign>; 2] {
    Seed::new()
        .municipality("GM0001")
        .municipality("GM0002")
        .region("vng", "A", &["GM0001"])
        .region("vng", "B", &["GM0002"])
        .population("GM0001", 1000)
        .arrangement(
            "central",
            CoordinationStatus::Temporary,
            "2021-01-01",
            &["GM0001"],
        )
        .document(
            "policy",
            DocumentScope::Municipal,
            "2021-01-01",
            &["GM0001"],
        )
        .verdict("GM0001", "adopted-policy", Verdict::Absent, "2021-01-01")
        .plant(store)
        .await;
    let writer = Writer::new(store, "planter", clock());
    let mut ids = Vec::new();
    for title in ["one", "two"] {
        let campaign = actions::create_campaign(&writer, campaign(title))
            .await
            .unwrap();
        ids.push(campaign.id);
    }
    actions::add_targets(&writer, &ids[0], &[gm("GM0001")])
        .await
        .unwrap();
    actions::raise_bottleneck(&writer, bottleneck("standing"))
        .await
        .unwrap();
    ids.try_into().unwrap()
}

fn campaign(title: &str) -> Campaign {
    Campaign {
        id: Id::default(),
        title: title.to_owned(),
        goal: 5,
        from: day("2023-01-01"),
        to: day("2024-12-31"),
        partners: Vec::new(),
    }
}

fn briefing(campaign: &str) -> Briefing {
    Briefing {
        id: Id::default(),
        campaign: Some(campaign.into()),
        date: day("2024-01-10"),
        stage: OutreachStage::Held,
        kind: BriefingKind::Municipality,
        region: None,
        municipalities: vec![gm("GM0001"), gm("GM0002")],
        owner: Some("Ans".to_owned()),
        partners: Vec::new(),
        outcome: None,
        follow_up: None,
    }
}

fn bottleneck(text: &str) -> Bottleneck {
    Bottleneck {
        id: Id::default(),
        category: BottleneckCategory::Shelter,
        text: text.to_owned(),
        region: None,
        municipality: Some(gm("GM0001")),
        raised: day("2024-01-01"),
        resolved: None,
        escalated_to: None,
    }
}

fn practice() -> GoodPractice {
    GoodPractice {
        id: Id::default(),
        title: "x".to_owned(),
        text: "y".to_owned(),
        block: None,
        region: None,
        municipality: Some(gm("GM0002")),
        source: dekkingskaart::domain::source::Source::default(),
    }
}

/// Takes back the last change, and looks at what is on record before, between
/// and after.
async fn take_back(store: &Store, what: &str, before: &Facts) {
    let between = store.facts().await.unwrap();
    let there = known(&between, None);
    assert_ne!(known(before, None), there, "{what} changed nothing");
    let writer = Writer::new(store, "undoer", clock());
    let (undone, _) = actions::undo_change(&writer, between.revision, |by, _| by == "writer")
        .await
        .unwrap();
    assert_eq!(undone.kept, [""; 0], "{what}");
    let after = store.facts().await.unwrap();
    assert_eq!(known(before, None), known(&after, None), "{what}");
    let then = between.changes.last().unwrap().recorded_at;
    assert_eq!(
        known(&between, Some(then)),
        known(&after, Some(then)),
        "{what}"
    );
    // What follows a store step by step sees the same.
    let mut following = between;
    store.catch_up(&mut following).await.unwrap();
    assert_eq!(following, after, "{what}");
    // Undoing is undone in the same way.
    let (redone, _) = actions::undo_change(&writer, after.revision, |_, _| true)
        .await
        .unwrap();
    assert_eq!(redone.kept, [""; 0], "{what}");
    let again = store.facts().await.unwrap();
    assert_eq!(known(&again, None), there, "{what}");
    actions::undo_change(&writer, again.revision, |_, _| true)
        .await
        .unwrap();
}

on_both_databases! {
    async fn each_kind_of_change_is_taken_back(scratch: Scratch) {
        let store = &scratch.store;
        let [with_target, without] = plant(store).await;
        let writer = Writer::new(store, "writer", clock());
        macro_rules! taken_back {
            ($what:literal, $change:expr) => {
                let before = store.facts().await.unwrap();
                $change.await.unwrap();
                take_back(store, $what, &before).await;
            };
        }
        let verdict = |verdict, from| [new_verdict("GM0001", "adopted-policy", verdict, from)];
        let facts = store.facts().await.unwrap();
        let arrangement = facts.arrangements[0].fact.clone();
        let document = facts.documents[0].fact.clone();
        let region = RegionRef::new("vng", "A");
        taken_back!("a new verdict", actions::record_verdicts(&writer, &verdict(Verdict::Present, "2023-01-01")));
        taken_back!("a changed verdict", actions::record_verdicts(&writer, &verdict(Verdict::Present, "2021-01-01")));
        let mut new = arrangement.clone();
        new.id = Id::default();
        taken_back!("a new arrangement", actions::record_arrangement(&writer, new, &[gm("GM0001"), gm("GM0002")]));
        let mut changed = arrangement.clone();
        changed.status = CoordinationStatus::Structural;
        taken_back!("a changed arrangement", actions::record_arrangement(&writer, changed, &[gm("GM0002")]));
        taken_back!("an ended arrangement", actions::end_arrangement(&writer, &arrangement.id, day("2024-01-01")));
        let mut new = document.clone();
        new.id = Id::default();
        taken_back!("a new document", actions::record_document(&writer, new, &[gm("GM0002")]));
        let mut changed = document.clone();
        "Another".clone_into(&mut changed.title);
        taken_back!("a changed document", actions::record_document(&writer, changed, &[gm("GM0002")]));
        taken_back!("a confirmation", actions::confirm_inherited(&writer, gm("GM0001")));
        taken_back!("a new region set", actions::create_region_set(&writer, "own", "Own"));
        taken_back!("a region", actions::set_region(&writer, &region, "A", &[gm("GM0002")], day("2022-01-01")));
        taken_back!("a new region", actions::set_region(&writer, &RegionRef::new("vng", "C"), "C", &[gm("GM0001")], day("2022-01-01")));
        let membership = Membership {
            region,
            code: gm("GM0002"),
            period: Period { from: day("2021-01-01"), to: Some(day("2022-01-01")) },
        };
        taken_back!("memberships", actions::set_memberships(&writer, &[membership]));
        let figure = PopulationFigure { inhabitants: 2000, ..facts.population[0].clone() };
        taken_back!("inhabitants", actions::record_population(&writer, &[figure]));
        taken_back!("a campaign", actions::create_campaign(&writer, campaign("three")));
        taken_back!("targets", actions::add_targets(&writer, &without, &[gm("GM0001"), gm("GM0002")]));
        taken_back!("a stage", actions::set_stage(&writer, &with_target, gm("GM0001"), OutreachStage::Invited, None));
        taken_back!("a briefing", actions::record_briefing(&writer, briefing(&with_target)));
        taken_back!("a bottleneck", actions::raise_bottleneck(&writer, bottleneck("new")));
        let facts = store.facts().await.unwrap();
        let standing = facts.bottlenecks.iter().find(|it| it.superseded_at.is_none()).unwrap();
        let standing = standing.fact.id.clone();
        taken_back!("a resolved bottleneck", actions::resolve_bottleneck(&writer, &standing, day("2024-01-20")));
        taken_back!("a good practice", actions::share_good_practice(&writer, practice()));
        assert_eq!(store.verify_audit().await.unwrap().broken, None);
    }

    /// More than go into one statement, in place of what two changes wrote.
    async fn a_change_of_thousands_of_records_is_taken_back(scratch: Scratch) {
        let store = &scratch.store;
        plant(store).await;
        let writer = Writer::new(store, "writer", clock());
        let verdicts = |verdict, days: std::ops::Range<i32>| {
            let mut all = Vec::new();
            for number in days {
                let from = (day("2021-02-01") + number.days()).to_string();
                for code in ["GM0001", "GM0002"] {
                    let blocks = ["adopted-policy", "care-coordination", "regional-plan"];
                    all.extend(blocks.map(|block| new_verdict(code, block, verdict, &from)));
                }
            }
            all
        };
        actions::record_verdicts(&writer, &verdicts(Verdict::Absent, 0..400)).await.unwrap();
        actions::record_verdicts(&writer, &verdicts(Verdict::Unknown, 400..700)).await.unwrap();
        let before = store.facts().await.unwrap();
        actions::record_verdicts(&writer, &verdicts(Verdict::Present, 0..800)).await.unwrap();
        take_back(store, "thousands of verdicts", &before).await;
        assert_eq!(store.verify_audit().await.unwrap().broken, None);
    }

    async fn what_was_changed_since_is_kept_and_told(scratch: Scratch) {
        let store = &scratch.store;
        plant(store).await;
        let writer = Writer::new(store, "writer", clock());
        let two = [
            new_verdict("GM0001", "adopted-policy", Verdict::Present, "2021-01-01"),
            new_verdict("GM0002", "adopted-policy", Verdict::Present, "2021-01-01"),
        ];
        let both = actions::record_verdicts(&writer, &two).await.unwrap().revision.unwrap();
        let later = [new_verdict("GM0002", "adopted-policy", Verdict::InPreparation, "2021-01-01")];
        let later = actions::record_verdicts(&writer, &later).await.unwrap().revision.unwrap();
        let (undone, outcome) = actions::undo_change(&writer, both, |_, _| true).await.unwrap();
        assert_eq!((undone.withdrawn, undone.restored), (1, 1));
        assert_eq!(undone.kept, ["verdict GM0002 seeded adopted-policy 2021-01-01"]);
        let facts = store.facts().await.unwrap();
        let standing = |code| {
            let verdicts = facts.verdicts.iter().filter(|verdict| verdict.known_at(None));
            verdicts.filter(|verdict| verdict.fact.code == gm(code)).map(|verdict| verdict.fact.verdict).collect::<Vec<_>>()
        };
        assert_eq!(standing("GM0001"), [Verdict::Absent]);
        assert_eq!(standing("GM0002"), [Verdict::InPreparation]);
        assert_eq!(facts.changes.last().unwrap().undoes, Some(both));
        assert_eq!(outcome.revision, Some(both + 2));
        // What was kept can still be taken back by itself.
        let (undone, _) = actions::undo_change(&writer, later, |_, _| true).await.unwrap();
        assert_eq!((undone.withdrawn, undone.restored), (1, 1));
    }

    async fn a_change_is_taken_back_once_and_not_from_under_another(scratch: Scratch) {
        let store = &scratch.store;
        let planted = plant(store).await;
        let writer = Writer::new(store, "writer", clock());
        let undo = async |revision, may: bool| {
            let undone = actions::undo_change(&writer, revision, |_, _| may).await;
            undone.map(|_| ()).map_err(|error| error.to_string())
        };
        assert!(undo(99, true).await.unwrap_err().contains("no change `99`"));
        assert!(undo(2, false).await.unwrap_err().contains("not yours"));
        let conflict = undo(2, true).await.unwrap_err();
        assert!(conflict.contains(&format!("campaign_target {} GM0001", planted[0])), "{conflict}");
        assert_eq!(store.revision().await.unwrap(), 5);
        undo(4, true).await.unwrap();
        undo(2, true).await.unwrap();
        assert!(undo(2, true).await.unwrap_err().contains("undone already, by revision 7"));
    }

    async fn who_writes_by_what_they_read_is_told_what_stands(scratch: Scratch) {
        let store = &scratch.store;
        plant(store).await;
        let read = store.revision().await.unwrap();
        let mine = Writer::new(store, "me", clock()).based_on(Some(read));
        let theirs = Writer::new(store, "they", clock()).based_on(Some(read));
        let verdict = |verdict| [new_verdict("GM0001", "adopted-policy", verdict, "2021-01-01")];
        actions::record_verdicts(&theirs, &verdict(Verdict::Present)).await.unwrap();
        let refused = actions::record_verdicts(&mine, &verdict(Verdict::InPreparation)).await;
        let Err(ActionError::Stale(standing)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(standing.len(), 1);
        assert_eq!(standing[0].by, "they");
        assert_eq!(standing[0].subject, "verdict GM0001 seeded adopted-policy 2021-01-01");
        assert_eq!(standing[0].value.as_ref().unwrap()["verdict"], "PRESENT");
        // Another block, another municipality, or after another look: no refusal.
        let other = [new_verdict("GM0002", "adopted-policy", Verdict::Present, "2021-01-01")];
        actions::record_verdicts(&mine, &other).await.unwrap();
        let now = store.revision().await.unwrap();
        actions::record_verdicts(&mine.based_on(Some(now)), &verdict(Verdict::Absent)).await.unwrap();

        let arrangement = store.facts().await.unwrap().arrangements[0].fact.clone();
        actions::end_arrangement(&theirs, &arrangement.id, day("2024-01-01")).await.unwrap();
        let refused = actions::record_arrangement(&mine, arrangement, &[gm("GM0001")]).await;
        assert!(matches!(refused, Err(ActionError::Stale(_))), "{refused:?}");
        let region = RegionRef::new("vng", "A");
        let members = [gm("GM0001"), gm("GM0002")];
        actions::set_region(&theirs, &region, "A", &members, day("2022-01-01")).await.unwrap();
        let refused = actions::set_region(&mine, &region, "A", &[], day("2022-01-01")).await;
        assert!(matches!(refused, Err(ActionError::Stale(_))), "{refused:?}");
    }
}
