//! Sessions, as several servers on one database see them.

use std::cell::Cell;
use std::net::{IpAddr, Ipv4Addr};

use dekkingskaart::actions::{self, NewAccount, Writer};
use dekkingskaart::auth::{Authenticator, Credentials, SessionLookup, SignInError, SignedIn};
use dekkingskaart::domain::clock::Clock;
use dekkingskaart::domain::people::password::BadPassword;
use dekkingskaart::domain::vocabulary::Role;
use dekkingskaart::store::Store;
use jiff::{SignedDuration, Timestamp};

use crate::support::{Scratch, on_both_databases};

const EMAIL: &str = "jan@a.nl";
const PASSWORD: &str = "paard batterij nietje";

thread_local! {
    static MINUTES: Cell<i64> = const { Cell::new(0) };
}

/// A clock that each test moves on by itself.
fn clock() -> Clock {
    Clock::fixed(|| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(MINUTES.get()))
}

fn pass_hours(hours: i64) {
    MINUTES.set(MINUTES.get() + hours * 60);
}

/// A server with one account, and another on the same database.
async fn two_servers(scratch: &Scratch) -> (Authenticator, Authenticator) {
    let writer = Writer::new(&scratch.store, "me", clock());
    let new = NewAccount {
        email: EMAIL.parse().unwrap(),
        name: None,
        role: Role::Outreach,
        regions: Vec::new(),
        password: PASSWORD.to_owned(),
        must_change: false,
    };
    actions::add_account(&writer, new).await.unwrap();
    let other = Store::connect(&scratch.address).await.unwrap();
    (
        Authenticator::open(scratch.store.clone(), clock())
            .await
            .unwrap(),
        Authenticator::open(other, clock()).await.unwrap(),
    )
}

fn given(password: &str) -> Credentials<'_> {
    Credentials {
        code: None,
        email: " JAN@a.nl",
        password,
        address: IpAddr::V4(Ipv4Addr::LOCALHOST),
        device: None,
    }
}

async fn sign_in(server: &Authenticator) -> String {
    let entered = server.sign_in(given(PASSWORD), None).await.unwrap();
    entered.secret.reveal().to_owned()
}

async fn find(server: &Authenticator, secret: &str) -> Option<SignedIn> {
    match server.find(secret).await {
        SessionLookup::Of(signed_in) => Some(signed_in),
        SessionLookup::Nobody => None,
        SessionLookup::Unsure => panic!("the database does not answer"),
    }
}

