//! Totals over municipalities.

use std::sync::Arc;

use async_graphql::{Context, Description, Enum, ID, OneofObject, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::verdict::{Completeness, DimensionScore};
use crate::arguments::int;
use crate::enums::Denominator;
use crate::permissions;
use crate::places::region::Region;
use crate::scalars::Date;
use atlas::{CoverageCount, CoverageGrouping, GroupKey, View};
use domain::vocabulary::{ArrangementMode, CoordinationStatus, PolicyClass};

/// Totals over a set of municipalities. Status says nothing of capacity.
#[derive(Description)]
pub struct Coverage {
    view: Arc<View>,
    totals: atlas::Coverage,
}

impl Coverage {
    /// Totals over municipalities of a view.
    pub(crate) fn new(view: &Arc<View>, totals: atlas::Coverage) -> Self {
        Self {
            view: Arc::clone(view),
            totals,
        }
    }
}

#[direct_object(use_type_description)]
impl Coverage {
    /// Number of municipalities.
    fn municipality_count(&self) -> i32 {
        int(self.totals.whole.municipalities)
    }

    /// Number of inhabitants.
    fn population(&self) -> i32 {
        int(self.totals.whole.inhabitants)
    }

    /// For each status of care coordination; the counts add up to the number
    /// of municipalities.
    fn by_status(&self) -> Vec<StatusCount> {
        let pairs = CoordinationStatus::ALL.iter().zip(self.totals.by_status);
        pairs
            .map(
                |(
                    status,
                    CoverageCount {
                        municipalities,
                        inhabitants,
                    },
                )| StatusCount {
                    status: *status,
                    count: int(municipalities),
                    population: int(inhabitants),
                },
            )
            .collect()
    }

    /// For each policy class; the counts add up to the number of
    /// municipalities.
    fn by_class(&self) -> Vec<ClassCount> {
        let pairs = PolicyClass::ALL.iter().zip(self.totals.by_class);
        pairs
            .map(
                |(
                    class,
                    CoverageCount {
                        municipalities,
                        inhabitants,
                    },
                )| ClassCount {
                    class: *class,
                    count: int(municipalities),
                    population: int(inhabitants),
                },
            )
            .collect()
    }

    /// Municipalities without complete policy, as far as is known: at least
    /// those of NONE and PARTIAL, at most all but COMPLETE and ADVANCED. The
    /// wider the interval, the less is known.
    fn without_complete_policy(&self) -> CountInterval {
        self.totals.without_complete_policy().into()
    }

    /// Completeness, mean over municipalities.
    fn completeness(&self) -> Completeness {
        self.totals.completeness.into()
    }

    /// Completeness in each dimension, mean over municipalities.
    fn dimensions(&self) -> Vec<DimensionScore> {
        DimensionScore::list(&self.totals.dimensions)
    }

    /// Share covered by a TEMPORARY or STRUCTURAL arrangement, in 0..1; 0 over
    /// no municipalities. Coverage says nothing of fte.
    fn covered_share(
        &self,
        #[graphql(
            desc = "Over what the share is taken.",
            default_with = "Denominator::Municipalities"
        )]
        denominator: Denominator,
    ) -> f64 {
        self.totals
            .covered_share(denominator == Denominator::Inhabitants)
    }

    /// How many of the municipalities were briefed up to the date, and not
    /// before another. Internal: PLATFORM for its own regions, OUTREACH, ADMIN.
    fn briefed_count(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those last briefed on this date or later.")] since: Option<Date>,
    ) -> Result<i32> {
        let positions = &self.totals.positions;
        permissions::internal(ctx, &self.view, positions)?;
        let since = since.map(|since| since.0);
        Ok(int(self.view.briefed_count(positions, since)))
    }
}

/// A number of municipalities of which only the bounds are known.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct CountInterval {
    /// At least so many.
    low: i32,
    /// At most so many.
    high: i32,
    /// At least this share, in 0..1; 0 over no municipalities.
    low_share: f64,
    /// At most this share, in 0..1; 0 over no municipalities.
    high_share: f64,
}

impl From<atlas::CountInterval> for CountInterval {
    fn from(interval: atlas::CountInterval) -> Self {
        let (low_share, high_share) = interval.shares();
        Self {
            low: int(interval.low),
            high: int(interval.high),
            low_share,
            high_share,
        }
    }
}

/// Totals on one date of a timeline.
#[derive(SimpleObject, DirectObject)]
pub struct TimelinePoint {
    /// The date.
    date: Date,
    /// Totals over the municipalities of that date.
    coverage: Coverage,
}

impl From<atlas::TimelinePoint> for TimelinePoint {
    fn from(point: atlas::TimelinePoint) -> Self {
        Self {
            date: Date(point.date),
            coverage: Coverage::new(&point.view, point.coverage),
        }
    }
}

