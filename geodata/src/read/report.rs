//! What was repaired and what was refused in a file.

use geo::Coord;

/// More findings than anybody reads; what comes after is only counted.
const MOST_FINDINGS: usize = 10_000;

/// One thing that was repaired or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The number of the feature in the file, from 1; 0 for the file as a whole.
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
        if self.feature == 0 {
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
