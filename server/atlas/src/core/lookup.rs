//! The records that stand, and those among them that people name by an id.

use super::index::Index;
use domain::outreach::campaign::Campaign;
use domain::recorded::Recorded;

/// The records that stand, with their places in the facts.
pub(crate) fn standing<T>(records: &[Recorded<T>]) -> impl Iterator<Item = (usize, &Recorded<T>)> {
    let records = records.iter().enumerate();
    records.filter(|(_, record)| record.known_at(None))
}

/// The place of the one that has this id.
fn find<T>(records: &[Recorded<T>], id: &str, id_of: impl Fn(&T) -> &str) -> Option<usize> {
    standing(records)
        .find(|(_, record)| id_of(&record.fact) == id)
        .map(|(place, _)| place)
}

impl Index {
    /// The campaign with this id.
    #[must_use]
    pub fn find_campaign(&self, id: &str) -> Option<&Campaign> {
        let campaigns = &self.facts().campaigns;
        find(campaigns, id, |campaign| &campaign.id).map(|place| &campaigns[place].fact)
    }

    /// The place of the briefing with this id.
    #[must_use]
    pub fn find_briefing(&self, id: &str) -> Option<usize> {
        find(&self.facts().briefings, id, |briefing| &briefing.id)
    }

    /// The place of the arrangement with this id.
    #[must_use]
    pub fn find_arrangement(&self, id: &str) -> Option<usize> {
        find(&self.facts().arrangements, id, |arrangement| {
            &arrangement.id
        })
    }

    /// The place of the policy document with this id.
    #[must_use]
    pub fn find_document(&self, id: &str) -> Option<usize> {
        find(&self.facts().documents, id, |document| &document.id)
    }

    /// The place of the bottleneck with this id.
    #[must_use]
    pub fn find_bottleneck(&self, id: &str) -> Option<usize> {
        find(&self.facts().bottlenecks, id, |bottleneck| &bottleneck.id)
    }

    /// The place of the good practice with this id.
    #[must_use]
    pub fn find_good_practice(&self, id: &str) -> Option<usize> {
        find(&self.facts().good_practices, id, |practice| &practice.id)
    }
}
