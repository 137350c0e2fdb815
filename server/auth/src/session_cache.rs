//! What is known of accounts and sessions at one moment.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

use super::signed_in::SignedIn;
use domain::id::Id;
use domain::people::access_request::AccessRequest;
use domain::people::account::Account;
use domain::people::email::Email;
use domain::people::invitation::Invitation;
use domain::people::session::Session;
use domain::people::viewer::TokenHash;
use store::AccessRecords;

/// How much later a use has to be than the one on record, to be recorded.
const WORTH_RECORDING: SignedDuration = SignedDuration::from_mins(5);

/// What is known of accounts and sessions at one moment.
#[derive(Debug)]
pub(super) struct SessionCache {
    number: u64,
    accounts: HashMap<Id<Account>, Arc<Account>>,
    by_email: HashMap<Email, Id<Account>>,
    sessions: HashMap<TokenHash, CachedSession>,
    /// Accounts that a provider knows.
    linked: HashSet<Id<Account>>,
    /// Accounts with a second factor.
    factors: HashSet<Id<Account>>,
    invitations: Vec<Invitation>,
    requests: Vec<AccessRequest>,
}

/// What is known of somebody who may sign in.
#[derive(Debug, Clone)]
pub struct PersonRecord {
    /// Their account.
    pub account: Arc<Account>,
    /// Whether a provider knows them.
    pub linked: bool,
    /// Whether a code is asked beside their password.
    pub second_factor: bool,
    /// When they last used a session that stands.
    pub last_use: Option<Timestamp>,
    /// The number of their sessions that hold.
    pub sessions: usize,
}

/// Somebody who has not taken up an invitation.
#[derive(Debug, Clone)]
pub struct PendingInvitation {
    /// Their account.
    pub account: Arc<Account>,
    /// The invitation.
    pub invitation: Invitation,
}

#[derive(Debug)]
struct CachedSession {
    session: Session,
    /// In microseconds; goes on when more becomes known.
    last_used: Arc<AtomicI64>,
}

impl CachedSession {
    fn last_used(&self) -> Timestamp {
        Timestamp::from_microsecond(self.last_used.load(Ordering::Relaxed))
            .unwrap_or(self.session.last_used_at)
    }
}

impl SessionCache {
    /// Knows what is on record, and what was noted of it here.
    pub(super) fn new(records: AccessRecords, previous: Option<&Self>) -> Self {
        let accounts = records.accounts.into_iter().map(|record| record.fact);
        let accounts: HashMap<_, _> = accounts
            .map(|account| (account.id.clone(), Arc::new(account)))
            .collect();
        let by_email = accounts.values();
        let by_email = by_email
            .map(|account| (account.email.clone(), account.id.clone()))
            .collect();
        let sessions = records.sessions.into_iter().map(|session| {
            let noted = previous.and_then(|known| known.sessions.get(&session.hash));
            let last_used = noted
                .map(|held| Arc::clone(&held.last_used))
                .unwrap_or_default();
            last_used.fetch_max(session.last_used_at.as_microsecond(), Ordering::Relaxed);
            (session.hash, CachedSession { session, last_used })
        });
        let sessions = sessions.collect();
        let linked = records.links.into_iter().map(|link| link.account);
        let factors = records.factors.into_iter();
        let factors = factors.filter(|factor| factor.confirmed);
        Self {
            number: records.number,
            accounts,
            by_email,
            sessions,
            linked: linked.collect(),
            factors: factors.map(|factor| factor.account).collect(),
            invitations: records.invitations,
            requests: records.requests,
        }
    }

    /// The number of the last change that is known.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Whether there is such a session, that holds or has run out.
    pub(super) fn has(&self, hash: &TokenHash) -> bool {
        self.sessions.contains_key(hash)
    }

    /// Whose session this is when it holds now; notes that it was used.
    pub(super) fn find(&self, hash: &TokenHash, now: Timestamp) -> Option<SignedIn> {
        let held = self.sessions.get(hash)?;
        if !held.session.holds_at(now, held.last_used()) {
            return None;
        }
        let account = self.accounts.get(&held.session.account)?;
        held.last_used
            .fetch_max(now.as_microsecond(), Ordering::Relaxed);
        Some(SignedIn {
            account: Arc::clone(account),
            session: *hash,
            by_provider: held.session.by_provider,
        })
    }

    /// The number of sessions that hold.
    pub(super) fn sessions(&self, now: Timestamp) -> usize {
        let held = self.sessions.values();
        held.filter(|held| held.session.holds_at(now, held.last_used()))
            .count()
    }

    /// Everybody who may sign in, by email.
    pub(super) fn people(&self, now: Timestamp) -> Vec<PersonRecord> {
        let people = self.accounts.values().map(|account| {
            let of_this = |held: &&CachedSession| held.session.account == account.id;
            let sessions = self.sessions.values().filter(of_this);
            let holding = sessions
                .clone()
                .filter(|held| held.session.holds_at(now, held.last_used()));
            PersonRecord {
                account: Arc::clone(account),
                linked: self.linked.contains(&account.id),
                second_factor: self.factors.contains(&account.id),
                last_use: sessions.map(CachedSession::last_used).max(),
                sessions: holding.count(),
            }
        });
        let mut people: Vec<_> = people.collect();
        people.sort_unstable_by(|one, other| one.account.email.cmp(&other.account.email));
        people
    }

    /// Whom an invitation is for.
    pub(super) fn find_invitee(&self, link: &TokenHash) -> Option<PendingInvitation> {
        let mut invitees = self.invitees().into_iter();
        invitees.find(|invitee| invitee.invitation.hash == *link)
    }

    /// Those who did not take up their invitation, the first invited first.
    pub(super) fn invitees(&self) -> Vec<PendingInvitation> {
        let invitations = self.invitations.iter().filter_map(|invitation| {
            let account = self.accounts.get(&invitation.account)?;
            Some(PendingInvitation {
                account: Arc::clone(account),
                invitation: invitation.clone(),
            })
        });
        invitations.collect()
    }

    /// The requests that nobody decided on.
    pub(super) fn requests(&self) -> &[AccessRequest] {
        &self.requests
    }

    /// The account of an address.
    pub(super) fn find_by_email(&self, email: &Email) -> Option<Arc<Account>> {
        let id = self.by_email.get(email)?;
        self.accounts.get(id).map(Arc::clone)
    }

    /// The uses that are to be recorded.
    pub(super) fn unrecorded_uses(&self) -> Vec<(TokenHash, Timestamp)> {
        let uses = self.sessions.values().filter_map(|held| {
            let last = held.last_used();
            let since = last.duration_since(held.session.last_used_at);
            (since >= WORTH_RECORDING).then_some((held.session.hash, last))
        });
        uses.collect()
    }
}
