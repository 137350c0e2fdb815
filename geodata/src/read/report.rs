//! What was repaired and what was refused in a file.

use geo::Coord;

use super::kind::FindingKind;

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
    /// What is wrong, or what was done.
    pub kind: FindingKind,
    /// The features, by number and code, when it is about several.
    pub features: Vec<(usize, Option<String>)>,
}

impl Finding {
    /// A finding about the file as a whole.
    pub(super) fn of_file(kind: FindingKind) -> Self {
        Self {
            feature: 0,
            code: None,
            place: None,
            kind,
            features: Vec::new(),
        }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.feature {
            0 => return write!(f, "{}", self.kind),
            MANY => return write!(f, "{} features: {}", self.features.len(), self.kind),
            feature => write!(f, "feature {feature}")?,
        }
        if let Some(code) = &self.code {
            write!(f, " ({code})")?;
        }
        if let Some((x, y)) = self.shown_place() {
            write!(f, " at {x}, {y}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl Finding {
    /// The place, with as many decimals as people want to see.
    #[must_use]
    pub fn shown_place(&self) -> Option<(f64, f64)> {
        // Hundred-thousandths are a metre of degrees.
        let shown = |value: f64| (value * 1e5).round() / 1e5;
        self.place.map(|(x, y)| (shown(x), shown(y)))
    }
}

/// So many findings may be alike before they are told as one.
const MOST_ALIKE: usize = 3;

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
    let mut alike: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.feature != 0) {
        let known = alike
            .iter_mut()
            .find(|known| known[0].kind.is_like(&finding.kind));
        match known {
            Some(known) => known.push(finding),
            None => alike.push(vec![finding]),
        }
    }
    let mut often: Vec<_> = alike
        .into_iter()
        .filter(|known| known.len() > MOST_ALIKE)
        .collect();
    often.sort_by_key(Vec::len);
    let is_rare = |finding: &&Finding| {
        let is_often = |known: &Vec<&Finding>| known[0].kind.is_like(&finding.kind);
        finding.feature == 0 || !often.iter().any(is_often)
    };
    let rare = findings.iter().filter(is_rare).cloned();
    let mut told: Vec<Finding> = rare.collect();
    told.extend(often.iter().map(|known| as_one(known)));
    told
}

fn as_one(findings: &[&Finding]) -> Finding {
    let kinds = findings.iter().skip(1).map(|finding| &finding.kind);
    let kind = kinds.fold(findings[0].kind.clone(), |all, one| all.and(one));
    let mut features: Vec<_> = findings
        .iter()
        .map(|finding| (finding.feature, finding.code.clone()))
        .collect();
    features.dedup();
    Finding {
        feature: MANY,
        features,
        ..Finding::of_file(kind)
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
    fn finding(&self, place: Option<Coord>, kind: FindingKind) -> Finding {
        Finding {
            feature: self.feature,
            code: self.code.clone(),
            place: place.map(|place| (place.x, place.y)),
            ..Finding::of_file(kind)
        }
    }

    pub(super) fn repaired(&mut self, place: Option<Coord>, kind: FindingKind) {
        if self.report.repairs.len() < MOST_FINDINGS {
            let finding = self.finding(place, kind);
            self.report.repairs.push(finding);
        }
    }

    pub(super) fn refused(&mut self, place: Option<Coord>, kind: FindingKind) {
        if self.report.refusals.len() < MOST_FINDINGS {
            let finding = self.finding(place, kind);
            self.report.refusals.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(feature: usize, kind: FindingKind) -> Finding {
        Finding {
            feature,
            code: Some(format!("GM{feature:04}")),
            ..Finding::of_file(kind)
        }
    }

    #[test]
    fn what_is_alike_is_told_once_and_what_is_rare_first() {
        let mut repairs: Vec<Finding> = (1..=345)
            .map(|feature| finding(feature, FindingKind::RingsTurned(1)))
            .collect();
        repairs.extend((1..=4).map(|n| finding(n, FindingKind::PositionsRepeated(n))));
        repairs.push(finding(9, FindingKind::Spike));
        let report = Report {
            repairs,
            refusals: Vec::new(),
        };
        let told = report.grouped().repairs;
        let texts: Vec<_> = told.iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "feature 9 (GM0009): a spike, out and back on the same line, was left out",
                "4 features: 10 repeated positions were left out",
                "345 features: 345 rings that ran the wrong way round were turned",
            ]
        );
        assert_eq!(told[1].features[3], (4, Some("GM0004".to_owned())));
    }

    #[test]
    fn numbers_codes_and_quotes_make_no_difference() {
        let read = |given: &str| FindingKind::CodeRead {
            given: given.to_owned(),
            code: "GM0034".to_owned(),
        };
        assert!(read("0034").is_like(&read("a b")));
        assert_eq!(read("0034").and(&read("34")), FindingKind::CodesRead);
        assert!(!FindingKind::RingClosed.is_like(&FindingKind::Spike));
    }
}
