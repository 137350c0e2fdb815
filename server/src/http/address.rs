//! Where the server is found, for addresses that have to be whole.

use axum::http::HeaderMap;
use axum::http::header::HOST;

use super::App;

/// The address that the server was told, or else that at which it was asked;
/// without a slash at its end.
pub(super) fn root(app: &App, headers: &HeaderMap) -> String {
    if let Some(address) = app.address() {
        return address.to_owned();
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_host = |host: &&str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
        !host.is_empty() && host.bytes().all(fits)
    };
    format!("http://{}", host.filter(is_host).unwrap_or("localhost"))
}
