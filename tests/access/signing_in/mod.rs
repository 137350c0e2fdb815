//! Signing in and out over HTTP.

mod arrivals;
mod enumeration;
mod lockout;
mod second_factor;
mod sessions;

use serde_json::{Value, json};
use ureq::Body;
use ureq::http::Response;

use crate::access::people::{
    PASSWORD, add, ask, cookie, forgets, post_sign_in, refusal, sign_in, who,
};
use crate::support::{Scratch, Server, until};

const EMAIL: &str = "jan@a.nl";

/// The one-time password that the first start printed.
fn printed_password(server: &Server) -> String {
    let printed = server.printed();
    let (_, rest) = printed
        .split_once("as admin@localhost, password ")
        .expect(&printed);
    rest.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn the_first_password_opens_nothing_but_the_choice_of_another() {
    for arguments in [&["--empty"][..], &["--demo"], &["--public", "none"]] {
        let server = Server::spawn(arguments);
        let revision = server.served_revision();
        let one_time = printed_password(&server);
        let mut response = post_sign_in(&server, "admin@localhost", &one_time, None);
        let told: Value = response.body_mut().read_json().unwrap();
        assert_eq!(told, json!({"name": "Beheerder", "mustChange": true}));
        let first = cookie(&response);
        if arguments == ["--public", "none"] {
            assert_eq!(
                refusal(ask(&server, &first, "{ __typename }")).1,
                "FORBIDDEN"
            );
        } else {
            assert_eq!(who(&server, &first), "nobody, PUBLIC");
        }
        let choice = json!({"current": one_time, "new": PASSWORD});
        let mut response = server.post_json("/auth/password", &[("cookie", &first)], &choice);
        let told: Value = response.body_mut().read_json().unwrap();
        assert_eq!(told, json!({"name": "Beheerder", "mustChange": false}));
        let second = cookie(&response);
        assert_eq!(who(&server, &second), "Beheerder, ADMIN");
        assert_ne!(first, second);
        assert_eq!(server.served_revision(), revision);
        assert_eq!(
            refusal(post_sign_in(&server, "admin@localhost", &one_time, None)).1,
            "WRONG_CREDENTIALS"
        );
        assert!(!server.logged().contains(&one_time));
        // Another start makes no other.
        let again = Server::spawn_on(&server.database(), arguments);
        assert!(!again.printed().contains("password"), "{}", again.printed());
        assert_eq!(who(&again, &second), "Beheerder, ADMIN");
    }
}

#[test]
fn who_signs_in_is_known_until_they_sign_out() {
    let server = Server::start(&["--empty"]);
    add(
        &server,
        EMAIL,
        &["--role", "outreach", "--name", "Jan Jansen"],
    );
    let first = sign_in(&server, "JAN@a.nl ", PASSWORD);
    assert_eq!(who(&server, &first), "Jan Jansen, OUTREACH");
    // Signing in again takes the place of it.
    let second = cookie(&post_sign_in(&server, EMAIL, PASSWORD, Some(&first)));
    assert_eq!(who(&server, &first), "nobody, PUBLIC");
    let third = sign_in(&server, EMAIL, PASSWORD);
    let left = server.post_json("/auth/sign-out", &[("cookie", &second)], &json!({}));
    assert_eq!((left.status().as_u16(), forgets(&left)), (204, true));
    assert_eq!(who(&server, &second), "nobody, PUBLIC");
    assert_eq!(who(&server, &third), "Jan Jansen, OUTREACH");
    let fourth = sign_in(&server, EMAIL, PASSWORD);
    let left = server.post_json(
        "/auth/sign-out-everywhere",
        &[("cookie", &fourth)],
        &json!({}),
    );
    assert_eq!(left.status(), 204);
    for cookie in [&third, &fourth] {
        assert_eq!(who(&server, cookie), "nobody, PUBLIC");
    }
    // Who is signed out may sign out.
    assert_eq!(
        server.post_json("/auth/sign-out", &[], &json!({})).status(),
        204
    );
}

#[test]
fn a_cookie_that_is_not_ours_is_of_the_public_and_is_to_be_forgotten() {
    let server = Server::start(&["--empty"]);
    let token = server.token("desk", &["--role", "ADMIN"]);
    server.await_revision(1);
    for cookie in ["", "x", "dekkingskaart_x", &token] {
        let cookie = format!("a=b; __Host-dekkingskaart={cookie}");
        assert_eq!(who(&server, &cookie), "nobody, PUBLIC");
        assert!(forgets(&ask(&server, &cookie, "{ __typename }")));
    }
    assert!(!forgets(&ask(&server, "other=x", "{ __typename }")));
    // A token wins, and is not excused by a cookie.
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let cookie = sign_in(&server, EMAIL, PASSWORD);
    let question = "/graphql?query=%7Bviewer%7Bname%7D%7D";
    let bearer = format!("Bearer {token}");
    let mut response = server.get(question, &[("cookie", &cookie), ("authorization", &bearer)]);
    assert!(
        response
            .body_mut()
            .read_to_string()
            .unwrap()
            .contains("desk")
    );
    let response = server.get(
        question,
        &[("cookie", &cookie), ("authorization", "Bearer x")],
    );
    assert_eq!(response.status(), 401);
}

#[test]
fn the_answer_does_not_tell_who_has_an_account() {
    let server = Server::start(&["--empty"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let answers = [EMAIL, "nobody@a.nl", "no address", ""].map(|email| {
        let mut response = post_sign_in(&server, email, "wrong", None);
        let status = response.status().as_u16();
        assert!(response.headers().get("set-cookie").is_none());
        (status, response.body_mut().read_to_string().unwrap())
    });
    assert!(
        answers[0].1.contains("WRONG_CREDENTIALS"),
        "{}",
        answers[0].1
    );
    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:?}"
    );
    assert_eq!(answers[0].0, 401);
}

#[test]
fn after_five_failures_one_has_to_wait() {
    let server = Server::start(&["--empty", "--behind-proxy"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let attempt = |email: &str, password: &str, address: &str| {
        let body = json!({"email": email, "password": password});
        let headers = [("x-forwarded-for", address)];
        server.post_json("/auth/sign-in", &headers, &body)
    };
    let of_email = |number: usize| attempt(EMAIL, "wrong", &format!("10.0.0.{number}"));
    let (number, response) = first_to_wait(of_email);
    assert!(number >= 5, "{number}");
    let seconds = response.headers()["retry-after"].to_str().unwrap();
    let seconds: u64 = seconds.parse().unwrap();
    assert_eq!(refusal(response), (429, "TOO_MANY_ATTEMPTS".to_owned()));
    assert!((1..=60).contains(&seconds), "{seconds}");
    until("nobody gets in", || {
        attempt(EMAIL, PASSWORD, "10.0.1.1").status() == 200
    });
    let of_address =
        |number: usize| attempt(&format!("{number}@a.nl"), "wrong", "1.2.3.4, 10.0.2.1");
    let (number, _) = first_to_wait(of_address);
    assert!(number >= 5, "{number}");
    assert_eq!(refusal(attempt("other@a.nl", "wrong", "10.0.2.2")).0, 401);
}

/// The first of many attempts that has to wait, and what it is told. A slow
/// machine may sit out the first delays.
fn first_to_wait(attempt: impl Fn(usize) -> Response<Body>) -> (usize, Response<Body>) {
    let attempts = (0..20).map(|number| (number, attempt(number)));
    let mut waits = attempts.filter(|(_, response)| response.status() == 429);
    waits.next().unwrap()
}

#[test]
fn a_password_is_chosen_by_who_knows_the_one_before() {
    let server = Server::start(&["--empty"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let (here, there) = (
        sign_in(&server, EMAIL, PASSWORD),
        sign_in(&server, EMAIL, PASSWORD),
    );
    let choose = |cookie: &str, current: &str, new: &str| {
        let body = json!({"current": current, "new": new});
        server.post_json("/auth/password", &[("cookie", cookie)], &body)
    };
    for (current, new, status, code) in [
        ("wrong", "another password", 401, "WRONG_CREDENTIALS"),
        (PASSWORD, "short", 422, "PASSWORD_TOO_SHORT"),
        (PASSWORD, &"long".repeat(51), 422, "PASSWORD_TOO_LONG"),
        (PASSWORD, "wachtwoord123", 422, "PASSWORD_TOO_COMMON"),
        (PASSWORD, PASSWORD, 422, "PASSWORD_UNCHANGED"),
    ] {
        assert_eq!(
            refusal(choose(&here, current, new)),
            (status, code.to_owned())
        );
    }
    assert_eq!(
        refusal(choose("a=b", PASSWORD, "another password")),
        (401, "UNAUTHENTICATED".to_owned())
    );
    let response = choose(&here, PASSWORD, "another password");
    assert_eq!(response.status(), 200);
    assert_eq!(who(&server, &cookie(&response)), "jan, OUTREACH");
    for old in [&here, &there] {
        assert_eq!(who(&server, old), "nobody, PUBLIC");
    }
    sign_in(&server, EMAIL, "another password");
}

#[test]
fn the_command_manages_accounts_of_a_running_server() {
    let server = Server::start(&["--empty"]);
    add(&server, EMAIL, &["--role", "OUTREACH", "--one-time"]);
    let listed = server.run(&["user", "list"]);
    assert!(
        listed.contains("jan@a.nl: jan, OUTREACH, recorded "),
        "{listed}"
    );
    assert!(listed.contains("has to choose a password"), "{listed}");
    assert!(!listed.contains("argon2"), "{listed}");
    server.run_typing("another password\r\n", &["user", "password", EMAIL]);
    let cookie = sign_in(&server, EMAIL, "another password");
    assert_eq!(who(&server, &cookie), "jan, OUTREACH");
    server.run(&["user", "remove", EMAIL]);
    await_nobody(&server, &cookie);
    for (typed, arguments, told) in [
        (
            "short\n",
            &["user", "add", "x@a.nl", "--role", "ADMIN"][..],
            "shorter than 12",
        ),
        ("", &["user", "remove", EMAIL], "there is no account"),
        (
            PASSWORD,
            &["user", "password", EMAIL],
            "there is no account",
        ),
        (
            PASSWORD,
            &["user", "add", "x", "--role", "ADMIN"],
            "not an email address",
        ),
        (
            PASSWORD,
            &["user", "add", "x@a.nl", "--role", "PLATFORM"],
            "needs its regions",
        ),
    ] {
        let output = server.try_run(typed, arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(
            !output.status.success() && error.contains(told),
            "{arguments:?}: {error}"
        );
    }
}

#[tokio::test]
async fn signing_out_on_one_server_holds_on_all() {
    let scratch = Scratch::postgres().await;
    let (one, other) = (
        Server::on(&scratch.address, &["--empty"]),
        Server::on(&scratch.address, &["--empty"]),
    );
    add(&one, EMAIL, &["--role", "OUTREACH"]);
    let cookie = sign_in(&one, EMAIL, PASSWORD);
    assert_eq!(who(&other, &cookie), "jan, OUTREACH");
    one.post_json("/auth/sign-out", &[("cookie", &cookie)], &json!({}));
    await_nobody(&other, &cookie);
}

/// Waits until a cookie is of nobody.
fn await_nobody(server: &Server, cookie: &str) {
    until("the session goes on", || {
        who(server, cookie) == "nobody, PUBLIC"
    });
}
