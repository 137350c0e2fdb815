//! The one shape of errors: a text that says what was wrong and what to do,
//! and a code in `extensions.code`. Causes from inside go to the log.

use async_graphql::{ErrorExtensionValues, Name, Response, ServerError, Value};

use super::BadArgument;
use super::change::NotReadBack;
use super::limits::BudgetExceeded;
use super::people::quota::QuotaExceeded;
use super::refusal::in_extensions;
use actions::{ActionError, Refusal};
use atlas::{FilterError, ListError, TimelineError};
use domain::dates::BadDate;
use domain::message::{Message, ServiceMessage};
use domain::outreach::priority::BadWeights;
use domain::page::PageError;
use domain::people::permissions::Forbidden;
use domain::timeline_dates::BadSeries;
use store::{StaleRecord, StoreError};

/// The code of what is closed to who asks.
pub(super) const FORBIDDEN: &str = "FORBIDDEN";
/// The code of a database that cannot be used.
const UNAVAILABLE: &str = "DATABASE_UNAVAILABLE";
/// The code of a database whose disk is full.
const DISK_FULL: &str = "DISK_FULL";
/// The code of an error without a code of its own.
const INTERNAL: &str = "INTERNAL";

/// Gives each error its code. Resolvers return the errors of the domain and
/// the atlas as they are; here is the only place that knows their codes.
pub(super) fn give_codes(errors: &mut [ServerError]) {
    for error in errors {
        let given = error
            .extensions
            .as_ref()
            .is_some_and(|values| values.get("code").is_some());
        if given {
            continue;
        }
        let is_of_request = error.path.is_empty() || is_of_value(&error.message);
        let code = code_of(error).unwrap_or(if is_of_request {
            "GRAPHQL_VALIDATION_FAILED"
        } else {
            INTERNAL
        });
        if code == INTERNAL {
            tracing::error!(message = error.message, path = ?error.path, "a resolver failed");
            error.message = Message::from(ServiceMessage::Internal).to_string();
        }
        let mut values = error.extensions.take().unwrap_or_default();
        values.set("code", code);
        match error.source::<ActionError>() {
            Some(action) => describe(&mut values, action, code),
            None if code == INTERNAL => set_message(&mut values, &ServiceMessage::Internal.into()),
            None => {
                if let Some(message) = message_of(error) {
                    set_message(&mut values, &message);
                }
            }
        }
        error.extensions = Some(values);
    }
}

/// Whether a value of a variable does not fit its type. The library reads them
/// when a field asks for them (async-graphql 7.2.1), and tells it by text alone.
fn is_of_value(message: &str) -> bool {
    ["Expected input type \"", "Failed to parse \""]
        .iter()
        .any(|start| message.starts_with(start))
}

fn code_of(error: &ServerError) -> Option<&'static str> {
    if error.source::<Forbidden>().is_some() {
        return Some(FORBIDDEN);
    }
    if let Some(spent) = error.source::<BudgetExceeded>() {
        return Some(spent.code());
    }
    let timeline = error.source::<TimelineError>();
    let filter = error
        .source::<FilterError>()
        .or(match error.source::<ListError>() {
            Some(ListError::Filter(filter)) => Some(filter),
            _ => None,
        })
        .or(match timeline {
            Some(TimelineError::Filter(filter)) => Some(filter),
            _ => None,
        });
    let page = error
        .source::<PageError>()
        .or(match error.source::<ListError>() {
            Some(ListError::Page(page)) => Some(page),
            _ => None,
        });
    if let Some(filter) = filter {
        return Some(filter.code());
    }
    if let Some(page) = page {
        return Some(match page {
            PageError::BadCursor(_) => "BAD_CURSOR",
            PageError::BadSize { .. } | PageError::BothEnds => "BAD_PAGE",
        });
    }
    if let Some(TimelineError::Series(series)) = timeline {
        return Some(match series {
            BadSeries::Date(_) => "BAD_DATE",
            BadSeries::TooManyPoints { .. } => "TOO_MANY_POINTS",
        });
    }
    if error.source::<BadDate>().is_some() {
        return Some("BAD_DATE");
    }
    if error.source::<BadWeights>().is_some() {
        return Some("BAD_WEIGHTS");
    }
    if let Some(error) = error.source::<ActionError>() {
        return code_of_action(error);
    }
    if error.source::<QuotaExceeded>().is_some() {
        return Some("TOO_OFTEN");
    }
    if error.source::<NotReadBack>().is_some() {
        return Some(UNAVAILABLE);
    }
    error.source::<BadArgument>().map(BadArgument::code)
}

