//! What an answer depends on beside its question.

use sha2::{Digest, Sha256};

use crate::http::App;
use atlas::{Atlas, short_hash};
use domain::people::viewer::Viewer;

/// The revision, the day, and who asks: without a date a question is about
/// today, so its answer changes at midnight too; what is internal differs by
/// viewer.
pub(in crate::http) fn edition(app: &App, atlas: &Atlas, viewer: &Viewer) -> String {
    let revision = atlas.index().facts().revision;
    let (today, version) = (app.clock().today(), env!("CARGO_PKG_VERSION"));
    let role = viewer.role;
    if !viewer.is_signed_in() {
        return format!("{revision}-{today}-{version}-{role}");
    }
    // What is told of people changes without a revision.
    let people = app.access().number();
    let who = format!("{:?}", (&viewer.name, &viewer.regions, people));
    let who = short_hash(&Sha256::digest(who));
    format!("{revision}-{today}-{version}-{role}-{who}")
}

/// Tells one answer to a question from another.
pub(in crate::http) fn etag(app: &App, atlas: &Atlas, viewer: &Viewer) -> String {
    format!("W/\"{}\"", edition(app, atlas, viewer))
}
