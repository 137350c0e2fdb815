//! A browser of the tests: it signs in and keeps its cookie.

use serde_json::{Value, json};
use ureq::Body;
use ureq::http::Response;

use crate::support::Server;

pub const PASSWORD: &str = "paard batterij nietje";
pub const VIEWER: &str = "{ viewer { signedIn name role regions { set code } } }";

/// Makes an account by the command.
pub fn add(server: &Server, email: &str, arguments: &[&str]) {
    let typed = format!("{PASSWORD}\n");
    server.run_typing(&typed, &[&["user", "add", email], arguments].concat());
}

/// Posts credentials, with a cookie when there is one.
pub fn post_sign_in(
    server: &Server,
    email: &str,
    password: &str,
    cookie: Option<&str>,
) -> Response<Body> {
    let headers: Vec<_> = cookie.iter().map(|cookie| ("cookie", *cookie)).collect();
    let body = json!({ "email": email, "password": password });
    server.post_json("/auth/sign-in", &headers, &body)
}

/// Signs in; gives the cookie to send.
pub fn sign_in(server: &Server, email: &str, password: &str) -> String {
    let response = post_sign_in(server, email, password, None);
    assert_eq!(response.status(), 200);
    cookie(&response)
}

/// The cookie that a browser keeps of an answer.
pub fn cookie(response: &Response<Body>) -> String {
    let set = response.headers()["set-cookie"].to_str().unwrap();
    let (cookie, rules) = set.split_once("; ").unwrap();
    assert_eq!(rules, "HttpOnly; SameSite=Lax; Secure; Path=/");
    cookie.to_owned()
}

/// Whether an answer lets the browser forget its cookie.
pub fn forgets(response: &Response<Body>) -> bool {
    let set = response.headers().get("set-cookie");
    set.is_some_and(|set| set.to_str().unwrap().contains("Max-Age=0"))
}

/// Who a cookie is of, in words.
pub fn who(server: &Server, cookie: &str) -> String {
    let mut response = ask(server, cookie, VIEWER);
    assert_eq!(response.status(), 200);
    let answer: Value = response.body_mut().read_json().unwrap();
    let viewer = &answer["data"]["viewer"];
    let name = viewer["name"].as_str().unwrap_or("nobody");
    format!("{name}, {}", viewer["role"].as_str().unwrap())
}

/// Asks with a cookie.
pub fn ask(server: &Server, cookie: &str, query: &str) -> Response<Body> {
    server.post_json(
        "/graphql",
        &[("cookie", cookie)],
        &json!({ "query": query }),
    )
}

/// Status and code of a refusal, which is of the one shape.
pub fn refusal(mut response: Response<Body>) -> (u16, String) {
    let answer: Value = response.body_mut().read_json().unwrap();
    let error = &answer["errors"][0];
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|text| text.len() > 10),
        "{answer}"
    );
    let code = error["extensions"]["code"].as_str().unwrap().to_owned();
    (response.status().as_u16(), code)
}
