//! The limits of clients, before anything else is done for a request.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::Response;

use super::client::{ClientKey, RateLimited};
use crate::http::App;
use crate::http::auth::ClientAddress;
use crate::http::errors::HttpError;

/// Who is limited together with others of the same address.
pub(in crate::http) struct Caller(pub(in crate::http) ClientKey);

impl FromRequestParts<Arc<App>> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let ClientAddress(address) = ClientAddress::from_request_parts(parts, app).await?;
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(match peer {
            Some(ConnectInfo(peer))
                if peer.ip() == address && address.is_loopback() && !app.limits().client.local =>
            {
                ClientKey::Connection(*peer)
            }
            _ => ClientKey::at(address),
        }))
    }
}

/// Refuses a client that asks more often than it may, or more at once. What
/// operators ask goes through.
pub(in crate::http) async fn limit_clients<F: Future<Output = Response>>(
    app: &Arc<App>,
    request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response {
    if request.uri().path().starts_with("/health") {
        return answer(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(Caller(client)) = Caller::from_request_parts(&mut parts, app).await;
    let clients = app.clients();
    let began = clients
        .count(&client, 1)
        .and_then(|()| clients.admit(&client));
    match began {
        Ok(_answering) => answer(Request::from_parts(parts, body)).await,
        Err(RateLimited { wait }) => HttpError::too_many(wait).into(),
    }
}