/// Municipalities with a status.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct StatusCount {
    /// The status.
    status: CoordinationStatus,
    /// Number of municipalities.
    count: i32,
    /// Number of their inhabitants.
    population: i32,
}

/// Municipalities of a class.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct ClassCount {
    /// The class.
    class: PolicyClass,
    /// Number of municipalities.
    count: i32,
    /// Number of their inhabitants.
    population: i32,
}

/// By what totals are grouped: the regions of a set, or a field.
#[derive(Debug, Clone, OneofObject)]
pub enum GroupBy {
    /// The id of a region set.
    RegionSet(ID),
    /// A field of municipalities.
    Field(GroupField),
}

/// A field by which totals can be grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum GroupField {
    /// Status of care coordination.
    CoordinationStatus,
    /// Policy class.
    PolicyClass,
    /// How the function is filled; a municipality with two modes counts in
    /// both groups, and one without an arrangement in none.
    ArrangementMode,
}

impl GroupBy {
    pub(crate) fn group(&self) -> CoverageGrouping<'_> {
        match self {
            Self::RegionSet(set) => CoverageGrouping::RegionSet(set),
            Self::Field(GroupField::CoordinationStatus) => CoverageGrouping::Status,
            Self::Field(GroupField::PolicyClass) => CoverageGrouping::Class,
            Self::Field(GroupField::ArrangementMode) => CoverageGrouping::Mode,
        }
    }
}

/// The totals of one group.
#[derive(Description)]
pub struct CoverageGroup {
    pub(crate) view: Arc<View>,
    pub(crate) group: atlas::CoverageGroup,
}

#[direct_object(use_type_description)]
impl CoverageGroup {
    /// The region's code, or the word of the field.
    fn key(&self) -> ID {
        ID(match self.group.key {
            GroupKey::Region(place) => self.view.regions()[place].id.code.to_string(),
            GroupKey::Status(status) => status.code().to_owned(),
            GroupKey::Class(class) => class.code().to_owned(),
            GroupKey::Mode(mode) => mode.code().to_owned(),
        })
    }

    /// The region's name, or the word of the field in Dutch.
    fn label(&self) -> String {
        match self.group.key {
            GroupKey::Region(place) => self.view.index().facts().regions
                [self.view.regions()[place].region]
                .name
                .clone(),
            GroupKey::Status(status) => status_label(status).to_owned(),
            GroupKey::Class(class) => class_label(class).to_owned(),
            GroupKey::Mode(mode) => mode_label(mode).to_owned(),
        }
    }

    /// The region, when the groups are regions.
    fn region(&self) -> Option<Region> {
        match self.group.key {
            GroupKey::Region(place) => Some(Region {
                view: Arc::clone(&self.view),
                place,
            }),
            _ => None,
        }
    }

    /// The totals.
    fn coverage(&self) -> Coverage {
        Coverage::new(&self.view, self.group.coverage.clone())
    }
}

fn status_label(status: CoordinationStatus) -> &'static str {
    match status {
        CoordinationStatus::Unknown => "Onbekend",
        CoordinationStatus::None => "Geen zorgcoördinatie",
        CoordinationStatus::Remote => "Op afstand",
        CoordinationStatus::InPreparation => "In voorbereiding",
        CoordinationStatus::Temporary => "Tijdelijk",
        CoordinationStatus::Structural => "Structureel",
    }
}

fn class_label(class: PolicyClass) -> &'static str {
    match class {
        PolicyClass::NotAssessed => "Niet beoordeeld",
        PolicyClass::Uncertain => "Nog onduidelijk",
        PolicyClass::None => "Geen beleid",
        PolicyClass::Partial => "Onvolledig beleid",
        PolicyClass::Complete => "Basis volledig",
        PolicyClass::Advanced => "Basis en verdieping",
    }
}

fn mode_label(mode: ArrangementMode) -> &'static str {
    match mode {
        ArrangementMode::Unknown => "Onbekend",
        ArrangementMode::OwnStaff => "Eigen medewerker",
        ArrangementMode::CentreMunicipality => "Centrumgemeente",
        ArrangementMode::CentreMunicipalityOutsourced => "Centrumgemeente, uitbesteed",
        ArrangementMode::WelfareOrShelterOrganisation => "Welzijns- of opvangorganisatie",
        ArrangementMode::PublicHealthService => "GGD",
        ArrangementMode::CareAndSafetyHouse => "Zorg- en Veiligheidshuis",
        ArrangementMode::SafetyRegion => "Veiligheidsregio",
        ArrangementMode::ComenshaEmployer => "CoMensha als werkgever",
        ArrangementMode::ComenshaRemote => "CoMensha op afstand",
    }
}
