//! Everything on record, as the store hands it to the atlas.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use rpds::VectorSync;

use super::care::arrangement::Arrangement;
use super::care::practice::{Bottleneck, GoodPractice};
use super::dates::Period;
use super::outreach::campaign::{Briefing, Campaign, Target};
use super::people::viewer::Token;
use super::places::code::{MunicipalityCode, RegionRef};
use super::places::lineage::Succession;
use super::policy::document::PolicyDocument;
use super::policy::rubric::Rubric;
use super::policy::verdict::Confirmation;
use super::policy::verdict_log::VerdictLog;
use super::recorded::Recorded;
use super::shared_table::SharedTable;
use super::source::Source;
use super::vocabulary::Established;

/// The coordinate system of a stored outline.
pub type Crs = geodata::Crs;

/// The outline of one municipality in one edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// The code that the area bore.
    pub code: MunicipalityCode,
    /// The official name.
    pub name: Arc<str>,
    /// The outline as a GeoJSON geometry (Polygon or `MultiPolygon`) in the
    /// edition's coordinate system.
    pub geometry: String,
}

/// The municipalities of the Netherlands from a date on.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The first date on which the edition holds.
    pub date: Date,
    /// Coordinate system of the outlines.
    pub crs: Crs,
    /// Who published the outlines.
    pub source: String,
    /// All municipalities.
    pub areas: Vec<Area>,
}

/// Another name that a municipality goes by, such as Den Bosch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The municipality.
    pub code: MunicipalityCode,
    /// The other name.
    pub name: String,
}

/// A figure of inhabitants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationFigure {
    /// The edition to which the code belongs.
    pub boundary_date: Date,
    /// The municipality.
    pub code: MunicipalityCode,
    /// The number of inhabitants.
    pub inhabitants: u32,
    /// The date to which the figure refers.
    pub reference_date: Date,
    /// Who published it.
    pub source: Arc<str>,
}

/// A division of the country into regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionSet {
    /// Id, such as `vng-platform`.
    pub id: Arc<str>,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: String,
    /// Whether its regions or members are assumed.
    pub provisional: bool,
}

/// A region of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Set and code.
    pub id: RegionRef,
    /// Name.
    pub name: String,
    /// What is known of its standing, in the words of the source file.
    pub status: String,
}

/// That a municipality lies in a region for a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The region.
    pub region: RegionRef,
    /// The municipality.
    pub code: MunicipalityCode,
    /// From when to when.
    pub period: Period,
}

/// A figure for the whole country that others published.
#[derive(Debug, Clone, PartialEq)]
pub struct NationalIndicator {
    /// What is counted, such as `care_coordinators`.
    pub indicator: String,
    /// The date of the figure.
    pub date: Date,
    /// The figure.
    pub value: f64,
    /// The whole of which it is a part.
    pub of_total: Option<f64>,
    /// The unit.
    pub unit: String,
    /// Where it was published; its certainty is that of the date.
    pub source: Source,
    /// A remark.
    pub note: String,
}

/// One committed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRecord {
    /// Counts the changes, from 1.
    pub revision: u64,
    /// Strictly later than that of the change before.
    pub recorded_at: Timestamp,
    /// A user, a token, or `public data`.
    pub recorded_by: Arc<str>,
    /// What was done, such as `record_verdicts`.
    pub action: String,
    /// To what, in a few words.
    pub summary: String,
    /// The change that it took back.
    pub undoes: Option<u64>,
    /// The edition of the public data that it brought.
    pub public_edition: Option<u32>,
}

