//! Outlines of all municipalities on a date.

use geodata::{Finding, Layer, ReadError};
use jiff::civil::Date;

use super::problem::{Notice, Place, Problem};
use super::{ImportError, Report, Request, failed, read_file, refused, unfit};
use crate::actions::{Refusal, Writer, check_boundaries, replace_boundaries};
use crate::domain::facts::{Area, Edition};

pub(super) async fn import(writer: &Writer<'_>, request: &Request) -> Result<Report, ImportError> {
    let Some(date) = request.date else {
        return Err(unfit(
            &request.file,
            "a file of outlines does not say from which date they hold; give it with --date 2022-01-01",
        ));
    };
    writer.tell("reading outlines");
    let mut layer = read(request)?;
    // Actions name an area by its place in the order of codes.
    layer.features.sort_by(|a, b| a.code.cmp(&b.code));
    let edition =
        edition(&layer, date, &request.file).map_err(|what| unfit(&request.file, what))?;
    let places: Vec<usize> = layer.features.iter().map(|feature| feature.place).collect();
    let of_area = |refusal: &Refusal| refused_area(&places, refusal);
    if layer.report.refusals.is_empty() {
        let outcome = replace_boundaries(writer, &edition)
            .await
            .map_err(|error| failed(request, error, of_area))?;
        return Ok(Report {
            what: "municipalities",
            outcome,
            notices: layer.report.repairs.iter().map(repaired).collect(),
        });
    }
    let mut problems: Vec<_> = layer.report.refusals.iter().map(refused_feature).collect();
    // What was refused is not missing.
    let codes = layer.report.refusals.iter().map(|finding| &finding.code);
    let told: Vec<_> = codes
        .flatten()
        .filter_map(|code| code.parse().ok())
        .collect();
    let differences = check_boundaries(writer, &edition, &told).await?;
    problems.extend(differences.iter().map(of_area));
    Err(refused(&request.file, problems))
}

fn read(request: &Request) -> Result<Layer, ImportError> {
    let bytes = read_file(&request.file)?;
    let is_database = bytes.starts_with(b"SQLite format 3\0");
    if request.layer.is_some() && !is_database {
        return Err(unfit(
            &request.file,
            "--layer is for a GeoPackage, and this is none; leave it out",
        ));
    }
    let layer = if is_database {
        geodata::read::geopackage(&request.file, request.layer.as_deref())
    } else {
        geodata::read::geojson(&bytes)
    };
    layer.map_err(|error: ReadError| {
        let hint = match error {
            ReadError::WhichLayer(_) | ReadError::NoSuchLayer { .. } => "; give it with --layer",
            _ => "",
        };
        unfit(&request.file, format_args!("{error}{hint}"))
    })
}

fn edition(layer: &Layer, date: Date, file: &std::path::Path) -> Result<Edition, String> {
    if layer.features.is_empty() && layer.report.refusals.is_empty() {
        return Err("there are no features in it".to_owned());
    }
    let area = |feature: &geodata::Feature| {
        Ok(Area {
            code: feature
                .code
                .parse()
                .map_err(|error: crate::domain::code::BadCode| error.to_string())?,
            name: feature.name.as_str().into(),
            geometry: geodata::geometry_to_geojson(&feature.geometry),
        })
    };
    Ok(Edition {
        date,
        crs: layer.crs,
        source: file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        areas: layer
            .features
            .iter()
            .map(area)
            .collect::<Result<_, String>>()?,
    })
}

fn repaired(finding: &Finding) -> Notice {
    Notice::new(Place::Feature(finding.feature), finding)
}

fn refused_feature(finding: &Finding) -> Problem {
    Problem::new(Place::Feature(finding.feature), finding)
}

/// A refusal of an area, or of all together.
fn refused_area(places: &[usize], refusal: &Refusal) -> Problem {
    match refusal.row.and_then(|row| places.get(row)) {
        Some(feature) => Problem::new(
            Place::Feature(*feature),
            format_args!("feature {feature}: {}", refusal.what),
        ),
        None => Problem::new(Place::Feature(usize::MAX), &refusal.what),
    }
}
