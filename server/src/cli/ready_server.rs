//! A server that listens, with everything that it answers from: what `serve`
//! runs, and what tests run in their own process.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, timeout};
use tokio_util::sync::CancellationToken;

use super::safelist::{SafelistFileError, with_safelist};
use super::serve_arguments::ServeArguments;
use crate::http::{self, App, ConnectionLimits};
use actions::{FirstAccount, Writer};
use atlas::{Live, LiveError};
use auth::{Authenticator, BadProvider};
use domain::clock::Clock;
use domain::record::audit::FIRST_START;
use store::{Store, StoreError};

/// How often the server looks whether another program changed the database,
/// where nothing tells it.
const LOOK: Duration = Duration::from_secs(1);
/// How long a look may take; one at a database that hangs is given up.
const LONGEST_LOOK: Duration = Duration::from_secs(30);
/// How long the database may take to close.
const LONGEST_CLOSE: Duration = Duration::from_secs(2);

/// Why no server opens.
#[derive(Debug, Error)]
pub(super) enum OpenError {
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
    Safelist(#[from] SafelistFileError),
    #[error(transparent)]
    Provider(#[from] BadProvider),
    #[error(
        "signing in at a provider needs to know where this server is; give --address or \
         DEKKINGSKAART_ADDRESS, such as https://kaart.example.nl"
    )]
    NoAddress,
}

/// A server that listens and has yet to answer. It touches nothing of its
/// process: no signals, no log, no counters.
pub struct ReadyServer {
    listener: TcpListener,
    address: SocketAddr,
    operators: Option<(TcpListener, SocketAddr)>,
    store: Store,
    live: Arc<Live>,
    access: Arc<Authenticator>,
    app: App,
    bounds: ConnectionLimits,
    first_account: Option<FirstAccount>,
}

impl ReadyServer {
    /// Opens the database, loads into an empty one what it is told to, and
    /// listens.
    pub(super) async fn open(arguments: &ServeArguments, clock: Clock) -> Result<Self, OpenError> {
        let provider = arguments.provider()?;
        let is_local = arguments.listen.ip().is_loopback();
        if provider.is_some() && arguments.address.is_none() && !is_local {
            return Err(OpenError::NoAddress);
        }
        let serving = &arguments.serving;
        let (listener, address) = bind(arguments.listen).await?;
        let operators = match serving.metrics_listen {
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
        let first_account = actions::make_first_account(&Writer::new(&store, FIRST_START, clock))
            .await
            .map_err(OpenError::FirstAccount)?;
        let live = Arc::new(Live::open(store.clone()).await?);
        let access = Authenticator::open(store.clone(), clock).await?;
        let access = Arc::new(access.with_provider(provider));
        let api = graphql::build(clock, arguments.public);
        let api = with_safelist(api, arguments.safelist.as_deref())?;
        if let Some(list) = api.safelist() {
            tracing::info!(documents = list.len(), "held to a list of documents");
        }
        let limits = arguments.limits.limits();
        let app = App::new(api, Arc::clone(&live), Arc::clone(&access), clock, limits)
            .map_err(OpenError::Threads)?;
        let app = app
            .behind_proxy(arguments.behind_proxy)
            .with_uploads_in(serving.uploads.clone())
            .known_as(arguments.address.as_deref(), &serving.security_contact)
            .showing_metrics(operators.is_none());
        Ok(Self {
            listener,
            address,
            operators,
            store,
            live,
            access,
            app,
            bounds: serving.bounds(arguments.behind_proxy),
            first_account,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops it when cancelled.
    #[must_use]
    pub fn stop(&self) -> &CancellationToken {
        self.app.stopping()
    }

    pub(super) fn first_account(&self) -> Option<&FirstAccount> {
        self.first_account.as_ref()
    }

    pub(super) fn most_connections(&self) -> usize {
        self.bounds.connections
    }

    /// Where operators find what is counted, when that is apart.
    pub(super) fn operators_address(&self) -> Option<SocketAddr> {
        self.operators.as_ref().map(|(_, address)| *address)
    }

    /// The edition of the public data on record, where this program brings a
    /// later one.
    pub(super) fn earlier_public_edition(&self) -> Option<u32> {
        self.live.atlas().index().earlier_public_edition()
    }

    /// Answers until it is stopped. What it leaves to run beside that ends with
    /// the runtime.
    pub async fn serve(self) {
        let stop = self.app.stopping().clone();
        tokio::spawn(follow(self.live, self.access));
        tokio::spawn(self.app.watch());
        let app = Arc::new(self.app);
        if let Some((operators, _)) = self.operators {
            let router = http::operators_router(Arc::clone(&app));
            let bounds = ConnectionLimits {
                connections: 100,
                ..self.bounds
            };
            tokio::spawn(http::serve(operators, router, bounds, stop.clone()));
        }
        http::serve(self.listener, http::service(app), self.bounds, stop).await;
        // One that hangs is not waited for.
        let _ = timeout(LONGEST_CLOSE, self.store.close()).await;
    }
}

async fn bind(address: SocketAddr) -> Result<(TcpListener, SocketAddr), OpenError> {
    let bound = TcpListener::bind(address).await;
    let bound = bound.map_err(|source| OpenError::Listen { address, source })?;
    let address = bound.local_addr().map_err(OpenError::Begin)?;
    Ok((bound, address))
}

/// Invents verdicts beside the public data alone; they must not mix with what
/// people recorded.
async fn demonstrate(store: &Store, clock: Clock) -> Result<(), OpenError> {
    const PUBLIC_DATA_ALONE: u64 = 1;
    if store.revision().await? == PUBLIC_DATA_ALONE {
        tracing::info!("loading invented verdicts for every municipality");
        actions::load_demonstration(store, clock).await?;
    } else if !store.facts().await?.is_demonstration() {
        return Err(OpenError::NotForDemonstration);
    }
    Ok(())
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
