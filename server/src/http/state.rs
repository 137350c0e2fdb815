//! What requests are answered from.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Request, Response};
use serde_json::json;
use tokio_stream::Stream;
use tokio_util::sync::CancellationToken;

use super::body::BodyMemory;
use super::graphql::answer_cache::AnswerCache;
use super::graphql::persisted::PersistedQueries;
use super::graphql::ws::subscribers::Subscribers;
use super::imports::upload::Uploads;
use super::operate::readiness::{self, Readiness};
use super::throttle::{ClientLimiter, Lanes, Limits};
use atlas::{Atlas, Live};
use auth::Authenticator;
use domain::clock::Clock;
use domain::message::{Message, SummaryMessage};
use domain::people::viewer::Viewer;
use domain::record::audit::{AuditEvent, PUBLIC};
use domain::record::batch::Batch;
use domain::record::refusal_log::RefusalLog;
use domain::vocabulary::{AuditAction, SubjectKind};
use graphql::{Api, Prepared};
use store::Store;

/// Takes reports about any site in the Netherlands and passes them on.
pub const SECURITY_CONTACT: &str = "https://www.ncsc.nl/contact/kwetsbaarheid-melden";

/// The schema, and the atlas of the moment.
pub struct App {
    api: Api,
    live: Arc<Live>,
    access: Arc<Authenticator>,
    clock: Clock,
    behind_proxy: bool,
    followers: Subscribers,
    bodies: BodyMemory,
    uploads: Arc<Uploads>,
    stopping: CancellationToken,
    readiness: Arc<Readiness>,
    address: Option<Arc<str>>,
    security_contact: Arc<str>,
    shows_metrics: bool,
    limits: Limits,
    clients: ClientLimiter,
    lanes: Lanes,
    answers: AnswerCache,
    refusals: RefusalLog,
    persisted: Arc<PersistedQueries>,
}

impl App {
    /// Serves an atlas that follows its store, to those who have access.
    /// Starts the threads on which it answers.
    pub fn new(
        api: Api,
        live: Arc<Live>,
        access: Arc<Authenticator>,
        clock: Clock,
        limits: Limits,
    ) -> std::io::Result<Self> {
        let cores = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let persisted = PersistedQueries::default().knowing(api.safelist().cloned());
        Ok(Self {
            api,
            live,
            access,
            clock,
            behind_proxy: false,
            followers: Subscribers::default(),
            bodies: BodyMemory::default(),
            uploads: Arc::new(Uploads::in_folder(None)),
            stopping: CancellationToken::new(),
            readiness: Arc::new(Readiness::new()),
            address: None,
            security_contact: SECURITY_CONTACT.into(),
            shows_metrics: true,
            limits,
            clients: ClientLimiter::new(limits.client),
            lanes: Lanes::new(cores, limits.queue)?,
            answers: AnswerCache::new(limits.answers),
            refusals: RefusalLog::default(),
            persisted: Arc::new(persisted),
        })
    }

    /// Whether programs on this machine find `/metrics` beside everything else.
    #[must_use]
    pub fn showing_metrics(self, shows_metrics: bool) -> Self {
        Self {
            shows_metrics,
            ..self
        }
    }

    pub(super) fn shows_metrics(&self) -> bool {
        self.shows_metrics
    }

    pub(super) fn atlas_age(&self) -> Duration {
        self.live.age()
    }

    /// Where visitors find this server, and where its security problems can be
    /// told.
    #[must_use]
    pub fn known_as(self, address: Option<&str>, security_contact: &str) -> Self {
        let address = address.map(|address| address.trim_end_matches('/'));
        Self {
            address: address.filter(|text| !text.is_empty()).map(Into::into),
            security_contact: security_contact.into(),
            ..self
        }
    }

    pub(super) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    pub(super) fn is_behind_tls(&self) -> bool {
        self.address()
            .is_some_and(|address| address.starts_with("https://"))
    }

    pub(super) fn security_contact(&self) -> &str {
        &self.security_contact
    }

    /// Keeps files that are being handed in in a folder.
    #[must_use]
    pub fn with_uploads_in(self, folder: Option<PathBuf>) -> Self {
        Self {
            uploads: Arc::new(Uploads::in_folder(folder)),
            ..self
        }
    }

    /// Cancelled when the server was asked to stop.
    #[must_use]
    pub fn stopping(&self) -> &CancellationToken {
        &self.stopping
    }

