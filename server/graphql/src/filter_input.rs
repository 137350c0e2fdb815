//! The filter of municipalities, as input of the schema.

use async_graphql::{ID, InputObject};

use super::arguments::BadArgument;
use super::enums::Direction;
use super::scalars::{Code, Date, GeoJson};
use atlas::{Filter, OrderField, Range, SortOrder};
use domain::people::permissions::Audience;
use domain::places::code::RegionRef as DomainRegionRef;
use domain::vocabulary::{ArrangementMode, CoordinationStatus, Dimension, PolicyClass, Verdict};

/// Which municipalities. All conditions that are given must hold; a list holds
/// for those that have one of its values, and an empty list for none.
#[derive(Debug, Clone, Default, InputObject)]
pub struct MunicipalityFilter {
    /// All of these hold.
    pub and: Option<Vec<MunicipalityFilter>>,
    /// One of these holds.
    pub or: Option<Vec<MunicipalityFilter>>,
    /// This does not hold.
    pub not: Option<Box<MunicipalityFilter>>,
    /// The code is one of these.
    pub code: Option<Vec<Code>>,
    /// The name contains this, whatever the accents, apostrophes and capitals.
    pub name_contains: Option<String>,
    /// It lies in this region.
    pub region: Option<RegionRef>,
    /// It lies in one of these regions.
    pub any_region: Option<Vec<RegionRef>>,
    /// The status of care coordination is one of these.
    pub coordination_status: Option<Vec<CoordinationStatus>>,
    /// One of its arrangements in force is filled in one of these ways.
    pub arrangement_mode: Option<Vec<ArrangementMode>>,
    /// The policy class is one of these.
    pub policy_class: Option<Vec<PolicyClass>>,
    /// The low end of completeness, in 0..1.
    pub completeness_low: Option<FloatRange>,
    /// The high end of completeness, in 0..1.
    pub completeness_high: Option<FloatRange>,
    /// Completeness in one dimension.
    pub dimension: Option<DimensionFilter>,
    /// The verdict on one building block.
    pub block: Option<BlockFilter>,
    /// The number of inhabitants; never holds where that is not known.
    pub population: Option<IntRange>,
    /// The date of the last assessment, both ends included.
    pub assessed: Option<DateRange>,
    /// Whether nobody ever assessed it. What follows from documents and
    /// arrangements is no assessment.
    pub never_assessed: Option<bool>,
    /// The date of the last briefing up to the date, both ends included.
    /// Internal: OUTREACH and ADMIN, and PLATFORM together with `region` or
    /// `anyRegion` of its own regions.
    pub briefed: Option<DateRange>,
    /// Whether nobody briefed it up to the date. Internal, as `briefed` is.
    pub never_briefed: Option<bool>,
    /// Whether its coordination or a verdict was carried over from a
    /// predecessor.
    pub inherited: Option<bool>,
    /// It borders on this municipality.
    pub adjacent_to: Option<Code>,
    /// Its label position lies within this area: a Polygon or `MultiPolygon` in
    /// WGS84, alone or in features.
    pub within: Option<GeoJson>,
    /// Some of its area lies within this box.
    pub bounding_box: Option<BoundingBoxInput>,
    /// Some of its area lies this near to a position.
    pub near: Option<NearInput>,
}

/// Names a region.
#[derive(Debug, Clone, InputObject)]
pub struct RegionRef {
    /// Id of the region set, such as `provincie`.
    pub set: ID,
    /// Code within the set, such as `PV20`.
    pub code: ID,
}

impl From<RegionRef> for DomainRegionRef {
    fn from(region: RegionRef) -> Self {
        Self::new(&region.set, &region.code)
    }
}

/// The verdict on one building block.
#[derive(Debug, Clone, InputObject)]
pub struct BlockFilter {
    /// Id of the block in the rubric in force.
    pub block: ID,
    /// The verdict is one of these.
    pub verdict: Vec<Verdict>,
}

