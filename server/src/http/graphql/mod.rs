//! GraphQL over HTTP and WebSocket.

pub(super) mod execute;
pub(super) mod handlers;
pub(super) mod ws;
