//! Files to fill in and hand in again.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use clap::ValueEnum as _;
use serde::Deserialize;

use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::extract::RequestViewer;
use domain::dates::{AsOf, parse_date};
use domain::message::{AccessMessage, RecordMessage, RequestMessage};
use domain::places::code::RegionRef;
use domain::words::Language;
use import::{ImportKind, Template, TemplateRows};

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What a template is asked for.
#[derive(Deserialize)]
pub(in crate::http) struct Asked {
    part: Option<String>,
    region: Option<String>,
    date: Option<String>,
    lang: Option<String>,
}

/// `verdicts.xlsx`, `population.csv`.
pub(in crate::http) async fn file(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
    RequestViewer(viewer): RequestViewer,
) -> Response {
    if app.api().is_closed_to(&viewer) {
        return HttpError::forbidden(AccessMessage::TemplatesClosed).into();
    }
    let parts = file.rsplit_once('.');
    let found =
        parts.and_then(|(kind, ending)| Some((ImportKind::from_str(kind, false).ok()?, ending)));
    let Some((kind, ending @ ("csv" | "xlsx"))) = found else {
        let message = RequestMessage::TemplateUnknown;
        return HttpError::new(StatusCode::NOT_FOUND, "UNKNOWN_KIND", message).into();
    };
    let filled = match filled(&app, &asked) {
        Ok(filled) => filled,
        Err(error) => return error.into(),
    };
    let language = match asked.lang.as_deref() {
        Some("en") => Language::English,
        _ => Language::Dutch,
    };
    let template = Template::new(kind, asked.part.as_deref(), language, &filled);
    let (bytes, media_type) = match ending {
        "csv" => (template.and_then(|t| t.csv()), "text/csv; charset=utf-8"),
        _ => (template.and_then(|t| t.xlsx()), WORKBOOK),
    };
    match bytes {
        Ok(bytes) => {
            let attached = format!("attachment; filename=\"{file}\"");
            let headers = [
                (CONTENT_TYPE, media_type.to_owned()),
                (CONTENT_DISPOSITION, attached),
                (CACHE_CONTROL, "no-cache".to_owned()),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => HttpError::from(error).into(),
    }
}

/// The municipalities of the date, today when none is given, in the region when
/// one is.
fn filled(app: &App, asked: &Asked) -> Result<TemplateRows, HttpError> {
    let date = asked.date.as_deref().map(parse_date);
    let date = date.unwrap_or_else(|| Ok(app.clock().today()));
    let as_of = date.and_then(|date| AsOf::new(date, None));
    let as_of = as_of.map_err(HttpError::bad_request)?;
    let atlas = app.atlas();
    let view = atlas.at(as_of);
    let region = match asked.region.as_deref().map(|region| region.split_once('/')) {
        None => None,
        Some(Some((set, code))) => Some(RegionRef::new(set, code)),
        Some(None) => return Err(HttpError::bad_request(RequestMessage::RegionWritten)),
    };
    if let Some(region) = &region
        && view.find_region(region).is_none()
    {
        let region = region.to_string();
        return Err(HttpError::bad_request(RecordMessage::NoRegion { region }));
    }
    let regions: Vec<RegionRef> = region.into_iter().collect();
    let edition = view.edition();
    let names = edition.into_iter().flat_map(|edition| {
        let codes = edition.codes().iter().enumerate();
        codes.map(|(at, code)| (at, (*code, Arc::clone(edition.name(at)))))
    });
    let wanted = names.filter(|(at, _)| {
        regions.is_empty() || view.regions_of(*at).any(|region| regions.contains(region))
    });
    Ok(TemplateRows {
        boundary_date: edition.map_or(as_of.date(), |edition| edition.date()),
        municipalities: wanted.map(|(_, named)| named).collect(),
        rubric: atlas
            .index()
            .find_rubric(as_of.date())
            .map(|(_, rubric)| Arc::clone(rubric)),
    })
}
