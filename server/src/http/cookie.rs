//! The cookie by which a browser says who is signed in.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::domain::viewer::Secret;

/// Browsers keep a cookie of this prefix only when it is secure, of this host
/// alone, and for every path.
const NAME: &str = "__Host-dekkingskaart";
const FORGET: &str = "__Host-dekkingskaart=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";

/// Told when the cookie of a request is found to be of no session that holds.
#[derive(Debug, Clone, Default)]
struct Stale(Arc<AtomicBool>);

/// The secret that a browser sent.
pub(super) fn secret(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(NAME)?.strip_prefix('='))
}

/// Lets the browser keep a secret, until it is closed.
pub(super) fn keep(response: &mut Response, secret: &Secret) {
    let cookie = format!(
        "{NAME}={}; Path=/; Secure; HttpOnly; SameSite=Lax",
        secret.reveal()
    );
    if let Ok(mut cookie) = HeaderValue::from_str(&cookie) {
        cookie.set_sensitive(true);
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

/// Lets the browser forget its secret.
pub(super) fn forget(response: &mut Response) {
    let headers = response.headers_mut();
    headers.append(SET_COOKIE, HeaderValue::from_static(FORGET));
}

/// Notes that the cookie of this request is good for nothing.
pub(super) fn note_stale(parts: &Parts) {
    if let Some(Stale(stale)) = parts.extensions.get() {
        stale.store(true, Ordering::Relaxed);
    }
}

/// Lets the browser forget a cookie that was found stale, unless a shared
/// cache may keep the answer.
pub(super) async fn forget_stale(mut request: Request, next: Next) -> Response {
    if secret(request.headers()).is_none() {
        return next.run(request).await;
    }
    let stale = Stale::default();
    request.extensions_mut().insert(stale.clone());
    let mut response = next.run(request).await;
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
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.append(COOKIE, HeaderValue::from_static("z=1"));
            headers.append(COOKIE, HeaderValue::from_static(header));
            assert_eq!(secret(&headers), found, "{header}");
        }
    }
}
