//! The shipped public data in an empty database.

use std::collections::BTreeSet;

use dekkingskaart::actions::load_public_data;

use crate::support::{Scratch, clock, on_both_databases};

on_both_databases! {
    async fn an_empty_database_is_filled_once(scratch: Scratch) {
        assert_eq!(load_public_data(&scratch.store, clock()).await.unwrap(), Some(1));
        let facts = scratch.store.facts().await.unwrap();
        let counts: Vec<_> = facts.editions.iter().map(|edition| edition.areas.len()).collect();
        assert_eq!(counts, [355, 352, 345, 344, 342]);
        assert_eq!(facts.population.len(), 355 + 352 + 345 + 344 + 342);
        assert_eq!(facts.successions.len(), 21);
        assert_eq!(facts.rubrics.len(), 1);
        assert_eq!(facts.rubrics[0].blocks.len(), 24);
        assert_eq!(facts.region_sets.len(), 4);
        assert_eq!(facts.regions.len(), 12 + 25 + 10 + 9);
        assert_eq!(facts.arrangements.len(), 34);
        assert_eq!(facts.arrangements.iter().map(|arrangement| arrangement.fact.covers.len()).sum::<usize>(), 464);
        assert_eq!(facts.documents.len(), 64);
        assert_eq!(facts.verdicts.len(), 1057);
        let codes: BTreeSet<_> = facts.verdicts.iter().map(|verdict| verdict.fact.code).collect();
        assert_eq!(codes.len(), 290);
        assert_eq!(facts.public_edition(), Some(2));
        assert_eq!(facts.indicators.len(), 13);
        assert!(facts.memberships.iter().all(|membership| &*membership.recorded_by == "public data"));

        assert_eq!(load_public_data(&scratch.store, clock()).await.unwrap(), None);
        assert_eq!(scratch.store.revision().await.unwrap(), 1);
    }

    async fn every_municipality_lies_in_one_region_of_each_set_on_each_date(scratch: Scratch) {
        load_public_data(&scratch.store, clock()).await.unwrap();
        let facts = scratch.store.facts().await.unwrap();
        for edition in &facts.editions {
            for set in &facts.region_sets {
                let members = facts.memberships.iter().filter(|membership| {
                    membership.fact.region.set == set.id && membership.fact.period.contains(edition.date)
                });
                let mut codes: Vec<_> = members.map(|membership| membership.fact.code).collect();
                codes.sort_unstable();
                let all: Vec<_> = edition.areas.iter().map(|area| area.code).collect();
                assert_eq!(codes, all, "{} on {}", set.id, edition.date);
            }
        }
    }
}
