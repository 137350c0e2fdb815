//! Outlines of all municipalities on a date.

use std::collections::BTreeSet;

use geodata::{Finding, Layer};
use jiff::civil::Date;

use crate::problem::{Notice, Place, Problem};
use crate::report::{Remark, RowReport};
use crate::{ImportError, ImportFile, ImportJob, ImportRequest, Report, failed, refused, unfit};
use actions::{
    self, BoundaryOutcome, Refusal, check_boundaries, replace_boundaries, tell_succession,
};
use domain::facts::{Area, Edition};
use domain::message::{FileMessage, Message, OutlineMessage, TextMessage};
use domain::places::code::BadCode;
use domain::places::lineage::Succession;
use domain::record::field_diff::FieldDiff;
use domain::vocabulary::{ReorganisationKind, RowOutcome};

/// The field of a succession that can be corrected.
const SHARE: &str = "area_share";

pub(crate) async fn import(job: &ImportJob<'_>) -> Result<Report, ImportError> {
    let (writer, request) = (&job.writer, job.request);
    let name = &request.file.name;
    let Some(date) = request.date else {
        return Err(unfit(name, OutlineMessage::NoOutlineDate));
    };
    writer.tell("reading outlines");
    let mut layer = read(request)?;
    repair(&mut layer, request);
    let shares = request
        .repairs
        .iter()
        .filter(|repair| repair.field == SHARE);
    if let Some(repair) = shares
        .into_iter()
        .find(|repair| read_share(&repair.value).is_none())
    {
        let given = repair.value.clone();
        return Err(unfit(name, TextMessage::BadShare { given }));
    }
    // Actions name an area by its place in the order of codes.
    layer.features.sort_by(|a, b| a.code.cmp(&b.code));
    let edition = edition(&layer, date, name).map_err(|message| unfit(name, message))?;
    let places: Vec<usize> = layer.features.iter().map(|feature| feature.place).collect();
    let of_area = |refusal: &Refusal| refused_area(&places, refusal);
    let successions = Successions::of(&layer, request);
    if layer.report.refusals.is_empty() {
        if let Some(place) = places.iter().find(|place| successions.leaves_out(**place)) {
            let feature = place.to_string();
            return Err(unfit(name, OutlineMessage::OutlineLeftOut { feature }));
        }
        let judge = |place, found: &Succession| successions.judge(place, found);
        let redrawn = replace_boundaries(writer, &edition, &judge)
            .await
            .map_err(|error| failed(request, error, of_area))?;
        return Ok(report(&layer, &successions, redrawn));
    }
    let alike = layer.report.grouped().refusals;
    let mut problems: Vec<_> = alike.iter().map(refused_feature).collect();
    // What was refused is not missing.
    let codes = layer.report.refusals.iter().map(|finding| &finding.code);
    let told: Vec<_> = codes
        .flatten()
        .filter_map(|code| code.parse().ok())
        .collect();
    let differences = check_boundaries(writer, &edition, &told).await?;
    problems.extend(differences.iter().map(of_area));
    Err(refused(name, problems))
}

/// Better codes and names for features.
fn repair(layer: &mut Layer, request: &ImportRequest) {
    for repair in &request.repairs {
        let mut features = layer.features.iter_mut();
        let feature = features.find(|feature| feature.place as u64 == repair.line);
        match (feature, repair.field.as_str()) {
            (Some(feature), "code") => feature.code.clone_from(&repair.value),
            (Some(feature), "name") => feature.name.clone_from(&repair.value),
            _ => {}
        }
    }
}

/// What went into what is told on lines of its own, below those of the features,
/// to be corrected or left out there.
struct Successions<'a> {
    request: &'a ImportRequest,
    first_line: u64,
}

impl<'a> Successions<'a> {
    fn of(layer: &Layer, request: &'a ImportRequest) -> Self {
        let places = layer.features.iter().map(|feature| feature.place);
        let refused = layer.report.refusals.iter().map(|finding| finding.feature);
        let last = places.chain(refused).max().unwrap_or_default();
        Self {
            request,
            first_line: last as u64 + 1,
        }
    }

    fn line(&self, place: usize) -> u64 {
        self.first_line + place as u64
    }

    fn leaves_out(&self, place: usize) -> bool {
        self.request.left_out.contains(&(place as u64))
    }

    /// The share as it was corrected; nothing when it is left out.
    fn judge(&self, place: usize, found: &Succession) -> Option<f64> {
        let line = self.line(place);
        if self.request.left_out.contains(&line) {
            return None;
        }
        let mut repairs = self.request.repairs.iter();
        let corrected = repairs.find(|repair| repair.line == line && repair.field == SHARE);
        let corrected = corrected.and_then(|repair| read_share(&repair.value));
        Some(corrected.unwrap_or(found.area_share))
    }
}

