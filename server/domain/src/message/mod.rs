//! What the program says to a person, as data: a code that never changes, its
//! arguments, and its text in both languages from the message files.
//!
//! A message goes out as `{ code, arguments, what }`, where `what` is the English
//! text for who has no texts of their own.

mod argument;
mod declare;
mod geo;
mod import;
mod input;
mod limit;
mod narrative;
mod outline;
mod people;
mod place;
mod publish;
mod record;
mod request;
mod service;
mod summary;
#[cfg(test)]
mod tests;
mod texts;

use std::fmt;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::words::Language;
use argument::IsArgument;

pub use argument::{Argument, List, Tenths};
pub use import::{CellMessage, FileMessage};
pub use input::TextMessage;
pub use limit::{LimitMessage, ValueMessage};
pub use narrative::{DifferenceMessage, ExplanationMessage, HistoryMessage};
pub use outline::OutlineMessage;
pub use people::PeopleMessage;
pub use place::PlaceMessage;
pub use publish::PublishMessage;
pub use record::{ChangeMessage, RecordMessage};
pub use request::{AccessMessage, RequestMessage, SheetMessage};
pub use service::ServiceMessage;
pub use summary::{SummaryMessage, kept, read_kept};
pub use texts::pattern;

/// Lets an error be a message: its text is the English one.
#[macro_export]
macro_rules! says {
    ($($error:ty),+ $(,)?) => {$(
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&$crate::message::Message::from(self), f)
            }
        }

        impl std::error::Error for $error {}

        impl From<$error> for $crate::message::Message {
            fn from(error: $error) -> Self {
                Self::from(&error)
            }
        }
    )+};
}

pub use says;

/// Puts the topics together.
macro_rules! topics {
    ($($topic:ident($messages:ident)),+ $(,)?) => {
        /// Something that the program says to a person.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is described where it is declared")]
        pub enum Message {
            $($topic($messages)),+
        }

        $(impl From<$messages> for Message {
            fn from(message: $messages) -> Self {
                Self::$topic(message)
            }
        })+

        impl Message {
            /// The code: it never changes.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $(Self::$topic(message) => message.code()),+ }
            }

            /// What stands in the gaps of the text, by name.
            #[must_use]
            pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
                match self { $(Self::$topic(message) => message.arguments()),+ }
            }

            /// The codes of all messages.
            pub fn codes() -> impl Iterator<Item = &'static str> {
                [$($messages::CODES),+].into_iter().flatten().copied()
            }

            /// The arguments as JSON, by name.
            #[must_use]
            pub fn arguments_json(&self) -> Value {
                let whole = match self {
                    $(Self::$topic(message) => serde_json::to_value(message)),+
                };
                let mut whole = whole.unwrap_or_default();
                match whole.get_mut("arguments") {
                    Some(arguments) => arguments.take(),
                    None => Value::Object(serde_json::Map::new()),
                }
            }

            /// The message of a code with its arguments as JSON; nothing when this
            /// version has no such message.
            fn from_parts(code: &str, arguments: &Value) -> Option<Self> {
                let whole = match arguments.as_object() {
                    Some(arguments) if !arguments.is_empty() =>
                        serde_json::json!({ "code": code, "arguments": arguments }),
                    _ => serde_json::json!({ "code": code }),
                };
                $(if $messages::CODES.contains(&code) {
                    return serde_json::from_value(whole).ok().map(Self::$topic);
                })+
                None
            }

            /// Each message once, with real arguments.
            #[cfg(test)]
            pub(crate) fn examples() -> Vec<Self> {
                let mut all = Vec::new();
                $(all.extend($messages::examples().into_iter().map(Self::$topic));)+
                all
            }
        }
    };
}

topics! {
    Text(TextMessage),
    Place(PlaceMessage),
    Cell(CellMessage),
    File(FileMessage),
    Outline(OutlineMessage),
    Record(RecordMessage),
    Change(ChangeMessage),
    People(PeopleMessage),
    Service(ServiceMessage),
    Access(AccessMessage),
    Request(RequestMessage),
    Sheet(SheetMessage),
    Publish(PublishMessage),
    Limit(LimitMessage),
    Value(ValueMessage),
    Summary(SummaryMessage),
    History(HistoryMessage),
    Difference(DifferenceMessage),
    Explanation(ExplanationMessage),
}

impl Message {
    /// A sentence that was written down before messages were data.
    #[must_use]
    pub fn as_written(text: impl fmt::Display) -> Self {
        let text = text.to_string();
        TextMessage::AsWritten { text }.into()
    }

    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        texts::text(self, language)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::English))
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parts = serializer.serialize_struct("Message", 3)?;
        parts.serialize_field("code", self.code())?;
        parts.serialize_field("arguments", &self.arguments_json())?;
        parts.serialize_field("what", &self.to_string())?;
        parts.end()
    }
}

/// A message on record: in parts, or a sentence of an earlier version.
#[derive(Deserialize)]
#[serde(untagged)]
enum OnRecord {
    Text(String),
    Parts {
        code: String,
        #[serde(default)]
        arguments: Value,
        #[serde(default)]
        what: String,
    },
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match OnRecord::deserialize(deserializer)? {
            OnRecord::Text(text) => Self::as_written(text),
            OnRecord::Parts {
                code,
                arguments,
                what,
            } => Self::from_parts(&code, &arguments).unwrap_or_else(|| Self::as_written(what)),
        })
    }
}
