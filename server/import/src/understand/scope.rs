//! For whom somebody may import rows.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use atlas::{Atlas, View};
use domain::care::arrangement::NamedMunicipality;
use domain::dates::{AsOf, FIRST_BOUNDARIES};
use domain::people::permissions::reads_place;
use domain::people::viewer::Viewer;
use domain::places::code::MunicipalityCode;
use domain::recorded::Recorded;

/// What rows may be about.
pub trait ImportScope: fmt::Debug + Send + Sync {
    /// Whether a row may be about a municipality, as it is on a date.
    fn municipality(&self, code: MunicipalityCode, on: Date) -> bool;

    /// Whether a row may correct an arrangement, or be the first about it.
    fn arrangement(&self, id: &str) -> bool;

    /// Whether a row may correct a document, or be the first about it.
    fn document(&self, id: &str) -> bool;
}

/// What somebody may import rows about.
#[must_use]
pub fn scope_of(viewer: &Viewer, atlas: &Arc<Atlas>) -> Arc<dyn ImportScope> {
    if viewer.reads_everywhere() {
        Arc::new(Unrestricted)
    } else {
        Arc::new(OwnRegions::new(Arc::clone(atlas), viewer.clone()))
    }
}

/// Rows may be about anything: OUTREACH, ADMIN, and who has the machine.
#[derive(Debug, Clone, Copy)]
pub struct Unrestricted;

impl ImportScope for Unrestricted {
    fn municipality(&self, _: MunicipalityCode, _: Date) -> bool {
        true
    }

    fn arrangement(&self, _: &str) -> bool {
        true
    }

    fn document(&self, _: &str) -> bool {
        true
    }
}

/// Rows have to be about the own regions of a PLATFORM.
#[derive(Debug)]
pub struct OwnRegions {
    atlas: Arc<Atlas>,
    viewer: Viewer,
}

impl OwnRegions {
    /// The regions of a viewer.
    #[must_use]
    pub fn new(atlas: Arc<Atlas>, viewer: Viewer) -> Self {
        Self { atlas, viewer }
    }

    fn view(&self, on: Date) -> Option<Arc<View>> {
        let as_of = AsOf::new(on.max(FIRST_BOUNDARIES), None).ok()?;
        Some(self.atlas.at(as_of))
    }

    /// Nothing on record is nobody's: it takes somebody who may write
    /// everywhere to begin it.
    fn covers(&self, covers: Option<&Vec<NamedMunicipality>>) -> bool {
        covers.is_some_and(|covers| {
            !covers.is_empty()
                && covers
                    .iter()
                    .all(|named| self.municipality(named.code, named.boundary_date))
        })
    }
}

/// The standing record with this id.
fn standing<T>(records: &[Recorded<T>], is_meant: impl Fn(&T) -> bool) -> Option<&T> {
    let mut records = records.iter();
    records
        .find(|record| record.known_at(None) && is_meant(&record.fact))
        .map(|record| &record.fact)
}

impl ImportScope for OwnRegions {
    fn municipality(&self, code: MunicipalityCode, on: Date) -> bool {
        let view = self.view(on);
        view.is_some_and(|view| {
            let place = view.find(code);
            place.is_some_and(|place| reads_place(&self.viewer, view.regions_of(place)))
        })
    }

    fn arrangement(&self, id: &str) -> bool {
        let facts = self.atlas.index().facts();
        let known = standing(&facts.arrangements, |arrangement| *arrangement.id == *id);
        self.covers(known.map(|known| &known.covers))
    }

    fn document(&self, id: &str) -> bool {
        let facts = self.atlas.index().facts();
        let known = standing(&facts.documents, |document| *document.id == *id);
        self.covers(known.map(|known| &known.covers))
    }
}
