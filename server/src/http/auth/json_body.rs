//! What is posted to sign in, and from where.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::Response;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::http::App;
use crate::http::bounds::LONGEST_REQUEST;
use crate::http::csrf::is_cross_site;
use crate::http::errors::HttpError;
use crate::http::json_answer::is_json;
use domain::message::RequestMessage;

/// The largest body, in bytes: a request for an account with a long reason fits.
const LARGEST_FORM: usize = 32 * 1024;

/// A body of JSON from our own pages, or from a program.
pub(super) struct JsonBody<T>(pub(super) T);

/// A body that says nothing.
#[derive(Deserialize)]
pub(super) struct EmptyBody {}

impl<T: DeserializeOwned> FromRequest<Arc<App>> for JsonBody<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Response> {
        let (crosses, json) = (
            is_cross_site(request.headers(), app.address()),
            is_json(request.headers().get(CONTENT_TYPE)),
        );
        if crosses {
            return Err(HttpError::cross_site().into());
        }
        // A form cannot send this type across sites without being asked first.
        if !json {
            return Err(HttpError::bad_type(RequestMessage::NotJson).into());
        }
        let body = request.into_body();
        let body = app.bodies().read(body, LARGEST_FORM, LONGEST_REQUEST).await;
        let body = body.map_err(HttpError::from)?.bytes;
        let body: &[u8] = if body.is_empty() { b"{}" } else { &body };
        // What is wrong may stand beside a password: say nothing of it.
        let given = serde_json::from_slice(body).map(Self);
        given.map_err(|_| HttpError::bad_request(RequestMessage::BadBody).into())
    }
}

/// The address of the client.
pub(in crate::http) struct ClientAddress(pub(in crate::http) IpAddr);

impl FromRequestParts<Arc<App>> for ClientAddress {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
        let told = app.is_behind_proxy().then(|| forwarded(&parts.headers));
        Ok(Self(told.flatten().unwrap_or(peer)))
    }
}

/// The address that the proxy in front saw: the last, since the ones before it
/// are what the client itself said.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?;
    let (_, last) = last
        .to_str()
        .ok()
        .map(|list| list.rsplit_once(',').unwrap_or(("", list)))?;
    last.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_what_the_proxy_itself_saw_counts() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded(&headers), None);
        headers.append("x-forwarded-for", HeaderValue::from_static("1.1.1.1"));
        headers.append(
            "x-forwarded-for",
            HeaderValue::from_static("2.2.2.2, 2001:db8::1"),
        );
        assert_eq!(forwarded(&headers), "2001:db8::1".parse().ok());
        headers.append("x-forwarded-for", HeaderValue::from_static("unknown"));
        assert_eq!(forwarded(&headers), None);
    }
}
