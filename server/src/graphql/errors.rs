//! The one shape of errors: a text that says what was wrong and what to do,
//! and a code in `extensions.code`. Causes from inside go to the log.

use async_graphql::{ErrorExtensionValues, ServerError};

use super::BadArgument;
use crate::atlas::{FilterError, ListError, PageError, TimelineError};
use crate::domain::dates::BadDate;
use crate::domain::priority::BadWeights;
use crate::domain::series::BadSeries;

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
        let code = code_of(error)
            .or_else(|| code_of_limit(&error.message))
            .unwrap_or(if error.path.is_empty() {
                "GRAPHQL_VALIDATION_FAILED"
            } else {
                INTERNAL
            });
        if code == INTERNAL {
            tracing::error!(message = error.message, path = ?error.path, "a resolver failed");
            "something went wrong on the server; it has been logged".clone_into(&mut error.message);
        }
        error
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default)
            .set("code", code);
    }
}

/// The limits are those of the library, which tells them by text alone.
fn code_of_limit(message: &str) -> Option<&'static str> {
    match message {
        "Query is nested too deep." => Some("TOO_DEEP"),
        "Query is too complex." => Some("TOO_COMPLEX"),
        _ => None,
    }
}

fn code_of(error: &ServerError) -> Option<&'static str> {
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
        return Some(match filter {
            FilterError::UnknownRegionSet(_) => "UNKNOWN_REGION_SET",
            FilterError::UnknownRegion(_) => "UNKNOWN_REGION",
            FilterError::UnknownBlock(_) => "UNKNOWN_BLOCK",
            FilterError::UnknownMunicipality(_) => "UNKNOWN_MUNICIPALITY",
        });
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
    error.source::<BadArgument>().map(BadArgument::code)
}