/// What is told of an error that is no refusal of an action.
fn message_of(error: &ServerError) -> Option<Message> {
    fn of<'e, E>(error: &'e ServerError) -> Option<Message>
    where
        E: std::any::Any + Send + Sync,
        Message: From<&'e E>,
    {
        error.source::<E>().map(Message::from)
    }
    of::<Forbidden>(error)
        .or_else(|| of::<BudgetExceeded>(error))
        .or_else(|| of::<FilterError>(error))
        .or_else(|| match error.source::<ListError>()? {
            ListError::Filter(error) => Some(error.into()),
            ListError::Page(error) => Some(error.into()),
        })
        .or_else(|| of::<PageError>(error))
        .or_else(|| match error.source::<TimelineError>()? {
            TimelineError::Series(error) => Some(error.into()),
            TimelineError::Filter(error) => Some(error.into()),
            TimelineError::Stopped => None,
        })
        .or_else(|| of::<BadDate>(error))
        .or_else(|| of::<BadWeights>(error))
        .or_else(|| of::<QuotaExceeded>(error))
        .or_else(|| of::<NotReadBack>(error))
        .or_else(|| of::<BadArgument>(error))
}

fn code_of_action(error: &ActionError) -> Option<&'static str> {
    match error {
        ActionError::Refused(_) | ActionError::Store(StoreError::BadText(_)) => Some("BAD_INPUT"),
        ActionError::UnknownId { .. } => Some("UNKNOWN_ID"),
        ActionError::NotAllowed => Some(FORBIDDEN),
        ActionError::Stale(_)
        | ActionError::Conflict(_)
        | ActionError::Moved
        | ActionError::Store(StoreError::Conflict { .. }) => Some("CONFLICT"),
        ActionError::Store(StoreError::Full(_)) => Some(DISK_FULL),
        ActionError::Store(
            StoreError::Unavailable(_) | StoreError::Busy(_) | StoreError::ReadOnly(_),
        ) => Some(UNAVAILABLE),
        _ => None,
    }
}

/// The answer outside GraphQL that refuses what an action refused, and its code;
/// the cause of a failure goes to the log.
#[must_use]
pub fn refuse_action(error: &ActionError) -> (Response, &'static str) {
    let code = code_of_action(error).unwrap_or_else(|| {
        tracing::error!(error = error as &dyn std::error::Error, "an action failed");
        INTERNAL
    });
    let text = match error {
        _ if code == INTERNAL => Message::from(ServiceMessage::Internal).to_string(),
        ActionError::Refused(refusals) => {
            let refusals = refusals.iter();
            let what: Vec<_> = refusals
                .map(|refusal| refusal.message.to_string())
                .collect();
            what.join("\n")
        }
        error => error.to_string(),
    };
    telemetry::refused(code);
    let mut refused = ServerError::new(text, None);
    let values = refused.extensions.get_or_insert_default();
    values.set("code", code);
    describe(values, error, code);
    (Response::from_errors(vec![refused]), code)
}

/// What is wrong as data: one by one with their fields, else in one message.
fn describe(values: &mut ErrorExtensionValues, error: &ActionError, code: &str) {
    match error {
        ActionError::Refused(refusals) => {
            let field = refusals.first().map(|refusal| camel(refusal.field));
            values.set("field", field);
            values.set("problems", problems(refusals));
        }
        _ if code == INTERNAL => set_message(values, &ServiceMessage::Internal.into()),
        ActionError::Stale(standing) => {
            values.set("standing", list_standing(standing));
            set_message(values, &error.into());
        }
        _ => set_message(values, &error.into()),
    }
}

fn set_message(values: &mut ErrorExtensionValues, message: &Message) {
    values.set("message", Value::Object(in_extensions(message)));
}

/// What is wrong with an input, one by one: the field, the place in its list
/// from 0 or in a file from 1, and what to do.
fn problems(refusals: &[Refusal]) -> Value {
    let problem = |refusal: &Refusal| {
        let mut problem = in_extensions(&refusal.message);
        let places = [
            ("field", Value::from(camel(refusal.field))),
            ("item", refusal.row.into()),
            ("line", refusal.line.into()),
            ("column", refusal.column.into()),
            ("proposal", refusal.proposal.clone().into()),
        ];
        problem.extend(places.map(|(name, value)| (Name::new(name), value)));
        Value::Object(problem)
    };
    Value::List(refusals.iter().map(problem).collect())
}

/// What stands where somebody wrote meanwhile: the record, what it says now, by
/// whom and since when.
fn list_standing(standing: &[StaleRecord]) -> Value {
    let record = |record: &StaleRecord| {
        let value = record.value.clone().map(Value::from_json);
        let fields = [
            ("subject", Value::from(record.subject.as_str())),
            ("value", value.and_then(Result::ok).unwrap_or_default()),
            ("by", Value::from(record.by.as_str())),
            ("at", Value::from(record.at.to_string())),
        ];
        let fields = fields.into_iter();
        Value::Object(
            fields
                .map(|(name, value)| (Name::new(name), value))
                .collect(),
        )
    };
    Value::List(standing.iter().map(record).collect())
}

/// The name of a field in the schema, of which actions may know the name in
/// files.
fn camel(field: &str) -> String {
    let mut parts = field.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (head, tail) = part.split_at(part.len().min(1));
        name + &head.to_ascii_uppercase() + tail
    })
}
