//! Who is signed in: accounts and sessions in memory, so that no request waits
//! for the database to know who sends it.
//!
//! [`Authenticator::refresh`] follows what this and other servers record. A use of a
//! session is noted in memory, and recorded once in some minutes.

mod external_sign_in;
mod known_device;
mod login_backoff;
mod password_sign_in;
mod provider;
mod second_factor;
mod session_cache;
mod signed_in;

use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use jiff::Timestamp;
use tokio::sync::Mutex;
use tokio::time::timeout;

use actions::{ActionError, Writer};
use domain::clock::Clock;
use domain::people::account::Account;
use domain::people::viewer::TokenHash;
use domain::record::audit::SERVER;
use domain::record::refusal_log::RefusalLog;
use store::{Store, StoreError};

pub use external_sign_in::ExternalSignIn;
pub use known_device::Device;
pub use login_backoff::{LoginBackoff, RetryAfter, SignInSource};
pub use password_sign_in::{Credentials, NewSession, SignInError};
pub use provider::{Attempt, BadProvider, Provider, ProviderError, ProviderSettings};
use session_cache::SessionCache;
pub use session_cache::{PendingInvitation, PersonRecord};
pub use signed_in::SignedIn;

/// How long a reader waits for the database to know their session.
const LONGEST_LOOKUP: Duration = Duration::from_secs(1);
/// How long anybody waits for it to tell of people.
const LONGEST_READ: Duration = Duration::from_secs(4);

/// Accounts and sessions of the moment, and the store that they come from.
#[derive(Debug)]
pub struct Authenticator {
    store: Store,
    clock: Clock,
    known: ArcSwap<SessionCache>,
    delays: LoginBackoff,
    /// Apart, so that asking for an account delays nobody who signs in.
    requests: LoginBackoff,
    refusals: RefusalLog,
    provider: Option<Arc<Provider>>,
    /// Held while the database is asked; when it was asked last.
    turn: Mutex<Option<DatabaseProbe>>,
}

/// When the database was asked last, and whether it answered.
#[derive(Debug, Clone, Copy)]
struct DatabaseProbe {
    begun: Instant,
    answered: bool,
}

/// Whose a secret is.
#[derive(Debug, Clone)]
pub enum SessionLookup {
    /// Of somebody who is signed in.
    Of(SignedIn),
    /// Of no session that holds.
    Nobody,
    /// It is not known here, and the database cannot be asked.
    Unsure,
}

impl Authenticator {
    /// Reads who may sign in and who is signed in.
    pub async fn open(store: Store, clock: Clock) -> Result<Self, StoreError> {
        let known = SessionCache::new(store.access().await?, None);
        Ok(Self {
            store,
            clock,
            known: ArcSwap::from_pointee(known),
            delays: LoginBackoff::default(),
            requests: LoginBackoff::default(),
            refusals: RefusalLog::default(),
            provider: None,
            turn: Mutex::default(),
        })
    }

    /// Lets people sign in at a provider too.
    #[must_use]
    pub fn with_provider(self, provider: Option<Provider>) -> Self {
        Self {
            provider: provider.map(Arc::new),
            ..self
        }
    }

    /// Where people may sign in too.
    #[must_use]
    pub fn provider(&self) -> Option<&Arc<Provider>> {
        self.provider.as_ref()
    }

    /// The number of the last change of people that is known.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.known.load().number()
    }

    /// The number of sessions that hold.
    #[must_use]
    pub fn sessions(&self) -> usize {
        self.known.load().sessions(self.clock.now())
    }

    /// Whose session a secret is of. Asks the database only about one that is
    /// not known here, which another server may have given a moment ago.
    pub async fn find(&self, secret: &str) -> SessionLookup {
        let hash = TokenHash::of(secret);
        if !self.known.load().has(&hash) {
            match timeout(LONGEST_LOOKUP, self.refresh()).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        "a session cannot be looked up"
                    );
                    return SessionLookup::Unsure;
                }
                Err(_) => return SessionLookup::Unsure,
            }
        }
        let found = self.known.load().find(&hash, self.clock.now());
        found.map_or(SessionLookup::Nobody, SessionLookup::Of)
    }

    /// Follows what was recorded before the call, by whichever server. Those
    /// who wait together ask the database once.
    pub async fn refresh(&self) -> Result<(), StoreError> {
        let followed = timeout(LONGEST_READ, self.follow()).await;
        followed.unwrap_or_else(|_| Err(StoreError::out_of_reach()))
    }

    async fn follow(&self) -> Result<(), StoreError> {
        let called = Instant::now();
        let mut last = self.turn.lock().await;
        if let Some(asked) = last.filter(|asked| asked.begun > called) {
            return if asked.answered {
                Ok(())
            } else {
                Err(StoreError::out_of_reach())
            };
        }
        let begun = Instant::now();
        let read = self.read().await;
        *last = Some(DatabaseProbe {
            begun,
            answered: read.is_ok(),
        });
        read
    }

    async fn read(&self) -> Result<(), StoreError> {
        let known = self.known.load_full();
        if self.store.access_number().await? != known.number() {
            let records = self.store.access().await?;
            self.known
                .store(Arc::new(SessionCache::new(records, Some(&known))));
        }
        Ok(())
    }

    /// Records the uses of sessions that were noted since they were recorded
    /// last, so that other servers know of them, and this one once it is
    /// started again.
    pub async fn record_uses(&self) -> Result<(), ActionError> {
        let uses: Vec<(TokenHash, Timestamp)> = self.known.load().unrecorded_uses();
        if uses.is_empty() {
            return Ok(());
        }
        actions::record_uses(&self.writer(SERVER), &uses).await
    }

    /// Ends a session, here at once and elsewhere within a second or two.
    pub async fn sign_out(&self, who: &SignedIn) -> Result<(), ActionError> {
        let writer = self.writer(&who.account.name);
        actions::end_session(&writer, &who.account, who.session).await?;
        Ok(self.refresh().await?)
    }

    /// Ends every session of somebody.
    pub async fn sign_out_everywhere(&self, account: &Account) -> Result<(), ActionError> {
        actions::end_sessions(&self.writer(&account.name), account).await?;
        Ok(self.refresh().await?)
    }

    fn writer<'a>(&'a self, by: &'a str) -> Writer<'a> {
        Writer::new(&self.store, by, self.clock)
    }
}
