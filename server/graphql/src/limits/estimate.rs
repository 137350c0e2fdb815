//! What a question costs, estimated from the document, the variables and the
//! lists as they are in the atlas, before it is validated or answered.

mod arguments;
mod inputs;

use std::collections::{HashMap, HashSet};

use async_graphql::parser::types::{
    ExecutableDocument, Field, OperationDefinition, OperationType, Selection, SelectionSet,
};
use async_graphql::{Name, Value as ConstValue, Variables};
use geodata::Detail;
use jiff::Timestamp;
use jiff::civil::Date;

use super::LimitError;
use super::prices::{
    BYTES_A_POINT, Count, LEAF_BYTES, Outlines, Price, VIEW, Views, outline, ranking,
};
use super::shapes::Shapes;
use atlas::{Atlas, ListSizes};
use domain::dates::AsOf;
use domain::timeline_dates::series;
use domain::vocabulary::TimelineStep;
use inputs::Input;

/// The most that a question may cost, in points of about a microsecond.
pub const MOST_POINTS: u64 = 400_000;
/// The largest answer by estimate, in bytes.
pub const MOST_BYTES: u64 = 24 * 1024 * 1024;

/// What a question costs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Estimate {
    /// Processor time, about in microseconds.
    pub points: u64,
    /// Bytes of the answer.
    pub bytes: u64,
    /// Views of a date and an instant that it needs.
    pub views: u64,
    /// Of these, how many have to be made first.
    pub views_to_make: u64,
}

impl Estimate {
    /// Without the views that are there already.
    #[must_use]
    pub fn points_now(&self) -> u64 {
        let kept = self.views.saturating_sub(self.views_to_make);
        self.points.saturating_sub(kept.saturating_mul(VIEW))
    }

    /// As it is told to who asks for it.
    pub(crate) fn told(&self) -> ConstValue {
        let told = |points: u64, bytes: u64| {
            [("points", points), ("bytes", bytes)]
                .map(|(name, number)| (Name::new(name), ConstValue::from(number)))
        };
        let most = ConstValue::Object(told(MOST_POINTS, MOST_BYTES).into_iter().collect());
        let own = told(self.points, self.bytes).into_iter();
        ConstValue::Object(own.chain([(Name::new("limit"), most)]).collect())
    }

    fn check(self) -> Result<Self, LimitError> {
        if self.points > MOST_POINTS {
            return Err(LimitError::TooComplex {
                estimate: self.points,
                views: self.views,
            });
        }
        if self.bytes > MOST_BYTES {
            return Err(LimitError::TooLarge { bytes: self.bytes });
        }
        Ok(self)
    }
}

/// What a request is about: the operation that will be executed, with what it
/// is answered from.
pub struct EstimateInput<'a> {
    /// The parsed document, whose fragments are known to be few and without
    /// cycles.
    pub document: &'a ExecutableDocument,
    /// Which operation.
    pub operation: Option<&'a str>,
    /// The values of its variables.
    pub variables: &'a Variables,
    /// What it is answered from.
    pub atlas: &'a Atlas,
    /// The date that is meant where none is given.
    pub today: Date,
}

/// Estimates what a request costs, and refuses one that costs too much.
pub fn estimate(shapes: &Shapes, asked: &EstimateInput<'_>) -> Result<Estimate, LimitError> {
    let mut total = Estimate::default();
    for (name, operation) in asked.document.operations.iter() {
        let is_chosen = match asked.operation {
            Some(chosen) => name.is_none_or(|name| name.as_str() == chosen),
            None => true,
        };
        if !is_chosen {
            continue;
        }
        let cost = Walk::new(shapes, asked, &operation.node).operation();
        total.points = total.points.saturating_add(cost.points);
        total.bytes = total.bytes.saturating_add(cost.bytes);
        total.views += cost.views;
        total.views_to_make += cost.views_to_make;
    }
    total.check()
}

/// Points and bytes.
#[derive(Clone, Copy, Default)]
struct Cost {
    points: u64,
    bytes: u64,
}

impl Cost {
    fn add(&mut self, other: Self) {
        self.points = self.points.saturating_add(other.points);
        self.bytes = self.bytes.saturating_add(other.bytes);
    }

    fn times(self, number: u64) -> Self {
        Self {
            points: self.points.saturating_mul(number),
            bytes: self.bytes.saturating_mul(number),
        }
    }
}

/// From, to, step, and as known at.
type TimelineKey = (Date, Date, TimelineStep, Option<Timestamp>);

struct Walk<'a> {
    shapes: &'a Shapes,
    asked: &'a EstimateInput<'a>,
    operation: &'a OperationDefinition,
    sizes: &'a ListSizes,
    views: HashSet<AsOf>,
    views_to_make: u64,
    timelines: HashMap<TimelineKey, (u64, u64)>,
    inputs: HashMap<(&'a Name, bool), Input>,
}

impl<'a> Walk<'a> {
    fn new(
        shapes: &'a Shapes,
        asked: &'a EstimateInput<'a>,
        operation: &'a OperationDefinition,
    ) -> Self {
        Self {
            shapes,
            asked,
            operation,
            sizes: asked.atlas.sizes(),
            views: HashSet::new(),
            views_to_make: 0,
            timelines: HashMap::new(),
            inputs: HashMap::new(),
        }
    }

    fn operation(mut self) -> Estimate {
        let root = match self.operation.ty {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        };
        let object = self.shapes.find(root);
        let cost = self.set(object, &self.operation.selection_set.node);
        let views = u64::try_from(self.views.len()).unwrap_or(u64::MAX);
        let bytes = cost.bytes / BYTES_A_POINT;
        let points = [cost.points, bytes, views.saturating_mul(VIEW)];
        Estimate {
            points: points.into_iter().fold(0, u64::saturating_add),
            bytes: cost.bytes,
            views,
            views_to_make: self.views_to_make,
        }
    }

