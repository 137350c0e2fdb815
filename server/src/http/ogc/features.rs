//! The features of a collection, before they are written.

use std::borrow::Cow;
use std::sync::Arc;

use geodata::{Crs, Detail};
use serde_json::{Map, Value, json};

use super::collections::Collection;
use super::{record_features, region_features};
use atlas::View;
use domain::people::permissions::Audience;
use domain::words::Language;
use export::municipalities::{Column, MunicipalityTable};

/// Features of a collection on a date.
pub(super) struct Features {
    view: Arc<View>,
    collection: Collection,
    /// The columns of municipalities that are asked for.
    table: MunicipalityTable,
}

impl Features {
    /// Those of a collection; of municipalities with all properties, or with
    /// those of these names.
    pub(super) fn new(view: &Arc<View>, collection: Collection, names: Option<&[&str]>) -> Self {
        let mut columns = Column::standard(view);
        if let Some(names) = names {
            columns.retain(|column| names.contains(&column.id(view).as_str()));
        }
        let nobody = (Arc::clone(view), Vec::new());
        Self {
            view: Arc::clone(view),
            collection,
            table: MunicipalityTable::new(nobody, columns, Language::Dutch, Audience::Public),
        }
    }

    /// The places of the features, by id.
    pub(super) fn places(&self, selected: &[usize]) -> Vec<(String, usize)> {
        let places = match self.collection {
            Collection::Municipalities => selected.to_vec(),
            Collection::Regions(_) => self.collection.regions(&self.view),
            Collection::Arrangements => {
                let all = self.view.arrangements(None, None, None);
                all.unwrap_or_default()
            }
            Collection::Documents => self.view.documents(),
        };
        let mut places: Vec<(String, usize)> = places
            .into_iter()
            .map(|place| (self.id(place), place))
            .collect();
        places.sort();
        places
    }

    fn id(&self, place: usize) -> String {
        let view = &self.view;
        match self.collection {
            Collection::Municipalities => {
                let code = view.code(place);
                code.map(|code| code.to_string()).unwrap_or_default()
            }
            Collection::Regions(_) => region_features::id(view, place),
            Collection::Arrangements => view.index().arrangement(place).fact.id.to_string(),
            Collection::Documents => view.index().document(place).fact.id.to_string(),
        }
    }

    /// What it is called.
    pub(super) fn name(&self, place: usize) -> String {
        let view = &self.view;
        match self.collection {
            Collection::Municipalities => {
                let edition = view.edition();
                edition
                    .map(|edition| edition.name(place).to_string())
                    .unwrap_or_default()
            }
            Collection::Regions(_) => region_features::name(view, place).to_owned(),
            Collection::Arrangements => {
                let fact = &view.index().arrangement(place).fact;
                fact.organisation.clone().unwrap_or_default()
            }
            Collection::Documents => view.index().document(place).fact.title.clone(),
        }
    }

    /// The municipalities that it is, or that lie in it.
    pub(super) fn members(&self, place: usize) -> Vec<usize> {
        match self.collection {
            Collection::Municipalities => vec![place],
            Collection::Regions(_) => self.view.regions()[place].members.clone(),
            Collection::Arrangements => self.view.covered_by_arrangement(place),
            Collection::Documents => self.view.covered_by_document(place),
        }
    }

    /// Whether it has one of these codes: its own, or of records that of a
    /// municipality that they cover.
    pub(super) fn has_code(&self, id: &str, place: usize, codes: &str) -> bool {
        let mut codes = codes.split(',');
        match self.collection {
            Collection::Municipalities | Collection::Regions(_) => codes.any(|code| code == id),
            Collection::Arrangements | Collection::Documents => {
                let members = self.members(place).into_iter();
                let members: Vec<String> = members
                    .filter_map(|at| self.view.code(at))
                    .map(|code| code.to_string())
                    .collect();
                codes.any(|code| members.iter().any(|member| member == code))
            }
        }
    }

    /// Its properties.
    pub(super) fn properties(&self, place: usize) -> Map<String, Value> {
        let view = &self.view;
        let mut properties = match self.collection {
            // The table says itself what is invented.
            Collection::Municipalities => return self.table.properties(place).collect(),
            Collection::Regions(_) => region_features::properties(view, place),
            Collection::Arrangements => record_features::arrangement(view, place),
            Collection::Documents => record_features::document(view, place),
        };
        if view.index().demonstration() {
            let invented = Language::Dutch.invented();
            properties.insert("demonstration".to_owned(), invented.into());
        }
        properties
    }

    fn geometry(&self, place: usize, detail: Detail, crs: Crs) -> Option<Cow<'_, str>> {
        let boundaries = self.view.edition()?.boundaries();
        match self.collection {
            Collection::Municipalities => {
                Some(boundaries.geojson(place, detail, crs).as_ref().into())
            }
            Collection::Regions(_) => self.view.outline(place, detail, crs).map(Cow::Owned),
            Collection::Arrangements | Collection::Documents => {
                let members = self.members(place);
                let outline = || boundaries.outline_geojson(&members, detail, crs).into();
                (!members.is_empty()).then(outline)
            }
        }
    }

    /// It as GeoJSON.
    pub(super) fn written(&self, id: &str, place: usize, (detail, crs): (Detail, Crs)) -> String {
        let geometry = self.geometry(place, detail, crs);
        format!(
            r#"{{"type":"Feature","id":{},"geometry":{},"properties":{}}}"#,
            json!(id),
            without_crs(geometry.as_deref().unwrap_or("null")),
            Value::Object(self.properties(place))
        )
    }
}

/// A geometry without the member that RFC 7946 has no more: `Content-Crs` tells
/// the system.
fn without_crs(geometry: &str) -> Cow<'_, str> {
    match geometry.rfind(r#","crs":{"#) {
        Some(end) => Cow::Owned(format!("{}}}", &geometry[..end])),
        None => Cow::Borrowed(geometry),
    }
}
