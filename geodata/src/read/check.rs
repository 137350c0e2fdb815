//! Raw features become checked ones.

use std::collections::HashMap;

use super::attributes::{Code, understand};
use super::kind::FindingKind;
use super::repair::repair;
use super::report::Notes;
use super::{Feature, Layer, RawFeature, Report};
use crate::crs::Crs;

/// Pairs of segments that are compared in all features together, before those
/// that are left are refused as too intricate.
const MOST_WORK: u64 = 500_000_000;
/// Characters of a name.
const LONGEST_NAME: usize = 200;

/// Checks every feature and notes every problem.
pub(super) fn layer(crs: Crs, raw: Vec<RawFeature>) -> Layer {
    layer_within(crs, raw, MOST_WORK)
}

fn layer_within(crs: Crs, raw: Vec<RawFeature>, mut work: u64) -> Layer {
    let mut report = Report::default();
    let mut features = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for feature in together(raw, &mut report) {
        let refusals = report.refusals.len();
        let checked = check(crs, feature, &mut seen, &mut report, &mut work);
        if report.refusals.len() == refusals {
            features.extend(checked);
        }
    }
    Layer {
        crs,
        features,
        report,
    }
}

/// Features of one code and one name are one: a layer may have land and water
/// apart, or each part on its own.
fn together(raw: Vec<RawFeature>, report: &mut Report) -> Vec<RawFeature> {
    let mut whole: Vec<RawFeature> = Vec::with_capacity(raw.len());
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    for feature in raw {
        let code = feature.code.as_deref().map(understand);
        let (Some(Code::AsGiven(code) | Code::Understood(code)), Some(name), Ok(parts)) =
            (code, &feature.name, &feature.geometry)
        else {
            whole.push(feature);
            continue;
        };
        let place = *places
            .entry((code.clone(), name.trim().to_owned()))
            .or_insert(whole.len());
        let Some(first) = whole.get_mut(place) else {
            whole.push(feature);
            continue;
        };
        let mut notes = Notes {
            report,
            feature: first.place,
            code: Some(code),
        };
        notes.repaired(None, FindingKind::PutTogether(feature.place));
        if let Ok(known) = &mut first.geometry {
            known.extend_from_slice(parts);
        }
    }
    whole
}

/// The feature as far as it is understood; refusals are in the report.
fn check(
    crs: Crs,
    raw: RawFeature,
    seen: &mut HashMap<String, usize>,
    report: &mut Report,
    work: &mut u64,
) -> Option<Feature> {
    let mut notes = Notes {
        report,
        feature: raw.place,
        code: None,
    };
    let code = code(raw.code.as_deref(), seen, &mut notes);
    notes.code.clone_from(&code);
    let name = raw.name.map(|name| name.trim().to_owned());
    let name = name.filter(|name| !name.is_empty());
    match &name {
        None => notes.refused(None, FindingKind::NameMissing),
        Some(name) if name.chars().nth(LONGEST_NAME).is_some() => {
            notes.refused(None, FindingKind::NameLong(LONGEST_NAME));
        }
        Some(_) => {}
    }
    let geometry = match raw.geometry {
        Ok(polygons) => repair(crs, polygons, &mut notes, work),
        Err(kind) => {
            notes.refused(None, kind);
            None
        }
    };
    Some(Feature {
        code: code?,
        name: name?,
        geometry: geometry?,
        place: raw.place,
    })
}

fn code(
    given: Option<&str>,
    seen: &mut HashMap<String, usize>,
    notes: &mut Notes<'_>,
) -> Option<String> {
    let Some(given) = given else {
        notes.refused(None, FindingKind::CodeMissing);
        return None;
    };
    let code = match understand(given) {
        Code::AsGiven(code) => code,
        Code::Understood(code) => {
            notes.code = Some(code.clone());
            let given = excerpt(given);
            let kind = FindingKind::CodeRead {
                given,
                code: code.clone(),
            };
            notes.repaired(None, kind);
            code
        }
        Code::Malformed => {
            notes.refused(None, FindingKind::CodeMalformed(excerpt(given)));
            return None;
        }
    };
    notes.code = Some(code.clone());
    if let Some(first) = seen.get(&code).copied() {
        let code = code.clone();
        notes.refused(None, FindingKind::CodeTwice { code, first });
    } else {
        seen.insert(code.clone(), notes.feature);
    }
    Some(code)
}

/// A value from the file, cut short.
fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A value from the file, cut short and without control characters.
pub(super) fn quoted(text: &str) -> String {
    format!("{:?}", excerpt(text))
}

#[cfg(test)]
mod tests {
    use geo::Coord;

    use super::*;

    /// So many squares of a kilometre, apart from each other.
    fn squares(number: u32) -> Vec<RawFeature> {
        let square = |at: u32| {
            let west = 100_000.0 + 2_000.0 * f64::from(at);
            let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)];
            let ring = corners.map(|(x, y)| Coord {
                x: west + 1_000.0 * x,
                y: 450_000.0 + 1_000.0 * y,
            });
            RawFeature {
                place: at as usize + 1,
                code: Some(format!("GM{:04}", 100 + at)),
                name: Some(format!("Gemeente {at}")),
                geometry: Ok(vec![vec![ring.to_vec()]]),
            }
        };
        (0..number).map(square).collect()
    }

    #[test]
    fn all_outlines_of_a_file_share_the_work_that_there_may_be() {
        let read = |work| {
            let layer = layer_within(Crs::RdNew, squares(4), work);
            let intricate = |kind: &FindingKind| matches!(kind, FindingKind::RingsIntricate);
            let refusals = layer.report.refusals.iter();
            let refused = refusals.filter(|each| intricate(&each.kind)).count();
            (layer.features.len(), refused)
        };
        assert_eq!(read(MOST_WORK), (4, 0));
        // What one of them takes, so that nothing is left for another.
        let one = (1..MOST_WORK).find(|work| read(*work).0 > 0).unwrap();
        assert_eq!(read(one), (1, 3));
    }
}
