//! The briefing sheet of a municipality or a region, as PDF or Word document,
//! and many of them at once.

mod batch;
mod campaign;
mod order;
mod places;
mod stream;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use self::order::{SheetFile, SheetJob};
use crate::http::App;
use crate::http::errors::FileError;
use crate::http::extract::RequestViewer;
use atlas::View;
use domain::message::{SheetMessage, SummaryMessage};
use domain::people::viewer::Viewer;
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::vocabulary::SubjectKind;
use rendering::sheet::{Format, Provenance, Sheet};

pub(in crate::http) use batch::of_municipalities;
pub(in crate::http) use campaign::of_campaign;

/// Of which date.
#[derive(Debug, Deserialize)]
pub(in crate::http) struct Of {
    date: Option<String>,
}

/// `/sheet/GM0344.pdf`, `/sheet/GM0344.docx`.
pub(in crate::http) async fn of_municipality(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    Query(of): Query<Of>,
    RequestViewer(viewer): RequestViewer,
    headers: HeaderMap,
) -> Result<Response, FileError> {
    let (code, format) = parts(&file).ok_or(SheetMessage::SheetOfMunicipality)?;
    let code: MunicipalityCode = code.parse()?;
    let order = SheetJob::new(&app, &viewer, of.date.as_deref(), format)?;
    let sheet = serve(&order, &headers, move |view, stamp| {
        Sheet::of_municipality(view, code, stamp)
    })
    .await?;
    tell(&app, &viewer, sheet.status(), &file).await;
    Ok(sheet)
}

/// `/sheet/vng-platform/RP02.pdf`, `/sheet/vng-platform/RP02.docx`.
pub(in crate::http) async fn of_region(
    State(app): State<Arc<App>>,
    Path((set, file)): Path<(String, String)>,
    Query(of): Query<Of>,
    RequestViewer(viewer): RequestViewer,
    headers: HeaderMap,
) -> Result<Response, FileError> {
    let (code, format) = parts(&file).ok_or(SheetMessage::SheetOfRegion)?;
    let region = RegionRef::new(&set, code);
    let order = SheetJob::new(&app, &viewer, of.date.as_deref(), format)?;
    let sheet = serve(&order, &headers, move |view, stamp| {
        Sheet::of_region(view, &region, stamp)
    })
    .await?;
    tell(&app, &viewer, sheet.status(), &format!("{set}/{file}")).await;
    Ok(sheet)
}

/// Has the audit trail tell of a sheet that was taken; one that the browser had
/// already was told of before.
async fn tell(app: &App, viewer: &Viewer, status: StatusCode, file: &str) {
    if status == StatusCode::OK {
        app.tell_export(viewer, SummaryMessage::record(SubjectKind::Sheet, file))
            .await;
    }
}

/// What a file is about, and its format.
fn parts(file: &str) -> Option<(&str, Format)> {
    let (code, extension) = file.rsplit_once('.')?;
    Some((code, Format::find(extension)?))
}

async fn serve(
    order: &SheetJob,
    headers: &HeaderMap,
    find: impl FnOnce(&View, &Provenance) -> Option<Sheet> + Send + 'static,
) -> Result<Response, FileError> {
    let etag = order.etag();
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes())
    {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response());
    }
    let SheetFile { name, content } = order.make(find).await?;
    let format = order.format();
    let shown = match format {
        Format::Pdf => "inline",
        Format::Docx => "attachment",
    };
    let headers = [
        (CONTENT_TYPE, format.media_type().to_owned()),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
        (VARY, "authorization, cookie".to_owned()),
        (ETAG, etag),
        // The name is plain ASCII.
        (CONTENT_DISPOSITION, format!("{shown}; filename=\"{name}\"")),
    ];
    Ok((headers, content).into_response())
}
