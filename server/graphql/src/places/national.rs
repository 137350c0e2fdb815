//! Figures for the whole country, and the server itself.

use std::sync::Arc;

use async_graphql::{Description, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::region::Region;
use crate::enums::Language;
use crate::record::source::Source;
use crate::scalars::Date;
use atlas::View;
use domain::facts;
use domain::notes;
use domain::people::viewer;
use domain::vocabulary::Role;

/// A figure for the whole country that others published.
#[derive(Description)]
pub struct NationalIndicator(pub(crate) facts::NationalIndicator);

#[direct_object(use_type_description)]
impl NationalIndicator {
    /// What is counted, such as `care_coordinators`.
    fn indicator(&self) -> &str {
        &self.0.indicator
    }

    /// The date of the figure.
    fn date(&self) -> Date {
        Date(self.0.date)
    }

    /// The figure.
    fn value(&self) -> f64 {
        self.0.value
    }

    /// The whole of which it is a part.
    fn of_total(&self) -> Option<f64> {
        self.0.of_total
    }

    /// The unit.
    fn unit(&self) -> &str {
        &self.0.unit
    }

    /// Where it was published; the certainty is that of the date.
    fn source(&self) -> Source {
        Source::found(&self.0.source)
    }

    /// A remark, in the words of this program.
    fn note(
        &self,
        #[graphql(
            desc = "The language of the remark.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Option<&str> {
        let note = Some(self.0.note.as_str()).filter(|note| !note.is_empty());
        note.map(|note| notes::shown(note, language))
    }
}

/// Who is asking.
#[derive(SimpleObject, DirectObject)]
pub struct Viewer {
    /// Whether somebody is signed in.
    pub(crate) signed_in: bool,
    /// The name of the account.
    pub(crate) name: Option<String>,
    /// What the account may do.
    pub(crate) role: Role,
    /// The regions whose internal data the account may see.
    pub(crate) regions: Vec<Region>,
}

impl Viewer {
    /// Who asks, with their regions as they are in a view.
    pub(crate) fn new(view: &Arc<View>, viewer: &viewer::Viewer) -> Self {
        let places = viewer.regions.iter();
        let regions = places
            .filter_map(|region| view.find_region(region))
            .map(|place| Region {
                view: Arc::clone(view),
                place,
            });
        Self {
            signed_in: viewer.is_signed_in(),
            name: viewer.name.as_deref().map(str::to_owned),
            role: viewer.role,
            regions: regions.collect(),
        }
    }
}

/// The server and what it holds.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct ServerInfo {
    /// Version of the program.
    pub(crate) version: &'static str,
    /// Grows by one with every committed change.
    pub(crate) revision: i32,
    /// True when invented verdicts are loaded.
    pub(crate) demonstration: bool,
    /// The latest date, today at the latest, from which a record holds.
    pub(crate) data_date: Date,
    /// The last date of which the boundaries are known: those of the last
    /// boundary date have not changed up to it. Beyond it they are not known yet.
    pub(crate) boundaries_known_until: Date,
}
