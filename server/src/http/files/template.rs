//! Files to fill in and hand in again.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use clap::ValueEnum as _;
use serde::Deserialize;

use crate::domain::dates::{AsOf, parse_date};
use crate::domain::places::code::RegionRef;
use crate::domain::words::Language;
use crate::http::App;
use crate::http::extract::Asking;
use crate::http::imports::handlers::Refusal;
use crate::http::json_answer::refused;
use crate::import::{Filled, Kind, Template, TemplateError};

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
    Asking(viewer): Asking,
) -> Response {
    if app.api().is_closed_to(&viewer) {
        let text = "templates need an account here";
        return refused(StatusCode::FORBIDDEN, text, "FORBIDDEN");
    }
    let parts = file.rsplit_once('.');
    let found = parts.and_then(|(kind, ending)| Some((Kind::from_str(kind, false).ok()?, ending)));
    let Some((kind, ending @ ("csv" | "xlsx"))) = found else {
        let text = "ask for /import/template/verdicts.xlsx, or another kind, or .csv";
        return refused(StatusCode::NOT_FOUND, text, "UNKNOWN_KIND");
    };
    let filled = match filled(&app, &asked) {
        Ok(filled) => filled,
        Err(refusal) => return refusal.into_response(),
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
        Err(error) => not_made(&error),
    }
}

fn not_made(error: &TemplateError) -> Response {
    let status = match error {
        TemplateError::Boundaries => StatusCode::NOT_FOUND,
        TemplateError::Part(_) => StatusCode::BAD_REQUEST,
        TemplateError::Workbook(_) | TemplateError::Text(_) => {
            tracing::error!(
                error = error as &dyn std::error::Error,
                "a template was not made"
            );
            StatusCode::INTERNAL_SERVER_ERROR
        }
    };
    refused(status, &error.to_string(), "NO_TEMPLATE")
}

/// The municipalities of the date, today when none is given, in the region when
/// one is.
fn filled(app: &App, asked: &Asked) -> Result<Filled, Refusal> {
    let bad = |what: String| Refusal(StatusCode::BAD_REQUEST, what, "BAD_REQUEST");
    let date = asked.date.as_deref().map(parse_date);
    let date = date.unwrap_or_else(|| Ok(app.clock().today()));
    let as_of = date.and_then(|date| AsOf::new(date, None));
    let as_of = as_of.map_err(|error| bad(error.to_string()))?;
    let atlas = app.atlas();
    let view = atlas.at(as_of);
    let region = match asked.region.as_deref().map(|region| region.split_once('/')) {
        None => None,
        Some(Some((set, code))) => Some(RegionRef::new(set, code)),
        Some(None) => return Err(bad("write the region as vng-platform/RP02".to_owned())),
    };
    if let Some(region) = &region
        && view.find_region(region).is_none()
    {
        return Err(bad(format!("there is no region `{region}`")));
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
    Ok(Filled {
        boundary_date: edition.map_or(as_of.date(), |edition| edition.date()),
        municipalities: wanted.map(|(_, named)| named).collect(),
        rubric: atlas
            .index()
            .find_rubric(as_of.date())
            .map(|(_, rubric)| Arc::clone(rubric)),
    })
}
