//! Features of a collection, and one of them.

use std::sync::Arc;

use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use geodata::Crs;
use serde_json::{Value, json};

use super::collections::{Collection, MUNICIPALITIES};
use super::cql::{self, Condition};
use super::features::Features;
use super::html;
use super::items_query::{Area, ItemsQuery, OF_ITEMS, filter_of};
use super::links::{Base, GEO_JSON, HTML, JSON, Representation, link};
use super::problem::{problem, versioned};
use super::queryables::{equal, queryables};
use crate::http::publish::{
    Caching, DateError, Failure, ListRequest, Parameters, PublishRequest, excerpt,
    open_to_other_sites, work,
};
use atlas::View;
use domain::dates::AsOf;
use domain::message::PublishMessage;
use domain::people::permissions::check_server;
use domain::places::name_key::fold;
use domain::words::Language;
use graphql::SelectionInput;

const CONTENT_CRS: HeaderName = HeaderName::from_static("content-crs");
/// What a feature costs, in points, and the bytes that are held for it.
const POINTS: u64 = 400;
const BYTES: u64 = 24 * 1024;
/// Bytes of a filter that are asked of a feature in a point.
const BYTES_A_POINT: usize = 10;

/// A page of features: of how many, and each with its id.
struct FeaturePage {
    matched: usize,
    features: Vec<(String, String)>,
    has_next: bool,
    view: Arc<View>,
    collection: Collection,
}

/// `/ogc/collections/{collection}/items`.
pub(super) async fn list(
    Path(collection): Path<String>,
    request: PublishRequest,
    Base(base): Base,
) -> Response {
    let of = (collection.as_str(), None);
    let listed = page_of(&request, of, &base).await;
    listed.unwrap_or_else(|failure| problem(failure, Language::English))
}

/// `/ogc/collections/{collection}/items/{feature}`.
pub(super) async fn one(
    Path((collection, feature)): Path<(String, String)>,
    request: PublishRequest,
    Base(base): Base,
) -> Response {
    let of = (collection.as_str(), Some(feature.as_str()));
    let found = page_of(&request, of, &base).await;
    found.unwrap_or_else(|failure| problem(failure, Language::English))
}

