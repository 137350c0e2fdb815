//! `/picture/map.{svg,png,pdf}`: the map of the municipalities that a filter selects,
//! with its finding, legend, date and sources.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::failure::Failure;
use super::list::{Caching, ListRequest, OF_LIST, combined, open_to_other_sites, work};
use super::parameters::Parameters;
use super::request::PublishRequest;
use domain::message::{PublishMessage, RequestMessage};
use domain::people::permissions::check_internal;
use domain::places::code::RegionRef;
use domain::words::Language;
use export::municipalities::filter_words;
use rendering::picture::{
    PictureError, PictureStyle, PictureSubject, Shade, Theme, WIDTHS, map_pdf, map_png, map_svg,
};

/// The parameters beside those of the list.
const OF_PICTURE: [&str; 4] = ["shade", "region", "width", "theme"];
const STANDARD_WIDTH: usize = 800;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PictureFormat {
    Svg,
    Png,
    Pdf,
}

impl PictureFormat {
    fn find(file: &str) -> Result<Self, PublishMessage> {
        match file {
            "map.svg" => Ok(Self::Svg),
            "map.png" => Ok(Self::Png),
            "map.pdf" => Ok(Self::Pdf),
            _ => Err(PublishMessage::PictureUnknown),
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml; charset=utf-8",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// What it costs, in points, and the bytes that are held.
    fn cost(self, width: u64) -> (u64, u64) {
        match self {
            Self::Svg => (10_000, 0),
            Self::Png => (15_000 + width * width / 20, width * width * 4),
            Self::Pdf => (100_000, 16 * 1024 * 1024),
        }
    }
}

/// `/picture/map.svg`, `/picture/map.png`, `/picture/map.pdf`.
pub(in crate::http) async fn map(Path(file): Path<String>, request: PublishRequest) -> Response {
    let drawn = draw(&request, &file).await;
    request.answer(drawn)
}

async fn draw(request: &PublishRequest, file: &str) -> Result<Response, Failure> {
    let PublishRequest {
        app,
        asker,
        query,
        headers,
    } = request;
    let format = PictureFormat::find(file)?;
    let known: Vec<&str> = OF_LIST.into_iter().chain(OF_PICTURE).collect();
    let parameters = Parameters::read(query, &known)?;
    let style = style(&parameters)?;
    let region = parameters.get("region").map(region).transpose()?;
    let filter = match &region {
        None => parameters.get("where").map(str::to_owned),
        Some(region) => Some(combined(
            parameters.get("where"),
            serde_json::json!({ "region": { "set": &*region.set, "code": &*region.code } }),
        )?),
    };
    let whole = match parameters.get("where") {
        None => None,
        given => Some(ListRequest::with_filter(app, asker, &parameters, given)?),
    };
    let list = ListRequest::with_filter(app, asker, &parameters, filter.as_deref())?;
    let caching = Caching::of(app, &list.atlas, &asker.viewer);
    if let Some(known) = caching.known(headers) {
        return Ok(known);
    }
    let (points, bytes) = format.cost(u64::from(style.width));
    let points = list.selection.points() + points;
    let viewer = asker.viewer.clone();
    let address = app.address().map(str::to_owned);
    let made = work(app, asker, points, bytes, move || {
        let (view, positions) = list.selection.find(&list.atlas)?;
        if style.shade.is_internal() {
            let places = positions.iter().map(|at| view.regions_of(*at));
            check_internal(&viewer, places)?;
        }
        let asked = whole.as_ref().and_then(|whole| whole.selection.filter());
        let words = filter_words(&view, asked, style.language).join("; ");
        let subject = PictureSubject {
            view: &view,
            positions: &positions,
            region: region.and_then(|region| view.find_region(&region)),
            selection: Some(words.as_str()).filter(|words| !words.is_empty()),
            address: address.as_deref(),
        };
        match format {
            PictureFormat::Svg => Ok(map_svg(subject, style).map_err(failed)?.into_bytes()),
            PictureFormat::Png => Ok(map_png(subject, style).map_err(failed)?),
            PictureFormat::Pdf => Ok(map_pdf(subject, style).map_err(failed)?),
        }
    });
    let picture = made.await?;
    let kind = [(CONTENT_TYPE, format.media_type())];
    let mut response = (kind, caching.headers(), picture).into_response();
    open_to_other_sites(app, response.headers_mut());
    Ok(response)
}

fn style(parameters: &Parameters) -> Result<PictureStyle, PublishMessage> {
    let shades = Shade::ALL.map(|shade| (shade.id(), shade));
    let themes = [
        ("light", Theme::Light),
        ("dark", Theme::Dark),
        ("grey", Theme::Grey),
    ];
    let languages = [("nl", Language::Dutch), ("en", Language::English)];
    let width = parameters.number("width", WIDTHS)?;
    Ok(PictureStyle {
        shade: parameters.choice("shade", &shades)?.unwrap_or(Shade::Class),
        width: u32::try_from(width.unwrap_or(STANDARD_WIDTH)).unwrap_or(u32::MAX),
        theme: parameters.choice("theme", &themes)?.unwrap_or_default(),
        language: parameters
            .choice("lang", &languages)?
            .unwrap_or(Language::Dutch),
    })
}

/// `vng-platform/RP02`.
fn region(given: &str) -> Result<RegionRef, Failure> {
    match given.split_once('/') {
        Some((set, code)) => Ok(RegionRef::new(set, code)),
        None => Err(Failure::Said(
            StatusCode::BAD_REQUEST,
            "BAD_PARAMETER",
            RequestMessage::RegionWritten.into(),
        )),
    }
}

fn failed(error: PictureError) -> PublishMessage {
    match error {
        PictureError::Empty => PublishMessage::PictureEmpty,
        PictureError::Raster(cause) | PictureError::Pdf(cause) => {
            tracing::error!(cause, "a picture could not be made");
            PublishMessage::PictureFailed
        }
    }
}
