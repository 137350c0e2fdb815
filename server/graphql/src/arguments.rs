//! What every question has: a date, an instant, and the revision it is
//! answered from.

use std::sync::Arc;

use parking_lot::Mutex;

use arc_swap::ArcSwap;
use async_graphql::{Context, Result};

use super::limits::go_on;
use super::scalars::{Date, DateTime};
use atlas::{Atlas, Live, View};
use domain::clock::Clock;
use domain::dates::{AsOf, Period};
use domain::message::{ChangeMessage, Message, RequestMessage, says};
use store::Store;

/// An argument that cannot be used, which no rule of the domain knows of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadArgument {
    /// A number out of its range.
    OutOfRange {
        /// The argument.
        argument: &'static str,
        /// As given.
        given: String,
        /// What is understood.
        range: &'static str,
    },
    /// An id that nothing has.
    UnknownId {
        /// What was looked for.
        kind: &'static str,
        /// The id as given.
        id: String,
    },
    /// A box that ends before it begins.
    EmptyBox(&'static str),
}

says!(BadArgument);

impl From<&BadArgument> for Message {
    fn from(error: &BadArgument) -> Self {
        match error {
            BadArgument::OutOfRange {
                argument,
                given,
                range,
            } => RequestMessage::OutOfRange {
                argument: (*argument).to_owned(),
                given: given.clone(),
                range: (*range).to_owned(),
            }
            .into(),
            BadArgument::UnknownId { kind, id } => {
                let (kind, id) = ((*kind).to_owned(), id.clone());
                ChangeMessage::UnknownId { kind, id }.into()
            }
            BadArgument::EmptyBox(cause) => {
                let cause = (*cause).to_owned();
                RequestMessage::EmptyBox { cause }.into()
            }
        }
    }
}

impl BadArgument {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::OutOfRange { .. } => "BAD_NUMBER",
            Self::UnknownId {
                kind: "building block",
                ..
            } => "UNKNOWN_BLOCK",
            Self::UnknownId { kind: "theme", .. } => "UNKNOWN_THEME",
            Self::UnknownId { .. } => "UNKNOWN_ID",
            Self::EmptyBox(_) => "BAD_GEOMETRY",
        }
    }
}

/// The atlas that a request is answered from: one revision for all of it.
pub(super) fn atlas(ctx: &Context<'_>) -> Result<Arc<Atlas>> {
    Ok(ctx.data::<Arc<AnswerContext>>()?.atlas.load_full())
}

/// What a request is answered from, and what is to be said beside the answer.
pub(super) struct AnswerContext {
    /// A mutation puts the atlas that holds its change in place before it
    /// answers.
    pub(super) atlas: ArcSwap<Atlas>,
    /// What a person should know of what was recorded.
    pub(super) notices: Mutex<Vec<Message>>,
}

impl AnswerContext {
    pub(super) fn from(atlas: Arc<Atlas>) -> Arc<Self> {
        Arc::new(Self {
            atlas: ArcSwap::new(atlas),
            notices: Mutex::default(),
        })
    }
}

/// Lets nobody keep the answer: answers are known by the revision, and this one
/// is about what changes without.
pub(super) fn keep_nowhere(ctx: &Context<'_>) {
    ctx.insert_http_header("cache-control", "no-store");
}

/// What is kept beside the facts, for an answer that nobody keeps.
pub(super) fn store_beside<'a>(ctx: &Context<'a>) -> Result<&'a Store> {
    keep_nowhere(ctx);
    Ok(ctx.data::<Arc<Live>>()?.store())
}

/// The clock.
pub(super) fn clock(ctx: &Context<'_>) -> Result<Clock> {
    ctx.data::<Clock>().copied()
}

/// The view of a date (today when absent) as known at an instant.
pub(super) fn view(
    ctx: &Context<'_>,
    as_of: Option<Date>,
    known_at: Option<DateTime>,
) -> Result<Arc<View>> {
    go_on(ctx)?;
    let date = match as_of {
        Some(Date(date)) => date,
        None => clock(ctx)?.today(),
    };
    Ok(atlas(ctx)?.at(AsOf::new(date, known_at.map(|instant| instant.0))?))
}

/// The views of two dates in order, both as known at an instant.
pub(super) fn span(
    ctx: &Context<'_>,
    from: Date,
    to: Date,
    known_at: Option<DateTime>,
) -> Result<(Arc<View>, Arc<View>)> {
    let views = (
        view(ctx, Some(from), known_at)?,
        view(ctx, Some(to), known_at)?,
    );
    Period::new(from.0, Some(to.0))?;
    Ok(views)
}

/// The view of another date within an answer, as known at the same instant.
pub(super) fn view_beside(
    ctx: &Context<'_>,
    beside: &Arc<View>,
    as_of: Option<Date>,
) -> Result<Arc<View>> {
    match as_of {
        None => Ok(Arc::clone(beside)),
        Some(Date(date)) => {
            go_on(ctx)?;
            Ok(atlas(ctx)?.at(AsOf::new(date, beside.as_of().known_at())?))
        }
    }
}

/// A number of rows for a list without pages.
pub(super) fn rows(argument: &'static str, given: i32, most: i32) -> Result<usize, BadArgument> {
    usize::try_from(given)
        .ok()
        .filter(|_| given <= most)
        .ok_or(BadArgument::OutOfRange {
            argument,
            given: given.to_string(),
            range: "0 to 1000",
        })
}

/// A count that fits the schema's Int.
pub(super) fn int(count: impl TryInto<i32>) -> i32 {
    count.try_into().unwrap_or(i32::MAX)
}
