//! `dekkingskaart serve`.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use thiserror::Error;
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, timeout};
use tokio_util::sync::CancellationToken;

use super::serve_arguments::ServeArguments;
use super::serving::raise_open_files;
use crate::actions::{self, FirstAccount, Writer};
use crate::atlas::{Live, LiveError};
use crate::auth::{Authenticator, BadProvider};
use crate::domain::clock::Clock;
use crate::domain::record::audit::FIRST_START;
use crate::graphql;
use crate::http::{self, App, ConnectionLimits};
use crate::store::{Store, StoreError};
use crate::telemetry::{self, traces::TracesError};

/// How often the server looks whether another program changed the database,
/// where nothing tells it.
const LOOK: Duration = Duration::from_secs(1);
/// How long a look may take; one at a database that hangs is given up.
const LONGEST_LOOK: Duration = Duration::from_secs(30);
/// How long work on threads of its own, and the database, may take to end when
/// the server stops.
const LAST_MOMENT: Duration = Duration::from_secs(2);

/// Why the server does not serve.
#[derive(Debug, Error)]
pub(super) enum ServeError {
    #[error("cannot listen on {address}; choose another with --listen or DEKKINGSKAART_LISTEN")]
    Listen {
        address: SocketAddr,
        source: std::io::Error,
    },
    #[error("the server cannot begin")]
    Begin(#[source] std::io::Error),
    #[error("the threads on which questions are answered cannot be started")]
    Threads(#[source] std::io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the public data cannot be loaded")]
    Load(#[from] actions::LoadError),
    #[error("the demonstration data cannot be loaded")]
    Demonstration(#[from] actions::ActionError),
    #[error(
        "the database holds records of its own, and invented verdicts must not mix with them; \
         give --demo a database of its own with --database"
    )]
    NotForDemonstration,
    #[error("the first account cannot be made")]
    FirstAccount(#[source] actions::ActionError),
    #[error(transparent)]
    Live(#[from] LiveError),
    #[error(transparent)]
    Provider(#[from] BadProvider),
    #[error(transparent)]
    Traces(#[from] TracesError),
    #[error(
        "signing in at a provider needs to know where this server is; give --address or \
         DEKKINGSKAART_ADDRESS, such as https://kaart.example.nl"
    )]
    NoAddress,
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
    served
}

async fn run(arguments: &ServeArguments, clock: Clock) -> Result<(), ServeError> {
    let started = Instant::now();
    let address = arguments.listen;
    let provider = arguments.provider()?;
    if provider.is_some() && arguments.address.is_none() && !address.ip().is_loopback() {
        return Err(ServeError::NoAddress);
    }
    let listener = bind(address).await?;
    let operators = match arguments.serving.metrics_listen {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let store = Store::connect(&arguments.database.database).await?;
    if store.revision().await? == 0 && !arguments.empty {
        tracing::info!("the database is empty: loading the public data");
        actions::load_public_data(&store, clock).await?;
    }
    if arguments.demo {
        demonstrate(&store, clock).await?;
    }
    let first = actions::make_first_account(&Writer::new(&store, FIRST_START, clock))
        .await
        .map_err(ServeError::FirstAccount)?;
    let live = Arc::new(Live::open(store.clone()).await?);
    let access = Arc::new(
        Authenticator::open(store.clone(), clock)
            .await?
            .with_provider(provider),
    );
    let api = graphql::build(clock, arguments.public);
    let serving = &arguments.serving;
    let limits = arguments.limits.limits();
    let app = App::new(api, Arc::clone(&live), Arc::clone(&access), clock, limits)
        .map_err(ServeError::Threads)?;
    let app = app
        .behind_proxy(arguments.behind_proxy)
        .with_uploads_in(serving.uploads.clone())
        .known_as(arguments.address.as_deref(), &serving.security_contact);
    let app = app.showing_metrics(serving.metrics_listen.is_none());
    let stop = app.stopping().clone();
    let earlier = live.atlas().index().earlier_public_edition();
    tokio::spawn(follow(live, access));
    tokio::spawn(app.watch());
    tokio::spawn(telemetry::keep_up());
    tokio::spawn(stop_when_asked(stop.clone()));
    let bounds = serving.bounds(arguments.behind_proxy);
    raise_open_files(bounds.connections);
    let app = Arc::new(app);
    if let Some(operators) = operators {
        tracing::info!(
            "metrics on http://{}/metrics",
            operators.local_addr().map_err(ServeError::Begin)?
        );
        let router = http::operators_router(Arc::clone(&app));
        let bounds = ConnectionLimits {
            connections: 100,
            ..bounds
        };
        tokio::spawn(http::serve(operators, router, bounds, stop.clone()));
    }
    let local = listener.local_addr().map_err(ServeError::Begin)?;
    tracing::info!(
        milliseconds = started.elapsed().as_millis(),
        "ready on http://{local}"
    );
    announce(local, first.as_ref());
    if let Some(on_record) = earlier {
        tell_newer_public_data(on_record);
    }
    http::serve(listener, http::router(app), bounds, stop).await;
    // One that hangs is not waited for.
    let _ = timeout(LAST_MOMENT, store.close()).await;
    Ok(())
}

async fn bind(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|source| ServeError::Listen { address, source })
}

/// Invents verdicts beside the public data alone; they must not mix with what
/// people recorded.
async fn demonstrate(store: &Store, clock: Clock) -> Result<(), ServeError> {
    const PUBLIC_DATA_ALONE: u64 = 1;
    if store.revision().await? == PUBLIC_DATA_ALONE {
        tracing::info!("loading invented verdicts for every municipality");
        actions::load_demonstration(store, clock).await?;
    } else if !store.facts().await?.is_demonstration() {
        return Err(ServeError::NotForDemonstration);
    }
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

/// Puts a new atlas in place after each change that another program commits,
/// and follows who is signed in.
async fn follow(live: Arc<Live>, access: Arc<Authenticator>) {
    let mut notices = live.store().notices();
    let mut look = tokio::time::interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let is_told = tokio::select! {
            _ = look.tick() => false,
            heard = notices.next() => {
                if let Err(error) = heard {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "nothing is heard of other servers; looking now and then"
                    );
                }
                true
            }
        };
        // What was committed before it listens is seen by looking after.
        if let Ok(Err(error)) = timeout(LONGEST_LOOK, notices.connect()).await {
            tracing::debug!(
                error = &error as &dyn std::error::Error,
                "the changes of other servers cannot be listened for"
            );
        }
        // Reading goes on from what is in memory.
        match timeout(LONGEST_LOOK, live.refresh()).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::warn!(
                error = &error as &dyn std::error::Error,
                "the database cannot be read; trying again"
            ),
            Err(_) => tracing::warn!("the database does not answer; trying again"),
        }
        match timeout(LONGEST_LOOK, follow_access(&access, is_told)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(
                error = &error as &dyn std::error::Error,
                "who is signed in cannot be followed; trying again"
            ),
            Err(_) => tracing::warn!("who is signed in cannot be followed; trying again"),
        }
    }
}

/// Uses are recorded now and then alone: doing so is itself told to others.
async fn follow_access(access: &Authenticator, is_told: bool) -> Result<(), actions::ActionError> {
    access.refresh().await?;
    if is_told {
        return Ok(());
    }
    access.record_uses().await
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
