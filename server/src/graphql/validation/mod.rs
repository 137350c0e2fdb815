//! Validation of documents and variables by the specification, before anything
//! executes them.
//!
//! The executor (async-graphql 7.2.1) lets several faults pass: fields in
//! conflict below the first level, required variables that are left out, and
//! unused fragments that are wrong. It leaves the defaults of variables out of
//! directives, and answers `null` where nothing of an object is selected. So a
//! document is validated and its variables are coerced by `apollo-compiler`,
//! which has every rule of the specification, and what the executor would read
//! otherwise is written out for it.

mod inputs;
mod padding;

use std::sync::Arc;

use apollo_compiler::parser::{LineColumn, Parser};
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::validation::{DiagnosticList, Valid};
use apollo_compiler::{ExecutableDocument, Schema, request};
use async_graphql::{ErrorExtensionValues, Name, Pos, Response, ServerError, Value, Variables};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::limits::{DEEPEST_BRACKETS, MOST_TOKENS};
use crate::telemetry;

use self::inputs::check_inputs;

pub(in crate::graphql) use padding::Padding;

/// The code of a document or of variables that do not fit the schema.
const INVALID: &str = "GRAPHQL_VALIDATION_FAILED";
/// How many faults of one document are told.
const MOST_FAULTS: usize = 20;
/// Characters of all documents that are kept once they were found valid.
const KEPT: u64 = 2 * 1024 * 1024;
/// Characters of the longest document that is kept.
const LONGEST_KEPT: usize = 16 * 1024;
/// How many documents are kept, by estimate.
const DOCUMENTS: usize = 2_000;

type Document = Arc<Valid<ExecutableDocument>>;

/// The schema as validation needs it, and the documents that were found valid.
pub(in crate::graphql) struct Validator {
    schema: Valid<Schema>,
    valid: Cache<Box<str>, Document, Characters>,
}

#[derive(Clone)]
struct Characters;

impl Weighter<Box<str>, Document> for Characters {
    fn weight(&self, text: &Box<str>, _: &Document) -> u64 {
        u64::try_from(text.len()).unwrap_or(u64::MAX)
    }
}

/// What is wrong with a request: at most [`MOST_FAULTS`] faults.
#[derive(Debug)]
pub(in crate::graphql) struct Faults(Vec<Fault>);

#[derive(Debug)]
struct Fault {
    what: String,
    place: Option<Pos>,
}

impl Validator {
    /// For a schema in the schema definition language, as the program writes it.
    /// For one that is not valid no document is, which every test would see.
    pub(in crate::graphql) fn of(sdl: &str) -> Self {
        let schema = Schema::parse_and_validate(sdl, "schema.graphql").unwrap_or_else(|error| {
            tracing::error!(errors = %error.errors, "the schema is not valid");
            Valid::assume_valid(Schema::new())
        });
        Self {
            schema,
            valid: Cache::with_weighter(DOCUMENTS, KEPT, Characters),
        }
    }

    /// Whether a document was found valid before.
    pub(in crate::graphql) fn knows(&self, document: &str) -> bool {
        self.valid.peek(document).is_some()
    }

    /// Validates a document that is small enough to be parsed, and coerces the
    /// variables of the operation that is asked for: those left out get their
    /// defaults.
    pub(in crate::graphql) fn check(
        &self,
        document: &str,
        operation: Option<&str>,
        variables: Variables,
    ) -> Result<Variables, Faults> {
        let document = self.document(document)?;
        let refused = |error: &request::RequestError| {
            Faults(vec![Fault {
                what: error.message().to_string(),
                place: place(
                    error
                        .location()
                        .and_then(|at| at.line_column(&document.sources)),
                ),
            }])
        };
        let operation = document
            .operations
            .get(operation)
            .map_err(|error| refused(&error))?;
        if operation.variables.is_empty() && variables.is_empty() {
            return Ok(Variables::default());
        }
        let given = as_json(variables);
        let coerced = request::coerce_variable_values(&self.schema, operation, &given)
            .map_err(|error| refused(&error))?;
        // An area may be large: no more than two copies are there at once.
        drop(given);
        Ok(from_json(coerced.into_inner()))
    }

    fn document(&self, text: &str) -> Result<Document, Faults> {
        if let Some(known) = self.valid.get(text) {
            return Ok(known);
        }
        let mut parser = Parser::new()
            .recursion_limit(DEEPEST_BRACKETS * 4)
            .token_limit(MOST_TOKENS * 4);
        let ast = parser
            .parse_ast(text, "question.graphql")
            .map_err(|error| Faults::of(&error.errors))?;
        let document = ast
            .to_executable_validate(&self.schema)
            .map_err(|error| Faults::of(&error.errors))?;
        check_inputs(&self.schema, &document).map_err(|bad| {
            let at = bad.place.and_then(|at| at.line_column(&document.sources));
            Faults(vec![Fault {
                what: bad.what,
                place: place(at),
            }])
        })?;
        let document = Arc::new(document);
        if text.len() <= LONGEST_KEPT {
            self.valid.insert(text.into(), Arc::clone(&document));
        }
        Ok(document)
    }
}

impl Faults {
    fn of(errors: &DiagnosticList) -> Self {
        let told = errors.iter().take(MOST_FAULTS).map(|fault| {
            // In the words of graphql-js, which tools know and which name the field.
            let told = fault.unstable_to_json_compat();
            Fault {
                what: told.message,
                place: place(told.locations.first().copied()),
            }
        });
        let mut faults: Vec<_> = told.collect();
        // It follows from a field that does not exist, when that is the only one.
        faults.sort_by_key(|fault| fault.what.contains("must have a selection of subfields"));
        Self(faults)
    }

    /// The answer that tells them.
    pub(in crate::graphql) fn response(self) -> Response {
        telemetry::refused(INVALID);
        let errors = self.0.into_iter().map(|fault| {
            let mut error = ServerError::new(fault.what, fault.place);
            let values = error
                .extensions
                .get_or_insert_with(ErrorExtensionValues::default);
            values.set("code", INVALID);
            error
        });
        Response::from_errors(errors.collect())
    }
}

fn place(at: Option<LineColumn>) -> Option<Pos> {
    let at = at?;
    Some(Pos {
        line: at.line,
        column: at.column,
    })
}

fn as_json(mut variables: Variables) -> JsonMap {
    let values = std::mem::take(&mut *variables).into_iter();
    let values = values.filter_map(|(name, value)| {
        let value = value.into_json().ok()?;
        Some((name.as_str().into(), JsonValue::from(value)))
    });
    values.collect()
}

fn from_json(coerced: JsonMap) -> Variables {
    let mut variables = Variables::default();
    for (name, value) in coerced {
        variables.insert(Name::new(name.as_str()), constant(value));
    }
    variables
}

fn constant(value: JsonValue) -> Value {
    match value {
        JsonValue::Null => Value::Null,
        JsonValue::Bool(value) => Value::Boolean(value),
        JsonValue::Number(value) => Value::Number(value),
        JsonValue::String(value) => Value::String(value.as_str().to_owned()),
        JsonValue::Array(items) => Value::List(items.into_iter().map(constant).collect()),
        JsonValue::Object(fields) => {
            let fields = fields.into_iter();
            let fields = fields.map(|(name, value)| (Name::new(name.as_str()), constant(value)));
            Value::Object(fields.collect())
        }
    }
}
