//! The code of an app beside the password.

use std::time::SystemTime;

use dekkingskaart::domain::people::second_factor::TotpSecret;
use jiff::Timestamp;
use serde_json::{Value, json};
use ureq::Body;
use ureq::http::Response;

use crate::access::people::{PASSWORD, add, cookie, post_sign_in, refusal, sign_in, who};
use crate::support::Server;

const EMAIL: &str = "jan@a.nl";

fn now() -> Timestamp {
    SystemTime::now().try_into().unwrap()
}

fn read(mut response: Response<Body>) -> Value {
    assert_eq!(response.status(), 200);
    response.body_mut().read_json().unwrap()
}

fn sign_in_with(server: &Server, code: &str) -> Response<Body> {
    let body = json!({ "email": EMAIL, "password": PASSWORD, "code": code });
    server.post_json("/auth/sign-in", &[], &body)
}

/// The secret of the text that an app is given.
fn of_base32(text: &str) -> TotpSecret {
    let (mut bits, mut secret) = (0_u64, Vec::new());
    let mut held = 0;
    for letter in text.bytes() {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let value = value.iter().position(|known| *known == letter).unwrap();
        bits = bits << 5 | value as u64;
        held += 5;
        if held >= 8 {
            held -= 8;
            secret.push((bits >> held & 0xff) as u8);
        }
    }
    TotpSecret::of(secret.try_into().unwrap())
}

#[test]
fn a_second_factor_is_asked_once_it_is_confirmed_and_each_code_opens_once() {
    let server = Server::start(&["--empty"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let session = sign_in(&server, EMAIL, PASSWORD);
    let post = |path: &str, body: Value| server.post_json(path, &[("cookie", &session)], &body);

    let begun = read(post(
        "/auth/second-factor/begin",
        json!({ "password": PASSWORD }),
    ));
    let secret = of_base32(begun["secret"].as_str().unwrap());
    assert!(
        begun["address"]
            .as_str()
            .unwrap()
            .starts_with("otpauth://totp/")
    );
    assert!(begun["picture"].as_str().unwrap().starts_with("<svg"));
    // Not yet: a mistake must lock nobody out.
    sign_in(&server, EMAIL, PASSWORD);
    let wrong = post("/auth/second-factor/confirm", json!({ "code": "x" }));
    assert_eq!(refusal(wrong), (401, "WRONG_CODE".to_owned()));
    let shown = secret.code_at(now());
    let on = read(post(
        "/auth/second-factor/confirm",
        json!({ "code": shown }),
    ));
    let recovery: Vec<&str> = on["recoveryCodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| code.as_str().unwrap())
        .collect();
    assert_eq!(recovery.len(), 10);

    // The password alone does not do, and asking for the code counts for nothing.
    for _ in 0..7 {
        let asked = post_sign_in(&server, EMAIL, PASSWORD, None);
        assert_eq!(refusal(asked), (401, "CODE_MISSING".to_owned()));
    }
    // The code that confirmed it was used by that.
    assert_eq!(
        refusal(sign_in_with(&server, &shown)),
        (401, "WRONG_CODE".to_owned())
    );
    let next = secret.code_at(now() + jiff::SignedDuration::from_secs(30));
    let inside = cookie(&sign_in_with(&server, &next));
    assert_eq!(who(&server, &inside), "jan, OUTREACH");
    assert_eq!(
        refusal(sign_in_with(&server, &next)),
        (401, "WRONG_CODE".to_owned())
    );

    let typed = recovery[0].to_uppercase().replace('-', " ");
    assert_eq!(sign_in_with(&server, &typed).status(), 200);
    assert_eq!(
        refusal(sign_in_with(&server, recovery[0])),
        (401, "WRONG_CODE".to_owned())
    );

    // It goes with the password and a code; or by an administrator.
    let off = json!({ "password": PASSWORD, "code": "000000x" });
    assert_eq!(
        refusal(post("/auth/second-factor/end", off)),
        (401, "WRONG_CODE".to_owned())
    );
    let off = json!({ "password": PASSWORD, "code": recovery[1] });
    assert_eq!(post("/auth/second-factor/end", off).status(), 204);
    sign_in(&server, EMAIL, PASSWORD);
}

#[test]
fn who_guesses_codes_has_to_wait() {
    let server = Server::start(&["--empty"]);
    add(&server, EMAIL, &["--role", "OUTREACH"]);
    let session = sign_in(&server, EMAIL, PASSWORD);
    let post =
        |path: &str, body: Value| read(server.post_json(path, &[("cookie", &session)], &body));
    let begun = post("/auth/second-factor/begin", json!({ "password": PASSWORD }));
    let secret = of_base32(begun["secret"].as_str().unwrap());
    post(
        "/auth/second-factor/confirm",
        json!({ "code": secret.code_at(now()) }),
    );
    let codes: Vec<_> = (0..6)
        .map(|_| refusal(sign_in_with(&server, "12345x")).1)
        .collect();
    assert_eq!(codes[4], "WRONG_CODE");
    assert_eq!(codes[5], "TOO_MANY_ATTEMPTS");
}
