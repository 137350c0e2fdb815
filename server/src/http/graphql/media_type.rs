//! The media types of answers, as the draft of GraphQL over HTTP has them.

use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use crate::http::json_answer::RefusalStatus;

const JSON: &str = "application/json";
const GRAPHQL_RESPONSE: &str = "application/graphql-response+json";

/// As what an answer is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::http) enum MediaType {
    /// `application/json`: a request that is refused has the status 200, because
    /// clients take the answer of a proxy for ours otherwise.
    Json,
    /// `application/graphql-response+json`: the status tells what came of it.
    GraphqlResponse,
}

impl MediaType {
    /// What a client accepts; JSON where it does not say, or accepts neither.
    pub(in crate::http) fn accepted(headers: &HeaderMap) -> Self {
        let mut wanted = Preference::default();
        for value in headers.get_all(ACCEPT) {
            for range in value.to_str().unwrap_or_default().split(',') {
                wanted.read(range);
            }
        }
        wanted.media_type()
    }

    /// An answer in JSON, as this.
    pub(in crate::http) fn of(self, mut response: Response) -> Response {
        let is_json = response
            .headers()
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(JSON.as_bytes()));
        if self == Self::Json || !is_json {
            return response;
        }
        let kind = HeaderValue::from_static("application/graphql-response+json; charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, kind);
        if response.status() == StatusCode::OK
            && let Some(RefusalStatus(status)) = response.extensions().get()
        {
            *response.status_mut() = *status;
        }
        response
    }
}

/// How much a client wants each, in thousandths, by the most exact of its ranges.
#[derive(Default)]
struct Preference {
    graphql_response: u16,
    json: Option<u16>,
    application: Option<u16>,
    any: Option<u16>,
}

impl Preference {
    fn read(&mut self, range: &str) {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let quality = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
        let quality = quality.map_or(1000, thousandths);
        match kind.as_str() {
            GRAPHQL_RESPONSE => self.graphql_response = quality,
            JSON => self.json = Some(quality),
            "application/*" => self.application = Some(quality),
            "*/*" => self.any = Some(quality),
            _ => {}
        }
    }

    fn media_type(self) -> MediaType {
        let json = self.json.or(self.application).or(self.any).unwrap_or(0);
        if self.graphql_response > 0 && self.graphql_response >= json {
            MediaType::GraphqlResponse
        } else {
            MediaType::Json
        }
    }
}

/// `0.8`, at most three digits; nothing for what is no quality.
fn thousandths(quality: &str) -> u16 {
    let (whole, rest) = quality.split_once('.').unwrap_or((quality, ""));
    let number = |digits: &str| digits.parse::<u16>().unwrap_or(0);
    match whole {
        "1" => 1000,
        "0" if rest.len() <= 3 => number(&format!("{rest:0<3}")),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(accept: &str) -> MediaType {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, accept.parse().unwrap());
        MediaType::accepted(&headers)
    }

    #[test]
    fn the_status_tells_where_a_client_knows_that() {
        for accept in [
            "application/graphql-response+json",
            "application/graphql-response+json, application/json",
            "application/json, application/graphql-response+json; charset=utf-8",
            "application/json;q=0.9, Application/GraphQL-Response+JSON",
            "application/graphql-response+json;q=0.5, */*;q=0.4",
        ] {
            assert_eq!(accepted(accept), MediaType::GraphqlResponse, "{accept}");
        }
    }

    #[test]
    fn everybody_else_gets_json() {
        for accept in [
            "",
            "*/*",
            "application/*",
            "text/plain",
            "application/json",
            "application/json, application/graphql-response+json;q=0.9",
            "application/graphql-response+json;q=0",
            "application/graphql-response+json;q=0.5, */*",
        ] {
            assert_eq!(accepted(accept), MediaType::Json, "{accept}");
        }
        assert_eq!(MediaType::accepted(&HeaderMap::new()), MediaType::Json);
    }
}
