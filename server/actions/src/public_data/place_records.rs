//! The shipped municipalities, regions and inhabitants as records.

use jiff::civil::Date;
use serde::Deserialize;

use super::public_file::{Result, day, read, word, wrong};
use domain::facts::{Alias, Area, Edition, PopulationFigure, Region, RegionSet};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::places::lineage::Succession;

/// The source of the shipped outlines.
const BOUNDARY_SOURCE: &str = "CBS / Kadaster, CC BY 4.0";

pub(crate) fn editions() -> Result<Vec<Edition>> {
    geodata::data::BOUNDARIES.iter().map(edition).collect()
}

fn edition(file: &geodata::data::BoundaryFile) -> Result<Edition> {
    const FILE: &str = "boundaries";
    let date = day(file.date).map_err(|what| wrong(FILE, what))?;
    let layer = geodata::read::geojson(file.geojson).map_err(|error| wrong(FILE, error))?;
    if let Some(refusal) = layer.report.refusals.first() {
        return Err(wrong(FILE, format_args!("{date}: {}", refusal.kind)));
    }
    let area = |feature: &geodata::Feature| {
        Ok(Area {
            code: word(&feature.code).map_err(|what| wrong(FILE, what))?,
            name: feature.name.as_str().into(),
            geometry: geodata::geometry_to_geojson(&feature.geometry),
        })
    };
    let areas = layer.features.iter().map(area).collect::<Result<_>>()?;
    Ok(Edition {
        date,
        crs: layer.crs,
        source: BOUNDARY_SOURCE.to_owned(),
        areas,
    })
}

pub(crate) fn successions() -> Result<Vec<Succession>> {
    #[derive(Deserialize)]
    struct Row {
        effective_date: String,
        from_code: String,
        from_name: String,
        to_code: String,
        to_name: String,
        area_share: f64,
    }
    read("successions", geodata::data::SUCCESSIONS, |row: Row| {
        Ok(Succession {
            date: day(&row.effective_date)?,
            from: word(&row.from_code)?,
            from_name: row.from_name.into(),
            to: word(&row.to_code)?,
            to_name: row.to_name.into(),
            area_share: row.area_share,
        })
    })
}

pub(crate) fn aliases() -> Result<Vec<Alias>> {
    #[derive(Deserialize)]
    struct Row {
        municipality_code: String,
        alias: String,
    }
    read("aliases", geodata::data::ALIASES, |row: Row| {
        Ok(Alias {
            code: word(&row.municipality_code)?,
            name: row.alias,
        })
    })
}

pub(crate) fn population() -> Result<Vec<PopulationFigure>> {
    #[derive(Deserialize)]
    struct Row {
        boundary_date: String,
        municipality_code: String,
        population: u32,
        reference_date: String,
        source: String,
    }
    read("population", geodata::data::POPULATION, |row: Row| {
        Ok(PopulationFigure {
            boundary_date: day(&row.boundary_date)?,
            code: word(&row.municipality_code)?,
            inhabitants: row.population,
            reference_date: day(&row.reference_date)?,
            source: row.source.into(),
        })
    })
}

pub(crate) fn region_sets() -> Result<Vec<RegionSet>> {
    #[derive(Deserialize)]
    struct Row {
        id: String,
        title_nl: String,
        title_en: String,
        provisional: bool,
    }
    read("region sets", geodata::data::REGION_SETS, |row: Row| {
        Ok(RegionSet {
            id: row.id.into(),
            title_nl: row.title_nl,
            title_en: row.title_en,
            provisional: row.provisional,
        })
    })
}

pub(crate) fn regions() -> Result<Vec<Region>> {
    #[derive(Deserialize)]
    struct Row {
        region_set: String,
        code: String,
        name: String,
        status: String,
    }
    read("regions", geodata::data::REGIONS, |row: Row| {
        Ok(Region {
            id: RegionRef::new(&row.region_set, &row.code),
            name: row.name,
            status: row.status,
        })
    })
}

/// For each boundary date, who lies in which region.
pub(crate) fn memberships() -> Result<Vec<(Date, MunicipalityCode, RegionRef)>> {
    #[derive(Deserialize)]
    struct Row {
        boundary_date: String,
        municipality_code: String,
        region_set: String,
        region_code: String,
    }
    read("membership", geodata::data::MEMBERSHIP, |row: Row| {
        let region = RegionRef::new(&row.region_set, &row.region_code);
        Ok((
            day(&row.boundary_date)?,
            word(&row.municipality_code)?,
            region,
        ))
    })
}
