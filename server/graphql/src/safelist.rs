//! The documents that visitors without an account may ask for, on a server that
//! holds to a list.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::limits::LONGEST_DOCUMENT;

/// The documents of the client that comes with this program, by name.
const OF_CLIENT: &str = include_str!("../../../web/src/lib/api/documents.json");
/// How many documents a list has at most.
pub const MOST_LISTED: usize = 10_000;

/// The SHA-256 of a document.
pub type DocumentHash = [u8; 32];

/// Documents by the SHA-256 of their text, by which clients name them too.
#[derive(Debug, Default)]
pub struct Safelist {
    documents: HashMap<DocumentHash, Arc<str>>,
}

/// Why a list cannot be used; the name is that of the document in it.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum SafelistError {
    /// More than [`MOST_LISTED`].
    #[error("it has more than {MOST_LISTED} documents")]
    TooMany,
    /// Longer than a request may be.
    #[error("the document {0} has more than {LONGEST_DOCUMENT} bytes")]
    TooLong(String),
    /// It does not fit the schema.
    #[error("the document {name} does not fit the schema: {what}")]
    Invalid {
        /// The document.
        name: String,
        /// The first fault.
        what: String,
    },
    /// It is JSON of another form.
    #[error(
        "write the texts by name, {{\"Name\": \"query ...\"}}, or a manifest of persisted \
         queries, {{\"operations\": [{{\"name\": ..., \"body\": ...}}]}}"
    )]
    Form,
}

impl Safelist {
    /// The documents of the client that comes with this program.
    pub(crate) fn of_client() -> Self {
        let mut list = Self::default();
        let texts: HashMap<String, String> = serde_json::from_str(OF_CLIENT).unwrap_or_default();
        for text in texts.values() {
            list.put(text);
        }
        list
    }

    fn put(&mut self, text: &str) {
        let text = text.trim();
        self.documents.insert(hash(text), text.into());
    }

    /// Adds a document.
    pub(crate) fn add(&mut self, name: &str, text: &str) -> Result<(), SafelistError> {
        if text.len() > LONGEST_DOCUMENT {
            return Err(SafelistError::TooLong(name.to_owned()));
        }
        if self.documents.len() >= MOST_LISTED {
            return Err(SafelistError::TooMany);
        }
        self.put(text);
        Ok(())
    }

    /// Whether a document is on the list, whatever white space stands around it.
    pub(crate) fn has(&self, document: &str) -> bool {
        self.documents.contains_key(&hash(document.trim()))
    }

    /// The document with this hash.
    #[must_use]
    pub fn find(&self, hash: &DocumentHash) -> Option<&Arc<str>> {
        self.documents.get(hash)
    }

    /// The number of documents.
    #[must_use]
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}

fn hash(text: &str) -> DocumentHash {
    Sha256::digest(text).into()
}

/// The documents of a file in JSON, with their names: texts by name, or a
/// manifest of persisted queries.
pub fn documents_in_json(json: &str) -> Result<Vec<(String, String)>, SafelistError> {
    let Ok(Value::Object(file)) = serde_json::from_str(json) else {
        return Err(SafelistError::Form);
    };
    if let Some(Value::Array(operations)) = file.get("operations") {
        let documents = operations.iter().map(|operation| {
            let text = |key| operation.get(key).and_then(Value::as_str);
            let name = text("name").or(text("id")).unwrap_or("without a name");
            Some((name.to_owned(), text("body")?.to_owned()))
        });
        return documents.collect::<Option<_>>().ok_or(SafelistError::Form);
    }
    let documents = file.into_iter().map(|(name, text)| match text {
        Value::String(text) => Some((name, text)),
        _ => None,
    });
    documents.collect::<Option<_>>().ok_or(SafelistError::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_known_by_its_text_and_its_hash() {
        let mut list = Safelist::default();
        list.add("a", "{ a }\n").unwrap();
        assert!(list.has("{ a }") && list.has("\n{ a }\n") && !list.has("{a}"));
        assert_eq!(list.find(&hash("{ a }")).map(|text| &**text), Some("{ a }"));
        assert!(!Safelist::of_client().is_empty());
    }

    #[test]
    fn a_list_is_bounded() {
        let mut list = Safelist::default();
        for number in 0..MOST_LISTED {
            list.add("a", &format!("{{ a{number} }}")).unwrap();
        }
        assert_eq!(list.add("b", "{ b }"), Err(SafelistError::TooMany));
        let long = " ".repeat(LONGEST_DOCUMENT + 1);
        let refused = SafelistError::TooLong("c".to_owned());
        assert_eq!(Safelist::default().add("c", &long), Err(refused));
    }

    #[test]
    fn lists_of_other_tools_are_read() {
        let by_hash = r#"{"0a1b": "{ a }", "2c3d": "{ b }"}"#;
        assert_eq!(documents_in_json(by_hash).unwrap().len(), 2);
        let manifest = r#"{"format": "apollo-persisted-query-manifest", "version": 1,
            "operations": [{"id": "0a1b", "name": "A", "type": "query", "body": "query A { a }"}]}"#;
        let read = documents_in_json(manifest).unwrap();
        assert_eq!(read, [("A".to_owned(), "query A { a }".to_owned())]);
        for wrong in ["", "[]", r#"{"a": 1}"#, r#"{"operations": [{"id": "a"}]}"#] {
            assert_eq!(
                documents_in_json(wrong),
                Err(SafelistError::Form),
                "{wrong}"
            );
        }
    }
}
