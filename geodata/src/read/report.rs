//! What was repaired and what was refused in a file.

use std::collections::BTreeMap;

use geo::Coord;

/// More findings than anybody reads; what comes after is only counted.
const MOST_FINDINGS: usize = 10_000;

/// The number of no one feature: the finding is about several that it names.
pub const MANY: usize = usize::MAX;

/// One thing that was repaired or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The number of the feature in the file, from 1; 0 for the file as a whole,
    /// [`MANY`] for several features.
    pub feature: usize,
    /// Its code, where it has one that is understood.
    pub code: Option<String>,
    /// Where, in the CRS of the file, when it is about a place.
    pub place: Option<(f64, f64)>,
    /// What is wrong and what to do, or what was done: a sentence.
    pub what: String,
}

impl Finding {
    /// A finding about the file as a whole.
    pub(super) fn of_file(what: &str) -> Self {
        Self {
            feature: 0,
            code: None,
            place: None,
            what: what.to_owned(),
        }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if matches!(self.feature, 0 | MANY) {
            return f.write_str(&self.what);
        }
        write!(f, "feature {}", self.feature)?;
        if let Some(code) = &self.code {
            write!(f, " ({code})")?;
        }
        if let Some((x, y)) = self.place {
            // Hundred-thousandths are a metre of degrees.
            let shown = |value: f64| (value * 1e5).round() / 1e5;
            write!(f, " at {}, {}", shown(x), shown(y))?;
        }
        write!(f, ": {}", self.what)
    }
}

/// So many findings may be alike before they are told as one.
const MOST_ALIKE: usize = 3;
/// The features that are named of those with alike findings.
const MOST_NAMED: usize = 5;

impl Report {
    /// The same for a person to read: what is alike in many features is told once,
    /// with their number and the first of them, and what is rare comes first.
    #[must_use]
    pub fn grouped(&self) -> Self {
        Self {
            repairs: grouped(&self.repairs),
            refusals: grouped(&self.refusals),
        }
    }
}

fn grouped(findings: &[Finding]) -> Vec<Finding> {
    let mut alike: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        let known = alike.entry(kind(&finding.what)).or_default();
        known.push(finding.clone());
    }
    let is_rare = |finding: &Finding| {
        let known = alike.get(&kind(&finding.what));
        finding.feature == 0 || known.is_none_or(|known| known.len() <= MOST_ALIKE)
    };
    let mut told: Vec<Finding> = findings
        .iter()
        .filter(|finding| is_rare(finding))
        .cloned()
        .collect();
    let mut often: Vec<(&String, &Vec<Finding>)> = alike
        .iter()
        .filter(|(_, known)| known.len() > MOST_ALIKE)
        .collect();
    often.sort_by_key(|(_, known)| known.len());
    told.extend(often.into_iter().map(|(what, known)| as_one(what, known)));
    told
}

/// What a finding says, without its numbers and what it quotes.
fn kind(what: &str) -> String {
    let mut kind = String::with_capacity(what.len());
    let mut quoted = false;
    for word in what.split_inclusive(' ') {
        let is_code = word.starts_with("GM") && word.len() >= 6;
        let has_number = is_code || word.starts_with(|c: char| c.is_ascii_digit());
        quoted |= word.starts_with('"');
        if has_number || quoted {
            if !kind.ends_with("... ") {
                kind.push_str("... ");
            }
        } else {
            kind.push_str(word);
        }
        quoted &= !word.trim_end().trim_end_matches([';', ',']).ends_with('"');
    }
    kind
}

fn as_one(what: &str, findings: &[Finding]) -> Finding {
    let same = findings
        .iter()
        .all(|finding| finding.what == findings[0].what);
    let what = if same { &findings[0].what } else { what };
    let mut features: Vec<(usize, Option<&String>)> = findings
        .iter()
        .map(|finding| (finding.feature, finding.code.as_ref()))
        .collect();
    features.dedup();
    let named = features
        .iter()
        .take(MOST_NAMED)
        .map(|(feature, code)| match code {
            Some(code) => format!("{feature} ({code})"),
            None => feature.to_string(),
        });
    let named = named.collect::<Vec<_>>().join(", ");
    let more = match features.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let what = format!("{} features, {named}{more}: {what}", features.len());
    Finding {
        feature: MANY,
        ..Finding::of_file(&what)
    }
}

/// Everything that was found in reading a file, in its order.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What was put right.
    pub repairs: Vec<Finding>,
    /// What could not be put right; with any, the file is not fit to be loaded.
    pub refusals: Vec<Finding>,
}

/// Where findings about one feature go.
pub(super) struct Notes<'a> {
    pub(super) report: &'a mut Report,
    pub(super) feature: usize,
    pub(super) code: Option<String>,
}

impl Notes<'_> {
    fn finding(&self, place: Option<Coord>, what: String) -> Finding {
        Finding {
            feature: self.feature,
            code: self.code.clone(),
            place: place.map(|place| (place.x, place.y)),
            what,
        }
    }

    pub(super) fn repaired(&mut self, place: Option<Coord>, what: impl Into<String>) {
        if self.report.repairs.len() < MOST_FINDINGS {
            let finding = self.finding(place, what.into());
            self.report.repairs.push(finding);
        }
    }

    pub(super) fn refused(&mut self, place: Option<Coord>, what: impl Into<String>) {
        if self.report.refusals.len() < MOST_FINDINGS {
            let finding = self.finding(place, what.into());
            self.report.refusals.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(feature: usize, what: &str) -> Finding {
        Finding {
            feature,
            code: Some(format!("GM{feature:04}")),
            place: None,
            what: what.to_owned(),
        }
    }

    #[test]
    fn what_is_alike_is_told_once_and_what_is_rare_first() {
        let mut repairs: Vec<Finding> = (1..=345)
            .map(|feature| finding(feature, "a ring was turned"))
            .collect();
        repairs.extend((1..=4).map(|n| finding(n, &format!("{n} positions were left out"))));
        repairs.push(finding(9, "a spike was left out"));
        let report = Report {
            repairs,
            refusals: Vec::new(),
        };
        let told: Vec<_> = report
            .grouped()
            .repairs
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            told,
            [
                "feature 9 (GM0009): a spike was left out",
                "4 features, 1 (GM0001), 2 (GM0002), 3 (GM0003), 4 (GM0004): ... positions were left out",
                "345 features, 1 (GM0001), 2 (GM0002), 3 (GM0003), 4 (GM0004), 5 (GM0005) and 340 more: a ring was turned",
            ]
        );
    }

    #[test]
    fn numbers_codes_and_quotes_make_no_difference() {
        assert_eq!(
            kind("the code \"0034\" is read as GM0034"),
            kind("the code \"a b\" is read as GM0014")
        );
        assert_ne!(kind("a ring was turned"), kind("a ring was closed"));
    }
}