    /// What is asked of one object. How deep this goes was checked before.
    fn set(&mut self, object: Option<usize>, set: &'a SelectionSet) -> Cost {
        let mut cost = Cost::default();
        for selection in &set.items {
            cost.add(match &selection.node {
                Selection::Field(field) => self.field(object, &field.node),
                Selection::InlineFragment(fragment) => {
                    let condition = fragment.node.type_condition.as_ref();
                    let on = condition.and_then(|on| self.shapes.find(&on.node.on.node));
                    self.set(on.or(object), &fragment.node.selection_set.node)
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    match self.asked.document.fragments.get(name) {
                        Some(fragment) => {
                            let on = &fragment.node.type_condition.node.on.node;
                            let on = self.shapes.find(on);
                            self.set(on.or(object), &fragment.node.selection_set.node)
                        }
                        None => Cost::default(),
                    }
                }
            });
        }
        cost
    }

    fn field(&mut self, object: Option<usize>, field: &'a Field) -> Cost {
        let name = field.name.node.as_str();
        let shape = object.and_then(|object| self.shapes.field(object, name));
        let inner = match shape.and_then(|shape| shape.object) {
            Some(object) => self.set(Some(object), &field.selection_set.node),
            None => self.set(None, &field.selection_set.node),
        };
        let mut own = Cost {
            points: 1,
            bytes: LEAF_BYTES,
        };
        let (input, area) = self.inputs(field);
        let mut count = 1;
        let mut views = 1;
        if let Some(price) = shape.and_then(|shape| shape.price) {
            (count, views) = self.priced(&price, field, &mut own);
        }
        own.points = own.points.saturating_add(input);
        own.points = own.points.saturating_add(area.saturating_mul(views));
        own.add(inner.times(count));
        own
    }

    /// How many objects a field gives and over how many views it goes; its own
    /// work is added.
    fn priced(&mut self, price: &Price, field: &'a Field, own: &mut Cost) -> (u64, u64) {
        own.points += price.points;
        let (mut points, mut turns) = (1, 1);
        match price.views {
            Views::Same => {}
            Views::Own => {
                let date = self.date(field, "asOf").unwrap_or(self.asked.today);
                self.view(date, self.instant(field));
            }
            Views::Beside => {
                if let Some(date) = self.date(field, "asOf") {
                    self.view(date, self.instant(field));
                }
            }
            Views::Both => {
                for date in ["from", "to"] {
                    if let Some(date) = self.date(field, date) {
                        self.view(date, self.instant(field));
                    }
                }
                turns = 2;
            }
            Views::Timeline => {
                (points, turns) = self.timeline(field);
                // Totals are made anew for each view, and copied for each point.
                own.points = own.points.saturating_add(turns.saturating_mul(40));
            }
            Views::Each => own.points = own.points.saturating_add(VIEW / 10),
        }
        if price.outlines != Outlines::No {
            let detail = match self.word(field, "detail").as_deref() {
                Some("FULL") => Detail::Full,
                Some("REGIONAL") => Detail::Regional,
                _ => Detail::National,
            };
            let (bytes, work) = outline(price.outlines, detail, self.sizes);
            own.bytes = own.bytes.saturating_add(bytes);
            own.points = own.points.saturating_add(work);
        }
        if field.get_argument("weights").is_some() {
            own.points = own.points.saturating_add(ranking());
        }
        let count = match price.count {
            Count::One => 1,
            Count::Of(size) => size(self.sizes),
            Count::Page(standard, size) => {
                let rows = self.page(field).unwrap_or(standard);
                let rows = rows.min(self.codes(field).unwrap_or(u64::MAX));
                rows.min(size(self.sizes))
            }
            Count::Timeline => points,
        };
        (count, turns)
    }

    /// Notes a view; one that is asked for again costs nothing more.
    fn view(&mut self, date: Date, known_at: Option<Timestamp>) {
        let Ok(as_of) = AsOf::new(date, known_at) else {
            return;
        };
        let (content, to_make) = self.asked.atlas.content_of(as_of);
        if self.views.insert(content) {
            self.views_to_make += u64::from(to_make);
        }
    }

    /// How many points a timeline has, and of how many views.
    fn timeline(&mut self, field: &'a Field) -> (u64, u64) {
        let (Some(from), Some(to)) = (self.date(field, "from"), self.date(field, "to")) else {
            return (1, 1);
        };
        let step = match self.word(field, "step").as_deref() {
            Some("MONTH") => TimelineStep::Month,
            Some("YEAR") => TimelineStep::Year,
            _ => TimelineStep::Quarter,
        };
        let known_at = self.instant(field);
        if let Some(known) = self.timelines.get(&(from, to, step, known_at)) {
            return *known;
        }
        let dates = series(from, to, step).unwrap_or_default();
        let mut last = None;
        let mut turns = 0;
        for date in &dates {
            let Ok(as_of) = AsOf::new(*date, known_at) else {
                continue;
            };
            let (content, to_make) = self.asked.atlas.content_of(as_of);
            if last == Some(content) {
                continue;
            }
            last = Some(content);
            turns += 1;
            if self.views.insert(content) {
                self.views_to_make += u64::from(to_make);
            }
        }
        let counted = (u64::try_from(dates.len()).unwrap_or(u64::MAX), turns);
        // What is kept here is bounded by the selections of a document.
        self.timelines.insert((from, to, step, known_at), counted);
        counted
    }
}
