//! The list of municipalities that an address asks for, and where work on it is
//! done: on the lanes of questions, so that it holds up nobody.

use std::sync::Arc;

use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

use super::failure::Failure;
use super::parameters::Parameters;
use crate::http::App;
use crate::http::graphql::edition::etag;
use crate::http::graphql::execute::{Asker, work_for};
use atlas::Atlas;
use domain::people::permissions::check_server;
use domain::people::viewer::Viewer;
use graphql::{Selection, SelectionInput, read_json};

/// The parameters that say which list.
pub(in crate::http) const OF_LIST: [&str; 6] =
    ["where", "orderBy", "asOf", "date", "knownAt", "lang"];

/// A list that was checked, and the atlas that it is answered from.
pub(in crate::http) struct ListRequest {
    pub(in crate::http) atlas: Arc<Atlas>,
    pub(in crate::http) selection: Selection,
}

impl ListRequest {
    /// The list of these parameters; nothing is done for it yet.
    pub(in crate::http) fn new(
        app: &App,
        asker: &Asker,
        parameters: &Parameters,
    ) -> Result<Self, Failure> {
        let filter = parameters.get("where");
        Self::with_filter(app, asker, parameters, filter)
    }

    /// The list of these parameters, with a filter of one's own.
    pub(in crate::http) fn with_filter(
        app: &App,
        asker: &Asker,
        parameters: &Parameters,
        filter: Option<&str>,
    ) -> Result<Self, Failure> {
        Self::on(app, asker, parameters, filter, app.clock().today())
    }

    /// The same, on that day when the parameters name none.
    pub(in crate::http) fn on(
        app: &App,
        asker: &Asker,
        parameters: &Parameters,
        filter: Option<&str>,
        day: Date,
    ) -> Result<Self, Failure> {
        check_server(&asker.viewer, app.api().public())?;
        let atlas = app.atlas();
        let asked = SelectionInput {
            filter,
            order_by: parameters.get("orderBy"),
            as_of: parameters.as_of(day)?,
        };
        let selection = app.api().selection(asked, &atlas, &asker.viewer)?;
        Ok(Self { atlas, selection })
    }

    /// How many municipalities it has at most.
    pub(in crate::http) fn rows(&self) -> usize {
        let edition = self
            .atlas
            .index()
            .find_edition(self.selection.as_of().date());
        edition.map_or(0, |edition| edition.codes().len())
    }
}

/// A filter that holds where this one does and another too.
pub(in crate::http) fn combined(
    filter: Option<&str>,
    other: serde_json::Value,
) -> Result<String, Failure> {
    let both = match read_json(filter)? {
        serde_json::Value::Null => other,
        filter => serde_json::json!({ "and": [filter, other] }),
    };
    Ok(both.to_string())
}

/// Does work of so many points that holds so many bytes, when its turn comes.
/// What it is worth counts as requests of its client.
pub(in crate::http) async fn work<T: Send + 'static>(
    app: &App,
    asker: &Asker,
    points: u64,
    bytes: u64,
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    match work_for(app, &asker.client, (points, bytes), work).await {
        Ok(done) => done,
        Err(answer) => Err(Failure::Answer(Box::new(answer))),
    }
}

/// Pages of other sites may show what everybody may see.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Lets pages of other sites show and read an answer, where the public may.
/// Browsers send no cookie with what those pages ask.
pub(in crate::http) fn open_to_other_sites(app: &App, headers: &mut HeaderMap) {
    if !app.api().is_closed_to(&Viewer::public()) {
        headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
}

/// How long others may keep an answer, and how it is known again.
pub(in crate::http) struct Caching {
    etag: String,
    keep: &'static str,
    vary: &'static str,
}

impl Caching {
    pub(in crate::http) fn of(app: &App, atlas: &Atlas, viewer: &Viewer) -> Self {
        let is_private =
            viewer.is_signed_in() || check_server(&Viewer::public(), app.api().public()).is_err();
        Self {
            etag: etag(app, atlas, viewer),
            keep: if is_private {
                "private, no-cache"
            } else {
                "no-cache"
            },
            vary: "accept-encoding, authorization, cookie",
        }
    }

    /// That of one of several representations at an address, which the client
    /// chooses by what it accepts: what it has of another is not this one.
    pub(in crate::http) fn chosen_by_accept(mut self, representation: &str) -> Self {
        let bare = self.etag.trim_end_matches('"');
        self.etag = format!("{bare}-{representation}\"");
        self.vary = "accept, accept-encoding, authorization, cookie";
        self
    }

    /// The answer to who has it already.
    pub(in crate::http) fn known(&self, headers: &HeaderMap) -> Option<Response> {
        let known = headers.get(IF_NONE_MATCH)?;
        (known.as_bytes() == self.etag.as_bytes())
            .then(|| (StatusCode::NOT_MODIFIED, self.headers()).into_response())
    }

    pub(in crate::http) fn headers(&self) -> [(HeaderName, String); 3] {
        [
            (ETAG, self.etag.clone()),
            (CACHE_CONTROL, self.keep.to_owned()),
            (VARY, self.vary.to_owned()),
        ]
    }
}
