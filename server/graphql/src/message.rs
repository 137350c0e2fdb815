//! Messages as the schema gives them: a code, its arguments, and a text.

use std::borrow::Cow;

use async_graphql::parser::types::Field;
use async_graphql::registry::{Deprecation, MetaEnumValue, MetaType, MetaTypeId, Registry};
use async_graphql::{
    ContextSelectionSet, Description, Name, OutputType, Positioned, Scalar, ScalarType,
    ServerResult, Value,
};
use dekkingskaart_macros::direct_object;

use super::direct::{Direct, NotDirect, Plan, Run};
use super::enums::Language;
use super::refusal::arguments;
use domain::message;

/// Something that the program says to a person: a code that never changes, and
/// what stands in the gaps of its text.
#[derive(Debug, Clone, Description)]
pub struct Message(pub message::Message);

#[direct_object(use_type_description)]
impl Message {
    /// The code.
    fn code(&self) -> MessageCode {
        MessageCode(self.0.code())
    }

    /// What stands in the gaps of the text, by name.
    fn arguments(&self) -> MessageArguments {
        MessageArguments(self.0.clone())
    }

    /// The text.
    fn what(
        &self,
        #[graphql(desc = "The language of the text.", default_with = "Language::English")]
        language: Language,
    ) -> String {
        self.0.text(language)
    }
}

impl Message {
    pub(super) fn all(messages: &[message::Message]) -> Vec<Self> {
        messages.iter().cloned().map(Self).collect()
    }
}

/// The arguments of a message: a JSON object with, by name, a text, a number, a
/// date (YYYY-MM-DD), a list (`items`, and how many `more` there are), or another
/// message (`code`, `arguments`, `what`).
#[derive(Debug, Clone, Description)]
pub struct MessageArguments(message::Message);

#[Scalar(use_type_description)]
impl ScalarType for MessageArguments {
    fn parse(_: Value) -> async_graphql::InputValueResult<Self> {
        Err(async_graphql::InputValueError::custom(
            "arguments are given, and never taken",
        ))
    }

    fn to_value(&self) -> Value {
        arguments(&self.0)
    }
}

/// The code of a message.
#[derive(Debug, Clone, Copy)]
struct MessageCode(&'static str);

impl OutputType for MessageCode {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed("MessageCode")
    }

    fn create_type_info(registry: &mut Registry) -> String {
        registry.create_output_type::<Self, _>(MetaTypeId::Enum, |_| MetaType::Enum {
            name: "MessageCode".to_owned(),
            description: Some("The codes of all messages, each with its text.".to_owned()),
            enum_values: message::Message::codes().map(described).collect(),
            visible: None,
            inaccessible: false,
            tags: Vec::new(),
            rust_typename: Some(std::any::type_name::<Self>()),
            directive_invocations: Vec::new(),
            requires_scopes: Vec::new(),
        })
    }

    async fn resolve(
        &self,
        _: &ContextSelectionSet<'_>,
        _: &Positioned<Field>,
    ) -> ServerResult<Value> {
        Ok(Value::Enum(Name::new(self.0)))
    }
}

impl Direct for MessageCode {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.quoted(self.0);
        Ok(())
    }
}

impl Direct for MessageArguments {
    fn write(&self, _: &Plan, run: &mut Run<'_>) -> Result<(), NotDirect> {
        run.json(&arguments(&self.0))
    }
}

fn described(code: &'static str) -> (String, MetaEnumValue) {
    let value = MetaEnumValue {
        name: code.to_owned(),
        description: Some(message::pattern(code)),
        deprecation: Deprecation::NoDeprecated,
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        directive_invocations: Vec::new(),
    };
    (code.to_owned(), value)
}
