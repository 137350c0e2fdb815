//! What operators see of the program from outside: numbers for Prometheus, and
//! traces.
//!
//! What is counted carries no personal data: routes and codes, no addresses of
//! clients and nobody's name.

mod metric_handles;
pub mod traces;

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, histogram};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

/// From what is kept to what is given up, in seconds.
const BUCKETS: [f64; 12] = [
    0.000_25, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0, 20.0,
];
/// How often what was counted is put together, so that it does not grow.
const UPKEEP: Duration = Duration::from_secs(5);

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// Begins to count. Nothing is counted before, nor by commands that do not
/// serve.
pub fn begin() {
    let builder = PrometheusBuilder::new().set_buckets(&BUCKETS);
    let Ok(handle) = builder.map(PrometheusBuilder::build_recorder) else {
        return;
    };
    let rendering = handle.handle();
    if metrics::set_global_recorder(handle).is_ok() {
        let _ = RECORDER.set(rendering);
        describe();
    }
}

/// Puts together what was counted, again and again.
pub async fn keep_up() {
    loop {
        tokio::time::sleep(UPKEEP).await;
        if let Some(recorder) = RECORDER.get() {
            recorder.run_upkeep();
        }
    }
}

/// All that was counted, in the text format of Prometheus.
#[must_use]
pub fn render() -> String {
    RECORDER
        .get()
        .map(PrometheusHandle::render)
        .unwrap_or_default()
}

/// A request over HTTP was answered.
pub fn answered(method: &'static str, route: &str, status: u16, took: Duration) {
    if RECORDER.get().is_some() {
        metric_handles::of_route(method, route, status, |seconds, requests| {
            seconds.record(took.as_secs_f64());
            requests.increment(1);
        });
    }
}

/// A GraphQL operation was answered, with an error of this code or none.
pub fn operated(operation: &'static str, code: Option<String>, begun: Instant) {
    if RECORDER.get().is_none() {
        return;
    }
    let took = begun.elapsed().as_secs_f64();
    metric_handles::of_operation(operation, |seconds, answered| {
        seconds.record(took);
        match code {
            None => answered.increment(1),
            Some(code) => metric_handles::ended(operation, code).increment(1),
        }
    });
}

/// An answer to a query was kept (`hit`), is kept from now on (`miss`), or is
/// not kept (`bypass`).
pub fn looked_up_answer(outcome: &'static str) {
    if RECORDER.get().is_some() {
        metric_handles::of_answers(outcome, |answers| answers.increment(1));
    }
}

/// A request was refused, for a reason that has a code.
pub fn refused(code: &str) {
    counter!("dekkingskaart_refused_total", "code" => code.to_owned()).increment(1);
}

/// Another atlas took the place of the one before.
pub fn rebuilt(took: Duration) {
    histogram!("dekkingskaart_atlas_rebuild_seconds").record(took.as_secs_f64());
}

/// The database refused, or could not be used.
pub fn store_failed(kind: &'static str) {
    counter!("dekkingskaart_store_errors_total", "kind" => kind).increment(1);
}

/// A file was handed in.
pub fn imported(outcome: &'static str) {
    counter!("dekkingskaart_imports_total", "outcome" => outcome).increment(1);
}

fn describe() {
    describe_counter!(
        "dekkingskaart_http_requests_total",
        "Requests over HTTP that were answered"
    );
    describe_histogram!(
        "dekkingskaart_http_request_seconds",
        Unit::Seconds,
        "Time until an answer over HTTP began"
    );
    describe_counter!(
        "dekkingskaart_graphql_operations_total",
        "GraphQL operations, by the code of their first error"
    );
    describe_histogram!(
        "dekkingskaart_graphql_operation_seconds",
        Unit::Seconds,
        "Time that a GraphQL operation took"
    );
    describe_counter!(
        "dekkingskaart_answer_cache_total",
        "Answers by whether they were kept"
    );
    describe_gauge!(
        "dekkingskaart_answer_cache_bytes",
        Unit::Bytes,
        "Bytes that kept answers take, at most"
    );
    describe_counter!(
        "dekkingskaart_refused_total",
        "What was refused, by the code of the reason"
    );
    describe_histogram!(
        "dekkingskaart_atlas_rebuild_seconds",
        Unit::Seconds,
        "Time to read a change and put another atlas in place"
    );
    describe_gauge!(
        "dekkingskaart_atlas_age_seconds",
        Unit::Seconds,
        "Time since the atlas was put in place"
    );
    describe_gauge!(
        "dekkingskaart_atlas_revision",
        "The revision that is served"
    );
    describe_gauge!("dekkingskaart_atlas_views", "Views of a date that are kept");
    describe_counter!(
        "dekkingskaart_store_errors_total",
        "Failures of the database"
    );
    describe_counter!("dekkingskaart_imports_total", "Files that were handed in");
    describe_gauge!(
        "dekkingskaart_sessions",
        "Sessions of people who are signed in"
    );
    describe_gauge!(
        "dekkingskaart_followers",
        "Connections that follow what changes"
    );
    describe_gauge!("dekkingskaart_connections", "Connections that are open");
    describe_counter!(
        "dekkingskaart_connections_refused_total",
        "Connections for which there was no place"
    );
    describe_counter!(
        "dekkingskaart_answers_unread_total",
        "Connections that ended because nobody read the answer"
    );
    describe_gauge!(
        "dekkingskaart_ready",
        "1 when this server should get traffic"
    );
}
