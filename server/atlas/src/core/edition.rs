//! One edition of the municipalities, with geometry.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use geodata::{Boundaries, Crs, Detail};
use jiff::civil::Date;
use thiserror::Error;

use crate::places::map_file::MapFile;
use domain::facts::Edition;
use domain::places::code::MunicipalityCode;
use domain::places::name_key::fold;

/// Stored outlines from which no map can be made.
#[derive(Debug, Clone, Error)]
pub enum EditionError {
    /// The outline of one municipality.
    #[error("the outline of {code} in the edition of {date} cannot be read")]
    Geometry {
        /// The edition.
        date: Date,
        /// The municipality.
        code: MunicipalityCode,
        /// The cause.
        source: Arc<geodata::GeometryError>,
    },
    /// The outlines together.
    #[error("the outlines of the edition of {date} do not make a map")]
    Build {
        /// The edition.
        date: Date,
        /// The cause.
        source: Arc<geodata::BuildError>,
    },
}

/// The municipalities of the country from a date on, by code.
#[derive(Debug)]
pub struct EditionModel {
    /// What the model was made from; tells whether it can be taken over.
    stored: Arc<Edition>,
    /// The names, by position.
    names: Vec<Arc<str>>,
    codes: Vec<MunicipalityCode>,
    folded: Vec<String>,
    by_code: HashMap<MunicipalityCode, usize>,
    /// Positions in the order of names.
    by_name: Vec<usize>,
    /// Some tens of milliseconds of work for the whole country.
    boundaries: OnceLock<Result<Boundaries, EditionError>>,
    maps: [OnceLock<MapFile>; 3],
}

impl EditionModel {
    /// The model, whose geometry is made by [`Self::draw`] or when first asked for.
    pub(crate) fn new(stored: Arc<Edition>) -> Self {
        let mut by_area: Vec<_> = stored.areas.iter().collect();
        by_area.sort_by_key(|area| area.code);
        let codes: Vec<_> = by_area.iter().map(|area| area.code).collect();
        let folded: Vec<_> = by_area.iter().map(|area| fold(&area.name)).collect();
        let names = by_area.iter().map(|area| Arc::clone(&area.name)).collect();
        let mut by_name: Vec<usize> = (0..codes.len()).collect();
        by_name.sort_by(|a, b| folded[*a].cmp(&folded[*b]).then(codes[*a].cmp(&codes[*b])));
        let by_code = codes
            .iter()
            .enumerate()
            .map(|(position, code)| (*code, position))
            .collect();
        Self {
            stored,
            names,
            codes,
            folded,
            by_code,
            by_name,
            boundaries: OnceLock::new(),
            maps: Default::default(),
        }
    }

    /// Makes the geometry, once for all who ask.
    pub(crate) fn draw(&self) -> Result<&Boundaries, &EditionError> {
        let made = || build_boundaries(&self.stored);
        self.boundaries.get_or_init(made).as_ref()
    }

    /// Whether somebody asked for the geometry before.
    pub(crate) fn is_drawn(&self) -> bool {
        self.boundaries.get().is_some()
    }

    /// Why there is no geometry, once somebody asked for it.
    #[must_use]
    pub fn error(&self) -> Option<&EditionError> {
        self.boundaries.get()?.as_ref().err()
    }

    /// Whether the model was made from these outlines.
    pub(crate) fn is_of(&self, stored: &Arc<Edition>) -> bool {
        Arc::ptr_eq(&self.stored, stored) || self.stored == *stored
    }

    /// The first date on which the edition holds.
    #[must_use]
    pub fn date(&self) -> Date {
        self.stored.date
    }

    /// The coordinate system in which the outlines were published.
    #[must_use]
    pub fn crs(&self) -> Crs {
        self.stored.crs
    }

    /// All codes, ascending; a position in this list names a municipality
    /// everywhere in a view.
    #[must_use]
    pub fn codes(&self) -> &[MunicipalityCode] {
        &self.codes
    }

    /// The official name.
    #[must_use]
    pub fn name(&self, position: usize) -> &Arc<str> {
        &self.names[position]
    }

    /// The name, folded for comparison.
    #[must_use]
    pub fn folded_name(&self, position: usize) -> &str {
        &self.folded[position]
    }

    /// The position of a code.
    #[must_use]
    pub fn find(&self, code: MunicipalityCode) -> Option<usize> {
        self.by_code.get(&code).copied()
    }

    /// Positions in the order of names.
    #[must_use]
    pub fn by_name(&self) -> &[usize] {
        &self.by_name
    }

    /// The file from which maps are drawn, made on first use.
    #[must_use]
    pub fn map_file(&self, detail: Detail) -> &MapFile {
        self.maps[detail as usize]
            .get_or_init(|| MapFile::new(self.date(), self.boundaries(), detail))
    }

    /// Geometry; its areas have the positions of [`Self::codes`].
    ///
    /// # Panics
    ///
    /// When no map can be made of the outlines on record. One was made before
    /// they were recorded, so that another program has changed them.
    #[must_use]
    pub fn boundaries(&self) -> &Boundaries {
        self.draw().expect("recorded outlines make a map")
    }
}

/// The geometry of an edition, its areas by code.
fn build_boundaries(stored: &Edition) -> Result<Boundaries, EditionError> {
    let areas = stored.areas.iter().map(|area| {
        let geometry = geodata::geometry_from_geojson(&area.geometry);
        Ok(geodata::Area {
            code: area.code.to_string(),
            name: area.name.to_string(),
            geometry: geometry.map_err(|source| EditionError::Geometry {
                date: stored.date,
                code: area.code,
                source: Arc::new(source),
            })?,
        })
    });
    let areas = areas.collect::<Result<_, EditionError>>()?;
    Boundaries::build(stored.crs, areas).map_err(|source| EditionError::Build {
        date: stored.date,
        source: Arc::new(source),
    })
}