/// Completeness in one dimension.
#[derive(Debug, Clone, InputObject)]
pub struct DimensionFilter {
    /// The dimension.
    pub dimension: Dimension,
    /// The low end, in 0..1.
    pub low: Option<FloatRange>,
    /// The high end, in 0..1.
    pub high: Option<FloatRange>,
}

/// Bounds of a number; those that are given must all hold.
#[derive(Debug, Clone, InputObject)]
pub struct FloatRange {
    /// Above.
    pub gt: Option<f64>,
    /// From, included.
    pub gte: Option<f64>,
    /// Below.
    pub lt: Option<f64>,
    /// Up to, included.
    pub lte: Option<f64>,
}

impl From<FloatRange> for Range<f64> {
    fn from(range: FloatRange) -> Self {
        Self {
            gt: range.gt,
            gte: range.gte,
            lt: range.lt,
            lte: range.lte,
        }
    }
}

/// Bounds of a whole number; those that are given must all hold.
#[derive(Debug, Clone, InputObject)]
pub struct IntRange {
    /// Above.
    pub gt: Option<i64>,
    /// From, included.
    pub gte: Option<i64>,
    /// Below.
    pub lt: Option<i64>,
    /// Up to, included.
    pub lte: Option<i64>,
}

impl From<IntRange> for Range<i64> {
    fn from(range: IntRange) -> Self {
        Self {
            gt: range.gt,
            gte: range.gte,
            lt: range.lt,
            lte: range.lte,
        }
    }
}

/// A range of dates, both ends included.
#[derive(Debug, Clone, InputObject)]
pub struct DateRange {
    /// First date; from the beginning when absent.
    pub from: Option<Date>,
    /// Last date; without end when absent.
    pub to: Option<Date>,
}

/// A box in WGS84, degrees.
#[derive(Debug, Clone, InputObject)]
pub struct BoundingBoxInput {
    /// Lowest longitude.
    pub west: f64,
    /// Lowest latitude.
    pub south: f64,
    /// Highest longitude.
    pub east: f64,
    /// Highest latitude.
    pub north: f64,
}

/// A circle around a position in WGS84.
#[derive(Debug, Clone, InputObject)]
pub struct NearInput {
    /// Longitude, degrees.
    pub longitude: f64,
    /// Latitude, degrees.
    pub latitude: f64,
    /// Radius, kilometres.
    pub kilometres: f64,
}

/// One field of an order.
#[derive(Debug, Clone, InputObject)]
pub struct MunicipalityOrder {
    /// By what.
    pub by: OrderField,
    /// In which direction.
    #[graphql(default_with = "Direction::Asc")]
    pub direction: Direction,
}

impl MunicipalityOrder {
    /// The order that this stands for, for an audience.
    pub(super) fn into_order(self, audience: Audience) -> SortOrder {
        SortOrder {
            by: self.by,
            descending: self.direction == Direction::Desc,
            audience,
        }
    }
}

/// Which arrangements. All conditions that are given must hold.
#[derive(Debug, Clone, Default, InputObject)]
pub struct ArrangementFilter {
    /// The status is one of these.
    pub status: Option<Vec<CoordinationStatus>>,
    /// The mode is one of these.
    pub mode: Option<Vec<ArrangementMode>>,
    /// It covers a municipality in this region.
    pub region: Option<RegionRef>,
}

