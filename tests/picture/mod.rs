//! Sheets, made without a server.

mod all;
mod claims;
mod documents;
mod internal;
mod notes;

use std::sync::Arc;

use dekkingskaart::atlas::{Atlas, View};
use dekkingskaart::domain::dates::AsOf;
use dekkingskaart::domain::facts::Facts;
use dekkingskaart::sheet::Provenance;

use crate::support::day;

/// The view of a date, and what stands on sheets of it.
fn view(facts: Facts, date: &str) -> (Arc<View>, Provenance) {
    let stamp = Provenance {
        revision: facts.revision,
        demonstration: facts.is_demonstration(),
        address: None,
    };
    let atlas = Atlas::build(facts, None).unwrap();
    (atlas.at(AsOf::new(day(date), None).unwrap()), stamp)
}
