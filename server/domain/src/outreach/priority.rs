//! Priority for outreach (rule 10): a weighted mean of factors in 0..=1, all
//! of them explained. There are two lists: whom to brief, by what is missing,
//! and whom to ask, by what is not known.

use crate::message::{Message, RequestMessage, says};
use jiff::civil::Date;

use crate::policy::completeness::{Certainty, Completeness};
use crate::vocabulary::{CoordinationStatus, OutreachPurpose, PolicyClass};

/// Years after which an assessment or a briefing counts as long ago.
const CAP_YEARS: f64 = 3.0;
const DAYS_A_YEAR: f64 = 365.25;

impl OutreachPurpose {
    /// The classes that are on the list unless told otherwise.
    #[must_use]
    pub fn classes(self) -> Vec<PolicyClass> {
        let asked = match self {
            Self::Brief => Certainty::NotComplete,
            Self::Ask => Certainty::Open,
        };
        let classes = PolicyClass::ALL.iter().copied();
        classes.filter(|class| class.certainty() == asked).collect()
    }

    /// What the list goes by, in 0..=1: what is expected to be missing of
    /// policy, or what is not known of it.
    #[must_use]
    pub fn gap(self, completeness: &Completeness) -> f64 {
        let Completeness { low, high, .. } = *completeness;
        match self {
            Self::Brief => 1.0 - f64::midpoint(low, high),
            Self::Ask => high - low,
        }
    }
}

/// How much each factor counts. A weight of 0 leaves a factor out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Of what is missing in policy, or is not known of it.
    pub gap: f64,
    /// Of missing care coordination.
    pub coordination: f64,
    /// Of the number of inhabitants.
    pub population: f64,
    /// Of the time since the last assessment.
    pub staleness: f64,
    /// Of the time since the last briefing.
    pub contact: f64,
    /// Of the gaps around it.
    pub region: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            gap: 3.0,
            coordination: 2.0,
            population: 1.0,
            staleness: 1.0,
            contact: 2.0,
            region: 1.0,
        }
    }
}

/// Weights with which no mean can be made.
#[derive(Debug, Clone, PartialEq)]
pub enum BadWeights {
    /// Below 0 or not finite.
    OutOfRange {
        /// The factor.
        factor: &'static str,
        /// Its weight as given.
        value: f64,
    },
    /// Nothing left to rank by.
    AllZero,
}

says!(BadWeights);

impl From<&BadWeights> for Message {
    fn from(error: &BadWeights) -> Self {
        Self::Request(match error {
            BadWeights::OutOfRange { factor, value } => RequestMessage::BadFactor {
                factor: (*factor).to_owned(),
                given: value.to_string(),
            },
            BadWeights::AllZero => RequestMessage::AllWeightsZero,
        })
    }
}

/// One factor of the mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor {
    /// Name, as in the weights.
    pub name: &'static str,
    /// In 0..=1; 1 asks most for outreach.
    pub value: f64,
    /// As given.
    pub weight: f64,
    /// Its part of the score: value x weight / sum of weights.
    pub contribution: f64,
}

/// What the priority of one municipality is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorInputs {
    /// [`OutreachPurpose::gap`] of its completeness.
    pub gap: f64,
    /// The status of care coordination.
    pub status: CoordinationStatus,
    /// Percentile rank of its inhabitants, in 0..=1.
    pub population_rank: f64,
    /// When it was last assessed.
    pub last_assessed: Option<Date>,
    /// When it was last briefed; the outer option is absent for those who may
    /// not know, and leaves the factor out.
    pub last_briefed: Option<Option<Date>>,
    /// Mean gap of the other municipalities of its VNG platform.
    pub region_gap: f64,
}

impl Weights {
    /// Refuses weights with which no mean can be made, where the factor
    /// `contact` may be left out.
    pub fn check(&self, with_contact: bool) -> Result<(), BadWeights> {
        let named = [
            ("gap", self.gap),
            ("coordination", self.coordination),
            ("population", self.population),
            ("staleness", self.staleness),
            ("contact", self.contact),
            ("region", self.region),
        ];
        for (factor, value) in named {
            if !(0.0..=1000.0).contains(&value) {
                return Err(BadWeights::OutOfRange { factor, value });
            }
        }
        if named
            .iter()
            .filter(|(factor, _)| with_contact || *factor != "contact")
            .all(|(_, value)| *value == 0.0)
        {
            return Err(BadWeights::AllZero);
        }
        Ok(())
    }
}

/// The factors of a municipality on a date, those with a weight, in order.
#[must_use]
pub fn factors(at: &FactorInputs, on: Date, weights: &Weights) -> Vec<Factor> {
    let mut factors = vec![
        ("gap", at.gap, weights.gap),
        (
            "coordination",
            coordination(at.status),
            weights.coordination,
        ),
        ("population", at.population_rank, weights.population),
        ("staleness", age(at.last_assessed, on), weights.staleness),
    ];
    if let Some(last_briefed) = at.last_briefed {
        factors.push(("contact", age(last_briefed, on), weights.contact));
    }
    factors.push(("region", at.region_gap, weights.region));
    factors.retain(|(_, _, weight)| *weight > 0.0);
    let whole: f64 = factors.iter().map(|(_, _, weight)| weight).sum();
    factors
        .into_iter()
        .map(|(name, value, weight)| Factor {
            name,
            value,
            weight,
            contribution: value * weight / whole,
        })
        .collect()
}

/// The weighted mean, in 0..=1.
#[must_use]
pub fn score(factors: &[Factor]) -> f64 {
    factors.iter().map(|factor| factor.contribution).sum()
}

