//! Requests to a provider.

use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse};
use ureq::Agent;
use ureq::http::Method;

/// How long a provider may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest answer that is read, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// Asks without following redirects, which would lead wherever a provider
/// likes.
pub(super) fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .build()
        .into()
}

/// Sends a request, and waits for the answer.
pub(super) fn ask(agent: &Agent, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let answer = if request.method() == Method::GET {
        agent.run(request.map(|_| ()))?
    } else {
        agent.run(request)?
    };
    let (parts, mut body) = answer.into_parts();
    let body = body.with_config().limit(LONGEST).read_to_vec()?;
    Ok(HttpResponse::from_parts(parts, body))
}
