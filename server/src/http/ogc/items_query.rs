//! Which features are asked for.

use geo::{Coord, Intersects as _, Rect};
use geodata::{Boundaries, BoundingBox, Crs, Detail, reproject};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::links::{CRS84, RD_NEW};
use crate::http::publish::{Parameters, excerpt};
use domain::clock::dutch_date;
use domain::dates::parse_date;
use domain::message::PublishMessage;

/// The parameters of a list of features.
pub(super) const OF_ITEMS: [&str; 15] = [
    "bbox",
    "bbox-crs",
    "crs",
    "datetime",
    "limit",
    "cursor",
    "detail",
    "code",
    "name",
    "class",
    "status",
    "filter",
    "filter-lang",
    "filter-crs",
    "f",
];
/// Features of a page when nothing is said, and at most.
const STANDARD_LIMIT: usize = 100;
pub(super) const MOST: usize = 1_000;

/// What is asked of a collection.
#[derive(Debug, Clone)]
pub(super) struct ItemsQuery {
    pub(super) area: Option<Area>,
    pub(super) crs: Crs,
    pub(super) date: Date,
    pub(super) limit: usize,
    pub(super) detail: Detail,
    /// Only after the feature with this id.
    pub(super) after: Option<String>,
}

impl ItemsQuery {
    pub(super) fn read(parameters: &Parameters, today: Date) -> Result<Self, PublishMessage> {
        let systems = [(CRS84, Crs::Crs84), (RD_NEW, Crs::RdNew)];
        let crs = parameters.choice("crs", &systems)?.unwrap_or(Crs::Crs84);
        // A filter has no positions, so its system changes nothing.
        parameters.choice("filter-crs", &systems)?;
        parameters.choice("filter-lang", &[("cql2-text", ())])?;
        let box_crs = parameters.choice("bbox-crs", &systems)?;
        let area = parameters.get("bbox").map(|given| {
            let area = Area::read(given, box_crs.unwrap_or(Crs::Crs84));
            area.ok_or_else(|| PublishMessage::BoxUnread {
                given: excerpt(given),
            })
        });
        let details = [
            ("national", Detail::National),
            ("regional", Detail::Regional),
            ("full", Detail::Full),
        ];
        let after = parameters.get("cursor").map(|given| {
            read_cursor(given).ok_or_else(|| PublishMessage::CursorUnread {
                given: excerpt(given),
            })
        });
        Ok(Self {
            area: area.transpose()?,
            crs,
            date: date(parameters.get("datetime"), today)?,
            limit: parameters
                .number("limit", 1..=1_000_000)?
                .map_or(STANDARD_LIMIT, |limit| limit.min(MOST)),
            detail: parameters
                .choice("detail", &details)?
                .unwrap_or(Detail::Full),
            after: after.transpose()?,
        })
    }
}

/// The filter of the properties that are given, as GraphQL has it.
pub(super) fn filter_of(parameters: &Parameters) -> String {
    let mut filter = Map::new();
    let lists = [
        ("code", "code"),
        ("class", "policyClass"),
        ("status", "coordinationStatus"),
    ];
    for (parameter, field) in lists {
        if let Some(given) = parameters.get(parameter) {
            let values: Vec<&str> = given.split(',').collect();
            filter.insert(field.to_owned(), json!(values));
        }
    }
    if let Some(name) = parameters.get("name") {
        filter.insert("nameContains".to_owned(), json!(name));
    }
    Value::Object(filter).to_string()
}

/// The date of `datetime`: a date, an instant, or the last date of an interval,
/// which is today where it is open.
fn date(given: Option<&str>, today: Date) -> Result<Date, PublishMessage> {
    let Some(given) = given else {
        return Ok(today);
    };
    let unread = || PublishMessage::PeriodUnread {
        given: excerpt(given),
    };
    let one = |text: &str| -> Option<Option<Date>> {
        if matches!(text, "" | "..") {
            return Some(None);
        }
        let instant = || text.parse::<Timestamp>().ok().map(dutch_date);
        parse_date(text).ok().or_else(instant).map(Some)
    };
    let Some((from, to)) = given.split_once('/') else {
        return one(given).flatten().ok_or_else(unread);
    };
    let (from, to) = (one(from).ok_or_else(unread)?, one(to).ok_or_else(unread)?);
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(unread()),
        (_, Some(to)) => Ok(to),
        (Some(from), None) => Ok(from.max(today)),
        (None, None) => Ok(today),
    }
}

