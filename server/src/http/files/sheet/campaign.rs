//! The sheets of the targets of a campaign, as one ZIP.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;

use super::batch::asked_format;
use super::order::SheetJob;
use super::stream::{SheetRequest, stream};
use crate::http::App;
use crate::http::errors::FileError;
use crate::http::extract::RequestViewer;
use atlas::Atlas;
use domain::dates::AsOf;
use domain::message::{SheetMessage, SummaryMessage};
use domain::outreach::campaign::Campaign;
use domain::people::permissions::{check_signed_in, reads_place};
use domain::people::viewer::Viewer;

/// As what.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Asked {
    format: Option<String>,
}

/// `/sheet/campaign/{id}.zip?format=docx`. Internal; a PLATFORM gets the
/// targets of its own regions.
pub(in crate::http) async fn of_campaign(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
    RequestViewer(viewer): RequestViewer,
) -> Result<Response, FileError> {
    if check_signed_in(&viewer).is_err() {
        return Err(SheetMessage::SheetsInternal.into());
    }
    let id = file
        .strip_suffix(".zip")
        .ok_or(SheetMessage::SheetsOfNoCampaign)?;
    let format = asked_format(asked.format.as_deref())?;
    let (atlas, today) = (app.atlas(), app.clock().today());
    let campaign = atlas
        .index()
        .find_campaign(id)
        .ok_or(SheetMessage::SheetsOfNoCampaign)?;
    let sheets = targets(&atlas, campaign, today, &viewer);
    if sheets.is_empty() {
        return Err(SheetMessage::SheetsOfNoCampaign.into());
    }
    let as_of = AsOf::new(campaign.date(today), None)?;
    let sheets = stream(
        SheetJob::of(&app, Arc::clone(&atlas), as_of, format),
        sheets,
    )?;
    app.tell_export(
        &viewer,
        SummaryMessage::SheetsOfCampaign { id: id.to_owned() },
    )
    .await;
    Ok(sheets)
}

/// Those of the targets that are for the viewer, as they are on the date of the
/// campaign, or were when they ended; each once.
fn targets(atlas: &Atlas, campaign: &Campaign, today: Date, viewer: &Viewer) -> Vec<SheetRequest> {
    let targets = atlas.campaign_targets(campaign, today).into_iter();
    let mut sheets: Vec<SheetRequest> = targets
        .map(|target| target.municipality)
        .filter(|place| reads_place(viewer, place.view.regions_of(place.at)))
        .filter_map(|place| Some((Arc::clone(&place.view), place.view.code(place.at)?)))
        .collect();
    sheets.sort_by_key(|(_, code)| *code);
    sheets.dedup_by_key(|(_, code)| *code);
    sheets
}
