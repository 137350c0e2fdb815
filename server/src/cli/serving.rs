//! Settings of connections, of what operators see, and of what is logged.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::http::{ConnectionLimits, SECURITY_CONTACT};
use telemetry::traces::{Traces, TracesError};

/// How the server treats its connections, and what it tells its operators.
#[derive(Debug, Args)]
pub(super) struct ServingArguments {
    /// How many connections there are at once.
    #[arg(long, env = "DEKKINGSKAART_CONNECTIONS", default_value_t = ConnectionLimits::default().connections)]
    connections: usize,
    /// How many of them from one address, of IPv6 one /64; not looked at behind
    /// a proxy.
    #[arg(
        long,
        env = "DEKKINGSKAART_CONNECTIONS_PER_ADDRESS",
        default_value_t = 100
    )]
    connections_per_address: usize,
    /// How long, in seconds, the head of a request may take, and a connection
    /// is kept without one.
    #[arg(long, env = "DEKKINGSKAART_HEAD_TIMEOUT", default_value_t = ConnectionLimits::default().head.as_secs())]
    head_timeout: u64,
    /// How long, in seconds, a client may take nothing of an answer.
    #[arg(long, env = "DEKKINGSKAART_UNREAD_TIMEOUT", default_value_t = ConnectionLimits::default().unread.as_secs())]
    unread_timeout: u64,
    /// How long, in seconds, work under way may go on when the server stops.
    #[arg(long, env = "DEKKINGSKAART_STOP_TIMEOUT", default_value_t = ConnectionLimits::default().last_work.as_secs())]
    stop_timeout: u64,
    /// Where files that are being handed in are kept until they are whole; the
    /// system's folder for temporary files without it.
    #[arg(long, env = "DEKKINGSKAART_UPLOADS")]
    pub(super) uploads: Option<PathBuf>,
    /// Where security problems can be told, as `mailto:` or `https:`.
    #[arg(
        long,
        env = "DEKKINGSKAART_SECURITY_CONTACT",
        default_value = SECURITY_CONTACT,
        value_parser = read_contact
    )]
    pub(super) security_contact: String,
    /// An address of its own for `/metrics` and `/health`; without one there
    /// is no `/metrics`.
    #[arg(long, env = "DEKKINGSKAART_METRICS_LISTEN")]
    pub(super) metrics_listen: Option<SocketAddr>,
    /// How lines of the log are written.
    #[arg(long, env = "DEKKINGSKAART_LOG_FORMAT", value_enum, default_value_t)]
    log_format: LogFormat,
    /// The collector that traces are sent to by OTLP over HTTP:
    /// `http://HOST:4318`. Without one there are none.
    #[arg(long, env = "OTEL_EXPORTER_OTLP_ENDPOINT")]
    otlp_endpoint: Option<String>,
}

/// What RFC 9116 takes for a contact, on one line.
fn read_contact(text: &str) -> Result<String, &'static str> {
    let known = ["mailto:", "https://", "tel:"];
    let known = known.iter().any(|scheme| text.starts_with(scheme));
    if known && !text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        Ok(text.to_owned())
    } else {
        Err("write mailto:NAME@PLACE or https://PLACE")
    }
}

/// How lines of the log are written.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For programs: a JSON object a line.
    Json,
}

impl ServingArguments {
    /// The bounds of connections. A proxy in front holds them all itself.
    pub(super) fn bounds(&self, behind_proxy: bool) -> ConnectionLimits {
        ConnectionLimits {
            connections: self.connections.max(1),
            connections_per_address: (!behind_proxy).then_some(self.connections_per_address.max(1)),
            head: Duration::from_secs(self.head_timeout.max(1)),
            unread: Duration::from_secs(self.unread_timeout.max(1)),
            last_work: Duration::from_secs(self.stop_timeout),
        }
    }

    /// Begins to log to standard error, and to send traces where they go.
    pub(super) fn begin_log(&self) -> Result<Option<Traces>, TracesError> {
        let endpoint = self
            .otlp_endpoint
            .as_deref()
            .filter(|text| !text.is_empty());
        let traces = endpoint.map(Traces::to).transpose()?;
        let filter = EnvFilter::try_from_env("DEKKINGSKAART_LOG")
            .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
        let log = tracing_subscriber::fmt::layer()
            // It tells of them on standard error too, and breaks off what it
            // logs for when nobody reads that any more.
            .log_internal_errors(false)
            .with_writer(std::io::stderr);
        let log = match self.log_format {
            LogFormat::Text => log.with_ansi(std::io::stderr().is_terminal()).boxed(),
            LogFormat::Json => log.json().with_span_list(false).boxed(),
        };
        tracing_subscriber::registry()
            .with(log.with_filter(filter))
            .with(traces.as_ref().map(Traces::layer))
            .init();
        Ok(traces)
    }
}

/// Lets the process hold as many open files as its connections may need: the
/// usual limit of 1024 is one that programs raise themselves.
pub(super) fn raise_open_files(connections: usize) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    /// For the database, the embedded files and files that are handed in.
    const OTHERS: u64 = 256;
    let limit = getrlimit(Resource::Nofile);
    let wanted = connections as u64 + OTHERS;
    let Some(current) = limit.current.filter(|current| *current < wanted) else {
        return;
    };
    let raised = limit.maximum.map_or(wanted, |most| most.min(wanted));
    let limit = Rlimit {
        current: Some(raised),
        ..limit
    };
    if raised < wanted || setrlimit(Resource::Nofile, limit).is_err() {
        tracing::warn!(
            current,
            wanted,
            "the limit of open files is too low for the connections; raise it, or lower --connections"
        );
    }
}
