//! The shipped building blocks, care coordination, policy and figures as records.

use std::sync::Arc;

use serde::Deserialize;

use super::public_file::{Result, day, period, read, word, wrong};
use domain::care::arrangement::{Arrangement, NamedMunicipality};
use domain::facts::NationalIndicator;
use domain::policy::document::PolicyDocument;
use domain::policy::rubric::{BuildingBlock, Rubric, Theme};
use domain::source::Source;
use geodata::data::PublicRecords;
use store::NewVerdict;

/// The provisional rubric: one version, from the first boundaries on.
pub(crate) fn rubric() -> Result<Rubric> {
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
        valid_from: domain::dates::FIRST_BOUNDARIES,
        themes,
        blocks: blocks.into_iter().map(|(_, block)| block).collect(),
    })
}

pub(crate) fn arrangements(records: &PublicRecords) -> Result<Vec<Arrangement>> {
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
            id: row.id.into(),
        })
    })
}

pub(crate) fn documents(records: &PublicRecords) -> Result<Vec<PolicyDocument>> {
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
            id: row.id.into(),
        })
    })
}

/// Answers on single building blocks of the shipped rubric.
pub(crate) fn verdicts(records: &PublicRecords) -> Result<Vec<NewVerdict>> {
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

pub(crate) fn indicators() -> Result<Vec<NationalIndicator>> {
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
