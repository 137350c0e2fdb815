//! Traces for a collector of OpenTelemetry, by OTLP over HTTP: what a request
//! waited for, from its route to the database.
//!
//! A trace carries what the log carries: routes, codes and durations, nobody's
//! name or address, and nothing of what was asked for.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::http::HeaderMap;
use opentelemetry::propagation::TextMapPropagator;
use opentelemetry::trace::TracerProvider;
use opentelemetry_http::{Bytes, HeaderExtractor, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{ExporterBuildError, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::{SdkTracer, SdkTracerProvider};
use thiserror::Error;
use tracing::Span;
use tracing_opentelemetry::{OpenTelemetryLayer, OpenTelemetrySpanExt};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::registry::LookupSpan;
use ureq::Agent;
use url::Url;

/// How long a collector may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long what was not yet sent is waited for at the end.
const LAST_MOMENT: Duration = Duration::from_secs(1);
/// The longest answer of a collector that is read, in bytes.
const LONGEST_ANSWER: u64 = 64 * 1024;
/// As what this program is known to the collector.
const SERVICE: &str = "dekkingskaart";

static ARE_ON: AtomicBool = AtomicBool::new(false);

/// Why no traces can be sent.
#[derive(Debug, Error)]
pub enum TracesError {
    /// Where they should go is no address.
    #[error("`{0}` is no address of a collector; write http://HOST:4318")]
    Address(String),
    /// The library refuses its settings, which stand in the environment too.
    #[error("the settings of the collector cannot be used")]
    Settings(#[from] ExporterBuildError),
}

/// Traces that are on their way to a collector.
pub struct Traces {
    provider: SdkTracerProvider,
}

impl Traces {
    /// Sends traces to the collector at an address, in batches.
    pub fn to(address: &str) -> Result<Self, TracesError> {
        let bad = || TracesError::Address(address.to_owned());
        let url = Url::parse(address).map_err(|_| bad())?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(bad());
        }
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(Collector(agent()))
            .with_endpoint(format!("{}/v1/traces", address.trim_end_matches('/')))
            .with_timeout(PATIENCE)
            .build()?;
        let resource = Resource::builder().with_service_name(SERVICE).build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_resource(resource)
            .build();
        ARE_ON.store(true, Ordering::Relaxed);
        Ok(Self { provider })
    }

    /// What hears of all that this program does.
    #[must_use]
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: tracing::Subscriber + for<'span> LookupSpan<'span>,
    {
        let tracer: SdkTracer = self.provider.tracer(SERVICE);
        let own = Targets::new().with_target(SERVICE, tracing::Level::DEBUG);
        let layer = OpenTelemetryLayer::new(tracer).with_location(false);
        layer.with_threads(false).with_filter(own)
    }

    /// Sends what is left; a collector that does not answer is not waited for.
    pub fn end(self) {
        if let Err(error) = self.provider.shutdown_with_timeout(LAST_MOMENT) {
            tracing::debug!(
                error = &error as &dyn std::error::Error,
                "some traces were not sent"
            );
        }
    }
}

/// Puts a request into the trace of whoever sent it, and names it by its route.
pub fn begin_request(span: &Span, method: &str, route: &str, headers: &HeaderMap) {
    if !ARE_ON.load(Ordering::Relaxed) {
        return;
    }
    let sent_with = TraceContextPropagator::new().extract(&HeaderExtractor(headers));
    // Only fails where nothing hears of it.
    let _ = span.set_parent(sent_with);
    span.record("otel.name", format!("{method} {route}"));
    span.record("otel.kind", "server");
    span.set_attribute("http.request.method", method.to_owned());
    span.set_attribute("http.route", route.to_owned());
}

/// Tells how a request was answered.
pub fn end_request(span: &Span, status: u16) {
    if !ARE_ON.load(Ordering::Relaxed) {
        return;
    }
    span.set_attribute("http.response.status_code", i64::from(status));
    if status >= 500 {
        span.set_status(opentelemetry::trace::Status::error("refused or failed"));
    }
}

/// Sends by the library that asks providers too. It waits, on the thread that
/// sends batches and does nothing else.
#[derive(Debug)]
struct Collector(Agent);

fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .build()
        .into()
}

impl HttpClient for Collector {
    fn send_bytes<'client, 'sent>(
        &'client self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'sent>>
    where
        'client: 'sent,
        Self: 'sent,
    {
        Box::pin(async move {
            let answer = self.0.run(request.map(|body| body.to_vec()))?;
            let (parts, mut body) = answer.into_parts();
            let body = body.with_config().limit(LONGEST_ANSWER).read_to_vec()?;
            Ok(Response::from_parts(parts, body.into()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collector_needs_an_address() {
        for address in ["", "collector", "ftp://collector", "http://"] {
            let refused = Traces::to(address).err().unwrap();
            assert!(matches!(refused, TracesError::Address(_)), "{address}");
        }
    }
}