    /// Looks again and again whether this server should get traffic.
    pub fn watch(&self) -> impl Future<Output = ()> + use<> {
        let folders = readiness::folders(self.store(), self.uploads.folder());
        Arc::clone(&self.readiness).watch(Arc::clone(&self.live), folders)
    }

    pub(super) fn readiness(&self) -> &Readiness {
        &self.readiness
    }

    pub(super) fn bodies(&self) -> &BodyMemory {
        &self.bodies
    }

    pub(super) fn uploads(&self) -> &Arc<Uploads> {
        &self.uploads
    }

    /// Whether a proxy in front tells the address of the client.
    #[must_use]
    pub fn behind_proxy(self, behind_proxy: bool) -> Self {
        Self {
            behind_proxy,
            ..self
        }
    }

    pub(super) fn is_behind_proxy(&self) -> bool {
        self.behind_proxy
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(super) fn clients(&self) -> &ClientLimiter {
        &self.clients
    }

    pub(super) fn lanes(&self) -> &Lanes {
        &self.lanes
    }

    pub(super) fn answers(&self) -> &AnswerCache {
        &self.answers
    }

    pub(super) fn persisted(&self) -> &Arc<PersistedQueries> {
        &self.persisted
    }

    /// Who may sign in, and who is signed in.
    #[must_use]
    pub fn access(&self) -> &Authenticator {
        &self.access
    }

    /// The schema.
    #[must_use]
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// The atlas of the moment; a request keeps the one that it began with.
    #[must_use]
    pub fn atlas(&self) -> Arc<Atlas> {
        self.live.atlas()
    }

    /// What everything is kept in.
    #[must_use]
    pub fn store(&self) -> &Store {
        self.live.store()
    }

    /// Has the audit trail tell that somebody with an account took something
    /// with them. What was taken is not held back when that fails.
    pub(super) async fn tell_export(&self, viewer: &Viewer, what: SummaryMessage) {
        let Some(name) = viewer.name.as_deref() else {
            return;
        };
        let what = Message::from(what);
        let event = AuditEvent::new(name, AuditAction::Export, what.clone());
        if let Err(error) = self.store().record_event(event, self.clock.now()).await {
            tracing::error!(%error, %what, "an export could not be recorded");
        }
    }

    /// Has the audit trail tell that somebody was refused what they wanted to
    /// change, as long as it did not tell enough of the like.
    pub(super) async fn tell_refused(&self, viewer: &Viewer, what: &str) {
        let actor = viewer.name.as_deref().unwrap_or(PUBLIC);
        let now = self.clock.now();
        let Some(others) = self.refusals.count(actor, what, now) else {
            return;
        };
        let event = AuditEvent::new(actor, AuditAction::EditRefused, SummaryMessage::named(what));
        let event = event.after_untold(others);
        // It is rare, and would make every answer that may need it as large.
        if let Err(error) = Box::pin(self.store().record_event(event, now)).await {
            tracing::error!(%error, what, "a refusal could not be recorded");
        }
    }

    /// Has the audit trail tell of a file that somebody handed in.
    pub(super) async fn tell_upload(&self, viewer: &Viewer, batch: &Batch) {
        let actor = viewer.name.as_deref().unwrap_or(PUBLIC);
        let event = AuditEvent {
            after: Some(json!({ "kind": batch.kind }).to_string()),
            ..AuditEvent::new(
                actor,
                AuditAction::Upload,
                SummaryMessage::record(SubjectKind::ImportBatch, &*batch.id),
            )
        };
        if let Err(error) = self.store().record_event(event, self.clock.now()).await {
            tracing::error!(%error, batch = batch.id.as_str(), "an upload could not be recorded");
        }
    }

    /// A request that was checked, with what it is answered from.
    pub(super) fn equip(&self, prepared: Prepared) -> Prepared {
        let prepared = prepared.data(Arc::clone(&self.live));
        prepared.data(Arc::clone(&self.access))
    }

    /// Answers a request that follows what changes.
    pub(super) fn follow(
        &self,
        request: Request,
    ) -> Result<impl Stream<Item = Response> + use<>, Box<Response>> {
        self.api.follow(request.data(Arc::clone(&self.live)))
    }

    pub(super) fn followers(&self) -> &Subscribers {
        &self.followers
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }
}
