//! Documents that clients name by their hash: automatic persisted queries.
//!
//! A client sends the hash alone; where it is not known it sends the document
//! once beside it, which is kept within a bound. What is kept here is only text:
//! whoever names it is checked, limited and answered as if they had sent it.

use std::sync::Arc;

use async_graphql::Request;
use axum::http::StatusCode;
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::question_text::QuestionText;
use crate::http::errors::HttpError;
use domain::message::{Message, RequestMessage};
use graphql::{DocumentHash, LONGEST_DOCUMENT, Safelist, check_json};

/// Bytes that all documents take at most, with what stands beside them.
const MOST_BYTES: u64 = 8 * 1024 * 1024;
const ENTRY: u64 = 128;
/// The extension of a request that names its document.
const EXTENSION: &str = "persistedQuery";

#[derive(Clone)]
struct Bytewise;

impl Weighter<DocumentHash, Arc<str>> for Bytewise {
    fn weight(&self, _: &DocumentHash, document: &Arc<str>) -> u64 {
        u64::try_from(document.len()).unwrap_or(u64::MAX) + ENTRY
    }
}

/// The documents that are known by their hash.
pub(in crate::http) struct PersistedQueries {
    /// Those of the list of the server, which are never forgotten.
    listed: Option<Arc<Safelist>>,
    documents: Option<Cache<DocumentHash, Arc<str>, Bytewise>>,
}

impl Default for PersistedQueries {
    fn default() -> Self {
        Self::new(MOST_BYTES)
    }
}

/// What a request says of its document.
enum Named {
    Not,
    /// By something else than version 1 and a SHA-256.
    Otherwise,
    By(DocumentHash),
}

impl Named {
    fn of(extension: Option<&Value>) -> Self {
        let Some(extension) = extension else {
            return Self::Not;
        };
        let hash = extension.get("sha256Hash").and_then(Value::as_str);
        let is_first = extension.get("version").and_then(Value::as_u64) == Some(1);
        let hash = hash.filter(|_| is_first).and_then(read_hash);
        hash.map_or(Self::Otherwise, Self::By)
    }
}

impl PersistedQueries {
    fn new(bytes: u64) -> Self {
        let options = OptionsBuilder::new()
            .shards(1)
            .estimated_items_capacity(1_000)
            .weight_capacity(bytes)
            .build();
        let cache = |options| {
            let (hasher, lifecycle) = (DefaultHashBuilder::default(), DefaultLifecycle::default());
            Cache::with_options(options, Bytewise, hasher, lifecycle)
        };
        Self {
            listed: None,
            documents: options.ok().map(cache),
        }
    }

    /// The same, with the documents of a list.
    pub(in crate::http) fn knowing(self, listed: Option<Arc<Safelist>>) -> Self {
        Self { listed, ..self }
    }

    fn known(&self, hash: &DocumentHash) -> Option<Arc<str>> {
        let listed = self.listed.as_ref().and_then(|list| list.find(hash));
        let kept = || self.documents.as_ref().and_then(|kept| kept.get(hash));
        listed.cloned().or_else(kept)
    }

    /// The document that is meant where only its hash was sent; keeps one that
    /// was sent with its hash.
    fn find(&self, document: &str, named: &Named) -> Result<Option<Arc<str>>, HttpError> {
        match named {
            Named::Otherwise if document.is_empty() => Err(not_supported()),
            // It says what it asks, whatever it calls that.
            Named::Not | Named::Otherwise => Ok(None),
            Named::By(hash) if document.is_empty() => {
                self.known(hash).map(Some).ok_or_else(not_found)
            }
            Named::By(hash) => self.keep(document, *hash).map(|()| None),
        }
    }

    fn keep(&self, document: &str, hash: DocumentHash) -> Result<(), HttpError> {
        // A longer one is refused for its length.
        if document.len() > LONGEST_DOCUMENT {
            return Ok(());
        }
        if <DocumentHash>::from(Sha256::digest(document)) != hash {
            return Err(HttpError::bad_request(RequestMessage::HashOfAnother));
        }
        if let Some(documents) = &self.documents
            && documents.get(&hash).is_none()
        {
            documents.insert(hash, document.into());
        }
        Ok(())
    }

    /// A request with its document.
    pub(in crate::http) fn complete(&self, mut request: Request) -> Result<Request, HttpError> {
        let extension = request.extensions.get(EXTENSION);
        let extension = extension.and_then(|value| value.clone().into_json().ok());
        let named = Named::of(extension.as_ref());
        if let Some(document) = self.find(&request.query, &named)? {
            document.as_ref().clone_into(&mut request.query);
        }
        Ok(request)
    }