/// The share of the others that have fewer inhabitants, for each municipality.
#[must_use]
pub fn percentile_ranks(inhabitants: &[u32]) -> Vec<f64> {
    let mut sorted = inhabitants.to_vec();
    sorted.sort_unstable();
    let others = sorted.len().saturating_sub(1).max(1);
    inhabitants
        .iter()
        .map(|own| {
            let fewer = sorted.partition_point(|other| other < own);
            f64::from(u32::try_from(fewer).unwrap_or(u32::MAX))
                / f64::from(u32::try_from(others).unwrap_or(u32::MAX))
        })
        .collect()
}

fn coordination(status: CoordinationStatus) -> f64 {
    match status {
        CoordinationStatus::None | CoordinationStatus::Unknown => 1.0,
        CoordinationStatus::Remote => 0.75,
        CoordinationStatus::InPreparation => 0.5,
        CoordinationStatus::Temporary => 0.25,
        CoordinationStatus::Structural => 0.0,
    }
}

fn age(last: Option<Date>, on: Date) -> f64 {
    let Some(last) = last else { return 1.0 };
    let days = last.duration_until(on).as_hours() / 24;
    let years = f64::from(i32::try_from(days).unwrap_or(i32::MAX)) / DAYS_A_YEAR;
    years.clamp(0.0, CAP_YEARS) / CAP_YEARS
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn circumstances() -> FactorInputs {
        FactorInputs {
            gap: 0.8,
            status: CoordinationStatus::Remote,
            population_rank: 0.5,
            last_assessed: None,
            last_briefed: None,
            region_gap: 0.4,
        }
    }

    #[test]
    fn one_list_goes_by_what_is_missing_and_one_by_what_is_not_known() {
        let completeness = Completeness {
            low: 0.25,
            high: 0.75,
            ..Completeness::default()
        };
        let gap = |purpose: OutreachPurpose| purpose.gap(&completeness);
        assert!((gap(OutreachPurpose::Brief) - 0.5).abs() < 1e-12);
        assert!((gap(OutreachPurpose::Ask) - 0.5).abs() < 1e-12);
        let known = Completeness {
            low: 0.25,
            high: 0.25,
            ..completeness
        };
        assert!((OutreachPurpose::Brief.gap(&known) - 0.75).abs() < 1e-12);
        assert!(OutreachPurpose::Ask.gap(&known).abs() < 1e-12);
        assert_eq!(
            OutreachPurpose::Brief.classes(),
            [PolicyClass::None, PolicyClass::Partial]
        );
        assert_eq!(
            OutreachPurpose::Ask.classes(),
            [PolicyClass::NotAssessed, PolicyClass::Uncertain]
        );
    }

    #[test]
    fn the_score_is_the_weighted_mean_without_contact_for_the_public() {
        let factors = factors(&circumstances(), date(2026, 1, 1), &Weights::default());
        let expected = (3.0 * 0.8 + 2.0 * 0.75 + 0.5 + 1.0 + 0.4) / 8.0;
        assert!((score(&factors) - expected).abs() < 1e-12);
        assert!(factors.iter().all(|factor| factor.name != "contact"));
    }

    #[test]
    fn contact_counts_for_those_who_may_know() {
        let at = FactorInputs {
            last_briefed: Some(Some(date(2024, 7, 2))),
            ..circumstances()
        };
        let factors = factors(&at, date(2026, 1, 1), &Weights::default());
        let contact = factors
            .iter()
            .find(|factor| factor.name == "contact")
            .unwrap();
        assert!((contact.value - 0.5).abs() < 1e-3, "{contact:?}");
    }

    #[test]
    fn a_weight_of_0_leaves_a_factor_out() {
        let weights = Weights {
            gap: 0.0,
            ..Weights::default()
        };
        let factors = factors(&circumstances(), date(2026, 1, 1), &weights);
        assert!(factors.iter().all(|factor| factor.name != "gap"));
        assert!(
            (factors.iter().map(|f| f.contribution).sum::<f64>() - score(&factors)).abs() < 1e-12
        );
    }

    #[test]
    fn ages_are_capped_and_never_counts_in_full() {
        let on = date(2026, 1, 1);
        assert!((age(None, on) - 1.0).abs() < 1e-12);
        assert!((age(Some(date(2000, 1, 1)), on) - 1.0).abs() < 1e-12);
        assert!(age(Some(on), on).abs() < 1e-12);
        assert!(age(Some(date(2027, 1, 1)), on).abs() < 1e-12);
    }

    #[test]
    fn percentile_ranks_run_from_0_to_1_and_ties_share() {
        assert_eq!(percentile_ranks(&[10, 30, 20]), [0.0, 1.0, 0.5]);
        assert_eq!(percentile_ranks(&[5, 5, 9]), [0.0, 0.0, 1.0]);
        assert_eq!(percentile_ranks(&[5]), [0.0]);
    }

    #[test]
    fn weights_below_0_or_all_0_are_refused() {
        assert!(
            Weights {
                gap: -1.0,
                ..Weights::default()
            }
            .check(false)
            .is_err()
        );
        assert!(
            Weights {
                gap: f64::NAN,
                ..Weights::default()
            }
            .check(false)
            .is_err()
        );
        let none = Weights {
            gap: 0.0,
            coordination: 0.0,
            population: 0.0,
            staleness: 0.0,
            contact: 2.0,
            region: 0.0,
        };
        assert_eq!(none.check(false), Err(BadWeights::AllZero));
        assert_eq!(none.check(true), Ok(()));
    }
}
