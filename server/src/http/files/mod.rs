//! The client, map files, sheets and exports.

pub(super) mod encoding;
pub(super) mod export;
pub(super) mod map;
pub(super) mod pages;
pub(super) mod sheet;
pub(super) mod template;
pub(super) mod web_client;
