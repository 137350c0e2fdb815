//! The schema as a whole: its limits, and how a request is answered.

use std::any::Any;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use async_graphql::parser::types::OperationType;
use async_graphql::{
    PathSegment, Request, Response, SDLExportOptions, Schema, ValidationMode, Value, Variables,
};
use tokio_stream::{Stream, StreamExt};

use super::arguments::AnswerContext;
use super::direct::{Directly, Root};
use super::errors::{FORBIDDEN, give_codes};
use super::limits::{Estimate, EstimateInput, LimitError, Shapes, estimate};
use super::mutation::Mutation;
use super::people::quota::Quota;
use super::refusal::{list, refuse};
use super::safelist::{Safelist, SafelistError};
use super::subscription::Subscriptions;
use super::validation::{Document, Faults, Validator};
use atlas::Atlas;
use domain::clock::Clock;
use domain::message::RequestMessage;
use domain::people::permissions::{Forbidden, PublicAccess, check_server, check_write};
use domain::people::viewer::Viewer;

/// The extension of a request that asks what it costs, and of the answer that
/// tells it.
const COST: &str = "cost";

/// The schema, ready to answer.
#[derive(Clone)]
pub struct Api {
    schema: Schema<Root, Mutation, Subscriptions>,
    shapes: Arc<Shapes>,
    validator: Arc<Validator>,
    clock: Clock,
    public: PublicAccess,
    safelist: Option<Arc<Safelist>>,
    answers_directly: bool,
}