/// The id in a cursor, which is the last of the page before.
fn read_cursor(given: &str) -> Option<String> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (given.len() <= 80 && given.bytes().all(fits)).then(|| given.to_owned())
}

/// A box in a coordinate system.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    bounds: Rect,
    crs: Crs,
}

impl Area {
    /// Four numbers, or six with heights, the lowest corner first.
    fn read(given: &str, crs: Crs) -> Option<Self> {
        let numbers: Option<Vec<f64>> = given
            .split(',')
            .map(|number| number.trim().parse().ok().filter(|n: &f64| n.is_finite()))
            .collect();
        let ([west, south, east, north] | [west, south, _, east, north, _]) = numbers?[..] else {
            return None;
        };
        (west <= east && south <= north).then(|| Self {
            bounds: Rect::new((west, south), (east, north)),
            crs,
        })
    }

    /// Whether an area of an edition has a position within it.
    pub(super) fn meets(&self, boundaries: &Boundaries, at: usize) -> bool {
        let (low, high) = (self.bounds.min(), self.bounds.max());
        if self.crs == Crs::Crs84 {
            return boundaries.intersects_box(at, degrees(low, high));
        }
        let corners = [
            low,
            high,
            Coord { x: low.x, ..high },
            Coord { x: high.x, ..low },
        ];
        let corners = corners.map(|corner| reproject(corner, Crs::RdNew, Crs::Crs84));
        let corners: Vec<Coord> = corners.into_iter().filter_map(Result::ok).collect();
        // The grid is turned by up to two degrees: what lies near is looked at.
        let near = corners
            .iter()
            .fold(None, |around: Option<(Coord, Coord)>, at| {
                let (low, high) = around.unwrap_or((*at, *at));
                let low = Coord {
                    x: low.x.min(at.x),
                    y: low.y.min(at.y),
                };
                Some((
                    low,
                    Coord {
                        x: high.x.max(at.x),
                        y: high.y.max(at.y),
                    },
                ))
            });
        let own = boundaries.bounding_box(at);
        let may = near.is_none_or(|(low, high)| {
            own.west <= high.x
                && own.east >= low.x
                && own.south <= high.y + 0.01
                && own.north >= low.y - 0.01
        });
        may && boundaries
            .geometry(at, Detail::Full, Crs::RdNew)
            .intersects(&self.bounds)
    }
}

fn degrees(low: Coord, high: Coord) -> BoundingBox {
    BoundingBox {
        west: low.x,
        south: low.y,
        east: high.x,
        north: high.y,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn a_datetime_is_a_date() {
        let today = day(2024, 2, 1);
        for (given, read) in [
            (None, Some(today)),
            (Some("2021-12-31"), Some(day(2021, 12, 31))),
            (Some("2021-12-31T23:30:00Z"), Some(day(2022, 1, 1))),
            (Some("2021-01-01/2022-01-01"), Some(day(2022, 1, 1))),
            (Some("../2022-01-01"), Some(day(2022, 1, 1))),
            (Some("2021-01-01/.."), Some(today)),
            (Some("2025-01-01/"), Some(day(2025, 1, 1))),
            (Some("2022-01-01/2021-01-01"), None),
            (Some("gisteren"), None),
        ] {
            assert_eq!(date(given, today).ok(), read, "{given:?}");
        }
    }

    #[test]
    fn a_box_has_its_lowest_corner_first() {
        let read = |given| Area::read(given, Crs::Crs84).is_some();
        assert!(read("4.9,52,5.3,52.2") && read("4.9,52,0,5.3,52.2,10"));
        for wrong in [
            "",
            "1,2,3",
            "5,52,4,53",
            "a,b,c,d",
            "NaN,1,2,3",
            "inf,1,inf,3",
        ] {
            assert!(!read(wrong), "{wrong}");
        }
    }
}
