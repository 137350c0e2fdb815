//! `/tiles/{z}/{x}/{y}.mvt` and `/tiles.json`: the map as vector tiles, and what
//! programs have to know of them (`TileJSON` 3.0).

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use geodata::BoundingBox;
use serde_json::{Value, json};

use super::failure::Failure;
use super::list::{Caching, ListRequest, open_to_other_sites, work};
use super::parameters::Parameters;
use super::request::PublishRequest;
use crate::http::address::root;
use atlas::View;
use domain::message::PublishMessage;
use domain::words::Language;
use rendering::tile::{LABELS, MOST_ZOOM, MUNICIPALITIES, TileAddress, draw};

/// The parameters that say what is on the map.
const OF_TILE: [&str; 5] = ["where", "asOf", "date", "knownAt", "lang"];
/// What drawing costs, in points, and the bytes that are held: the levels of the
/// country have all municipalities in a tile or two, the others a few.
const COUNTRY: (u64, u64) = (12_000, 4 * 1024 * 1024);
const PART: (u64, u64) = (4_000, 1024 * 1024);

/// `/tiles/{z}/{x}/{y}.mvt`.
pub(in crate::http) async fn tile(
    Path(path): Path<(String, String, String)>,
    request: PublishRequest,
) -> Response {
    let drawn = drawn(&request, &path).await;
    request.answer(drawn)
}

async fn drawn(
    request: &PublishRequest,
    path: &(String, String, String),
) -> Result<Response, Failure> {
    let PublishRequest {
        app,
        asker,
        query,
        headers,
    } = request;
    let most = usize::from(MOST_ZOOM);
    let tile = address(path).ok_or(PublishMessage::TileUnknown { most })?;
    let parameters = Parameters::read(query, &OF_TILE)?;
    let list = ListRequest::new(app, asker, &parameters)?;
    let caching = Caching::of(app, &list.atlas, &asker.viewer);
    if let Some(known) = caching.known(headers) {
        return Ok(known);
    }
    let (points, bytes) = if tile.shows_country() { COUNTRY } else { PART };
    let points = list.selection.points() + points;
    let made = work(app, asker, points, bytes, move || {
        let (view, positions) = list.selection.find(&list.atlas)?;
        draw(&view, &positions, tile).map_err(|error| {
            tracing::error!(%error, "a tile could not be made");
            PublishMessage::PictureFailed.into()
        })
    });
    let made = made.await?;
    let mut response = if made.is_empty() {
        (StatusCode::NO_CONTENT, caching.headers()).into_response()
    } else {
        let kind = [(CONTENT_TYPE, "application/vnd.mapbox-vector-tile")];
        (kind, caching.headers(), made).into_response()
    };
    open_to_other_sites(app, response.headers_mut());
    Ok(response)
}

/// The tile of a path.
fn address((z, x, file): &(String, String, String)) -> Option<TileAddress> {
    let y = file.strip_suffix(".mvt")?;
    TileAddress::new(z.parse().ok()?, x.parse().ok()?, y.parse().ok()?)
}

/// `/tiles.json`.
pub(in crate::http) async fn description(request: PublishRequest) -> Response {
    request.answer(described(&request))
}

fn described(request: &PublishRequest) -> Result<Response, Failure> {
    let PublishRequest {
        app,
        asker,
        query,
        headers,
    } = request;
    let parameters = Parameters::read(query, &OF_TILE)?;
    let list = ListRequest::new(app, asker, &parameters)?;
    let caching = Caching::of(app, &list.atlas, &asker.viewer);
    if let Some(known) = caching.known(headers) {
        return Ok(known);
    }
    let view = list.atlas.at(list.selection.as_of());
    let tiles = format!("{}/tiles/{{z}}/{{x}}/{{y}}.mvt", root(app, headers));
    let tiles = match query.as_str() {
        "" => tiles,
        query => format!("{tiles}?{query}"),
    };
    let body = tilejson(&view, &tiles, request.language()).to_string();
    let kind = [(CONTENT_TYPE, "application/json")];
    let mut response = (kind, caching.headers(), body).into_response();
    open_to_other_sites(app, response.headers_mut());
    Ok(response)
}

fn tilejson(view: &View, tiles: &str, language: Language) -> Value {
    let all: Vec<usize> = (0..view.municipalities().len()).collect();
    let bounds = view
        .edition()
        .and_then(|edition| edition.boundaries().bounding_box_of(&all));
    let mut described = json!({
        "tilejson": "3.0.0",
        "name": language.choose(
            "Dekkingskaart: zorgcoördinatie en beleid tegen mensenhandel",
            "Dekkingskaart: care coordination and policy against human trafficking",
        ),
        "attribution": "Grenzen: CBS / Kadaster, CC BY 4.0",
        "scheme": "xyz",
        "tiles": [tiles],
        "minzoom": 0,
        "maxzoom": MOST_ZOOM,
        "vector_layers": [
            {
                "id": MUNICIPALITIES,
                "fields": {
                    "code": "String", "name": "String", "class": "String", "status": "String",
                    "completenessLow": "Number", "completenessHigh": "Number",
                },
            },
            { "id": LABELS, "fields": { "code": "String", "name": "String" } },
        ],
    });
    if let Some(BoundingBox {
        west,
        south,
        east,
        north,
    }) = bounds
    {
        described["bounds"] = json!([west, south, east, north]);
        described["center"] = json!([f64::midpoint(west, east), f64::midpoint(south, north), 7]);
    }
    if view.index().demonstration() {
        described["description"] = json!(language.invented());
    }
    described
}
