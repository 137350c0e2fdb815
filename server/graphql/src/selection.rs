//! A list of municipalities that is asked for outside GraphQL, by an export, a
//! picture or another standard: the same filter and order, checked and priced as
//! those of a question.

use std::sync::Arc;

use async_graphql::{InputType, Pos, Request, ServerError, Value, Variables};
use serde_json::json;

use super::filter_input::{MunicipalityFilter, MunicipalityOrder};
use super::limits::{DEEPEST_BRACKETS, LimitError, MOST_POINTS, check_json};
use super::permissions::{check_filter, orders_of};
use super::schema::Api;
use atlas::{Atlas, Filter, FilterError, SortOrder, View};
use domain::dates::{AsOf, BadDate};
use domain::message::{Message, PublishMessage, says};
use domain::people::permissions::{Forbidden, check_server};
use domain::people::viewer::Viewer;

/// What such a list costs at the least: the question that has the same answer.
const DOCUMENT: &str = "query ($where: MunicipalityFilter, $orderBy: [MunicipalityOrder!], \
     $asOf: Date, $knownAt: DateTime) { municipalities(where: $where, orderBy: $orderBy, \
     asOf: $asOf, knownAt: $knownAt) { totalCount nodes { code name population { inhabitants } \
     coordination { status } policy { class completeness { low high } verdicts { verdict } } } } }";
/// The longest filter or order, in bytes.
pub const LONGEST_FILTER: usize = 16 * 1024;

/// Which municipalities, as they are asked for.
#[derive(Debug, Clone, Copy)]
pub struct SelectionInput<'a> {
    /// The filter as JSON, as `where` of `municipalities`.
    pub filter: Option<&'a str>,
    /// The order as JSON, as `orderBy` of `municipalities`.
    pub order_by: Option<&'a str>,
    /// The date, and the instant whose knowledge counts.
    pub as_of: AsOf,
}

/// A list that was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    as_of: AsOf,
    filter: Option<Filter>,
    orders: Vec<SortOrder>,
    points: u64,
}

/// Why there is no such list.
#[derive(Debug, Clone, PartialEq)]
pub enum SelectionError {
    /// Closed to who asks.
    Forbidden(Forbidden),
    /// A date that cannot be.
    Date(BadDate),
    /// The filter names what there is not.
    Filter(FilterError),
    /// The filter or the order does not fit the schema, with its code.
    Misfit(&'static str, PublishMessage),
    /// It is over a limit.
    Limit(LimitError),
}

says!(SelectionError);

impl From<&SelectionError> for Message {
    fn from(error: &SelectionError) -> Self {
        match error {
            SelectionError::Forbidden(error) => error.into(),
            SelectionError::Date(error) => error.into(),
            SelectionError::Filter(error) => error.into(),
            SelectionError::Misfit(_, message) => message.clone().into(),
            SelectionError::Limit(error) => over_limit(error).into(),
        }
    }
}

impl SelectionError {
    /// The code, as GraphQL gives it where it does.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Forbidden(_) => super::errors::FORBIDDEN,
            Self::Date(_) => "BAD_DATE",
            Self::Filter(error) => error.code(),
            Self::Misfit(code, _) => code,
            Self::Limit(error) => error.code(),
        }
    }
}

impl From<Forbidden> for SelectionError {
    fn from(error: Forbidden) -> Self {
        Self::Forbidden(error)
    }
}

impl From<LimitError> for SelectionError {
    fn from(error: LimitError) -> Self {
        Self::Limit(error)
    }
}

impl From<BadDate> for SelectionError {
    fn from(error: BadDate) -> Self {
        Self::Date(error)
    }
}

impl From<FilterError> for SelectionError {
    fn from(error: FilterError) -> Self {
        Self::Filter(error)
    }
}

