//! The schema as a whole: its limits, and how a request is answered.

use std::any::Any;
use std::sync::Arc;
use std::time::Instant;

use async_graphql::parser::types::{ExecutableDocument, OperationType};
use async_graphql::{
    Request, Response, SDLExportOptions, Schema, ServerError, ValidationMode, Value,
};
use tokio_stream::{Stream, StreamExt};

use super::arguments::AnswerContext;
use super::errors::{FORBIDDEN, give_codes};
use super::limits::{
    Estimate, EstimateInput, LimitError, Shapes, check_document, check_selections, estimate,
};
use super::message::{in_extensions, list};
use super::mutation::Mutation;
use super::people::quota::Quota;
use super::query::Query;
use super::subscription::Subscriptions;
use super::validation::{Padding, Validator};
use crate::atlas::Atlas;
use crate::domain::clock::Clock;
use crate::domain::message::{Message, RequestMessage};
use crate::domain::people::permissions::{Forbidden, PublicAccess, check_server, check_write};
use crate::domain::people::viewer::Viewer;
use crate::telemetry;

/// The schema, ready to answer.
#[derive(Clone)]
pub struct Api {
    schema: Schema<Query, Mutation, Subscriptions>,
    shapes: Arc<Shapes>,
    validator: Arc<Validator>,
    clock: Clock,
    public: PublicAccess,
}

/// Builds the schema, with what the public may read of it.
#[must_use]
pub fn build(clock: Clock, public: PublicAccess) -> Api {
    let schema = Schema::build(Query::default(), Mutation::default(), Subscriptions)
        .data(clock)
        .data(public)
        .data(Quota::default())
        // Documents are validated before they come here.
        .validation_mode(ValidationMode::Fast)
        .finish();
    let sdl = schema.sdl();
    Api {
        schema,
        shapes: Arc::new(Shapes::of(&sdl)),
        validator: Arc::new(Validator::of(&sdl)),
        clock,
        public,
    }
}

/// The schema in the schema definition language.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new().prefer_single_line_descriptions();
    let api = build(Clock::system(), PublicAccess::All);
    api.schema.sdl_with_options(options)
}

impl Api {
    /// Whether who asks may read nothing at all.
    #[must_use]
    pub fn is_closed_to(&self, viewer: &Viewer) -> bool {
        check_server(viewer, self.public).is_err()
    }

    /// The answer to who may read nothing at all.
    #[must_use]
    pub fn closed(&self) -> Response {
        refuse(&Forbidden::Everything.into(), FORBIDDEN)
    }

    /// Checks a request of a viewer before anything is done for it; the answer
    /// that refuses it otherwise.
    pub fn prepare(
        &self,
        mut request: Request,
        atlas: Arc<Atlas>,
        viewer: Viewer,
    ) -> Result<Prepared, Box<Response>> {
        if self.is_closed_to(&viewer) {
            return Err(Box::new(self.closed()));
        }
        let changes = has_operation(self.check(&mut request)?, OperationType::Mutation);
        if changes && let Err(forbidden) = check_write(&viewer) {
            return Err(Box::new(refuse(&forbidden.into(), FORBIDDEN)));
        }
        let estimate = self.estimate(&mut request, &atlas)?;
        let padding = pad(&mut request);
        Ok(Prepared {
            estimate,
            request,
            padding,
            atlas,
            viewer,
            changes,
        })
    }

    /// Whether a document was read and found valid before, so that reading it
    /// again is quick.
    #[must_use]
    pub fn has_read(&self, document: &str) -> bool {
        self.validator.knows(document)
    }

