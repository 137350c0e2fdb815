//! A question as it was written: in a body, or in an address.

use std::borrow::Cow;

use async_graphql::Request;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::persisted::PersistedQueries;
use super::question_text::{QuestionText, normalized, without_mark};
use crate::http::errors::HttpError;
use domain::message::RequestMessage;
use graphql::check_json;

/// A question in an address, with the names of the standard.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(in crate::http) struct QuestionAddress {
    query: String,
    #[serde(alias = "operation_name")]
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

impl QuestionAddress {
    pub(in crate::http) fn read(query: &str) -> Result<Self, Response> {
        let uri = format!("/?{query}").parse().map_err(|_| malformed())?;
        let Query(asked) = Query::try_from_uri(&uri).map_err(|_| malformed())?;
        Ok(asked)
    }

    /// Its text.
    pub(in crate::http) fn text(&self) -> QuestionText<'_> {
        let json = |value: Option<&String>| value.map_or("", |json| normalized(json)).to_owned();
        QuestionText {
            document: self.query.as_str().into(),
            operation: self.operation_name.as_deref().map(Cow::from),
            variables: json(self.variables.as_ref()).into(),
            extensions: json(self.extensions.as_ref()).into(),
        }
    }

    /// The request that it is.
    pub(in crate::http) fn request(
        self,
        documents: &PersistedQueries,
    ) -> Result<Request, Response> {
        let mut request = Request::new(self.query);
        request.operation_name = self.operation_name;
        for json in [&self.variables, &self.extensions].into_iter().flatten() {
            check_json(json.as_bytes()).map_err(HttpError::from)?;
        }
        if let Some(variables) = self.variables.filter(|json| !json.is_empty()) {
            request.variables = serde_json::from_str(&variables).map_err(|_| malformed())?;
        }
        if let Some(extensions) = self.extensions.filter(|json| !json.is_empty()) {
            request.extensions = serde_json::from_str(&extensions).map_err(|_| malformed())?;
        }
        Ok(documents.complete(request)?)
    }
}

fn malformed() -> Response {
    HttpError::bad_request(RequestMessage::BadQuestionAddress).into()
}

/// The request that a body is.
pub(in crate::http) fn request_in_body(
    body: &[u8],
    documents: &PersistedQueries,
) -> Result<Request, Response> {
    let body = without_mark(body);
    check_json(body).map_err(HttpError::from)?;
    let request: Request = serde_json::from_slice(body).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Response::from(HttpError::bad_request(RequestMessage::BadQuestion {
            line,
            column,
        }))
    })?;
    let request = documents.complete(request)?;
    if request.query.is_empty() && !has_document(body) {
        let message = RequestMessage::NoQuestion;
        return Err(HttpError::new(StatusCode::BAD_REQUEST, "NO_QUESTION", message).into());
    }
    Ok(request)
}

/// Whether a body has a document, if only an empty one.
fn has_document(body: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Document {
        query: Option<IgnoredAny>,
    }
    serde_json::from_slice::<Document>(body).is_ok_and(|body| body.query.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_and_an_address_that_ask_the_same_have_one_text() {
        let body = br#" {"query":"{a(b:\"c\")}","variables":{"d":1},"operationName":null}"#;
        let address =
            QuestionAddress::read("query=%7Ba(b:%22c%22)%7D&variables=%7B%22d%22:1%7D").unwrap();
        assert_eq!(QuestionText::of_body(body).unwrap(), address.text());
        let body = br#"{"query":"{a}","variables":{},"extensions":null}"#;
        let address = QuestionAddress::read("query=%7Ba%7D").unwrap();
        assert_eq!(QuestionText::of_body(body).unwrap(), address.text());
    }
}
