//! `dekkingskaart serve`.

use std::io::Write;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use thiserror::Error;
use tokio_util::sync::CancellationToken;

use super::ready_server::{OpenError, ReadyServer};
use super::serve_arguments::ServeArguments;
use super::serving::raise_open_files;
use actions::FirstAccount;
use domain::clock::Clock;
use telemetry::traces::TracesError;

/// How long work on threads of its own may take to end when the server stops.
const LAST_MOMENT: Duration = Duration::from_secs(2);

/// Why the server does not serve.
#[derive(Debug, Error)]
pub(super) enum ServeError {
    #[error("the server cannot begin")]
    Begin(#[source] std::io::Error),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Traces(#[from] TracesError),
}

pub(super) fn serve(arguments: &ServeArguments, clock: Clock) -> Result<(), ServeError> {
    let traces = arguments.serving.begin_log()?;
    telemetry::begin();
    let runtime = tokio::runtime::Runtime::new().map_err(ServeError::Begin)?;
    let served = runtime.block_on(run(arguments, clock));
    // Dropped, it would wait for all that is done on a thread of its own.
    runtime.shutdown_timeout(LAST_MOMENT);
    if let Some(traces) = traces {
        traces.end();
    }
    Ok(served?)
}

async fn run(arguments: &ServeArguments, clock: Clock) -> Result<(), OpenError> {
    let started = Instant::now();
    let server = ReadyServer::open(arguments, clock).await?;
    tokio::spawn(telemetry::keep_up());
    tokio::spawn(stop_when_asked(server.stop().clone()));
    raise_open_files(server.most_connections());
    if let Some(operators) = server.operators_address() {
        tracing::info!("metrics on http://{operators}/metrics");
    }
    let address = server.address();
    tracing::info!(
        milliseconds = started.elapsed().as_millis(),
        "ready on http://{address}"
    );
    announce(address, server.first_account());
    if let Some(on_record) = server.earlier_public_edition() {
        tell_newer_public_data(on_record);
    }
    server.serve().await;
    Ok(())
}

/// Tells that this program brings a later edition of the public data than the
/// one on record.
fn tell_newer_public_data(on_record: u32) {
    tracing::info!(
        on_record,
        shipped = geodata::data::PUBLIC_RECORDS.edition,
        "a later edition of the public data can be brought into this database; see what it would \
         do with `dekkingskaart refresh-public-data --dry-run`"
    );
}

/// Says where it serves and how to get in first, on standard output: the log
/// may go elsewhere, and is no place for a password.
fn announce(address: SocketAddr, first: Option<&FirstAccount>) {
    let first = first.map(|FirstAccount { email, password }| {
        format!(
            "First sign-in: http://{address}/aanmelden as {email}, password {password}\n\
             It is shown this once, and has to be changed at the first sign-in.\n"
        )
    });
    let text = format!(
        "Dekkingskaart: http://{address}  (GraphQL: http://{address}/graphql)\n{}",
        first.unwrap_or_default()
    );
    // Nobody may be reading.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

async fn stop_when_asked(stop: CancellationToken) {
    asked_to_stop().await;
    stop.cancel();
    tracing::info!("asked to stop");
}

async fn asked_to_stop() {
    let interrupted = async {
        // Without a handler the process ends at once, which loses nothing.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
