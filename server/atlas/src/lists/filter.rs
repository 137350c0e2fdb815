//! Which municipalities of a view a question is about.

use geo::MultiPolygon;
use geodata::BoundingBox;
use jiff::civil::Date;

use crate::core::view::View;
use domain::message::{Message, RequestMessage, says};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::places::name_key::fold;
use domain::policy::completeness::Completeness;
use domain::vocabulary::{ArrangementMode, CoordinationStatus, Dimension, PolicyClass, Verdict};

/// Bounds of a range; those that are given must all hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range<T> {
    /// Above.
    pub gt: Option<T>,
    /// From, included.
    pub gte: Option<T>,
    /// Below.
    pub lt: Option<T>,
    /// Up to, included.
    pub lte: Option<T>,
}

impl<T: PartialOrd + Copy> Range<T> {
    fn contains(&self, value: T) -> bool {
        self.gt.is_none_or(|bound| value > bound)
            && self.gte.is_none_or(|bound| value >= bound)
            && self.lt.is_none_or(|bound| value < bound)
            && self.lte.is_none_or(|bound| value <= bound)
    }
}

/// A condition on municipalities.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// All of these hold; holds when there are none.
    All(Vec<Self>),
    /// One of these holds; does not hold when there are none.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// The code is one of these.
    Code(Vec<MunicipalityCode>),
    /// The name contains this, whatever the accents and apostrophes.
    NameContains(String),
    /// It lies in one of these regions.
    Region(Vec<RegionRef>),
    /// The status is one of these.
    Status(Vec<CoordinationStatus>),
    /// One of the arrangements in force is filled in one of these ways.
    Mode(Vec<ArrangementMode>),
    /// The class is one of these.
    Class(Vec<PolicyClass>),
    /// The low end of completeness.
    Low(Range<f64>),
    /// The high end of completeness.
    High(Range<f64>),
    /// The ends of completeness in a dimension.
    Dimension(Dimension, Option<Range<f64>>, Option<Range<f64>>),
    /// The verdict on the block is one of these.
    Block(String, Vec<Verdict>),
    /// The number of inhabitants, where it is known.
    Population(Range<i64>),
    /// Last assessed from the first to the second date, both included.
    Assessed(Option<Date>, Option<Date>),
    /// Whether nobody ever assessed it.
    NeverAssessed(bool),
    /// Last briefed from the first to the second date, both included, up to the
    /// date of the view.
    Briefed(Option<Date>, Option<Date>),
    /// Whether nobody briefed it up to the date of the view.
    NeverBriefed(bool),
    /// Whether something was carried over from predecessors.
    Inherited(bool),
    /// It borders on the municipality.
    AdjacentTo(MunicipalityCode),
    /// Its label position lies within the area (WGS84, degrees).
    Within(MultiPolygon<f64>),
    /// Some of its area lies within the box: west, south, east, north (WGS84,
    /// degrees).
    BoundingBox([f64; 4]),
    /// Some of its area lies within so many kilometres of a position:
    /// longitude, latitude (WGS84, degrees), kilometres.
    Near([f64; 3]),
}

impl Filter {
    /// Whether it tells anything of briefings.
    #[must_use]
    pub fn asks_of_briefings(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::asks_of_briefings),
            Self::Not(part) => part.asks_of_briefings(),
            Self::Briefed(..) | Self::NeverBriefed(_) => true,
            _ => false,
        }
    }

    /// Whether it tells anything of the class or the completeness of policy.
    #[must_use]
    pub fn asks_of_policy(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::asks_of_policy),
            Self::Not(part) => part.asks_of_policy(),
            Self::Class(_)
            | Self::Low(_)
            | Self::High(_)
            | Self::Dimension(..)
            | Self::Block(..) => true,
            _ => false,
        }
    }

    /// Whether it holds for nobody outside these regions, whatever else is on
    /// record.
    #[must_use]
    pub fn stays_within(&self, regions: &[RegionRef]) -> bool {
        match self {
            Self::All(parts) => parts.iter().any(|part| part.stays_within(regions)),
            Self::Any(parts) => parts.iter().all(|part| part.stays_within(regions)),
            Self::Region(given) => given.iter().all(|region| regions.contains(region)),
            _ => false,
        }
    }
}