impl Api {
    /// Checks a list that a viewer asks for before anything is done for it.
    pub fn selection(
        &self,
        asked: SelectionInput<'_>,
        atlas: &Atlas,
        viewer: &Viewer,
    ) -> Result<Selection, SelectionError> {
        check_server(viewer, self.public())?;
        let SelectionInput {
            filter,
            order_by,
            as_of,
        } = asked;
        let variables = Variables::from_json(json!({
            "where": read_json(filter)?,
            "orderBy": read_json(order_by)?,
            "asOf": as_of.date().to_string(),
            "knownAt": as_of.known_at().map(|instant| instant.to_string()),
        }));
        let (document, variables) = self
            .coerced(DOCUMENT, variables)
            .map_err(|cause| SelectionError::Misfit("BAD_FILTER", misfit(written(&cause))))?;
        let filter: Option<MunicipalityFilter> = parsed(&variables, "where")?;
        let orders: Option<Vec<MunicipalityOrder>> = parsed(&variables, "orderBy")?;
        let filter = filter.map(MunicipalityFilter::into_filter).transpose();
        let filter = filter.map_err(|error| SelectionError::Misfit(error.code(), misfit(error)))?;
        check_filter(viewer, filter.as_ref())?;
        let orders = orders_of(viewer, self.public(), orders, filter.as_ref())?;
        let request = Request::new(DOCUMENT).variables(variables);
        let estimate = self.estimate(&request, &document, atlas)?;
        Ok(Selection {
            as_of,
            filter,
            orders,
            points: estimate.points_now(),
        })
    }
}

impl Selection {
    /// What it costs, in points.
    #[must_use]
    pub fn points(&self) -> u64 {
        self.points
    }

    /// The condition, when there is one.
    #[must_use]
    pub fn filter(&self) -> Option<&Filter> {
        self.filter.as_ref()
    }

    /// The order.
    #[must_use]
    pub fn orders(&self) -> &[SortOrder] {
        &self.orders
    }

    /// The date, and the instant whose knowledge counts.
    #[must_use]
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The view that it is about, and the positions in the order asked for.
    pub fn find(&self, atlas: &Atlas) -> Result<(Arc<View>, Vec<usize>), FilterError> {
        let view = atlas.at(self.as_of);
        let positions = view.select(self.filter.as_ref(), &self.orders)?;
        Ok((view, positions))
    }
}

fn misfit(cause: impl Into<Message>) -> PublishMessage {
    let cause = Box::new(cause.into());
    PublishMessage::FilterMisfit { cause }
}

/// What validation says, as long as a person reads; a part of what was given may
/// be in it.
fn written(cause: &str) -> Message {
    Message::as_written(cause.chars().take(300).collect::<String>())
}

/// A limit, in the words of a list.
fn over_limit(error: &LimitError) -> PublishMessage {
    match error {
        LimitError::TooManyBrackets { depth } => PublishMessage::FilterTooDeep {
            depth: *depth,
            most: DEEPEST_BRACKETS,
        },
        LimitError::TooComplex { estimate, .. } => PublishMessage::ListTooCostly {
            estimate: *estimate,
            most: MOST_POINTS,
        },
        other => misfit(other),
    }
}

/// Reads the JSON of a filter or an order, which is short and flat enough.
pub fn read_json(json: Option<&str>) -> Result<serde_json::Value, SelectionError> {
    let Some(json) = json.filter(|json| !json.is_empty()) else {
        return Ok(serde_json::Value::Null);
    };
    if json.len() > LONGEST_FILTER {
        let (bytes, most) = (json.len(), LONGEST_FILTER);
        let message = PublishMessage::FilterTooLong { bytes, most };
        return Err(SelectionError::Misfit("FILTER_TOO_LONG", message));
    }
    let unread = |cause: &dyn std::fmt::Display| {
        let cause = cause.to_string();
        SelectionError::Misfit("BAD_FILTER", PublishMessage::FilterUnread { cause })
    };
    check_json(json.as_bytes())?;
    serde_json::from_str(json).map_err(|error| unread(&error))
}

/// The value of a variable that fits the schema; scalars are read here.
fn parsed<T: InputType>(variables: &Variables, name: &str) -> Result<Option<T>, SelectionError> {
    let value = variables.get(name).cloned().unwrap_or_default();
    Option::<T>::parse(Some(value)).map_err(|error| {
        let error = error.into_server_error(Pos::default());
        SelectionError::Misfit(code_of(&error), misfit(written(&error.message)))
    })
}

fn code_of(error: &ServerError) -> &'static str {
    let code = error
        .extensions
        .as_ref()
        .and_then(|values| values.get("code"));
    match code {
        Some(Value::String(code)) if code == "BAD_DATE" => "BAD_DATE",
        Some(Value::String(code)) if code == "BAD_CODE" => "BAD_CODE",
        Some(Value::String(code)) if code == "BAD_GEOMETRY" => "BAD_GEOMETRY",
        _ => "BAD_FILTER",
    }
}
