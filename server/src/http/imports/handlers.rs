//! Files handed in by browsers and programs.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use clap::ValueEnum as _;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;

use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::extract::RequestViewer;
use crate::http::routes::Routes;
use domain::dates::parse_date;
use domain::message::RequestMessage;
use domain::people::permissions::{check_import, check_write};
use domain::people::viewer::Viewer;
use domain::plain_text::{is_line_break, is_unshowable};
use import::{ImportFile, ImportKind, ImportRequest, ImportService, scope_of};

/// The route at which files are handed in.
pub(in crate::http) fn routes() -> Routes {
    Routes::new().route("/import/{kind}", post(hand_in))
}

#[derive(Deserialize)]
struct UploadParameters {
    file: Option<String>,
    date: Option<String>,
    layer: Option<String>,
}

/// Takes a file in; the body is the file as it is, and is not read before it is
/// known who sends it.
async fn hand_in(
    State(app): State<Arc<App>>,
    Path(kind): Path<String>,
    Query(about): Query<UploadParameters>,
    RequestViewer(viewer): RequestViewer,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let request = match announced(&viewer, &kind, about, &headers) {
        Ok(request) => request,
        Err(error) => {
            if error.is_forbidden() {
                app.tell_refused(&viewer, "import").await;
            }
            return error.into();
        }
    };
    let name = viewer.name.as_deref().unwrap_or_default();
    let mut upload = match app.uploads().receive(name, body).await {
        Ok(upload) => upload,
        Err(error) => return HttpError::from(error).into(),
    };
    if upload.is_empty() {
        return HttpError::bad_request(RequestMessage::BodyEmpty).into();
    }
    let (bytes, _turn) = match upload.read(app.uploads()).await {
        Ok(read) => read,
        Err(error) => return HttpError::from(error).into(),
    };
    let request = ImportRequest {
        file: ImportFile::new(&request.file.name, bytes),
        ..request
    };
    let atlas = app.atlas();
    let scope = scope_of(&viewer, &atlas);
    let service = ImportService::new(app.store(), name, app.clock(), scope);
    match service.hand_in(request).await {
        Ok(batch) => {
            telemetry::imported("OK");
            app.tell_upload(&viewer, &batch).await;
            Json(json!({ "batch": batch.id.as_str() })).into_response()
        }
        Err(error) => {
            let refused = HttpError::from(&error);
            telemetry::imported(refused.code());
            refused.into()
        }
    }
}

/// What is announced about a file, without its content.
fn announced(
    viewer: &Viewer,
    kind: &str,
    about: UploadParameters,
    headers: &HeaderMap,
) -> Result<ImportRequest, HttpError> {
    check_write(viewer)?;
    let Ok(kind) = ImportKind::from_str(kind, true) else {
        let message = RequestMessage::UnknownKind;
        return Err(HttpError::new(
            StatusCode::NOT_FOUND,
            "UNKNOWN_KIND",
            message,
        ));
    };
    let name = kind.to_possible_value();
    let name = name.as_ref().map_or("", |name| name.get_name());
    check_import(viewer, name)?;
    // A form can send these across sites without being asked first.
    if is_of_form(headers) {
        return Err(HttpError::bad_type(RequestMessage::NotFile));
    }
    let date: Option<Date> = about
        .date
        .as_deref()
        .filter(|date| !date.is_empty())
        .map(parse_date)
        .transpose()?;
    let file = about.file.filter(|file| !file.trim().is_empty());
    Ok(ImportRequest {
        date,
        layer: about.layer.filter(|layer| !layer.is_empty()),
        ..ImportRequest::new(
            kind,
            ImportFile::new(&short(&file.unwrap_or_else(|| name.to_owned())), Vec::new()),
        )
    })
}

/// The name without the folders that some browsers give, and no longer than a
/// list can show.
fn short(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let fits = name
        .chars()
        .filter(|c| !is_line_break(*c) && !is_unshowable(*c));
    fits.take(200).collect()
}

fn is_of_form(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    kind.is_none_or(|kind| {
        let kind = kind.trim().to_ascii_lowercase();
        matches!(
            kind.as_str(),
            "text/plain" | "multipart/form-data" | "application/x-www-form-urlencoded"
        )
    })
}
