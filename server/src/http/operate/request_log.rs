//! An id for each request, which stands in every line that is logged for it;
//! and what is counted of requests.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method};
use axum::response::Response;
use tracing::Instrument;

use telemetry::traces;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The longest id that a proxy may give.
const LONGEST_ID: usize = 64;

/// Tells the processes of one name apart.
static PROCESS: LazyLock<u32> = LazyLock::new(|| {
    let mut random = [0; 4];
    // Ids are still told apart within the process.
    let _ = getrandom::fill(&mut random);
    u32::from_le_bytes(random)
});
static NEXT: AtomicU64 = AtomicU64::new(1);

/// Answers a request of a route under its id.
pub(in crate::http) async fn observe<F: Future<Output = Response>>(
    route: &str,
    request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    let begun = Instant::now();
    let id = given(&request).unwrap_or_else(new_id);
    let method = name_of(request.method());
    let span = tracing::error_span!(
        "request",
        id = id.to_str().unwrap_or_default(),
        method,
        route,
        otel.name = tracing::field::Empty,
        otel.kind = tracing::field::Empty,
    );
    traces::begin_request(&span, method, route, request.headers());
    let mut response = answer(request).instrument(span.clone()).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    telemetry::answered(method, route, status, took);
    traces::end_request(&span, status);
    span.in_scope(|| tracing::debug!(status, microseconds = took.as_micros(), "answered"));
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// The id that a proxy gave, when it is one that fits in a line of a log.
fn given(request: &Request) -> Option<HeaderValue> {
    let id = request.headers().get(REQUEST_ID)?;
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let is_id = (1..=LONGEST_ID).contains(&id.len()) && id.as_bytes().iter().all(fits);
    is_id.then(|| id.clone())
}

fn new_id() -> HeaderValue {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let id = format!("{:08x}-{number:x}", *PROCESS);
    HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("unknown"))
}

/// A method; those that nobody asks for here count as one.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    #[test]
    fn an_id_from_outside_is_taken_when_it_can_stand_in_a_log() {
        let of = |id: &'static str| {
            let request = Request::builder().header(REQUEST_ID, id);
            given(&request.body(Body::empty()).unwrap())
        };
        assert_eq!(of("abc-1.2_3").unwrap(), "abc-1.2_3");
        assert_eq!(of(""), None);
        assert_eq!(of("a b"), None);
        assert_eq!(of("a\"b"), None);
        assert_ne!(new_id(), new_id());
    }
}