/// `0.25`, `0,25`, `25 %`.
fn read_share(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    let share = match text.strip_suffix('%') {
        Some(percent) => percent.trim().parse::<f64>().ok()? / 100.0,
        None => text.parse().ok()?,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

fn report(layer: &Layer, successions: &Successions<'_>, redrawn: BoundaryOutcome) -> Report {
    let BoundaryOutcome {
        outcome,
        proposed,
        remarks,
    } = redrawn;
    let mut rows = Vec::with_capacity(layer.features.len() + proposed.len());
    for (place, feature) in layer.features.iter().enumerate() {
        let remarks = remarks.get(place).into_iter().flatten();
        rows.push(RowReport {
            outcome: outcome
                .rows
                .get(place)
                .map_or(RowOutcome::Error, |outcome| (*outcome).into()),
            municipality: feature.code.parse().ok(),
            remarks: remarks
                .map(|message| remark(None, message.clone()))
                .collect(),
            fields: outcome.differences.get(place).cloned().unwrap_or_default(),
            cells: vec![
                ("code", feature.code.clone()),
                ("name", feature.name.clone()),
            ],
            ..RowReport::at(feature.place as u64)
        });
    }
    let stays: BTreeSet<&str> = layer
        .features
        .iter()
        .zip(&outcome.rows)
        .filter(|(_, outcome)| **outcome != actions::WriteOutcome::New)
        .map(|(feature, _)| feature.code.as_str())
        .collect();
    let judged = proposed.iter().enumerate().filter_map(|(place, found)| {
        let area_share = successions.judge(place, found)?;
        let judged = Succession {
            area_share,
            ..found.clone()
        };
        Some((place, judged))
    });
    let (lines, judged): (Vec<usize>, Vec<Succession>) = judged.unzip();
    for (place, found) in lines.into_iter().zip(&judged) {
        let receiver_stays = stays.contains(found.to.to_string().as_str());
        rows.push(of_succession(
            successions.line(place),
            found,
            receiver_stays,
            &judged,
        ));
    }
    rows.sort_by_key(|row| row.line);
    Report {
        what: "municipalities",
        columns: Vec::new(),
        rows,
        outcome,
        notices: layer
            .report
            .grouped()
            .repairs
            .iter()
            .map(repaired)
            .collect(),
        problems: Vec::new(),
    }
}

fn of_succession(
    line: u64,
    succession: &Succession,
    receiver_stays: bool,
    all: &[Succession],
) -> RowReport {
    let kind = match (succession.is_whole(), receiver_stays) {
        (false, _) => ReorganisationKind::Split,
        (true, true) => ReorganisationKind::Absorption,
        (true, false) => ReorganisationKind::Merger,
    };
    let share = succession.area_share.to_string();
    let new = |field, after: String| FieldDiff {
        field,
        before: None,
        after: Some(after),
    };
    RowReport {
        outcome: RowOutcome::New,
        municipality: Some(succession.from),
        remarks: vec![remark(
            Some(SHARE),
            tell_succession(succession, receiver_stays, all),
        )],
        fields: vec![
            new("reorganisation", kind.to_string()),
            new(
                "from",
                format!("{} {}", succession.from, succession.from_name),
            ),
            new("to", format!("{} {}", succession.to, succession.to_name)),
            new(SHARE, share.clone()),
        ],
        cells: vec![(SHARE, share)],
        ..RowReport::at(line)
    }
}

fn remark(field: Option<&'static str>, message: Message) -> Remark {
    Remark {
        field,
        message,
        proposal: None,
        understood: true,
    }
}

fn read(request: &ImportRequest) -> Result<Layer, ImportError> {
    let ImportFile { name, bytes } = &request.file;
    let is_database = bytes.starts_with(b"SQLite format 3\0");
    if request.layer.is_some() && !is_database {
        return Err(unfit(name, FileMessage::LayerOfGeopackage));
    }
    let layer = if is_database {
        geodata::read::geopackage(bytes, request.layer.as_deref())
    } else {
        geodata::read::geojson(bytes)
    };
    layer.map_err(|error| unfit(name, &error))
}

fn edition(layer: &Layer, date: Date, source: &str) -> Result<Edition, Message> {
    if layer.features.is_empty() && layer.report.refusals.is_empty() {
        return Err(OutlineMessage::NoFeatures.into());
    }
    let area = |feature: &geodata::Feature| {
        Ok(Area {
            code: feature
                .code
                .parse()
                .map_err(|error: BadCode| Message::from(error))?,
            name: feature.name.as_str().into(),
            geometry: geodata::geometry_to_geojson(&feature.geometry),
        })
    };
    Ok(Edition {
        date,
        crs: layer.crs,
        source: source.to_owned(),
        areas: layer
            .features
            .iter()
            .map(area)
            .collect::<Result<_, Message>>()?,
    })
}

fn repaired(finding: &Finding) -> Notice {
    Notice::new(place_of(finding), finding)
}

fn place_of(finding: &Finding) -> Place {
    match finding.feature {
        0 => Place::File,
        feature => Place::Feature(feature),
    }
}

fn refused_feature(finding: &Finding) -> Problem {
    Problem::new(place_of(finding), finding)
}

/// A refusal of an area, or of all together.
fn refused_area(places: &[usize], refusal: &Refusal) -> Problem {
    match refusal.row.and_then(|row| places.get(row)) {
        Some(feature) => Problem::new(
            Place::Feature(*feature),
            OutlineMessage::InFeature {
                feature: feature.to_string(),
                what: Box::new(refusal.message.clone()),
            },
        ),
        None => Problem::new(Place::Feature(usize::MAX), refusal.message.clone()),
    }
}
