//! Failures of strangers do not keep the rightful owner out.

use dekkingskaart::actions::{self, NewAccount, Writer};
use dekkingskaart::auth::{Authenticator, Credentials, Device, SignInError};
use dekkingskaart::domain::vocabulary::Role;
use ureq::Body;
use ureq::http::Response;

use crate::access::people::{PASSWORD, add, post_sign_in};
use crate::support::{Scratch, Server, clock};

const EMAIL: &str = "jan@example.nl";

/// What a browser keeps of signing in, beside its session.
fn device(response: &Response<Body>) -> String {
    let mut set = response.headers().get_all("set-cookie").iter();
    let device = set.find_map(|set| {
        let (cookie, rules) = set.to_str().unwrap().split_once("; ")?;
        cookie
            .starts_with("__Host-dekkingskaart-apparaat=")
            .then(|| {
                assert!(
                    rules.contains("HttpOnly; SameSite=Lax; Secure; Path=/"),
                    "{rules}"
                );
                cookie.to_owned()
            })
    });
    device.unwrap()
}

#[test]
fn a_browser_in_which_somebody_signed_in_is_known_on_every_server() {
    let server = Server::start(&["--empty"]);
    add(&server, EMAIL, &["--role", "ADMIN"]);
    let entered = post_sign_in(&server, EMAIL, PASSWORD, None);
    assert_eq!(entered.status(), 200);
    let device = device(&entered);
    let other = Server::on(&server.database(), &["--empty"]);
    for server in [&server, &other] {
        for _ in 0..5 {
            let failed = post_sign_in(server, EMAIL, "wrong", None);
            assert_eq!(failed.status(), 401);
        }
        let again = post_sign_in(server, EMAIL, PASSWORD, Some(&device));
        assert_eq!(again.status(), 200);
    }
}

/// Signs in with a clock that stands still, so that no delay ends.
async fn attempt(
    access: &Authenticator,
    email: &str,
    password: &str,
    device: Option<&str>,
) -> Told {
    let given = Credentials {
        email,
        password,
        code: None,
        address: [10, 0, 0, 1].into(),
        device,
    };
    match access.sign_in(given, None).await {
        Ok(_) => Told::In,
        Err(SignInError::Wrong) => Told::Wrong,
        Err(SignInError::Wait(_)) => Told::Wait,
        Err(error) => panic!("{error}"),
    }
}

#[derive(Debug, PartialEq)]
enum Told {
    In,
    Wrong,
    Wait,
}

/// Fails until it has to wait.
async fn lock_out(access: &Authenticator, email: &str, device: Option<&str>) {
    for _ in 0..5 {
        assert_eq!(attempt(access, email, "wrong", device).await, Told::Wrong);
    }
    assert_eq!(attempt(access, email, PASSWORD, device).await, Told::Wait);
}

#[tokio::test]
async fn strangers_lock_each_other_out_and_not_the_browser_of_the_owner() {
    let scratch = Scratch::sqlite().await;
    let writer = Writer::new(&scratch.store, "me", clock());
    let account = |email: &str| NewAccount {
        email: email.parse().unwrap(),
        name: None,
        role: Role::Outreach,
        regions: Vec::new(),
        password: PASSWORD.to_owned(),
        must_change: false,
    };
    let jan = actions::add_account(&writer, account(EMAIL)).await.unwrap();
    let other = account("eva@example.nl");
    actions::add_account(&writer, other).await.unwrap();
    let access = Authenticator::open(scratch.store.clone(), clock())
        .await
        .unwrap();
    let device = Device::new(&jan, [7; 16]).unwrap();
    let device = device.reveal();

    lock_out(&access, EMAIL, None).await;
    let known = attempt(&access, EMAIL, PASSWORD, Some(device)).await;
    assert_eq!(known, Told::In);
    // That it got in frees nobody else.
    assert_eq!(attempt(&access, EMAIL, PASSWORD, None).await, Told::Wait);
    // Nor may a browser that somebody took go through passwords.
    lock_out(&access, EMAIL, Some(device)).await;
    // It is known for nobody else's account, nor when it was made up.
    let elsewhere = attempt(&access, "eva@example.nl", PASSWORD, Some(device)).await;
    assert_eq!(elsewhere, Told::Wait);
    let forged = format!("A{device}");
    let forged = attempt(&access, EMAIL, PASSWORD, Some(&forged)).await;
    assert_eq!(forged, Told::Wait);
}
