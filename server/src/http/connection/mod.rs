//! Accepting connections: how many, how long each may take, and how serving
//! ends. `axum::serve` has no such bounds, so hyper is driven here.

mod activity;
mod answer;
mod lingering;
mod places;
mod self_wake;
mod socket;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::Service;

use self::activity::Activity;
use self::answer::Answer;
use self::lingering::DrainedBody;
use self::places::{ConnectionSlot, ConnectionSlots};
use self::self_wake::SelfWaking;
use self::socket::Socket;

/// What is kept of a head that is being read, and of an answer that is being
/// written, in bytes. An address that names a thousand municipalities fits.
const LARGEST_HEAD: usize = 64 * 1024;
/// How long a client may do nothing once the server was asked to stop.
const LAST_PATIENCE: Duration = Duration::from_secs(1);
/// How long accepting rests when the system has no more to give.
const REST: Duration = Duration::from_millis(100);
/// Said to a connection for which there is no place.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\n\
connection: close\r\n\
content-type: application/json; charset=utf-8\r\n\
content-length: 130\r\n\
retry-after: 5\r\n\r\n\
{\"data\":null,\"errors\":[{\"message\":\"the server has no place for another connection\",\"extensions\":{\"code\":\"TOO_MANY_CONNECTIONS\"}}]}";

/// The bounds of connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// How many connections there are at once.
    pub connections: usize,
    /// How many of one address, of IPv6 of one /64; none when a proxy in front
    /// holds all of them.
    pub connections_per_address: Option<usize>,
    /// How long the head of a request may take, from the moment at which it may
    /// come; so long is a connection kept between requests, too.
    pub head: Duration,
    /// How long somebody may take nothing of an answer.
    pub unread: Duration,
    /// How long work that is under way may go on when the server stops.
    pub last_work: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            connections: 800,
            connections_per_address: Some(100),
            head: Duration::from_secs(20),
            unread: Duration::from_secs(30),
            last_work: Duration::from_secs(15),
        }
    }
}

/// What answers requests.
pub trait Answering:
    Service<Request<Body>, Response = axum::response::Response, Error = Infallible, Future: Send>
    + Clone
    + Send
    + 'static
{
}

impl<S> Answering for S where
    S: Service<
            Request<Body>,
            Response = axum::response::Response,
            Error = Infallible,
            Future: Send,
        > + Clone
        + Send
        + 'static
{
}

/// Serves until it is asked to stop, then until what is under way is done: no
/// longer than it may take, and not for clients that do nothing.
pub async fn serve(
    listener: TcpListener,
    service: impl Answering,
    bounds: ConnectionLimits,
    stop: CancellationToken,
) {
    let tracker = TaskTracker::new();
    let places = ConnectionSlots::new(bounds.connections, bounds.connections_per_address);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                if let Some(place) = places.take(peer.ip()) {
                    let connection = Connection {
                        bounds,
                        place,
                        peer,
                    };
                    let (service, stop) = (service.clone(), stop.clone());
                    tracker.spawn(SelfWaking::new(connection.serve(stream, service, stop)));
                } else {
                    metrics::counter!("dekkingskaart_connections_refused_total").increment(1);
                    // Without waiting: it is said to many, or to nobody.
                    let _ = stream.try_write(FULL);
                }
            }
            Err(error) if is_of_client(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "no connection can be accepted");
                sleep(REST).await;
            }
        }
    }
    drop(listener);
    tracker.close();
    if timeout(bounds.last_work, tracker.wait()).await.is_err() {
        tracing::warn!(
            connections = tracker.len(),
            "stopping although work is under way"
        );
    }
}

fn is_of_client(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset
    )
}

/// A connection that has a place.
struct Connection {
    bounds: ConnectionLimits,
    place: ConnectionSlot,
    peer: SocketAddr,
}

impl Connection {
    async fn serve(self, stream: TcpStream, answering: impl Answering, stop: CancellationToken) {
        // An answer is written whole; the last of it need not wait for more.
        let _ = stream.set_nodelay(true);
        let activity = Arc::clone(self.place.activity());
        let given_up = self.place.given_up();
        let peer = self.peer;
        let socket = Socket::new(stream, self.place, self.bounds.unread);
        let working = Arc::clone(&activity);
        let service = service_fn(move |request| {
            answer(answering.clone(), request, peer, Arc::clone(&working))
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.bounds.head)
            .max_buf_size(LARGEST_HEAD)
            .serve_connection(TokioIo::new(socket), service)
            .with_upgrades();
        let mut connection = pin!(connection);
        tokio::select! {
            _ = connection.as_mut() => return,
            () = given_up.cancelled() => return,
            () = stop.cancelled() => {}
        }
        connection.as_mut().graceful_shutdown();
        let mut moved = activity.moved();
        while timeout(LAST_PATIENCE, connection.as_mut()).await.is_err() {
            let now = activity.moved();
            if activity.waits_for_client() && moved == now {
                return;
            }
            moved = now;
        }
    }
}

async fn answer(
    mut service: impl Answering,
    request: Request<Incoming>,
    peer: SocketAddr,
    activity: Arc<Activity>,
) -> Result<Response<Answer>, Infallible> {
    let begun = activity.begin(!hyper::body::Body::is_end_stream(request.body()));
    let mut request = DrainedBody::around(request, activity).map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    let response = service.call(request).await?;
    if response.status() == StatusCode::SWITCHING_PROTOCOLS {
        begun.upgraded();
    } else {
        begun.sending();
    }
    Ok(response.map(|body| Answer::new(body, begun)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_refused_a_place_is_told_in_whole() {
        let text = std::str::from_utf8(FULL).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.contains(&format!("content-length: {}", body.len())));
        let told: serde_json::Value = serde_json::from_str(body).unwrap();
        let code = &told["errors"][0]["extensions"]["code"];
        assert_eq!(code, "TOO_MANY_CONNECTIONS");
    }
}
