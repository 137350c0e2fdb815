//! The collections: the municipalities, the regions of each set, and the records of
//! care coordination and policy.

use geodata::BoundingBox;
use serde_json::{Value, json};

use super::links::{CRS84, GEO_JSON, HTML, JSON, QUERYABLES, RD_NEW, SCHEMA, link};
use atlas::View;
use domain::message::{List, PublishMessage};

/// A collection of features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Collection {
    Municipalities,
    /// Of the set at this place of the facts.
    Regions(usize),
    /// How care coordination is filled, where it is in force.
    Arrangements,
    /// Policy documents in force, and those without a date.
    Documents,
}

pub(super) const MUNICIPALITIES: &str = "municipalities";

impl Collection {
    pub(super) fn all(view: &View) -> Vec<Self> {
        let sets = 0..view.index().facts().region_sets.len();
        let regions = sets.map(Self::Regions);
        std::iter::once(Self::Municipalities)
            .chain(regions)
            .chain([Self::Arrangements, Self::Documents])
            .collect()
    }

    pub(super) fn find(view: &View, id: &str) -> Result<Self, PublishMessage> {
        let all = Self::all(view);
        let found = all.iter().find(|collection| collection.id(view) == id);
        found.copied().ok_or_else(|| {
            let known: List = all.iter().map(|collection| collection.id(view)).collect();
            let given = id.chars().take(40).collect();
            PublishMessage::CollectionUnknown { given, known }
        })
    }

    /// The id in addresses.
    pub(super) fn id(self, view: &View) -> String {
        match self {
            Self::Municipalities => MUNICIPALITIES.to_owned(),
            Self::Regions(at) => {
                format!("regions-{}", view.index().facts().region_sets[at].id)
            }
            Self::Arrangements => "arrangements".to_owned(),
            Self::Documents => "documents".to_owned(),
        }
    }

    pub(super) fn title(self, view: &View) -> String {
        match self {
            Self::Municipalities => "Gemeenten".to_owned(),
            Self::Regions(at) => view.index().facts().region_sets[at].title_nl.clone(),
            Self::Arrangements => "Zorgcoördinatie: afspraken".to_owned(),
            Self::Documents => "Beleidsdocumenten".to_owned(),
        }
    }

    /// The places of its regions in the view; none of another collection.
    pub(super) fn regions(self, view: &View) -> Vec<usize> {
        let Self::Regions(at) = self else {
            return Vec::new();
        };
        let set = &view.index().facts().region_sets[at].id;
        let regions = view.regions().iter().enumerate();
        regions
            .filter(|(_, region)| region.id.set == *set && !region.members.is_empty())
            .map(|(place, _)| place)
            .collect()
    }

    /// What a program has to know of it.
    pub(super) fn described(self, view: &View, base: &str) -> Value {
        let (id, title) = (self.id(view), self.title(view));
        let at = format!("{base}/collections/{id}");
        let description = match self {
            Self::Municipalities => {
                "Municipalities of a date, with care coordination and policy against human trafficking."
            }
            Self::Regions(_) => "Regions of a date, with totals over their municipalities.",
            Self::Arrangements => {
                "How care coordination is filled on a date: who, in what way, and for which municipalities, whose area each has."
            }
            Self::Documents => {
                "Policy documents in force on a date, and those without one, with the municipalities that they cover, whose area each has."
            }
        };
        json!({
            "id": id,
            "title": title,
            "description": format!(
                "{description} `datetime` is the date (today when absent); of an interval its last date counts. Unknown is not `no`: completeness is an interval."
            ),
            "itemType": "feature",
            "extent": {
                "spatial": { "bbox": [bounds(view)], "crs": CRS84 },
                "temporal": {
                    "interval": [["2020-01-01T00:00:00Z", null]],
                    "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
                },
            },
            "crs": [CRS84, RD_NEW],
            "storageCrs": RD_NEW,
            "links": [
                link("self", JSON, &at, &title),
                link("items", GEO_JSON, &format!("{at}/items"), &title),
                link("items", HTML, &format!("{at}/items?f=html"), &title),
                link(QUERYABLES, SCHEMA, &format!("{at}/queryables"), &title),
                link("license", HTML, "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0 (CBS / Kadaster)"),
            ],
        })
    }
}

fn bounds(view: &View) -> [f64; 4] {
    let all: Vec<usize> = (0..view.municipalities().len()).collect();
    let edition = view.edition();
    let bounds = edition.and_then(|edition| edition.boundaries().bounding_box_of(&all));
    let BoundingBox {
        west,
        south,
        east,
        north,
    } = bounds.unwrap_or(BoundingBox {
        west: 3.3,
        south: 50.7,
        east: 7.3,
        north: 53.6,
    });
    [west, south, east, north]
}
