//! GraphQL over a WebSocket, by the protocol `graphql-transport-ws`: for
//! following what changes, and for nothing else.

mod connection;
mod feeds;
mod message;

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::http::WebSocketProtocols;
use axum::extract::WebSocketUpgrade;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use parking_lot::Mutex;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use self::connection::serve;
use self::feeds::SharedStreams;
use crate::domain::message::RequestMessage;
use crate::domain::people::permissions::Forbidden;
use crate::domain::people::viewer::Viewer;
use crate::http::App;
use crate::http::csrf::is_cross_site;
use crate::http::errors::HttpError;
use crate::http::throttle::ClientKey;

/// How many follow at once.
const MOST_FOLLOWERS: usize = 500;
/// How many of these from one address; of IPv6, from one network.
const MOST_OF_ONE: usize = 50;
/// The largest message that is read, in bytes.
const LARGEST_MESSAGE: usize = 64 * 1024;

/// Keeps count of who follows, and tells them.
pub(in crate::http) struct Subscribers {
    all: Arc<Semaphore>,
    by_address: Arc<Mutex<HashMap<ClientKey, usize>>>,
    feeds: SharedStreams,
}

impl Default for Subscribers {
    fn default() -> Self {
        Self {
            all: Arc::new(Semaphore::new(MOST_FOLLOWERS)),
            by_address: Arc::default(),
            feeds: SharedStreams::default(),
        }
    }
}

/// A place among those who follow, given back when dropped.
struct SubscriberSlot {
    address: ClientKey,
    by_address: Arc<Mutex<HashMap<ClientKey, usize>>>,
    _place: OwnedSemaphorePermit,
}

impl Subscribers {
    /// How many follow.
    pub(in crate::http) fn number(&self) -> usize {
        MOST_FOLLOWERS - self.all.available_permits()
    }

    fn enter(&self, address: ClientKey) -> Option<SubscriberSlot> {
        let place = Arc::clone(&self.all).try_acquire_owned().ok()?;
        let mut by_address = self.by_address.lock();
        let number = by_address.entry(address.clone()).or_default();
        if *number >= MOST_OF_ONE {
            return None;
        }
        *number += 1;
        Some(SubscriberSlot {
            address,
            by_address: Arc::clone(&self.by_address),
            _place: place,
        })
    }
}

impl Drop for SubscriberSlot {
    fn drop(&mut self) {
        let mut by_address = self.by_address.lock();
        if let Some(number) = by_address.get_mut(&self.address) {
            *number -= 1;
            if *number == 0 {
                by_address.remove(&self.address);
            }
        }
    }
}

/// Lets somebody follow. No page of another site may: it would read in the name
/// of who is signed in.
pub(in crate::http) fn follow(
    app: Arc<App>,
    viewer: &Viewer,
    caller: ClientKey,
    headers: &HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if is_cross_site(headers, app.address()) {
        return HttpError::cross_site().into();
    }
    if app.api().is_closed_to(viewer) {
        return HttpError::from(Forbidden::Everything).into();
    }
    let Some(follower) = app.followers().enter(caller.address()) else {
        let (status, message) = (
            StatusCode::SERVICE_UNAVAILABLE,
            RequestMessage::TooManyFollowers,
        );
        return HttpError::new(status, "TOO_MANY_FOLLOWERS", message).into();
    };
    upgrade
        .protocols([WebSocketProtocols::GraphQLWS.sec_websocket_protocol()])
        .max_message_size(LARGEST_MESSAGE)
        .max_frame_size(LARGEST_MESSAGE)
        .on_upgrade(async move |socket| {
            serve(&app, &caller, socket).await;
            drop(follower);
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_who_follow_have_a_bound_and_who_leaves_makes_room() {
        let subscribers = Subscribers::default();
        let enter = |network: usize| {
            let address = format!("2001:db8:0:{network:x}::1");
            subscribers.enter(ClientKey::at(address.parse().unwrap()))
        };
        let places = 0..MOST_FOLLOWERS;
        let mut kept: Vec<_> = places.filter_map(|at| enter(at / MOST_OF_ONE)).collect();
        assert_eq!(kept.len(), MOST_FOLLOWERS);
        assert_eq!(subscribers.number(), MOST_FOLLOWERS);
        assert!(enter(MOST_FOLLOWERS).is_none());
        kept.pop();
        assert!(enter(MOST_FOLLOWERS).is_some());
    }
}
