//! `/export/municipalities.{csv,xlsx,ods,geojson,gpkg}`: the municipalities that a
//! filter selects, in an order, as a file.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::json;

use super::export_options::{ExportFormat, OF_EXPORT};
use super::failure::Failure;
use super::list::{Caching, ListRequest, OF_LIST, combined, work};
use super::parameters::Parameters;
use super::request::PublishRequest;
use crate::http::App;
use crate::http::graphql::execute::Asker;
use atlas::View;
use domain::message::{PublishMessage, SummaryMessage};
use domain::people::permissions::{
    Forbidden, PublicAccess, audience, check_internal, check_ranking, check_signed_in, reads_place,
};
use domain::people::viewer::Viewer;
use domain::words::Language;
use export::municipalities::{
    CampaignTable, Column, MunicipalityTable, TableNotes, csv_pieces, geojson_pieces, geopackage,
    open_document, workbook,
};

/// The pieces of a file, made as they are sent.
type Pieces = Box<dyn Iterator<Item = Vec<u8>> + Send>;

/// `/export/municipalities.csv` and the other kinds.
pub(in crate::http) async fn municipalities(
    Path(file): Path<String>,
    request: PublishRequest,
) -> Response {
    let exported = export(&request, &file).await;
    request.answer(exported)
}

