//! The briefing sheet of a municipality or a region, as PDF.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::App;
use super::asking::Asking;
use crate::atlas::View;
use crate::domain::code::{MunicipalityCode, RegionRef};
use crate::domain::dates::{AsOf, parse_date};
use crate::picture::{Sheet, Stamp};

/// How many sheets are set at once: each keeps a processor busy.
static PRESSES: Semaphore = Semaphore::const_new(2);

/// Of which date.
#[derive(Debug, Deserialize)]
pub(super) struct Of {
    date: Option<String>,
}

/// `/sheet/GM0344.pdf`.
pub(super) async fn of_municipality(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    Query(of): Query<Of>,
    Asking(viewer): Asking,
    headers: HeaderMap,
) -> Response {
    let Some(code) = file.strip_suffix(".pdf") else {
        return refused(StatusCode::NOT_FOUND, "ask for /sheet/GM0344.pdf");
    };
    let code: MunicipalityCode = match code.parse() {
        Ok(code) => code,
        Err(error) => return refused(StatusCode::BAD_REQUEST, &format!("{error}")),
    };
    if app.api().is_closed_to(&viewer) {
        return refused(StatusCode::FORBIDDEN, "sheets need an account here");
    }
    serve(app, &of, &headers, &file, move |view, stamp| {
        Sheet::of_municipality(view, code, stamp)
    })
    .await
}

/// `/sheet/vng-platform/RP02.pdf`.
pub(super) async fn of_region(
    State(app): State<Arc<App>>,
    Path((set, file)): Path<(String, String)>,
    Query(of): Query<Of>,
    Asking(viewer): Asking,
    headers: HeaderMap,
) -> Response {
    let Some(code) = file.strip_suffix(".pdf") else {
        return refused(
            StatusCode::NOT_FOUND,
            "ask for /sheet/vng-platform/RP02.pdf",
        );
    };
    let region = RegionRef::new(&set, code);
    if app.api().is_closed_to(&viewer) {
        return refused(StatusCode::FORBIDDEN, "sheets need an account here");
    }
    serve(app, &of, &headers, &file, move |view, stamp| {
        Sheet::of_region(view, &region, stamp)
    })
    .await
}

async fn serve(
    app: Arc<App>,
    of: &Of,
    headers: &HeaderMap,
    file: &str,
    sheet: impl FnOnce(&View, &Stamp) -> Option<Sheet> + Send + 'static,
) -> Response {
    let today = app.clock().today();
    let date = of.date.as_deref().map_or(Ok(today), parse_date);
    let as_of = match date.and_then(|date| AsOf::new(date, None)) {
        Ok(as_of) => as_of,
        Err(error) => return refused(StatusCode::BAD_REQUEST, &format!("{error}")),
    };
    let atlas = app.atlas();
    let stamp = Stamp {
        revision: atlas.index().facts().revision,
        demonstration: atlas.index().demonstration(),
    };
    let etag = format!(
        "\"{}-{}-{}\"",
        stamp.revision,
        as_of.date(),
        env!("CARGO_PKG_VERSION")
    );
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes())
    {
        return (StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response();
    }
    let Ok(_press) = PRESSES.acquire().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let set = tokio::task::spawn_blocking(move || {
        sheet(&atlas.at(as_of), &stamp).map(|sheet| sheet.pdf())
    });
    match set.await {
        Ok(Some(Ok(pdf))) => answer(pdf, &etag, file),
        Ok(None) => refused(
            StatusCode::NOT_FOUND,
            "there is no such municipality or region on this date",
        ),
        Ok(Some(Err(error))) => {
            tracing::error!(%error, file, "a sheet could not be set");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(error) => {
            tracing::error!(%error, file, "a sheet could not be set");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn answer(pdf: Vec<u8>, etag: &str, file: &str) -> Response {
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    // The name was read as a code, or found as one, before.
    let named = format!("inline; filename=\"dekkingskaart-{file}\"");
    for (name, value) in [(ETAG, etag), (CONTENT_DISPOSITION, named.as_str())] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    response
}

fn refused(status: StatusCode, text: &str) -> Response {
    (status, format!("{text}\n")).into_response()
}
