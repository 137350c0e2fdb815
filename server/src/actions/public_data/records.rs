//! The shipped files as records. They are part of the program and tested with
//! it, so what is wrong in them is told by its first mistake only.

use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::domain::care::arrangement::{Arrangement, NamedMunicipality};
use crate::domain::dates::{Period, parse_date};
use crate::domain::facts::{
    Alias, Area, Edition, NationalIndicator, PopulationFigure, Region, RegionSet, Source,
};
use crate::domain::places::code::{MunicipalityCode, RegionRef};
use crate::domain::places::lineage::Succession;
use crate::domain::policy::document::PolicyDocument;
use crate::domain::policy::rubric::{BuildingBlock, Rubric, Theme};
use crate::store::NewVerdict;
use geodata::data::PublicRecords;

/// A shipped file cannot be read.
#[derive(Debug, Error)]
#[error("the shipped {file}: {what}")]
pub struct ShippedError {
    file: &'static str,
    what: String,
}

type Result<T, E = ShippedError> = std::result::Result<T, E>;

/// The source of the shipped outlines.
const BOUNDARY_SOURCE: &str = "CBS / Kadaster, CC BY 4.0";

fn wrong(file: &'static str, what: impl Display) -> ShippedError {
    ShippedError {
        file,
        what: what.to_string(),
    }
}

/// Reads a file row by row into records.
fn read<R: DeserializeOwned, T>(
    file: &'static str,
    text: &str,
    record: impl Fn(R) -> Result<T, String>,
) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader
        .deserialize()
        .map(|row| record(row.map_err(|error| error.to_string())?));
    rows.collect::<Result<_, _>>()
        .map_err(|what| wrong(file, what))
}

fn word<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn day(text: &str) -> Result<Date, String> {
    parse_date(text).map_err(|error| error.to_string())
}

fn period(from: &str, to: Option<&str>) -> Result<Period, String> {
    let to = to.map(day).transpose()?;
    Period::new(day(from)?, to).map_err(|error| error.to_string())
}