    /// Parses and validates a document that is small enough for either, and gives
    /// each variable its value.
    fn check<'r>(&self, request: &'r mut Request) -> Result<&'r ExecutableDocument, Box<Response>> {
        let refused = |error: LimitError| Box::new(error.response());
        check_document(&request.query).map_err(refused)?;
        check_selections(parse(request)?).map_err(refused)?;
        let operation = request.operation_name.as_deref();
        request.variables = self
            .validator
            .check(
                &request.query,
                operation,
                std::mem::take(&mut request.variables),
            )
            .map_err(|faults| Box::new(faults.response()))?;
        parse(request)
    }

    /// What a valid request costs.
    fn estimate(&self, request: &mut Request, atlas: &Atlas) -> Result<Estimate, Box<Response>> {
        let variables = std::mem::take(&mut request.variables);
        let operation = request.operation_name.take();
        let estimate = request.parsed_query().map(|document| {
            let asked = EstimateInput {
                document,
                operation: operation.as_deref(),
                variables: &variables,
                atlas,
                today: self.clock.today(),
            };
            estimate(&self.shapes, &asked)
        });
        request.variables = variables;
        request.operation_name = operation;
        match estimate {
            Ok(Ok(estimate)) => Ok(estimate),
            Ok(Err(error)) => Err(Box::new(error.response())),
            Err(error) => {
                let text = Message::as_written(error.message);
                Err(Box::new(refuse(&text, "GRAPHQL_PARSE_FAILED")))
            }
        }
    }

    /// Answers a request of a viewer from one revision of the atlas.
    pub async fn answer(&self, request: Request, atlas: Arc<Atlas>, viewer: Viewer) -> Response {
        match self.prepare(request, atlas, viewer) {
            Ok(prepared) => self.execute(prepared).await,
            Err(refused) => *refused,
        }
    }

    /// Answers a request that was checked.
    pub async fn execute(&self, prepared: Prepared) -> Response {
        let operation = if prepared.changes {
            "mutation"
        } else {
            "query"
        };
        let begun = Instant::now();
        let answering = AnswerContext::from(prepared.atlas);
        let request = prepared.request.data(Arc::clone(&answering));
        let request = request.data(prepared.viewer);
        let mut response = self.schema.execute(request).await;
        if let Some(padding) = prepared.padding {
            padding.remove(&mut response.data);
        }
        give_codes(&mut response.errors);
        telemetry::operated(operation, code(&response), begun);
        let notices = std::mem::take(&mut *answering.notices.lock());
        if !notices.is_empty() {
            response
                .extensions
                .insert("notices".to_owned(), list(&notices));
        }
        response
    }

    /// Answers a request that follows something, again and again; the answer
    /// that refuses it otherwise.
    pub fn follow(
        &self,
        mut request: Request,
    ) -> Result<impl Stream<Item = Response> + use<>, Box<Response>> {
        let document = self.check(&mut request)?;
        let mut operations = document.operations.iter();
        if !operations.all(|(_, operation)| operation.node.ty == OperationType::Subscription) {
            let message = RequestMessage::OnlySubscriptions.into();
            return Err(Box::new(refuse(&message, "ONLY_SUBSCRIPTIONS")));
        }
        let answers = self.schema.execute_stream(request);
        Ok(answers.map(|mut response| {
            give_codes(&mut response.errors);
            response
        }))
    }
}

/// A request that was checked.
pub struct Prepared {
    estimate: Estimate,
    request: Request,
    padding: Option<Padding>,
    atlas: Arc<Atlas>,
    viewer: Viewer,
    changes: bool,
}

impl Prepared {
    /// Whether it asks for a change, in any of its operations.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.changes
    }

    /// What it costs.
    #[must_use]
    pub fn estimate(&self) -> &Estimate {
        &self.estimate
    }

    /// With something that resolvers find by its type.
    #[must_use]
    pub fn data<D: Any + Send + Sync>(mut self, data: D) -> Self {
        self.request = self.request.data(data);
        self
    }
}

/// Parses a document that is small enough to be parsed; once for each request.
fn parse(request: &mut Request) -> Result<&ExecutableDocument, Box<Response>> {
    request.parsed_query().map_err(|error| {
        let text = Message::as_written(error.message);
        Box::new(refuse(&text, "GRAPHQL_PARSE_FAILED"))
    })
}

/// Puts a field into selections that may come to nothing.
fn pad(request: &mut Request) -> Option<Padding> {
    if !Padding::may_be_needed(&request.query) {
        return None;
    }
    let mut document = request.parsed_query().ok()?.clone();
    let padding = Padding::add(&request.query, &mut document)?;
    request.set_parsed_query(document);
    Some(padding)
}

fn has_operation(document: &ExecutableDocument, kind: OperationType) -> bool {
    let mut operations = document.operations.iter();
    operations.any(|(_, operation)| operation.node.ty == kind)
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
pub(crate) fn refuse(message: &Message, code: &str) -> Response {
    telemetry::refused(code);
    let mut error = ServerError::new(message.to_string(), None);
    let values = error.extensions.get_or_insert_default();
    values.set("code", code);
    values.set("message", Value::Object(in_extensions(message)));
    Response::from_errors(vec![error])
}
