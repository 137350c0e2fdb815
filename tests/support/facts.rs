//! The shipped data, without a server.

use dekkingskaart::actions::{load_demonstration, load_public_data};
use dekkingskaart::domain::facts::Facts;
use geodata::data::PublicRecords;

use super::{Scratch, clock};

/// The public data, and verdicts that are invented when asked for.
pub async fn shipped_facts(demonstration: bool) -> Facts {
    let scratch = Scratch::sqlite().await;
    load_public_data(&scratch.store, clock()).await.unwrap();
    if demonstration {
        load_demonstration(&scratch.store, clock()).await.unwrap();
    }
    scratch.store.facts().await.unwrap()
}

/// The first edition of the public data, as older databases have it.
pub const FIRST_EDITION: PublicRecords = PublicRecords {
    edition: 1,
    date: "2026-01-01",
    arrangements: include_str!("../data/first-edition/coordination/arrangements.csv"),
    arrangement_coverage: include_str!("../data/first-edition/coordination/coverage.csv"),
    documents: include_str!("../data/first-edition/policy/documents.csv"),
    document_coverage: include_str!("../data/first-edition/policy/coverage.csv"),
    verdicts: None,
};
