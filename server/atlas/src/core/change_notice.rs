//! Whom a committed change is about, as far as everybody may know.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::index::Index;
use domain::facts::ChangeRecord;
use domain::places::code::MunicipalityCode;
use domain::recorded::Recorded;

/// That something was committed, and can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeNotice {
    /// The revision that it made.
    pub revision: u64,
    /// The municipalities that it is about, by code. Empty for what is about the
    /// country, such as boundaries, and for what is internal.
    pub municipalities: Vec<MunicipalityCode>,
}

impl Index {
    /// The changes after a revision, in order.
    #[must_use]
    pub fn notices_since(&self, revision: u64) -> Vec<ChangeNotice> {
        let changes = &self.facts().changes;
        // Revisions count from 1 without gaps, so a revision is the place after.
        let first = usize::try_from(revision).unwrap_or(usize::MAX);
        let later = (first..changes.len()).filter_map(|place| changes.get(place));
        later.map(|change| self.notice(change)).collect()
    }

    fn notice(&self, change: &ChangeRecord) -> ChangeNotice {
        let facts = self.facts();
        let at = change.recorded_at;
        let mut codes = BTreeSet::new();
        let verdicts = facts.verdicts.touched(at);
        codes.extend(verdicts.map(|verdict| verdict.fact.code));
        let confirmed = touched(&facts.confirmations, at);
        codes.extend(confirmed.map(|confirmation| confirmation.code));
        let memberships = touched(&facts.memberships, at);
        codes.extend(memberships.map(|membership| membership.code));
        let arrangements = touched(&facts.arrangements, at);
        codes.extend(arrangements.flat_map(|one| one.covers.iter().map(|named| named.code)));
        let documents = touched(&facts.documents, at);
        codes.extend(documents.flat_map(|one| one.covers.iter().map(|named| named.code)));
        ChangeNotice {
            revision: change.revision,
            municipalities: codes.into_iter().collect(),
        }
    }
}

/// The records that a change wrote or withdrew; no two changes share an instant.
fn touched<T>(records: &[Recorded<T>], at: Timestamp) -> impl Iterator<Item = &T> {
    let touched =
        move |record: &&Recorded<T>| record.recorded_at == at || record.superseded_at == Some(at);
    records.iter().filter(touched).map(|record| &record.fact)
}