async fn export(request: &PublishRequest, file: &str) -> Result<Response, Failure> {
    let PublishRequest {
        app,
        asker,
        query,
        headers,
    } = request;
    let extension = file.strip_prefix("municipalities.");
    let extension = extension.ok_or(PublishMessage::ExportUnknown)?;
    let known: Vec<&str> = OF_LIST.into_iter().chain(OF_EXPORT).collect();
    let parameters = Parameters::read(query, &known)?;
    let languages = [("nl", Language::Dutch), ("en", Language::English)];
    let language = parameters.choice("lang", &languages)?;
    let language = language.unwrap_or(Language::Dutch);
    let format = ExportFormat::new(extension, &parameters, language)?;
    let campaign = match parameters.get("campaign") {
        // How far its targets have come is told of now alone.
        Some(_) if parameters.get("knownAt").is_some() => {
            return Err(PublishMessage::CampaignOfNow.into());
        }
        Some(id) => Some(find_campaign(app, asker, id)?),
        None => None,
    };
    let list = list(app, asker, &parameters, campaign.as_ref())?;
    let caching = Caching::of(app, &list.atlas, &asker.viewer);
    if let Some(known) = caching.known(headers) {
        return Ok(known);
    }
    let rows = u64::try_from(list.rows()).unwrap_or(u64::MAX);
    let (points, bytes) = format.cost();
    let points = list.selection.points() + points.saturating_mul(rows);
    let name = name_of(&list, format, language);
    let columns = parameters.get("columns").map(str::to_owned);
    let (viewer, public) = (asker.viewer.clone(), app.api().public());
    let address = app.address().map(str::to_owned);
    let made = work(app, asker, points, bytes.saturating_mul(rows), move || {
        let found = list.selection.find(&list.atlas)?;
        let columns = match columns {
            None => Column::of_campaign()
                .into_iter()
                .filter(|_| campaign.is_some())
                .chain(Column::standard(&found.0))
                .collect(),
            Some(ids) => Column::read(&found.0, &ids, campaign.is_some())?,
        };
        check_columns(&columns, &found, &viewer, public)?;
        let table = MunicipalityTable::new(found, columns, language, audience(&viewer));
        let table = table.of_campaign(campaign);
        let (filter, orders) = (list.selection.filter(), list.selection.orders());
        let notes = TableNotes::of(&table, filter, orders, address.as_deref());
        pieces(table, &notes, format)
    });
    let (first, rest) = made.await?;
    let what = SummaryMessage::named(&name);
    app.tell_export(&asker.viewer, what).await;
    let kind = [
        (CONTENT_TYPE, format.media_type().to_owned()),
        // The name is plain ASCII.
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    let pieces = std::iter::once(first).chain(rest);
    let body = Body::from_stream(stream::iter(pieces.map(Ok::<_, std::io::Error>)));
    Ok((kind, caching.headers(), body).into_response())
}

/// The targets of a campaign that are for who asks.
fn find_campaign(app: &App, asker: &Asker, id: &str) -> Result<CampaignTable, Failure> {
    check_signed_in(&asker.viewer)?;
    let atlas = app.atlas();
    let campaign = atlas.index().find_campaign(id);
    let campaign = campaign.ok_or(PublishMessage::CampaignUnknown)?;
    let today = app.clock().today();
    let mut targets = atlas.campaign_targets(campaign, today);
    targets.retain(|target| {
        let place = &target.municipality;
        reads_place(&asker.viewer, place.view.regions_of(place.at))
    });
    if targets.is_empty() {
        return Err(PublishMessage::CampaignUnknown.into());
    }
    Ok(CampaignTable::new(campaign, today, &targets))
}

/// The municipalities that are asked for: those of the filter, and of them the
/// targets of the campaign.
fn list(
    app: &App,
    asker: &Asker,
    parameters: &Parameters,
    campaign: Option<&CampaignTable>,
) -> Result<ListRequest, Failure> {
    let Some(campaign) = campaign else {
        return ListRequest::new(app, asker, parameters);
    };
    let codes: Vec<String> = campaign.codes().map(|code| code.to_string()).collect();
    let filter = combined(parameters.get("where"), json!({ "code": codes }))?;
    ListRequest::on(app, asker, parameters, Some(&filter), campaign.date)
}

/// Refuses columns that a viewer may not read of each of these municipalities.
fn check_columns(
    columns: &[Column],
    (view, positions): &(Arc<View>, Vec<usize>),
    viewer: &Viewer,
    public: PublicAccess,
) -> Result<(), Forbidden> {
    columns.iter().try_for_each(|column| match column {
        Column::Rank(_) => check_ranking(viewer, public),
        Column::LastBriefed => {
            let places = positions.iter().map(|at| view.regions_of(*at));
            check_internal(viewer, places)
        }
        _ => Ok(()),
    })
}

/// Begins the file: what takes long is done, and what is long is yet to be made.
fn pieces(
    table: MunicipalityTable,
    notes: &TableNotes,
    format: ExportFormat,
) -> Result<(Vec<u8>, Pieces), Failure> {
    let mut pieces: Pieces = match format {
        ExportFormat::Csv(dialect) => Box::new(csv_pieces(table, dialect)),
        ExportFormat::GeoJson(detail) => Box::new(geojson_pieces(table, notes.json(), detail)),
        ExportFormat::Xlsx(wording) => {
            let bytes = workbook(&table, notes, wording).map_err(|error| failed(&error))?;
            Box::new(std::iter::once(bytes))
        }
        ExportFormat::OpenDocument(wording) => {
            let bytes = open_document(&table, notes, wording).map_err(|error| failed(&error))?;
            Box::new(std::iter::once(bytes))
        }
        ExportFormat::GeoPackage(detail, crs) => {
            let bytes = geopackage(&table, notes, detail, crs).map_err(|error| failed(&error))?;
            Box::new(std::iter::once(bytes))
        }
    };
    let first = pieces.next().unwrap_or_default();
    Ok((first, pieces))
}

fn failed(error: &(dyn std::error::Error + 'static)) -> PublishMessage {
    tracing::error!(error, "an export could not be made");
    PublishMessage::ExportFailed
}

/// `gemeenten-2021-12-31.xlsx`; it says so when the verdicts are invented.
fn name_of(list: &ListRequest, format: ExportFormat, language: Language) -> String {
    let invented = language.choose("-demonstratie", "-demonstration");
    let is_invented = list.atlas.index().demonstration();
    format!(
        "{}-{}{}.{}",
        language.choose("gemeenten", "municipalities"),
        list.selection.as_of().date(),
        if is_invented { invented } else { "" },
        format.extension()
    )
}
