//! Messages in `extensions`, and answers that say why a request is refused.

use async_graphql::indexmap::IndexMap;
use async_graphql::{Name, Response, ServerError, Value};

use domain::message::Message;
use domain::words::Language;

/// What stands in the gaps of a message, by name.
pub(super) fn arguments(message: &Message) -> Value {
    Value::from_json(message.arguments_json()).unwrap_or_default()
}

/// A message in `extensions`: `{ code, arguments, what }`.
pub(super) fn in_extensions(message: &Message) -> IndexMap<Name, Value> {
    told(message, Language::English)
}

/// The same, with its text in a language.
fn told(message: &Message, language: Language) -> IndexMap<Name, Value> {
    let parts = [
        ("code", Value::from(message.code())),
        ("arguments", arguments(message)),
        ("what", Value::from(message.text(language))),
    ];
    let parts = parts.into_iter();
    parts
        .map(|(name, value)| (Name::new(name), value))
        .collect()
}

/// Messages in `extensions`.
pub(super) fn list(messages: &[Message]) -> Value {
    let messages = messages.iter();
    Value::List(messages.map(in_extensions).map(Value::Object).collect())
}

/// An answer that says why a request is refused.
#[must_use]
pub fn refuse(message: &Message, code: &str) -> Response {
    refuse_in(message, code, Language::English)
}

/// The same, told in a language.
#[must_use]
pub fn refuse_in(message: &Message, code: &str, language: Language) -> Response {
    telemetry::refused(code);
    let mut error = ServerError::new(message.text(language), None);
    let values = error.extensions.get_or_insert_default();
    values.set("code", code);
    values.set("message", Value::Object(told(message, language)));
    Response::from_errors(vec![error])
}