on_both_databases! {
    async fn a_session_begun_on_one_server_holds_at_once_on_another(scratch: Scratch) {
        let (one, other) = two_servers(&scratch).await;
        let secret = sign_in(&one).await;
        let here = find(&one, &secret).await.unwrap();
        let there = find(&other, &secret).await.unwrap();
        assert_eq!(here.account, there.account);
        assert_eq!(here.account.viewer().role, Role::Outreach);
        assert!(find(&other, "dekkingskaart_x").await.is_none());
        assert_eq!(scratch.store.revision().await.unwrap(), 0);
    }

    async fn a_session_that_ended_holds_nowhere(scratch: Scratch) {
        let (one, other) = two_servers(&scratch).await;
        let (first, second) = (sign_in(&one).await, sign_in(&one).await);
        let signed_in = find(&other, &first).await.unwrap();
        one.sign_out(&signed_in).await.unwrap();
        other.refresh().await.unwrap();
        for server in [&one, &other] {
            assert!(find(server, &first).await.is_none());
            assert!(find(server, &second).await.is_some());
        }
        other.sign_out_everywhere(&signed_in.account).await.unwrap();
        one.refresh().await.unwrap();
        assert!(find(&one, &second).await.is_none());
    }

    async fn a_session_runs_out_without_use_and_after_a_week(scratch: Scratch) {
        let (one, other) = two_servers(&scratch).await;
        let idle = sign_in(&one).await;
        let used = sign_in(&one).await;
        for _ in 0..15 {
            pass_hours(11);
            assert!(find(&one, &used).await.is_some());
            // The other server hears of it, and so does one that starts later.
            one.record_uses().await.unwrap();
            other.refresh().await.unwrap();
            one.refresh().await.unwrap();
        }
        assert!(find(&one, &idle).await.is_none());
        assert!(find(&other, &used).await.is_some());
        let later = Authenticator::open(scratch.store.clone(), clock()).await.unwrap();
        assert!(find(&later, &used).await.is_some());
        pass_hours(3);
        assert!(find(&one, &used).await.is_none());
        assert!(find(&other, &used).await.is_none());
    }

    async fn a_use_is_recorded_once_in_some_minutes(scratch: Scratch) {
        let (one, _) = two_servers(&scratch).await;
        let secret = sign_in(&one).await;
        let number = scratch.store.access_number().await.unwrap();
        for (minutes, recorded) in [(0, 0), (4, 0), (1, 1), (0, 1), (4, 1), (1, 2)] {
            MINUTES.set(MINUTES.get() + minutes);
            find(&one, &secret).await.unwrap();
            one.record_uses().await.unwrap();
            one.refresh().await.unwrap();
            assert_eq!(scratch.store.access_number().await.unwrap() - number, recorded);
        }
    }

    async fn signing_in_again_takes_the_place_of_the_session_of_the_browser(scratch: Scratch) {
        let (one, _) = two_servers(&scratch).await;
        let before = sign_in(&one).await;
        let session = find(&one, &before).await.unwrap().session;
        let entered = one.sign_in(given(PASSWORD), Some(session)).await.unwrap();
        assert!(find(&one, &before).await.is_none());
        assert!(find(&one, entered.secret.reveal()).await.is_some());
    }

    async fn a_password_that_is_chosen_ends_every_session_but_its_own(scratch: Scratch) {
        let (one, other) = two_servers(&scratch).await;
        let (here, there) = (sign_in(&one).await, sign_in(&other).await);
        let who = find(&one, &here).await.unwrap();
        let choose = |current, new| one.choose_password(&who, current, new);
        let refused = choose(PASSWORD, PASSWORD).await.unwrap_err();
        assert!(matches!(refused, SignInError::BadPassword(BadPassword::Unchanged)));
        let refused = choose("wrong", "another password").await.unwrap_err();
        assert!(matches!(refused, SignInError::Wrong));
        let entered = choose(PASSWORD, "another password").await.unwrap();
        other.refresh().await.unwrap();
        assert!(find(&one, &here).await.is_none());
        assert!(find(&other, &there).await.is_none());
        assert!(find(&other, entered.secret.reveal()).await.is_some());
        assert!(matches!(other.sign_in(given(PASSWORD), None).await, Err(SignInError::Wrong)));
        other.sign_in(given("another password"), None).await.unwrap();
    }

    async fn an_account_that_is_removed_or_changed_elsewhere_is_so_here(scratch: Scratch) {
        let (one, _) = two_servers(&scratch).await;
        let secret = sign_in(&one).await;
        let writer = Writer::new(&scratch.store, "command line", clock());
        actions::set_password(&writer, &EMAIL.parse().unwrap(), "another password", true).await.unwrap();
        one.refresh().await.unwrap();
        assert!(find(&one, &secret).await.is_none());
        let entered = one.sign_in(given("another password"), None).await.unwrap();
        let who = find(&one, entered.secret.reveal()).await.unwrap();
        assert!(!who.viewer().is_signed_in());
        actions::remove_account(&writer, &EMAIL.parse().unwrap()).await.unwrap();
        one.refresh().await.unwrap();
        assert!(find(&one, entered.secret.reveal()).await.is_none());
        assert!(matches!(one.sign_in(given("another password"), None).await, Err(SignInError::Wrong)));
    }
}