async fn page_of(
    request: &PublishRequest,
    (id, feature): (&str, Option<&str>),
    base: &str,
) -> Result<Response, Failure> {
    let PublishRequest {
        app,
        asker,
        query,
        headers,
    } = request;
    check_server(&asker.viewer, app.api().public())?;
    let (parameters, extras) = Parameters::read_open(query, &OF_ITEMS)?;
    let wanted = representation(&parameters, headers)?;
    let today = app.clock().today();
    let asked = ItemsQuery::read(&parameters, today)?;
    let as_of = AsOf::new(asked.date, None).map_err(DateError::from)?;
    let selection_filter = match feature {
        None if id == MUNICIPALITIES => filter_of(&parameters),
        _ => "{}".to_owned(),
    };
    let filter = parameters.get("filter").map(str::to_owned);
    let atlas = app.atlas();
    let input = SelectionInput {
        filter: Some(&selection_filter),
        order_by: Some(r#"[{"by":"CODE"}]"#),
        as_of,
    };
    let selection = app.api().selection(input, &atlas, &asker.viewer)?;
    let list = ListRequest { atlas, selection };
    let caching = Caching::of(app, &list.atlas, &asker.viewer).chosen_by_accept(wanted.name());
    if let Some(known) = caching.known(headers) {
        return Ok(versioned(known));
    }
    let count = u64::try_from(asked.limit.min(list.rows())).unwrap_or(u64::MAX);
    let points = list.selection.points() + POINTS * count + cost(&list, filter.as_deref(), &extras);
    let (name, only) = (parameters.get("name").map(fold), feature.map(str::to_owned));
    let (id, crs, limit) = (id.to_owned(), asked.crs, asked.limit);
    let code = parameters.get("code").map(str::to_owned);
    let status = parameters.get("status").map(str::to_owned);
    let page = work(app, asker, points, BYTES * count, move || {
        let (view, positions) = list.selection.find(&list.atlas)?;
        let collection = Collection::find(&view, &id)?;
        let asked = ItemsQuery {
            after: only.clone().map_or(asked.after.clone(), |_| None),
            ..asked
        };
        let known = queryables(&view, collection);
        let mut conditions = equal(&known, &extras)?;
        if let Some(text) = filter {
            let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
            conditions.push(cql::read(&text, &names)?);
        }
        // Municipalities were selected by code and name, which may be another name.
        let is_selected = collection == Collection::Municipalities;
        let wanted = Wanted {
            only: only.as_deref(),
            code: code.as_deref().filter(|_| !is_selected),
            name: name.as_deref().filter(|_| !is_selected),
            status: status.as_deref(),
            conditions: Condition::And(conditions),
        };
        Ok(found(&view, &positions, (collection, &asked), &wanted))
    });
    let page = page.await?;
    let answer = match feature {
        Some(feature) => single(&page, feature, (base, crs, wanted))?,
        None => whole(&page, limit, query, (base, crs, wanted)),
    };
    let mut response = (caching.headers(), answer).into_response();
    open_to_other_sites(app, response.headers_mut());
    Ok(versioned(response))
}

/// What it costs to ask each feature, in points.
fn cost(list: &ListRequest, filter: Option<&str>, extras: &[(String, String)]) -> u64 {
    let bytes = filter.map_or(0, str::len) + 16 * extras.len();
    let features = list.rows().saturating_mul(bytes);
    u64::try_from(features / BYTES_A_POINT).unwrap_or(u64::MAX)
}

/// JSON or a page; what is neither is refused.
pub(super) fn representation(
    parameters: &Parameters,
    headers: &HeaderMap,
) -> Result<Representation, PublishMessage> {
    let given = parameters.get("f");
    Representation::of(given, headers).ok_or_else(|| PublishMessage::ParameterValue {
        parameter: "f".to_owned(),
        given: excerpt(given.unwrap_or_default()),
        choices: ["json", "html"].into_iter().collect(),
    })
}

/// What is asked of each feature, beside a box.
struct Wanted<'a> {
    /// Its id.
    only: Option<&'a str>,
    /// Its codes, with commas between.
    code: Option<&'a str>,
    /// A part of its name, folded.
    name: Option<&'a str>,
    /// Of an arrangement its status, with commas between.
    status: Option<&'a str>,
    conditions: Condition,
}

fn found(
    view: &Arc<View>,
    positions: &[usize],
    (collection, asked): (Collection, &ItemsQuery),
    wanted: &Wanted<'_>,
) -> FeaturePage {
    let names = wanted.conditions.properties();
    let asked_of = Features::new(view, collection, Some(&names));
    let boundaries = view.edition().map(|edition| edition.boundaries());
    let lies = |area: &Area, place: usize| {
        let members = asked_of.members(place);
        boundaries.is_some_and(|all| members.iter().any(|at| area.meets(all, *at)))
    };
    let mut places = asked_of.places(positions);
    places.retain(|(id, place)| {
        let place = *place;
        let by_status = || {
            let status = view.index().arrangement(place).fact.status.code();
            wanted
                .status
                .is_none_or(|all| all.split(',').any(|one| one == status))
        };
        wanted.only.is_none_or(|only| id == only)
            && wanted
                .code
                .is_none_or(|codes| asked_of.has_code(id, place, codes))
            && wanted
                .name
                .is_none_or(|name| fold(&asked_of.name(place)).contains(name))
            && (collection != Collection::Arrangements || by_status())
            && asked.area.is_none_or(|area| lies(&area, place))
            && (names.is_empty() || {
                let properties = asked_of.properties(place);
                let value = |name: &str| properties.get(name).cloned().unwrap_or_default();
                wanted.conditions.holds(&value)
            })
    });
    let matched = places.len();
    let after = asked.after.as_deref();
    places.retain(|(id, _)| after.is_none_or(|after| id.as_str() > after));
    let features = Features::new(view, collection, None);
    let written = places.iter().take(asked.limit).map(|(id, place)| {
        let text = features.written(id, *place, (asked.detail, asked.crs));
        (id.clone(), text)
    });
    FeaturePage {
        matched,
        features: written.collect(),
        has_next: places.len() > asked.limit,
        view: Arc::clone(view),
        collection,
    }
}

