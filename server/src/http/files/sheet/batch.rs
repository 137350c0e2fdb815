//! The sheets of the municipalities that an address names, as one ZIP.

use std::collections::HashSet;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;

use super::order::SheetJob;
use super::stream::stream;
use crate::http::App;
use crate::http::errors::FileError;
use crate::http::extract::RequestViewer;
use domain::message::{List, SheetMessage, SummaryMessage};
use domain::places::code::MunicipalityCode;
use domain::vocabulary::SubjectKind;
use rendering::sheet::Format;

/// The most sheets of one batch.
pub(super) const MOST_SHEETS: usize = 1000;

/// `/sheet/batch.zip?code=GM0344&code=GM0363&date=2024-06-30&format=docx`.
pub(in crate::http) async fn of_municipalities(
    State(app): State<Arc<App>>,
    Query(asked): Query<Vec<(String, String)>>,
    RequestViewer(viewer): RequestViewer,
) -> Result<Response, FileError> {
    let asked = Asked::read(asked)?;
    let order = SheetJob::new(&app, &viewer, asked.date.as_deref(), asked.format)?;
    check_present(&order, &asked.codes)?;
    let view = order.view();
    let codes: Vec<_> = asked.codes.iter().map(ToString::to_string).collect();
    let told = SummaryMessage::record(SubjectKind::Sheets, codes.join(" "));
    let sheets = asked.codes.into_iter();
    let sheets = stream(
        order,
        sheets.map(|code| (Arc::clone(&view), code)).collect(),
    )?;
    app.tell_export(&viewer, told).await;
    Ok(sheets)
}

/// What an address asks for.
struct Asked {
    codes: Vec<MunicipalityCode>,
    date: Option<String>,
    format: Format,
}

impl Asked {
    fn read(parameters: Vec<(String, String)>) -> Result<Self, FileError> {
        let (mut codes, mut date, mut format) = (Vec::new(), None, None);
        for (name, value) in parameters {
            match name.as_str() {
                "code" => codes.push(value),
                "date" if date.is_none() => date = Some(value),
                "format" if format.is_none() => format = Some(value),
                _ => {
                    return Err(SheetMessage::SheetParameter {
                        given: short(&name),
                    }
                    .into());
                }
            }
        }
        Ok(Self {
            codes: read_codes(&codes)?,
            date,
            format: asked_format(format.as_deref())?,
        })
    }
}

/// The format that is asked for, PDF when none is.
pub(super) fn asked_format(given: Option<&str>) -> Result<Format, FileError> {
    given.map_or(Ok(Format::Pdf), |given| {
        Format::find(given).ok_or_else(|| {
            SheetMessage::SheetFormat {
                given: short(given),
            }
            .into()
        })
    })
}

/// Enough of what was given to know it again.
fn short(given: &str) -> String {
    given.chars().take(40).collect()
}

fn read_codes(given: &[String]) -> Result<Vec<MunicipalityCode>, FileError> {
    if given.is_empty() {
        return Err(SheetMessage::SheetCodes.into());
    }
    if given.len() > MOST_SHEETS {
        return Err(SheetMessage::SheetsMost {
            count: given.len(),
            most: MOST_SHEETS,
        }
        .into());
    }
    let codes = given
        .iter()
        .map(|code| code.parse())
        .collect::<Result<Vec<MunicipalityCode>, _>>()?;
    let mut seen = HashSet::new();
    let twice = codes.iter().filter(|code| !seen.insert(**code));
    match listed(twice) {
        Some(twice) => Err(SheetMessage::SheetsTwice { codes: twice }.into()),
        None => Ok(codes),
    }
}

fn check_present(order: &SheetJob, codes: &[MunicipalityCode]) -> Result<(), FileError> {
    let view = order.view();
    let absent = codes.iter().filter(|code| view.find(**code).is_none());
    listed(absent).map_or(Ok(()), |absent| {
        Err(SheetMessage::SheetsAbsent { codes: absent }.into())
    })
}

/// Codes in a row; nothing when there are none.
fn listed<'a>(codes: impl Iterator<Item = &'a MunicipalityCode>) -> Option<List> {
    let codes: List = codes.collect();
    (!codes.items.is_empty()).then_some(codes)
}
