//! GraphQL over HTTP and WebSocket.

mod answer_body;
pub(super) mod answer_cache;
pub(super) mod edition;
pub(super) mod execute;
pub(super) mod handlers;
mod media_type;
pub(super) mod persisted;
mod question;
mod question_text;
pub(super) mod respond;
pub(super) mod ws;

/// Where questions are answered.
pub(super) const PATH: &str = "/graphql";
