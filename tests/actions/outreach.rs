//! Campaigns and their briefings.

use dekkingskaart::actions::{self, ActionError, Writer};
use dekkingskaart::domain::id::Id;
use dekkingskaart::domain::outreach::campaign::{Briefing, Campaign};
use dekkingskaart::domain::vocabulary::{BriefingKind, OutreachStage};

use crate::support::{Scratch, Seed, clock, day, gm, on_both_databases};

fn campaign(goal: u16) -> Campaign {
    Campaign {
        id: Id::default(),
        title: "Vijftig".to_owned(),
        goal,
        from: day("2023-01-01"),
        to: day("2024-12-31"),
        partners: vec!["VNG".to_owned(), "CoMensha".to_owned()],
    }
}

fn briefing(campaign: &str, date: &str, stage: OutreachStage) -> Briefing {
    Briefing {
        id: Id::default(),
        campaign: Some(campaign.into()),
        date: day(date),
        stage,
        kind: BriefingKind::Municipality,
        region: None,
        municipalities: vec![gm("GM0363")],
        owner: None,
        partners: Vec::new(),
        outcome: None,
        follow_up: None,
    }
}

fn fields(error: ActionError) -> Vec<&'static str> {
    let ActionError::Refused(refusals) = error else {
        panic!("{error}")
    };
    refusals.iter().map(|refusal| refusal.field).collect()
}

on_both_databases! {
    async fn a_held_briefing_sets_the_stage_of_its_target_and_is_read_back(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        let writer = Writer::new(&scratch.store, "desk", clock());
        let mut facts = scratch.store.facts().await.unwrap();
        let made = actions::create_campaign(&writer, campaign(50)).await.unwrap();
        actions::add_targets(&writer, &made.id, &[gm("GM0363")]).await.unwrap();
        let held = briefing(&made.id, "2024-01-15", OutreachStage::Held);
        let (held, _) = actions::record_briefing(&writer, held).await.unwrap();
        scratch.store.catch_up(&mut facts).await.unwrap();
        assert_eq!(facts, scratch.store.facts().await.unwrap());
        assert_eq!((&facts.campaigns[0].fact, &facts.briefings[0].fact), (&made, &held));
        let stages = facts.targets.iter().map(|target| (target.fact.stage, target.known_at(None)));
        assert_eq!(stages.collect::<Vec<_>>(), [(OutreachStage::Selected, false), (OutreachStage::Held, true)]);
    }

    async fn what_cannot_be_is_refused_and_leaves_nothing(scratch: Scratch) {
        Seed::new().municipality("GM0363").municipality("GM0003").merger("2021-01-01", &["GM0003"], "GM1979")
            .plant(&scratch.store).await;
        let writer = Writer::new(&scratch.store, "desk", clock());
        assert_eq!(fields(actions::create_campaign(&writer, campaign(0)).await.unwrap_err()), ["goal"]);
        let made = actions::create_campaign(&writer, campaign(1)).await.unwrap();
        let twice = [gm("GM0363"), gm("GM0363")];
        assert_eq!(fields(actions::add_targets(&writer, &made.id, &twice).await.unwrap_err()), ["codes"]);
        let nobody = [gm("GM9999")];
        assert_eq!(fields(actions::add_targets(&writer, &made.id, &nobody).await.unwrap_err()), ["codes"]);
        let future = briefing(&made.id, "2024-02-02", OutreachStage::Held);
        assert_eq!(fields(actions::record_briefing(&writer, future).await.unwrap_err()), ["date"]);
        let lost = briefing("none", "2024-01-01", OutreachStage::Held);
        let error = actions::record_briefing(&writer, lost).await.unwrap_err();
        assert!(matches!(error, ActionError::UnknownId { .. }), "{error}");
        assert_eq!(scratch.store.revision().await.unwrap(), 2);
        let replaced = actions::add_targets(&writer, &made.id, &[gm("GM0003")]).await.unwrap();
        assert!(replaced.notices[0].to_string().contains("GM1979"), "{:?}", replaced.notices);
        let error = actions::add_targets(&writer, &made.id, &[gm("GM1979")]).await.unwrap_err();
        assert!(matches!(error, ActionError::Conflict(_)), "{error}");
    }
}