/// Builds the schema, with what the public may read of it.
#[must_use]
pub fn build(clock: Clock, public: PublicAccess) -> Api {
    let schema = Schema::build(Root::default(), Mutation::default(), Subscriptions)
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
        safelist: None,
        answers_directly: true,
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
    /// The same with all fields answered by async-graphql, to compare with.
    #[must_use]
    pub fn without_direct_answers(&self) -> Self {
        Self {
            answers_directly: false,
            ..self.clone()
        }
    }

    /// The same, with visitors without an account held to these documents, each
    /// with its name, and to those of the client that comes with this program.
    pub fn with_safelist(
        self,
        documents: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, SafelistError> {
        let mut list = Safelist::of_client();
        for (name, text) in documents {
            list.add(&name, &text)?;
            if let Err(refused) = self.validator.read(text.trim()) {
                let first = refused.errors.into_iter().next();
                let what = first.map(|error| error.message).unwrap_or_default();
                return Err(SafelistError::Invalid { name, what });
            }
        }
        Ok(Self {
            safelist: Some(Arc::new(list)),
            ..self
        })
    }

    /// The documents to which visitors without an account are held.
    #[must_use]
    pub fn safelist(&self) -> Option<&Arc<Safelist>> {
        self.safelist.as_ref()
    }

    /// Refuses a document that is not on the list, where there is one.
    fn check_listed(&self, document: &str) -> Result<(), Box<Response>> {
        match &self.safelist {
            Some(list) if !list.has(document) => {
                let message = RequestMessage::NotOnSafelist.into();
                Err(Box::new(refuse(&message, "NOT_ON_SAFELIST")))
            }
            _ => Ok(()),
        }
    }

    /// Whether who asks may read nothing at all.
    #[must_use]
    pub fn is_closed_to(&self, viewer: &Viewer) -> bool {
        check_server(viewer, self.public).is_err()
    }

    /// What the public may read.
    #[must_use]
    pub fn public(&self) -> PublicAccess {
        self.public
    }

    /// A document, and its variables as its types have them; what is wrong with
    /// them otherwise.
    pub(super) fn coerced(
        &self,
        document: &str,
        variables: Variables,
    ) -> Result<(Arc<Document>, Variables), String> {
        let document = self.validator.read(document).map_err(|refused| {
            let first = refused.errors.first();
            first.map(|error| error.message.clone()).unwrap_or_default()
        })?;
        let coerced = self.validator.coerce(&document, None, variables);
        let variables = coerced.map_err(Faults::first)?;
        Ok((document, variables))
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
        if !viewer.is_signed_in() {
            self.check_listed(&request.query)?;
        }
        let document = self.check(&mut request)?;
        let changes = document.has(OperationType::Mutation);
        if changes && let Err(forbidden) = check_write(&viewer) {
            return Err(Box::new(refuse(&forbidden.into(), FORBIDDEN)));
        }
        let estimate = self.estimate(&request, &document, &atlas);
        let estimate = estimate.map_err(|error| Box::new(error.response()))?;
        let tells_cost = request.extensions.get(COST) == Some(&Value::Boolean(true));
        Ok(Prepared {
            estimate,
            tells_cost,
            request,
            document,
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

    /// Reads and validates the document of a request, and gives each variable its
    /// value.
    fn check(&self, request: &mut Request) -> Result<Arc<Document>, Box<Response>> {
        let document = self.validator.read(&request.query)?;
        let operation = request.operation_name.as_deref();
        let given = std::mem::take(&mut request.variables);
        let variables = self.validator.coerce(&document, operation, given);
        request.variables = variables.map_err(|faults| Box::new(faults.response()))?;
        Ok(document)
    }

    /// What a valid request costs.
    pub(super) fn estimate(
        &self,
        request: &Request,
        document: &Document,
        atlas: &Atlas,
    ) -> Result<Estimate, LimitError> {
        let asked = EstimateInput {
            document: &document.parsed,
            operation: request.operation_name.as_deref(),
            variables: &request.variables,
            atlas,
            today: self.clock.today(),
        };
        estimate(&self.shapes, &asked)
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
        let cost = prepared.tells_cost.then(|| prepared.estimate.told());
        let answering = AnswerContext::from(prepared.atlas);
        let request = prepared.request.data(Arc::clone(&answering));
        let mut request = request.data(prepared.viewer);
        request.set_parsed_query(prepared.document.executed());
        if self.answers_directly && prepared.document.is_direct() {
            request = request.data(Directly);
        }
        let mut response = self.schema.execute(request).await;
        if let Some(padding) = prepared.document.padding() {
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
        if let Some(cost) = cost {
            response.extensions.insert(COST.to_owned(), cost);
        }
        response
    }

    /// Answers a request that follows something, again and again; the answer
    /// that refuses it otherwise.
    pub fn follow(
        &self,
        mut request: Request,
    ) -> Result<impl Stream<Item = Response> + use<>, Box<Response>> {
        // Who follows is nobody: a connection has no account.
        self.check_listed(&request.query)?;
        let document = self.check(&mut request)?;
        if !document.is_all(OperationType::Subscription) {
            let message = RequestMessage::OnlySubscriptions.into();
            return Err(Box::new(refuse(&message, "ONLY_SUBSCRIPTIONS")));
        }
        request.set_parsed_query(document.executed());
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
    tells_cost: bool,
    request: Request,
    document: Arc<Document>,
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

    /// Who asks.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// The names of the changes that it asks for, by the keys under which they are
    /// answered.
    #[must_use]
    pub fn named_changes(&self) -> Vec<(String, String)> {
        self.document.named_changes()
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

/// The code of the first error of an answer.
fn code(response: &Response) -> Option<String> {
    let extensions = response.errors.first()?.extensions.as_ref()?;
    match extensions.get("code") {
        Some(Value::String(code)) => Some(code.clone()),
        _ => Some("UNKNOWN".to_owned()),
    }
}

/// The changes that an answer refuses for want of a right, by their names; of one
/// that is not named, that it is one.
#[must_use]
pub fn refused_changes(response: &Response, named: &[(String, String)]) -> BTreeSet<String> {
    let refused = response.errors.iter().filter(|error| {
        let code = error
            .extensions
            .as_ref()
            .and_then(|values| values.get("code"));
        code == Some(&Value::from(FORBIDDEN))
    });
    refused
        .map(|error| {
            let key = error.path.first();
            let name = named
                .iter()
                .find(|(own, _)| matches!(key, Some(PathSegment::Field(key)) if key == own));
            name.map_or_else(|| "mutation".to_owned(), |(_, name)| name.clone())
        })
        .collect()
}
