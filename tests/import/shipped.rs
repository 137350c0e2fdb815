//! The shipped files, imported one by one.

use dekkingskaart::actions::load_public_data;
use dekkingskaart::domain::facts::Facts;
use dekkingskaart::domain::policy::verdict::VerdictRecord;

use super::{Workshop, shipped};
use crate::support::{Scratch, clock, on_both_databases};

const DATES: [&str; 5] = [
    "2020-01-01",
    "2021-01-01",
    "2022-01-01",
    "2022-03-24",
    "2023-01-01",
];
const FILES: [(&str, &str); 9] = [
    ("regions", "regions/sets.csv"),
    ("regions", "regions/regions.csv"),
    ("regions", "regions/membership.csv"),
    ("population", "population.csv"),
    ("arrangements", "coordination/arrangements.csv"),
    ("arrangements", "coordination/coverage.csv"),
    ("documents", "policy/documents.csv"),
    ("documents", "policy/coverage.csv"),
    ("verdicts", "policy/verdicts.csv"),
];

fn import_all(workshop: &Workshop) {
    for date in DATES {
        let file = shipped(&format!("boundaries/gemeenten-{date}.geojson"));
        workshop
            .import(&["boundaries", &file, "--date", date])
            .expect();
    }
    for (kind, file) in FILES {
        workshop.import(&[kind, &shipped(file)]).expect();
    }
}

/// What stands, without who recorded it when.
fn standing(facts: &Facts) -> impl PartialEq + std::fmt::Debug {
    let outlines: Vec<_> = facts
        .editions
        .iter()
        .map(|edition| (edition.date, edition.crs, edition.areas.clone()))
        .collect();
    let ways: Vec<_> = facts
        .successions
        .iter()
        .map(|way| (way.date, way.from, way.to, way.is_whole()))
        .collect();
    let memberships: Vec<_> = known(&facts.memberships);
    (
        (outlines, ways, facts.population.clone()),
        (
            facts.region_sets.clone(),
            facts.regions.clone(),
            memberships,
        ),
        (known(&facts.arrangements), known(&facts.documents)),
        (facts.rubrics.clone(), answers(facts)),
    )
}

/// The id of an answer is that of the change that wrote it.
fn answers(facts: &Facts) -> Vec<VerdictRecord> {
    let standing = facts.verdicts.iter().filter(|answer| answer.known_at(None));
    let nameless = |answer: &VerdictRecord| VerdictRecord {
        id: String::new(),
        ..answer.clone()
    };
    standing.map(|answer| nameless(&answer.fact)).collect()
}

fn known<T: Clone>(records: &[dekkingskaart::domain::recorded::Recorded<T>]) -> Vec<T> {
    let standing = records.iter().filter(|record| record.known_at(None));
    standing.map(|record| record.fact.clone()).collect()
}

on_both_databases! {
    async fn imported_one_by_one_they_are_what_an_empty_server_loads(scratch: Scratch) {
        let workshop = Workshop::on(&scratch.address);
        import_all(&workshop);
        let loaded = Scratch::sqlite().await;
        load_public_data(&loaded.store, clock()).await.unwrap();
        let (imported, loaded) = (scratch.store.facts().await.unwrap(), loaded.store.facts().await.unwrap());
        assert_eq!(imported.revision, 14);
        assert!(standing(&imported) == standing(&loaded));
    }

    async fn imported_again_they_change_nothing(scratch: Scratch) {
        load_public_data(&scratch.store, clock()).await.unwrap();
        let workshop = Workshop::on(&scratch.address);
        for (kind, file) in FILES {
            let said = workshop.import(&[kind, &shipped(file)]).expect();
            assert!(said.contains(": 0 new, 0 changed, ") && said.contains("nothing to write"), "{file}: {said}");
        }
        assert_eq!(scratch.store.revision().await.unwrap(), 1);
    }
}
