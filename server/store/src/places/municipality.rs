//! Outlines by edition, lineage, other names and inhabitants.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::sql::dialect::{Tx, execute, fetch_all, insert_all, rows};
use crate::text::{read_code, read_date, read_number, unreadable};
use crate::{Change, StoreError};
use domain::facts::{Alias, Area, Crs, Edition, PopulationFigure};
use domain::places::code::MunicipalityCode;
use domain::places::lineage::Succession;

rows! {
    struct EditionRow { date: String, crs: String, source: String, recorded_in: i64 }
    struct AreaRow { code: String, name: String, geometry: String }
    struct SuccessionRow {
        date: String, from_code: String, from_name: String,
        to_code: String, to_name: String, area_share: f64,
    }
    struct AliasRow { code: String, alias: String }
    struct PopulationRow {
        boundary_date: String, code: String, inhabitants: i64, reference_date: String, source: String,
    }
}

/// The standing editions, by date, for sharing.
pub(crate) async fn shared_editions(tx: &mut Tx) -> Result<Vec<Arc<Edition>>, StoreError> {
    let editions = editions(tx).await?.into_iter();
    Ok(editions.map(Arc::new).collect())
}

pub(crate) async fn editions(tx: &mut Tx) -> Result<Vec<Edition>, StoreError> {
    let rows = fetch_all!(
        &mut *tx,
        EditionRow,
        "select date, crs, source, recorded_in
         from boundary_edition
         where superseded_in is null
         order by date",
    )?;
    let mut editions = Vec::with_capacity(rows.len());
    for row in rows {
        let areas = fetch_all!(
            &mut *tx,
            AreaRow,
            "select code, name, geometry
             from boundary_area
             where edition_date = $1 and recorded_in = $2
             order by code",
            row.date.clone(),
            row.recorded_in,
        )?;
        editions.push(Edition {
            date: read_date("boundary_edition", &row.date)?,
            crs: read_crs(&row.crs)?,
            source: row.source,
            areas: areas
                .into_iter()
                .map(Area::try_from)
                .collect::<Result<_, _>>()?,
        });
    }
    Ok(editions)
}

impl TryFrom<AreaRow> for Area {
    type Error = StoreError;

    fn try_from(row: AreaRow) -> Result<Self, StoreError> {
        Ok(Self {
            code: read_code("boundary_area", &row.code)?,
            name: row.name.into(),
            geometry: row.geometry,
        })
    }
}

fn read_crs(text: &str) -> Result<Crs, StoreError> {
    match text {
        "CRS84" => Ok(Crs::Crs84),
        "RD_NEW" => Ok(Crs::RdNew),
        other => Err(unreadable(
            "boundary_edition",
            format!("`{other}` is not a coordinate system"),
        )),
    }
}

fn crs_text(crs: Crs) -> &'static str {
    match crs {
        Crs::Crs84 => "CRS84",
        Crs::RdNew => "RD_NEW",
    }
}

pub(crate) async fn successions(tx: &mut Tx) -> Result<Vec<Succession>, StoreError> {
    let rows = fetch_all!(
        tx,
        SuccessionRow,
        "select date, from_code, from_name, to_code, to_name, area_share
         from succession
         where superseded_in is null
         order by date, from_code, to_code",
    )?;
    rows.into_iter().map(Succession::try_from).collect()
}

impl TryFrom<SuccessionRow> for Succession {
    type Error = StoreError;

    fn try_from(row: SuccessionRow) -> Result<Self, StoreError> {
        Ok(Self {
            date: read_date("succession", &row.date)?,
            from: read_code("succession", &row.from_code)?,
            from_name: row.from_name.into(),
            to: read_code("succession", &row.to_code)?,
            to_name: row.to_name.into(),
            area_share: row.area_share,
        })
    }
}

pub(crate) async fn aliases(tx: &mut Tx) -> Result<Vec<Alias>, StoreError> {
    let rows = fetch_all!(
        tx,
        AliasRow,
        "select code, alias
         from alias
         where superseded_in is null
         order by code, alias",
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(Alias {
                code: read_code("alias", &row.code)?,
                name: row.alias,
            })
        })
        .collect()
}