fn headers_of(crs: Crs, wanted: Representation) -> [(HeaderName, HeaderValue); 2] {
    let kind = match wanted {
        Representation::Json => GEO_JSON,
        Representation::Html => HTML,
    };
    let system = match crs {
        Crs::Crs84 => HeaderValue::from_static("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"),
        Crs::RdNew => HeaderValue::from_static("<http://www.opengis.net/def/crs/EPSG/0/28992>"),
    };
    [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CONTENT_CRS, system),
    ]
}

fn whole(
    page: &FeaturePage,
    limit: usize,
    query: &str,
    (base, crs, wanted): (&str, Crs, Representation),
) -> Response {
    let id = page.collection.id(&page.view);
    let at = format!("{base}/collections/{id}");
    let same = |query: &str| match query {
        "" => format!("{at}/items"),
        query => format!("{at}/items?{query}"),
    };
    let title = page.collection.title(&page.view);
    let mut links = vec![
        link("self", GEO_JSON, &same(query), &title),
        link("alternate", HTML, &same(&with(query, "f", "html")), &title),
        link("collection", JSON, &at, &title),
    ];
    let last = page.features.last().filter(|_| page.has_next);
    if let Some((last, _)) = last {
        let next = with(&with(query, "limit", &limit.to_string()), "cursor", last);
        links.push(link("next", GEO_JSON, &same(&next), &title));
    }
    let kind = headers_of(crs, wanted);
    if wanted == Representation::Html {
        let ids = page.features.iter().map(|(id, _)| id.as_str());
        let body = html::items(&title, &at, page.matched, ids, &links);
        return (kind, body).into_response();
    }
    let features: Vec<&str> = page
        .features
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    let body = format!(
        r#"{{"type":"FeatureCollection","links":{},"numberMatched":{},"numberReturned":{},"features":[{}]}}"#,
        Value::from(links),
        page.matched,
        features.len(),
        features.join(",\n")
    );
    (kind, body).into_response()
}

fn single(
    page: &FeaturePage,
    feature: &str,
    (base, crs, wanted): (&str, Crs, Representation),
) -> Result<Response, Failure> {
    let Some((id, text)) = page.features.first() else {
        let given = excerpt(feature);
        return Err(PublishMessage::FeatureUnknown { given }.into());
    };
    let collection = page.collection.id(&page.view);
    let at = format!("{base}/collections/{collection}");
    let title = page.collection.title(&page.view);
    let links = json!([
        link("self", GEO_JSON, &format!("{at}/items/{id}"), id),
        link("alternate", HTML, &format!("{at}/items/{id}?f=html"), id),
        link("collection", JSON, &at, &title),
    ]);
    let kind = headers_of(crs, wanted);
    if wanted == Representation::Html {
        return Ok((kind, html::feature(&title, &at, text, &links)).into_response());
    }
    let body = format!(r#"{},"links":{links}}}"#, &text[..text.len() - 1]);
    Ok((kind, body).into_response())
}

/// A query with another value of a parameter.
fn with(query: &str, name: &str, value: &str) -> String {
    let kept = url::form_urlencoded::parse(query.as_bytes()).filter(|(other, _)| other != name);
    let mut written = url::form_urlencoded::Serializer::new(String::new());
    written.extend_pairs(kept);
    written.append_pair(name, value);
    written.finish()
}