/// A condition that cannot be asked.
#[derive(Debug, Clone, PartialEq)]
pub enum FilterError {
    /// No such region set.
    UnknownRegionSet(String),
    /// No such region in the set.
    UnknownRegion(RegionRef),
    /// No such block in the rubric in force.
    UnknownBlock(String),
    /// Nobody bore the code on the date.
    UnknownMunicipality(MunicipalityCode),
}

says!(FilterError);

impl FilterError {
    /// The code: it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownRegionSet(_) => "UNKNOWN_REGION_SET",
            Self::UnknownRegion(_) => "UNKNOWN_REGION",
            Self::UnknownBlock(_) => "UNKNOWN_BLOCK",
            Self::UnknownMunicipality(_) => "UNKNOWN_MUNICIPALITY",
        }
    }
}

impl From<&FilterError> for Message {
    fn from(error: &FilterError) -> Self {
        Self::Request(match error {
            FilterError::UnknownRegionSet(set) => {
                let set = set.clone();
                RequestMessage::UnknownRegionSet { set }
            }
            FilterError::UnknownRegion(region) => {
                let region = region.to_string();
                RequestMessage::UnknownRegion { region }
            }
            FilterError::UnknownBlock(block) => {
                let block = block.clone();
                RequestMessage::UnknownBlock { block }
            }
            FilterError::UnknownMunicipality(code) => {
                let code = code.to_string();
                RequestMessage::UnknownMunicipality { code }
            }
        })
    }
}

/// A condition, looked up in a view.
#[derive(Debug)]
pub struct Prepared {
    /// Whether it holds, for each municipality.
    selected: Vec<bool>,
}

impl Prepared {
    /// Looks up for which municipalities the condition holds.
    pub fn new(view: &View, filter: &Filter) -> Result<Self, FilterError> {
        let selected = prepare(view, filter)?;
        Ok(Self { selected })
    }

    /// Whether the condition holds for the municipality at a position.
    #[must_use]
    pub fn selects(&self, position: usize) -> bool {
        self.selected.get(position).copied().unwrap_or(false)
    }

    /// The positions of those for which the condition holds, by code.
    #[must_use]
    pub fn positions(&self) -> Vec<usize> {
        let each = self.selected.iter().enumerate();
        each.filter_map(|(position, selected)| selected.then_some(position))
            .collect()
    }
}

fn prepare(view: &View, filter: &Filter) -> Result<Vec<bool>, FilterError> {
    let joined = |filters: &[Filter], of_none: bool, join: fn(bool, bool) -> bool| {
        let mut parts = filters.iter().map(|part| prepare(view, part));
        let first = parts.next();
        let first = first.unwrap_or_else(|| Ok(vec![of_none; view.municipalities().len()]))?;
        parts.try_fold(first, |mut all, part| {
            for (all, part) in all.iter_mut().zip(part?) {
                *all = join(*all, part);
            }
            Ok(all)
        })
    };
    match filter {
        Filter::All(filters) => joined(filters, true, |all, part| all && part),
        Filter::Any(filters) => joined(filters, false, |any, part| any || part),
        Filter::Not(filter) => {
            let mut selected = prepare(view, filter)?;
            for one in &mut selected {
                *one = !*one;
            }
            Ok(selected)
        }
        _ => each(view, filter),
    }
}