    /// The text of a question with its document. The name is no part of it, so
    /// that one answer is kept for all who ask the same.
    pub(in crate::http) fn complete_text<'a>(
        &self,
        mut question: QuestionText<'a>,
    ) -> Result<QuestionText<'a>, HttpError> {
        if !question.extensions.contains(EXTENSION) {
            return Ok(question);
        }
        check_json(question.extensions.as_bytes())?;
        // What is no object is refused when the request is read.
        let Ok(mut extensions) = serde_json::from_str::<Map<_, _>>(&question.extensions) else {
            return Ok(question);
        };
        let named = Named::of(extensions.remove(EXTENSION).as_ref());
        if let Some(document) = self.find(&question.document, &named)? {
            question.document = document.as_ref().to_owned().into();
        }
        question.extensions = if extensions.is_empty() {
            "".into()
        } else {
            Value::Object(extensions).to_string().into()
        };
        Ok(question)
    }
}

/// 64 hexadecimal digits.
fn read_hash(written: &str) -> Option<DocumentHash> {
    let digits = written.as_bytes();
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut hash = DocumentHash::default();
    for (byte, at) in hash.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&written[at..at + 2], 16).ok()?;
    }
    Some(hash)
}

/// The texts are those by which clients know what to do.
fn not_found() -> HttpError {
    refused("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
}

fn not_supported() -> HttpError {
    refused(
        "PERSISTED_QUERY_NOT_SUPPORTED",
        "PersistedQueryNotSupported",
    )
}

fn refused(code: &'static str, text: &'static str) -> HttpError {
    // By GET a cache would keep it until long after the document is known.
    HttpError::new(StatusCode::OK, code, Message::as_written(text)).unstored()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash_of(document: &str) -> DocumentHash {
        Sha256::digest(document).into()
    }

    fn is_known(queries: &PersistedQueries, document: &str) -> bool {
        queries.find("", &Named::By(hash_of(document))).is_ok()
    }

    #[test]
    fn a_document_is_known_by_its_hash_once_it_was_sent() {
        let queries = PersistedQueries::default();
        assert!(!is_known(&queries, "{a}"));
        assert!(queries.keep("{a}", hash_of("{b}")).is_err());
        assert!(!is_known(&queries, "{a}") && !is_known(&queries, "{b}"));
        queries.keep("{a}", hash_of("{a}")).unwrap();
        let found = queries.find("", &Named::By(hash_of("{a}")));
        assert_eq!(found.unwrap().as_deref(), Some("{a}"));
    }

    #[test]
    fn what_is_kept_is_bounded_in_bytes() {
        let queries = PersistedQueries::new(64 * 1024);
        for n in 0..1_000 {
            let document = format!("{{a{n}: __typename {}}}", " ".repeat(1_000));
            queries.keep(&document, hash_of(&document)).unwrap();
            let documents = queries.documents.as_ref().unwrap();
            assert!(documents.weight() <= 64 * 1024);
        }
        let long = " ".repeat(LONGEST_DOCUMENT + 1);
        queries.keep(&long, hash_of(&long)).unwrap();
        assert!(!is_known(&queries, &long));
    }

    #[test]
    fn a_name_is_no_part_of_the_text_of_a_question() {
        let queries = PersistedQueries::default();
        let hash = "0123456789abcdef".repeat(4);
        let text = |document: &'static str, extensions: String| QuestionText {
            document: document.into(),
            operation: None,
            variables: "".into(),
            extensions: extensions.into(),
        };
        let by_another = format!(r#"{{"persistedQuery":{{"version":2,"sha256Hash":"{hash}"}}}}"#);
        let read = queries.complete_text(text("{a}", by_another)).unwrap();
        assert_eq!(read, text("{a}", String::new()));
        let unknown = format!(r#"{{"persistedQuery":{{"version":1,"sha256Hash":"{hash}"}}}}"#);
        assert!(queries.complete_text(text("", unknown)).is_err());
    }

    #[test]
    fn a_hash_has_64_hexadecimal_digits() {
        assert!(read_hash(&"0a".repeat(32)).is_some());
        for wrong in [
            "",
            "ab",
            &"0g".repeat(32),
            &"+a".repeat(32),
            &"é".repeat(32),
        ] {
            assert_eq!(read_hash(wrong), None, "{wrong}");
        }
    }
}
