//! What is published beside GraphQL: exports of lists, pictures and tiles of maps.

pub(super) mod catalog;
pub(super) mod export;
mod export_options;
mod failure;
mod list;
mod parameters;
pub(super) mod picture;
mod request;
pub(super) mod tile;

pub(super) use export_options::WORKBOOK;
pub(super) use failure::Failure;
pub(super) use list::{Caching, ListRequest, open_to_other_sites, work};
pub(super) use parameters::{DateError, Parameters, excerpt};
pub(super) use request::PublishRequest;