fn each(view: &View, filter: &Filter) -> Result<Vec<bool>, FilterError> {
    let states = view.municipalities();
    let by_state =
        |holds: &dyn Fn(usize) -> bool| (0..states.len()).map(holds).collect::<Vec<bool>>();
    let by_interval =
        |of: &dyn Fn(&Completeness) -> bool| by_state(&|at| of(&states[at].policy.completeness));
    Ok(match filter {
        Filter::All(_) | Filter::Any(_) | Filter::Not(_) => Vec::new(),
        Filter::Code(codes) => {
            by_state(&|at| view.code(at).is_some_and(|code| codes.contains(&code)))
        }
        Filter::NameContains(text) => {
            let text = fold(text);
            let edition = view.edition();
            by_state(&|at| edition.is_some_and(|edition| edition.folded_name(at).contains(&text)))
        }
        Filter::Region(regions) => {
            let places = regions
                .iter()
                .map(|id| find_region(view, id))
                .collect::<Result<Vec<_>, _>>()?;
            let mut selected = vec![false; states.len()];
            for place in places {
                for member in &view.regions()[place].members {
                    selected[*member] = true;
                }
            }
            selected
        }
        Filter::Status(statuses) => {
            by_state(&|at| statuses.contains(&states[at].coordination.status))
        }
        Filter::Mode(modes) => by_state(&|at| {
            let arrangements = &states[at].coordination.arrangements;
            arrangements
                .iter()
                .any(|a| modes.contains(&view.index().arrangement(a.arrangement).fact.mode))
        }),
        Filter::Class(classes) => by_state(&|at| classes.contains(&states[at].policy.class)),
        Filter::Low(range) => by_interval(&|interval| range.contains(interval.low)),
        Filter::High(range) => by_interval(&|interval| range.contains(interval.high)),
        Filter::Dimension(dimension, low, high) => {
            let place = Dimension::ALL
                .iter()
                .position(|other| other == dimension)
                .unwrap_or_default();
            by_state(&|at| {
                let interval = &states[at].policy.dimensions[place];
                low.is_none_or(|range| range.contains(interval.low))
                    && high.is_none_or(|range| range.contains(interval.high))
            })
        }
        Filter::Block(id, verdicts) => {
            let block = view
                .rubric()
                .and_then(|rubric| rubric.find_block(id))
                .ok_or_else(|| FilterError::UnknownBlock(id.clone()))?;
            by_state(&|at| verdicts.contains(&states[at].policy.blocks[block].verdict))
        }
        Filter::Population(range) => by_state(&|at| {
            let figure = states[at].population.as_ref();
            figure.is_some_and(|figure| range.contains(i64::from(figure.inhabitants)))
        }),
        Filter::Assessed(from, to) => by_state(&|at| {
            states[at].policy.last_assessed.is_some_and(|last| {
                from.is_none_or(|from| last >= from) && to.is_none_or(|to| last <= to)
            })
        }),
        Filter::NeverAssessed(never) => {
            by_state(&|at| states[at].policy.last_assessed.is_none() == *never)
        }
        Filter::Briefed(from, to) => by_state(&|at| {
            view.last_briefed(at).is_some_and(|last| {
                from.is_none_or(|from| last >= from) && to.is_none_or(|to| last <= to)
            })
        }),
        Filter::NeverBriefed(never) => by_state(&|at| view.last_briefed(at).is_none() == *never),
        Filter::Inherited(inherited) => by_state(&|at| {
            (states[at].coordination.inherited() || states[at].policy.inherited()) == *inherited
        }),
        Filter::AdjacentTo(_) | Filter::Within(_) | Filter::BoundingBox(_) | Filter::Near(_) => {
            by_place(view, filter)?
        }
    })
}

/// Conditions on where a municipality lies.
fn by_place(view: &View, filter: &Filter) -> Result<Vec<bool>, FilterError> {
    let number = view.municipalities().len();
    let Some(boundaries) = view.edition().map(|edition| edition.boundaries()) else {
        return Ok(Vec::new());
    };
    Ok(match filter {
        Filter::AdjacentTo(code) => {
            let position = view
                .find(*code)
                .ok_or(FilterError::UnknownMunicipality(*code))?;
            let neighbours = boundaries.neighbours(position);
            (0..number).map(|at| neighbours.contains(&at)).collect()
        }
        Filter::Within(area) => (0..number)
            .map(|at| boundaries.label_within(at, area))
            .collect(),
        Filter::BoundingBox([west, south, east, north]) => {
            let bounds = BoundingBox {
                west: *west,
                south: *south,
                east: *east,
                north: *north,
            };
            (0..number)
                .map(|at| boundaries.intersects_box(at, bounds))
                .collect()
        }
        Filter::Near([longitude, latitude, kilometres]) => (0..number)
            .map(|at| boundaries.distance_km(at, *longitude, *latitude) <= *kilometres)
            .collect(),
        _ => Vec::new(),
    })
}

/// The place of a region in a view, or what is wrong with its name.
pub fn find_region(view: &View, id: &RegionRef) -> Result<usize, FilterError> {
    view.find_region(id).ok_or_else(|| {
        if view.has_region_set(&id.set) {
            FilterError::UnknownRegion(id.clone())
        } else {
            FilterError::UnknownRegionSet(id.set.to_string())
        }
    })
}
