//! The cookie by which a browser says who is signed in.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use cookie::time::Duration;
use cookie::{Cookie, CookieBuilder, SameSite};

use actions::LONGEST_SIGN_IN;
use auth::{Attempt, Device};
use domain::people::viewer::Secret;

/// Browsers keep a cookie of this prefix only when it is secure, of this host
/// alone, and for every path.
const NAME: &str = "__Host-dekkingskaart";
/// A sign-in at a provider that is under way.
const ATTEMPT: &str = "__Host-dekkingskaart-oidc";
/// A browser in which somebody signed in with a password.
const DEVICE: &str = "__Host-dekkingskaart-apparaat";
/// How long a browser is known.
const DEVICE_KNOWN: Duration = Duration::days(180);
/// Stands while somebody who is signed in looks as the public does. Scripts of
/// the client read it, to show the way back.
const AS_PUBLIC: &str = "__Host-dekkingskaart-openbaar";

/// Told when the cookie of a request is found to be of no session that holds.
#[derive(Debug, Clone, Default)]
struct Stale(Arc<AtomicBool>);

/// The secret that a browser sent.
pub(super) fn secret(headers: &HeaderMap) -> Option<&str> {
    find(headers, NAME)
}

/// The sign-in at a provider that a browser began.
pub(super) fn attempt(headers: &HeaderMap) -> Option<&str> {
    find(headers, ATTEMPT)
}

/// What a browser was given when somebody signed in there.
pub(super) fn device(headers: &HeaderMap) -> Option<&str> {
    find(headers, DEVICE)
}

/// Lets a browser be known, whoever uses it next.
pub(super) fn keep_device(response: &mut Response, device: &Device) {
    let cookie = hidden(DEVICE, device.reveal());
    set(response, cookie.max_age(DEVICE_KNOWN));
}

/// Whether a browser asks to be answered as the public is.
pub(super) fn is_as_public(headers: &HeaderMap) -> bool {
    find(headers, AS_PUBLIC).is_some()
}

fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)?
        .value_raw()
}

/// Lets the browser keep a secret, until it is closed.
pub(super) fn keep(response: &mut Response, secret: &Secret) {
    set(response, hidden(NAME, secret.reveal()));
}

/// Lets the browser keep a sign-in at a provider, as long as it holds.
pub(super) fn keep_attempt(response: &mut Response, attempt: &Attempt) {
    let cookie = hidden(ATTEMPT, attempt.reveal());
    set(
        response,
        cookie.max_age(Duration::seconds(LONGEST_SIGN_IN.as_secs())),
    );
}

/// Lets the browser forget the sign-in at a provider.
pub(super) fn forget_attempt(response: &mut Response) {
    set(response, hidden(ATTEMPT, "").max_age(Duration::ZERO));
}

/// Lets the browser ask to be answered as the public, or no longer.
pub(super) fn look_as_public(response: &mut Response, on: bool) {
    let cookie = open(AS_PUBLIC, if on { "1" } else { "" });
    let cookie = if on {
        cookie
    } else {
        cookie.max_age(Duration::ZERO)
    };
    set(response, cookie);
}

/// Lets the browser forget its secret.
pub(super) fn forget(response: &mut Response) {
    set(response, hidden(NAME, "").max_age(Duration::ZERO));
}

/// A cookie of this host that no script reads.
fn hidden<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> CookieBuilder<'a> {
    open(name, value).http_only(true)
}

/// A cookie of this host that scripts of the client read.
fn open<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> CookieBuilder<'a> {
    Cookie::build((name, value))
        .path("/")
        .secure(true)
        .same_site(SameSite::Lax)
}

/// Has the browser keep a cookie in the place of one with its name.
fn set(response: &mut Response, cookie: CookieBuilder<'_>) {
    if let Ok(mut cookie) = HeaderValue::from_str(&cookie.build().to_string()) {
        cookie.set_sensitive(true);
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

/// Notes that the cookie of this request is good for nothing.
pub(super) fn note_stale(parts: &Parts) {
    if let Some(Stale(stale)) = parts.extensions.get() {
        stale.store(true, Ordering::Relaxed);
    }
}

/// Lets the browser forget a cookie that was found stale, unless a shared
/// cache may keep the answer.
pub(super) async fn forget_stale<F: Future<Output = Response>>(
    mut request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    if secret(request.headers()).is_none() {
        return answer(request).await;
    }
    let stale = Stale::default();
    request.extensions_mut().insert(stale.clone());
    let mut response = answer(request).await;
    let headers = response.headers();
    let shared = headers
        .get(CACHE_CONTROL)
        .is_some_and(|keep| keep.as_bytes().starts_with(b"public"));
    if stale.0.load(Ordering::Relaxed) && !shared && !headers.contains_key(SET_COOKIE) {
        forget(&mut response);
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_cookie_is_found_among_others() {
        for (header, found) in [
            ("__Host-dekkingskaart=x", Some("x")),
            ("a=b; __Host-dekkingskaart=x; c=d", Some("x")),
            ("__Host-dekkingskaart2=x", None),
            ("dekkingskaart=x", None),
            ("a; =b; __Host-dekkingskaart=x", Some("x")),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.append(COOKIE, HeaderValue::from_static("z=1"));
            headers.append(COOKIE, HeaderValue::from_static(header));
            assert_eq!(secret(&headers), found, "{header}");
        }
    }

    #[test]
    fn a_browser_keeps_a_cookie_for_this_host_alone_and_as_long_as_it_is_told() {
        let mut response = Response::default();
        look_as_public(&mut response, true);
        forget(&mut response);
        let cookies: Vec<_> = response.headers().get_all(SET_COOKIE).iter().collect();
        assert_eq!(
            cookies,
            [
                "__Host-dekkingskaart-openbaar=1; SameSite=Lax; Secure; Path=/",
                "__Host-dekkingskaart=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0",
            ]
        );
    }
}
