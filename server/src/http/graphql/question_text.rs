//! The text of a question: what tells it from others.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

/// The text of a question, part by part; empty where a part is not there.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::http) struct QuestionText<'a> {
    pub(in crate::http) document: Cow<'a, str>,
    pub(in crate::http) operation: Option<Cow<'a, str>>,
    /// As JSON.
    pub(in crate::http) variables: Cow<'a, str>,
    /// As JSON.
    pub(in crate::http) extensions: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    #[serde(borrow, default)]
    query: Cow<'a, str>,
    #[serde(borrow, default, alias = "operation_name")]
    operation_name: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    variables: Option<&'a RawValue>,
    #[serde(borrow, default)]
    extensions: Option<&'a RawValue>,
}

impl<'a> QuestionText<'a> {
    /// Of a body, when it is one.
    pub(in crate::http) fn of_body(body: &'a [u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(without_mark(body)).ok()?;
        let json = |value: Option<&'a RawValue>| value.map_or("", RawValue::get);
        Some(Self {
            document: written.query,
            operation: written.operation_name,
            variables: normalized(json(written.variables)).into(),
            extensions: normalized(json(written.extensions)).into(),
        })
    }

    /// Whether it may ask for a change: such a question is never kept, nor does
    /// one wait for another.
    pub(in crate::http) fn may_change(&self) -> bool {
        self.document.contains("mutation")
    }
}

/// JSON, empty where it says nothing.
pub(super) fn normalized(json: &str) -> &str {
    match json.trim() {
        "null" | "{}" => "",
        json => json,
    }
}

/// A body without the mark that some editors and programs begin a file with.
pub(super) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_question_has_no_text() {
        for body in ["", r#"{"query":1}"#, r#"{"query":"a","query":"b"}"#] {
            assert_eq!(QuestionText::of_body(body.as_bytes()), None, "{body}");
        }
    }

    #[test]
    fn what_may_change_something_is_known_by_its_word() {
        let text = |document: &'static str| QuestionText {
            document: document.into(),
            operation: None,
            variables: "".into(),
            extensions: "".into(),
        };
        assert!(text("query A{a} mutation B{b}").may_change());
        assert!(!text("{municipalities{totalCount}}").may_change());
    }
}
