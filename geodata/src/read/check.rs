//! Raw features become checked ones.

use std::collections::HashMap;

use super::attributes::{Code, understand};
use super::repair::repair;
use super::report::Notes;
use super::{Feature, Layer, RawFeature, Report};
use crate::crs::Crs;

/// Characters of a name.
const LONGEST_NAME: usize = 200;

/// Checks every feature and notes every problem.
pub(super) fn layer(crs: Crs, raw: Vec<RawFeature>) -> Layer {
    let mut report = Report::default();
    let mut features = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for feature in raw {
        let refusals = report.refusals.len();
        let checked = check(crs, feature, &mut seen, &mut report);
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

/// The feature as far as it is understood; refusals are in the report.
fn check(
    crs: Crs,
    raw: RawFeature,
    seen: &mut HashMap<String, usize>,
    report: &mut Report,
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
        None => notes.refused(None, "the name is missing; fill in statnaam"),
        Some(name) if name.chars().nth(LONGEST_NAME).is_some() => {
            let what = format!("the name is longer than {LONGEST_NAME} characters; shorten it");
            notes.refused(None, what);
        }
        Some(_) => {}
    }
    let geometry = match raw.geometry {
        Ok(polygons) => repair(crs, polygons, &mut notes),
        Err(what) => {
            notes.refused(None, what);
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
        notes.refused(None, "the code is missing; fill in statcode");
        return None;
    };
    let code = match understand(given) {
        Code::AsGiven(code) => code,
        Code::Understood(code) => {
            notes.code = Some(code.clone());
            notes.repaired(
                None,
                format!("the code {} is read as {code}", quoted(given)),
            );
            code
        }
        Code::Malformed => {
            let what = format!(
                "the code {} is malformed; give GM and four digits",
                quoted(given)
            );
            notes.refused(None, what);
            return None;
        }
    };
    notes.code = Some(code.clone());
    if let Some(first) = seen.get(&code) {
        let what = format!("the code {code} is also that of feature {first}; give each code once");
        notes.refused(None, what);
    } else {
        seen.insert(code.clone(), notes.feature);
    }
    Some(code)
}

/// A value from the file, cut short and without control characters.
pub(super) fn quoted(text: &str) -> String {
    format!("{:?}", text.chars().take(40).collect::<String>())
}
