//! The schema as a whole: its limits, and how a request is answered.

use std::sync::{Arc, PoisonError};
use std::time::Instant;

use async_graphql::parser::types::{ExecutableDocument, OperationType};
use async_graphql::{Request, Response, SDLExportOptions, Schema, ServerError, Value};
use tokio_stream::{Stream, StreamExt};

use super::access::{Closed, Public};
use super::arguments::Answering;
use super::errors::{FORBIDDEN, give_codes};
use super::mutation::Mutation;
use super::query::Query;
use super::quota::Quota;
use super::subscription::Subscriptions;
use crate::atlas::Atlas;
use crate::domain::clock::Clock;
use crate::domain::viewer::Viewer;
use crate::domain::vocabulary::Scope;
use crate::telemetry;

/// How deep a question may nest; introspection by common clients needs 13.
const DEEPEST: usize = 15;
/// How many fields an answer may have, by an estimate before any work; all
/// municipalities with all verdicts and their sources are about 100,000.
const MOST_COMPLEX: usize = 400_000;
/// How many directives one field may carry.
const MOST_DIRECTIVES: usize = 10;
/// The longest document, in bytes.
const LONGEST_DOCUMENT: usize = 64 * 1024;

/// The schema, ready to answer.
#[derive(Clone)]
pub struct Api {
    schema: Schema<Query, Mutation, Subscriptions>,
    public: Public,
}

/// Builds the schema, with what the public may read of it.
#[must_use]
pub fn build(clock: Clock, public: Public) -> Api {
    let schema = Schema::build(Query::default(), Mutation::default(), Subscriptions)
        .limit_depth(DEEPEST)
        .limit_complexity(MOST_COMPLEX)
        .limit_directives(MOST_DIRECTIVES)
        .data(clock)
        .data(public)
        .data(Quota::default())
        .finish();
    Api { schema, public }
}

/// The schema in the schema definition language.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new().prefer_single_line_descriptions();
    let api = build(Clock::system(), Public::All);
    api.schema.sdl_with_options(options)
}

impl Api {
    /// Whether who asks may read nothing at all.
    #[must_use]
    pub fn is_closed_to(&self, viewer: &Viewer) -> bool {
        self.public == Public::None && !viewer.is_signed_in()
    }

    /// Answers a request of a viewer from one revision of the atlas.
    pub async fn answer(&self, request: Request, atlas: Arc<Atlas>, viewer: Viewer) -> Response {
        if self.is_closed_to(&viewer) {
            return refuse(Closed::Everything.to_string(), FORBIDDEN);
        }
        let answering = Answering::from(atlas);
        let may_write = viewer.scope == Scope::Write;
        let mut request = request.data(Arc::clone(&answering)).data(viewer);
        if request.query.len() > LONGEST_DOCUMENT {
            let text =
                format!("the document is longer than {LONGEST_DOCUMENT} bytes; send a shorter one");
            return refuse(text, "DOCUMENT_TOO_LONG");
        }
        if let Err(error) = request.parsed_query() {
            return refuse(error.message, "GRAPHQL_PARSE_FAILED");
        }
        if !may_write && asks_for_change(&mut request) {
            return refuse(Closed::ReadOnly.to_string(), FORBIDDEN);
        }
        let (operation, begun) = (operation(&mut request), Instant::now());
        let mut response = self.schema.execute(request).await;
        give_codes(&mut response.errors);
        telemetry::operated(operation, code(&response), begun);
        let notices = std::mem::take(
            &mut *answering
                .notices
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
        if !notices.is_empty() {
            response
                .extensions
                .insert("notices".to_owned(), notices.into());
        }
        response
    }

    /// Answers a request that follows something, again and again.
    pub fn follow(&self, request: Request) -> impl Stream<Item = Response> + use<> {
        let answers = self.schema.execute_stream(request);
        answers.map(|mut response| {
            give_codes(&mut response.errors);
            response
        })
    }
}

/// Whether a request follows something, in all of its operations.
pub(crate) fn follows(request: &mut Request) -> bool {
    let follows = |document: &ExecutableDocument| {
        let mut operations = document.operations.iter();
        operations.all(|(_, operation)| operation.node.ty == OperationType::Subscription)
    };
    request.parsed_query().is_ok_and(follows)
}

/// Whether a request asks for a change, in any of its operations.
pub(crate) fn asks_for_change(request: &mut Request) -> bool {
    let changes = |document: &ExecutableDocument| {
        let mut operations = document.operations.iter();
        operations.any(|(_, operation)| operation.node.ty == OperationType::Mutation)
    };
    request.parsed_query().is_ok_and(changes)
}

/// What kind of operation a request is, as far as one tells.
fn operation(request: &mut Request) -> &'static str {
    if asks_for_change(request) {
        "mutation"
    } else {
        "query"
    }
}

/// The code of the first error of an answer.
fn code(response: &Response) -> Option<String> {
    let extensions = response.errors.first()?.extensions.as_ref()?;
    match extensions.get("code") {
        Some(Value::String(code)) => Some(code.clone()),
        _ => Some("UNKNOWN".to_owned()),
    }
}

/// An answer that says why a request is refused.
pub(crate) fn refuse(text: impl Into<String>, code: &str) -> Response {
    telemetry::refused(code);
    let mut error = ServerError::new(text, None);
    error
        .extensions
        .get_or_insert_with(Default::default)
        .set("code", code);
    Response::from_errors(vec![error])
}
