//! Filling an empty database with the shipped public data.

use std::sync::Arc;

use geodata::data::{PUBLIC_RECORDS, PublicRecords};
use thiserror::Error;

use super::public_file::ShippedError;
use super::{place_records, policy_records};
use crate::ActionError;
use crate::places::set_memberships::{Timelines, write};
use domain::clock::Clock;
use domain::dates::Period;
use domain::facts::Edition;
use domain::message::SummaryMessage;
use domain::record::audit::PUBLIC_DATA;
use domain::vocabulary::AuditAction;
use store::{Store, StoreError};

/// The shipped data cannot be loaded; the database is as it was.
#[derive(Debug, Error)]
pub enum LoadError {
    /// A shipped file cannot be read.
    #[error(transparent)]
    Shipped(#[from] ShippedError),
    /// The database refused, or cannot be used.
    #[error(transparent)]
    Action(#[from] ActionError),
}

impl From<StoreError> for LoadError {
    fn from(error: StoreError) -> Self {
        Self::Action(error.into())
    }
}

/// Fills an empty database with the shipped public data, in one transaction.
/// Returns the revision that it made; none when the database is not empty.
pub async fn load_public_data(store: &Store, clock: Clock) -> Result<Option<u64>, LoadError> {
    load_public_records(store, clock, &PUBLIC_RECORDS).await
}

/// The same, with another edition of the records.
pub async fn load_public_records(
    store: &Store,
    clock: Clock,
    records: &PublicRecords,
) -> Result<Option<u64>, LoadError> {
    if store.revision().await? > 0 {
        return Ok(None);
    }
    let editions = place_records::editions()?;
    let mut change = store
        .begin(PUBLIC_DATA, clock.now(), AuditAction::LoadPublicData)
        .await?;
    if change.revision()? > 1 {
        // Another server was first.
        change.roll_back().await?;
        return Ok(None);
    }
    for edition in &editions {
        change.record_edition(edition).await?;
    }
    let successions = place_records::successions()?;
    for of_one_date in successions.chunk_by(|a, b| a.date == b.date) {
        change
            .record_successions(of_one_date[0].date, of_one_date)
            .await?;
    }
    change.record_aliases(&place_records::aliases()?).await?;
    change
        .record_population(&place_records::population()?)
        .await?;
    change
        .record_region_sets(&place_records::region_sets()?)
        .await?;
    for region in place_records::regions()? {
        change.record_region(&region).await?;
    }
    write(&mut change, &Timelines::new(), &memberships(&editions)?).await?;
    change.record_rubric(&policy_records::rubric()?).await?;
    for arrangement in policy_records::arrangements(records)? {
        change.record_arrangement(&arrangement).await?;
    }
    for document in policy_records::documents(records)? {
        change.record_document(&document).await?;
    }
    change
        .record_verdicts(&policy_records::verdicts(records)?)
        .await?;
    change.record_public_edition(records.edition).await?;
    change
        .record_indicators(&policy_records::indicators()?)
        .await?;
    let summary = SummaryMessage::EditionsLoaded {
        count: editions.len(),
    };
    Ok(Some(change.commit(&summary.into()).await?))
}

/// The file says who lies where on each boundary date; that holds up to the
/// next one, and runs of dates become one period.
fn memberships(editions: &[Edition]) -> Result<Timelines, ShippedError> {
    let mut timelines = Timelines::new();
    for (date, code, region) in place_records::memberships()? {
        let next = editions
            .iter()
            .map(|edition| edition.date)
            .find(|next| *next > date);
        let timeline = timelines.entry((region.set, code)).or_default();
        timeline.set(
            Period {
                from: date,
                to: next,
            },
            Arc::clone(&region.code),
        );
    }
    Ok(timelines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_membership_that_never_changed_is_one_open_period() {
        let editions = place_records::editions().unwrap();
        let timelines = memberships(&editions).unwrap();
        let amersfoort = &timelines[&("provincie".into(), "GM0307".parse().unwrap())];
        let pieces: Vec<_> = amersfoort.pieces().collect();
        assert_eq!(pieces.len(), 1);
        assert_eq!((&*pieces[0].1, pieces[0].0.to), ("PV26", None));
    }

    #[test]
    fn the_membership_of_a_municipality_ends_with_it() {
        let editions = place_records::editions().unwrap();
        let timelines = memberships(&editions).unwrap();
        let haaren = &timelines[&("veiligheidsregio".into(), "GM0788".parse().unwrap())];
        assert_eq!(
            haaren.pieces().next().unwrap().0.to,
            Some(jiff::civil::date(2021, 1, 1))
        );
    }
}