impl MunicipalityFilter {
    /// The condition that this stands for.
    pub(super) fn into_filter(self) -> Result<Filter, BadArgument> {
        let mut all = Vec::new();
        let many = |filters: Vec<Self>| {
            filters
                .into_iter()
                .map(Self::into_filter)
                .collect::<Result<Vec<_>, BadArgument>>()
        };
        if let Some(filters) = self.and {
            all.push(Filter::All(many(filters)?));
        }
        if let Some(filters) = self.or {
            all.push(Filter::Any(many(filters)?));
        }
        if let Some(filter) = self.not {
            all.push(Filter::Not(Box::new(filter.into_filter()?)));
        }
        all.extend(
            self.code
                .map(|codes| Filter::Code(codes.into_iter().map(|code| code.0).collect())),
        );
        all.extend(self.name_contains.map(Filter::NameContains));
        all.extend(
            self.region
                .map(|region| Filter::Region(vec![region.into()])),
        );
        all.extend(
            self.any_region
                .map(|regions| Filter::Region(regions.into_iter().map(Into::into).collect())),
        );
        all.extend(self.coordination_status.map(Filter::Status));
        all.extend(self.arrangement_mode.map(Filter::Mode));
        all.extend(self.policy_class.map(Filter::Class));
        all.extend(self.completeness_low.map(|range| Filter::Low(range.into())));
        all.extend(
            self.completeness_high
                .map(|range| Filter::High(range.into())),
        );
        all.extend(self.dimension.map(|filter| {
            Filter::Dimension(
                filter.dimension,
                filter.low.map(Into::into),
                filter.high.map(Into::into),
            )
        }));
        all.extend(
            self.block
                .map(|filter| Filter::Block(filter.block.to_string(), filter.verdict)),
        );
        all.extend(
            self.population
                .map(|range| Filter::Population(range.into())),
        );
        all.extend(
            self.assessed
                .map(|range| Filter::Assessed(range.from.map(|d| d.0), range.to.map(|d| d.0))),
        );
        all.extend(self.never_assessed.map(Filter::NeverAssessed));
        all.extend(
            self.briefed
                .map(|range| Filter::Briefed(range.from.map(|d| d.0), range.to.map(|d| d.0))),
        );
        all.extend(self.never_briefed.map(Filter::NeverBriefed));
        all.extend(self.inherited.map(Filter::Inherited));
        all.extend(self.adjacent_to.map(|code| Filter::AdjacentTo(code.0)));
        if let Some(GeoJson::Area(area)) = self.within {
            all.push(Filter::Within(area));
        }
        if let Some(given) = self.bounding_box {
            all.push(given.into_filter()?);
        }
        if let Some(near) = self.near {
            all.push(near.into_filter()?);
        }
        Ok(Filter::All(all))
    }
}

impl BoundingBoxInput {
    fn into_filter(self) -> Result<Filter, BadArgument> {
        check_position(self.west, self.south)?;
        check_position(self.east, self.north)?;
        if self.west > self.east {
            return Err(BadArgument::EmptyBox("west lies east of east"));
        }
        if self.south > self.north {
            return Err(BadArgument::EmptyBox("south lies north of north"));
        }
        Ok(Filter::BoundingBox([
            self.west, self.south, self.east, self.north,
        ]))
    }
}

impl NearInput {
    fn into_filter(self) -> Result<Filter, BadArgument> {
        check_position(self.longitude, self.latitude)?;
        if !(0.0..=1000.0).contains(&self.kilometres) {
            let given = self.kilometres.to_string();
            return Err(BadArgument::OutOfRange {
                argument: "kilometres",
                given,
                range: "0 to 1000",
            });
        }
        Ok(Filter::Near([
            self.longitude,
            self.latitude,
            self.kilometres,
        ]))
    }
}

/// Refuses a position that is not on Earth.
pub(super) fn check_position(longitude: f64, latitude: f64) -> Result<(), BadArgument> {
    let refuse = |argument, given: f64, range| {
        Err(BadArgument::OutOfRange {
            argument,
            given: given.to_string(),
            range,
        })
    };
    if !(-180.0..=180.0).contains(&longitude) {
        return refuse("longitude", longitude, "degrees from -180 to 180");
    }
    if !(-90.0..=90.0).contains(&latitude) {
        return refuse("latitude", latitude, "degrees from -90 to 90");
    }
    Ok(())
}
