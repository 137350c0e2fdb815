//! The client, map files, sheets and exports.

pub(super) mod embed;
pub(super) mod encoding;
pub(super) mod export;
pub(super) mod map;
pub(super) mod pages;
pub(super) mod sheet;
pub(super) mod template;
mod view_head;
pub(super) mod web_client;