pub(crate) async fn population(tx: &mut Tx) -> Result<Vec<PopulationFigure>, StoreError> {
    let rows = fetch_all!(
        tx,
        PopulationRow,
        "select boundary_date, code, inhabitants, reference_date, source
         from population_figure
         where superseded_in is null
         order by boundary_date, code",
    )?;
    let mut sources: HashSet<Arc<str>> = HashSet::new();
    let mut figures = Vec::with_capacity(rows.len());
    for row in rows {
        let source = sources
            .get(row.source.as_str())
            .cloned()
            .unwrap_or_else(|| {
                let source: Arc<str> = row.source.into();
                sources.insert(Arc::clone(&source));
                source
            });
        figures.push(PopulationFigure {
            boundary_date: read_date("population_figure", &row.boundary_date)?,
            code: read_code("population_figure", &row.code)?,
            inhabitants: read_number("population_figure", row.inhabitants)?,
            reference_date: read_date("population_figure", &row.reference_date)?,
            source,
        });
    }
    Ok(figures)
}

impl Change {
    /// The standing editions, by date.
    pub async fn editions(&mut self) -> Result<Vec<Edition>, StoreError> {
        editions(&mut self.tx).await
    }

    /// The standing successions, by date and codes.
    pub async fn successions(&mut self) -> Result<Vec<Succession>, StoreError> {
        successions(&mut self.tx).await
    }

    /// Records an edition; one that stands for the date is superseded.
    pub async fn record_edition(&mut self, edition: &Edition) -> Result<(), StoreError> {
        let date = edition.date.to_string();
        execute!(
            &mut self.tx,
            "update boundary_edition
             set superseded_in = $1
             where date = $2 and superseded_in is null",
            self.revision,
            date.as_str(),
        )?;
        execute!(
            &mut self.tx,
            "insert into boundary_edition (date, crs, source, recorded_in)
             values ($1, $2, $3, $4)",
            date.as_str(),
            crs_text(edition.crs),
            edition.source.as_str(),
            self.revision,
        )?;
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into boundary_area (edition_date, recorded_in, code, name, geometry)",
            edition.areas,
            |area| [
                date.clone(),
                revision,
                area.code.to_string(),
                area.name.to_string(),
                area.geometry.clone()
            ]
        )?;
        Ok(())
    }

    /// Records where the areas went that ended on a date; what stands for that
    /// date is superseded.
    pub async fn record_successions(
        &mut self,
        date: Date,
        successions: &[Succession],
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update succession
             set superseded_in = $1
             where date = $2 and superseded_in is null",
            self.revision,
            date.to_string(),
        )?;
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into succession (date, from_code, from_name, to_code, to_name, area_share, recorded_in)",
            successions,
            |succession| [
                date.to_string(),
                succession.from.to_string(),
                succession.from_name.to_string(),
                succession.to.to_string(),
                succession.to_name.to_string(),
                succession.area_share,
                revision
            ]
        )?;
        Ok(())
    }

    /// Records other names of municipalities.
    pub async fn record_aliases(&mut self, aliases: &[Alias]) -> Result<(), StoreError> {
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into alias (code, alias, recorded_in)",
            aliases,
            |alias| [alias.code.to_string(), alias.name.clone(), revision]
        )?;
        Ok(())
    }

    /// The standing figures of inhabitants.
    pub async fn population(&mut self) -> Result<Vec<PopulationFigure>, StoreError> {
        population(&mut self.tx).await
    }

    /// Withdraws the standing figure of a municipality, for a better one.
    pub async fn supersede_population(
        &mut self,
        boundary_date: Date,
        code: MunicipalityCode,
    ) -> Result<(), StoreError> {
        execute!(
            &mut self.tx,
            "update population_figure
             set superseded_in = $1
             where boundary_date = $2 and code = $3 and superseded_in is null",
            self.revision,
            boundary_date.to_string(),
            code.to_string(),
        )?;
        Ok(())
    }

    /// Records figures of inhabitants.
    pub async fn record_population(
        &mut self,
        figures: &[PopulationFigure],
    ) -> Result<(), StoreError> {
        let revision = self.revision;
        insert_all!(
            &mut self.tx,
            "insert into population_figure (boundary_date, code, inhabitants, reference_date, source, recorded_in)",
            figures,
            |figure| [
                figure.boundary_date.to_string(),
                figure.code.to_string(),
                i64::from(figure.inhabitants),
                figure.reference_date.to_string(),
                figure.source.to_string(),
                revision
            ]
        )?;
        Ok(())
    }
}
