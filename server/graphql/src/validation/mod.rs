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

mod document;
mod inputs;
mod padding;

use std::sync::Arc;

use apollo_compiler::ast::DirectiveList;
use apollo_compiler::parser::{LineColumn, Parser};
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::schema::{Component, ExtendedType, FieldDefinition};
use apollo_compiler::validation::{DiagnosticList, Valid};
use apollo_compiler::{ExecutableDocument, Schema, name, request, ty};
use async_graphql::parser::parse_query;
use async_graphql::{ErrorExtensionValues, Name, Pos, Response, ServerError, Value, Variables};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::limits::{
    DEEPEST_BRACKETS, LimitError, MOST_TOKENS, check_document, check_selections, yield_when_due,
};
use super::refusal::refuse;
use domain::message::Message;

use self::inputs::check_inputs;

pub(crate) use document::Document;
pub(crate) use padding::Padding;

/// The code of a document or of variables that do not fit the schema.
const INVALID: &str = "GRAPHQL_VALIDATION_FAILED";
/// How many faults of one document are told.
const MOST_FAULTS: usize = 20;
/// Characters of all documents that are kept once they were found valid. Read by
/// both libraries, a character takes some thirty bytes.
const KEPT: u64 = 256 * 1024;
/// Characters of the longest document that is kept.
const LONGEST_KEPT: usize = 16 * 1024;
/// How many documents are kept, by estimate.
const DOCUMENTS: usize = 2_000;

/// The schema as validation needs it, and the documents that were found valid.
pub(crate) struct Validator {
    schema: Valid<Schema>,
    valid: Cache<Box<str>, Arc<Document>, Characters>,
}

#[derive(Clone)]
struct Characters;

impl Weighter<Box<str>, Arc<Document>> for Characters {
    fn weight(&self, text: &Box<str>, _: &Arc<Document>) -> u64 {
        u64::try_from(text.len()).unwrap_or(u64::MAX)
    }
}

/// Adds the field of introspection that apollo-compiler 1.33 does not know, and
/// that clients ask for: whether an input takes one of its fields.
fn add_one_of(schema: &mut Schema) {
    if let Some(ExtendedType::Object(of_type)) = schema.types.get_mut("__Type") {
        let field = FieldDefinition {
            description: None,
            name: name!("isOneOf"),
            arguments: Vec::new(),
            ty: ty!(Boolean),
            directives: DirectiveList::default(),
        };
        let fields = &mut of_type.make_mut().fields;
        fields.insert(field.name.clone(), Component::new(field));
    }
}

/// What is wrong with a request: at most [`MOST_FAULTS`] faults.
#[derive(Debug)]
pub(crate) struct Faults(Vec<Fault>);

#[derive(Debug)]
struct Fault {
    what: String,
    place: Option<Pos>,
}

impl Validator {
    /// For a schema in the schema definition language, as the program writes it.
    /// For one that is not valid no document is, which every test would see.
    pub(crate) fn of(sdl: &str) -> Self {
        let schema = Schema::parse(sdl, "schema.graphql").and_then(|mut schema| {
            add_one_of(&mut schema);
            schema.validate()
        });
        let schema = schema.unwrap_or_else(|error| {
            tracing::error!(errors = %error.errors, "the schema is not valid");
            Valid::assume_valid(Schema::new())
        });
        Self {
            schema,
            valid: Cache::with_weighter(DOCUMENTS, KEPT, Characters),
        }
    }

    /// Whether a document was found valid before.
    pub(crate) fn knows(&self, document: &str) -> bool {
        self.valid.peek(document).is_some()
    }

    /// Reads and validates a document; the answer that refuses it otherwise. One
    /// that was found valid before is not read again.
    pub(crate) fn read(&self, text: &str) -> Result<Arc<Document>, Box<Response>> {
        if let Some(known) = self.valid.get(text) {
            return Ok(known);
        }
        let refused = |error: LimitError| Box::new(error.response());
        check_document(text).map_err(refused)?;
        yield_when_due();
        let parsed = parse_query(text).map_err(|error| {
            let told = Message::as_written(ServerError::from(error).message);
            Box::new(refuse(&told, "GRAPHQL_PARSE_FAILED"))
        })?;
        yield_when_due();
        check_selections(&parsed).map_err(refused)?;
        yield_when_due();
        let valid = self.validate(text);
        let valid = valid.map_err(|faults| Box::new(faults.response()))?;
        let document = Arc::new(Document::new(text, valid, parsed));
        if text.len() <= LONGEST_KEPT {
            self.valid.insert(text.into(), Arc::clone(&document));
        }
        Ok(document)
    }

    /// Coerces the variables of the operation that is asked for: those left out
    /// get their defaults.
    pub(crate) fn coerce(
        &self,
        document: &Document,
        operation: Option<&str>,
        variables: Variables,
    ) -> Result<Variables, Faults> {
        let document = &document.valid;
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

    /// Validates a document that is small enough to be parsed.
    fn validate(&self, text: &str) -> Result<Valid<ExecutableDocument>, Faults> {
        let mut parser = Parser::new()
            .recursion_limit(DEEPEST_BRACKETS * 4)
            .token_limit(MOST_TOKENS * 4);
        let ast = parser
            .parse_ast(text, "question.graphql")
            .map_err(|error| Faults::of(&error.errors))?;
        yield_when_due();
        let document = ast
            .to_executable_validate(&self.schema)
            .map_err(|error| Faults::of(&error.errors))?;
        yield_when_due();
        check_inputs(&self.schema, &document).map_err(|bad| {
            let at = bad.place.and_then(|at| at.line_column(&document.sources));
            Faults(vec![Fault {
                what: bad.what,
                place: place(at),
            }])
        })?;
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

    /// The first in words.
    pub(crate) fn first(self) -> String {
        let first = self.0.into_iter().next();
        first.map(|fault| fault.what).unwrap_or_default()
    }

    /// The answer that tells them.
    pub(crate) fn response(self) -> Response {
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