/// Everything on record at one revision. A copy shares its parts with the
/// original.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Grows by one with every committed change.
    pub revision: u64,
    /// Every change, by revision.
    pub changes: VectorSync<ChangeRecord>,
    /// By date; only the standing one of each date.
    pub editions: SharedTable<Arc<Edition>>,
    /// Which municipality went into which.
    pub successions: SharedTable<Succession>,
    /// Other names that municipalities go by.
    pub aliases: SharedTable<Alias>,
    /// Inhabitants; only the standing figures.
    pub population: SharedTable<PopulationFigure>,
    /// In the order in which they are shown.
    pub region_sets: SharedTable<RegionSet>,
    /// By set and code.
    pub regions: SharedTable<Region>,
    /// Who lies where; superseded ones too.
    pub memberships: SharedTable<Recorded<Membership>>,
    /// By the date from which they hold.
    pub rubrics: SharedTable<Arc<Rubric>>,
    /// Superseded ones too, by id and instant of recording.
    pub arrangements: SharedTable<Recorded<Arrangement>>,
    /// Superseded ones too, by id and instant of recording.
    pub documents: SharedTable<Recorded<PolicyDocument>>,
    /// Superseded ones too, by instant of recording.
    pub verdicts: VerdictLog,
    /// By instant of recording.
    pub confirmations: SharedTable<Recorded<Confirmation>>,
    /// By indicator and date.
    pub indicators: SharedTable<NationalIndicator>,
    /// Revoked ones too, by instant of recording.
    pub tokens: SharedTable<Recorded<Token>>,
    /// Superseded ones too, by instant of recording.
    pub campaigns: SharedTable<Recorded<Campaign>>,
    /// Superseded ones too, by campaign, code and instant of recording.
    pub targets: SharedTable<Recorded<Target>>,
    /// Superseded ones too, by date.
    pub briefings: SharedTable<Recorded<Briefing>>,
    /// Superseded ones too, by date.
    pub bottlenecks: SharedTable<Recorded<Bottleneck>>,
    /// Superseded ones too, by instant of recording.
    pub good_practices: SharedTable<Recorded<GoodPractice>>,
}

impl Facts {
    /// The edition of the public data that stands on record: the last that was
    /// brought and not taken back; nothing where none was.
    #[must_use]
    pub fn public_edition(&self) -> Option<u32> {
        // A taking back that was taken back itself comes before what it did.
        let mut undone = HashSet::new();
        let mut changes = self.changes.iter().rev();
        changes.find_map(|change| {
            if undone.contains(&change.revision) {
                return None;
            }
            undone.extend(change.undoes);
            change.public_edition
        })
    }

    /// Whether invented verdicts stand on record.
    #[must_use]
    pub fn is_demonstration(&self) -> bool {
        self.verdicts.iter().any(|verdict| {
            verdict.superseded_at.is_none()
                && verdict.fact.established == Established::Demonstration
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The edition that stands after these changes, each with what it brought
    /// and what it took back.
    fn edition_after(changes: &[(Option<u32>, Option<u64>)]) -> Option<u32> {
        let changes = (1..).zip(changes);
        let changes = changes.map(|(revision, (public_edition, undoes))| ChangeRecord {
            revision,
            recorded_at: Timestamp::UNIX_EPOCH,
            recorded_by: "public data".into(),
            action: String::new(),
            summary: String::new(),
            undoes: *undoes,
            public_edition: *public_edition,
        });
        let facts = Facts {
            changes: changes.collect(),
            ..Facts::default()
        };
        facts.public_edition()
    }

    #[test]
    fn the_edition_that_stands_is_the_last_that_was_not_taken_back() {
        let (first, second) = ((Some(1), None), (Some(2), None));
        let taken_back = |revision| (None, Some(revision));
        assert_eq!(edition_after(&[]), None);
        assert_eq!(edition_after(&[(None, None)]), None);
        assert_eq!(edition_after(&[first, (None, None)]), Some(1));
        assert_eq!(edition_after(&[first, second]), Some(2));
        assert_eq!(edition_after(&[first, second, taken_back(2)]), Some(1));
        let again = [first, second, taken_back(2), taken_back(3)];
        assert_eq!(edition_after(&again), Some(2));
    }
}