pub(in crate::actions) fn editions() -> Result<Vec<Edition>> {
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

pub(in crate::actions) fn successions() -> Result<Vec<Succession>> {
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

pub(in crate::actions) fn aliases() -> Result<Vec<Alias>> {
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

pub(in crate::actions) fn population() -> Result<Vec<PopulationFigure>> {
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

pub(in crate::actions) fn region_sets() -> Result<Vec<RegionSet>> {
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

pub(in crate::actions) fn regions() -> Result<Vec<Region>> {
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
pub(in crate::actions) fn memberships() -> Result<Vec<(Date, MunicipalityCode, RegionRef)>> {
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

/// The provisional rubric: one version, from the first boundaries on.
pub(in crate::actions) fn rubric() -> Result<Rubric> {
    #[derive(Deserialize)]
    struct ThemeRow {
        id: String,
        dimension: String,
        title_nl: String,
        title_en: String,
        guidance_url: String,
    }
    #[derive(Deserialize)]
    struct BlockRow {
        rubric: String,
        id: String,
        theme: String,
        level: String,
        weight: f64,
        title_nl: String,
        title_en: String,
        source_url: String,
    }
    let themes = read("themes", geodata::data::RUBRIC_THEMES, |row: ThemeRow| {
        Ok(Theme {
            id: row.id.into(),
            dimension: word(&row.dimension)?,
            title_nl: row.title_nl,
            title_en: row.title_en,
            guidance_url: row.guidance_url,
        })
    })?;
    let blocks = read(
        "building blocks",
        geodata::data::RUBRIC_BUILDING_BLOCKS,
        |row: BlockRow| {
            let theme = themes.iter().position(|theme| *theme.id == *row.theme);
            let block = BuildingBlock {
                theme: theme.ok_or_else(|| format!("no theme `{}`", row.theme))?,
                id: row.id.into(),
                level: word(&row.level)?,
                weight: row.weight,
                title_nl: row.title_nl,
                title_en: row.title_en,
                source_url: row.source_url,
                from: Vec::new(),
            };
            Ok((row.rubric, block))
        },
    )?;
    let id = blocks
        .first()
        .map(|(rubric, _)| rubric.as_str())
        .unwrap_or_default();
    if blocks.iter().any(|(rubric, _)| rubric != id) {
        return Err(wrong("building blocks", "more than one rubric"));
    }
    Ok(Rubric {
        id: Arc::from(id),
        title_nl: "Kader Aanpak Mensenhandel (voorlopige bouwstenen)".to_owned(),
        title_en: "Framework for the approach to human trafficking (provisional building blocks)"
            .to_owned(),
        provisional: true,
        valid_from: crate::domain::dates::FIRST_BOUNDARIES,
        themes,
        blocks: blocks.into_iter().map(|(_, block)| block).collect(),
    })
}

pub(in crate::actions) fn arrangements(records: &PublicRecords) -> Result<Vec<Arrangement>> {
    #[derive(Deserialize)]
    struct Row {
        id: String,
        status: String,
        mode: String,
        organisation: Option<String>,
        commissioned_by: Option<String>,
        age_from: Option<u8>,
        age_to: Option<u8>,
        valid_from: String,
        valid_to: Option<String>,
        date_certainty: Option<String>,
        source_url: Option<String>,
        note: Option<String>,
    }
    let covers = coverage("arrangement coverage", records.arrangement_coverage)?;
    read("arrangements", records.arrangements, |row: Row| {
        Ok(Arrangement {
            status: word(&row.status)?,
            mode: word(&row.mode)?,
            organisation: row.organisation,
            commissioned_by: row.commissioned_by,
            age_from: row.age_from,
            age_to: row.age_to,
            forms: Vec::new(),
            fte: None,
            period: period(&row.valid_from, row.valid_to.as_deref())?,
            source: Source {
                url: row.source_url,
                certainty: row.date_certainty,
            },
            note: row.note,
            contact: None,
            covers: named(&covers, &row.id),
            id: row.id,
        })
    })
}

pub(in crate::actions) fn documents(records: &PublicRecords) -> Result<Vec<PolicyDocument>> {
    #[derive(Deserialize)]
    struct Row {
        id: String,
        title: String,
        scope: String,
        valid_from: Option<String>,
        date_kind: Option<String>,
        identifier: Option<String>,
        source_url: Option<String>,
        themes_mentioned: Option<String>,
        note: Option<String>,
    }
    let covers = coverage("policy coverage", records.document_coverage)?;
    read("policy documents", records.documents, |row: Row| {
        let from = row.valid_from.as_deref();
        Ok(PolicyDocument {
            title: row.title,
            scope: word(&row.scope)?,
            identifier: row.identifier,
            period: from.map(|from| period(from, None)).transpose()?,
            source: Source {
                url: row.source_url,
                certainty: row.date_kind,
            },
            themes_mentioned: row.themes_mentioned,
            note: row.note,
            covers: named(&covers, &row.id),
            id: row.id,
        })
    })
}

/// Answers on single building blocks of the shipped rubric.
pub(in crate::actions) fn verdicts(records: &PublicRecords) -> Result<Vec<NewVerdict>> {
    #[derive(Deserialize)]
    struct Row {
        municipality_code: String,
        block: String,
        verdict: String,
        valid_from: String,
        established: String,
        source_url: Option<String>,
        note: Option<String>,
    }
    const FILE: &str = "verdicts";
    let Some(file) = records.verdicts else {
        return Ok(Vec::new());
    };
    let rubric = rubric()?;
    read(FILE, file, |row: Row| {
        let block = rubric.find_block(&row.block);
        let block = block.ok_or_else(|| format!("no block `{}`", row.block))?;
        Ok(NewVerdict {
            code: word(&row.municipality_code)?,
            rubric: Arc::clone(&rubric.id),
            block: Arc::clone(&rubric.blocks[block].id),
            verdict: word(&row.verdict)?,
            valid_from: day(&row.valid_from)?,
            established: word(&row.established)?,
            source: Source {
                url: row.source_url,
                certainty: None,
            },
            note: row.note,
        })
    })
}

/// Coverage of arrangements or documents: id, date, municipality.
fn coverage(file: &'static str, text: &str) -> Result<Vec<(String, NamedMunicipality)>> {
    read(file, text, |(id, date, code): (String, String, String)| {
        Ok((
            id,
            NamedMunicipality {
                code: word(&code)?,
                boundary_date: day(&date)?,
            },
        ))
    })
}

fn named(coverage: &[(String, NamedMunicipality)], id: &str) -> Vec<NamedMunicipality> {
    let mut named: Vec<_> = coverage
        .iter()
        .filter(|(of, _)| of == id)
        .map(|(_, named)| *named)
        .collect();
    named.sort_unstable();
    named
}

pub(in crate::actions) fn indicators() -> Result<Vec<NationalIndicator>> {
    #[derive(Deserialize)]
    struct Row {
        indicator: String,
        date: String,
        date_certainty: Option<String>,
        value: f64,
        unit: String,
        of_total: Option<f64>,
        source_url: Option<String>,
        note: String,
    }
    read(
        "national indicators",
        geodata::data::NATIONAL_INDICATORS,
        |row: Row| {
            Ok(NationalIndicator {
                indicator: row.indicator,
                date: day(&row.date)?,
                value: row.value,
                of_total: row.of_total,
                unit: row.unit,
                source: Source {
                    url: row.source_url,
                    certainty: row.date_certainty,
                },
                note: row.note,
            })
        },
    )
}
