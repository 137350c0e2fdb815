//! Priority for outreach.

use std::sync::Arc;

use async_graphql::{Description, InputObject, Object};

use super::arguments::int;
use super::enums::Language;
use crate::atlas::{self, Audience, View};
use crate::domain::priority::{BadWeights, Factor, Weights};
use crate::domain::vocabulary::CoordinationStatus;

/// How much each factor counts; each lies in 0..1, and the score is their
/// weighted mean. A weight of 0 leaves a factor out.
#[derive(Debug, Clone, InputObject)]
pub struct PriorityWeights {
    /// Of what is missing in policy: 1 - the low end of completeness.
    #[graphql(default_with = "Some(3.0)")]
    pub gap: Option<f64>,
    /// Of missing care coordination.
    #[graphql(default_with = "Some(2.0)")]
    pub coordination: Option<f64>,
    /// Of the number of inhabitants: its percentile rank.
    #[graphql(default_with = "Some(1.0)")]
    pub population: Option<f64>,
    /// Of the years since the last assessment, 3 at most.
    #[graphql(default_with = "Some(1.0)")]
    pub staleness: Option<f64>,
    /// Of the years since the last briefing, 3 at most. Briefings are internal:
    /// the public's ranking leaves this factor out.
    #[graphql(default_with = "Some(2.0)")]
    pub contact: Option<f64>,
    /// Of the mean gap of the other municipalities of its VNG platform.
    #[graphql(default_with = "Some(1.0)")]
    pub region: Option<f64>,
}

impl PriorityWeights {
    pub(super) fn check(self, audience: Audience) -> Result<Weights, BadWeights> {
        let standard = Weights::default();
        let weights = Weights {
            gap: self.gap.unwrap_or(standard.gap),
            coordination: self.coordination.unwrap_or(standard.coordination),
            population: self.population.unwrap_or(standard.population),
            staleness: self.staleness.unwrap_or(standard.staleness),
            contact: self.contact.unwrap_or(standard.contact),
            region: self.region.unwrap_or(standard.region),
        };
        weights.check(audience == Audience::Staff).map(|()| weights)
    }
}

/// How much a municipality asks for outreach, explained.
#[derive(Description)]
pub struct Priority {
    pub(super) view: Arc<View>,
    pub(super) at: usize,
    pub(super) priority: atlas::Priority,
}

#[Object(use_type_description)]
impl Priority {
    /// Weighted mean of the factors, in 0..1.
    async fn score(&self) -> f64 {
        self.priority.score
    }

    /// Place among all municipalities of the date, from 1. Ties go by
    /// population, then by code.
    async fn rank(&self) -> i32 {
        int(self.priority.rank)
    }

    /// What the score is made of. The factor `contact` is left out for the
    /// public, because briefings are internal.
    async fn factors(&self) -> Vec<PriorityFactor> {
        let factors = self.priority.factors.iter();
        factors
            .map(|factor| PriorityFactor {
                view: Arc::clone(&self.view),
                at: self.at,
                factor: *factor,
            })
            .collect()
    }

    /// Why it stands where it stands, as a sentence of the weightiest factors.
    async fn explanation(
        &self,
        #[graphql(
            desc = "The language of the sentence.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> String {
        let mut factors: Vec<&Factor> = self.priority.factors.iter().collect();
        factors.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
        let parts: Vec<String> = factors
            .iter()
            .take(3)
            .map(|factor| factor_text(&self.view, self.at, factor, language))
            .collect();
        let mut sentence = parts.join(", ");
        if let Some(first) = sentence.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        sentence.push('.');
        sentence
    }
}

/// One factor of a priority.
#[derive(Description)]
pub struct PriorityFactor {
    view: Arc<View>,
    at: usize,
    factor: Factor,
}

#[Object(use_type_description)]
impl PriorityFactor {
    /// Name, as in the weights.
    async fn factor(&self) -> &str {
        self.factor.name
    }

    /// In 0..1; 1 asks most for outreach.
    async fn value(&self) -> f64 {
        self.factor.value
    }

    /// How much it counts.
    async fn weight(&self) -> f64 {
        self.factor.weight
    }

    /// Its part of the score: value x weight / sum of weights.
    async fn contribution(&self) -> f64 {
        self.factor.contribution
    }

    /// What the value stands for, in words.
    async fn text(
        &self,
        #[graphql(desc = "The language of the text.", default_with = "Language::Dutch")]
        language: Language,
    ) -> String {
        factor_text(&self.view, self.at, &self.factor, language)
    }
}

fn factor_text(view: &View, at: usize, factor: &Factor, language: Language) -> String {
    let state = &view.municipalities()[at];
    let percent = |share: f64| (share * 100.0).round();
    match factor.name {
        "gap" => {
            let (present, total) = (
                state.policy.completeness.present,
                state.policy.completeness.total(),
            );
            language.choose(
                format!("{present} van {total} bouwstenen aanwezig"),
                format!("{present} of {total} building blocks present"),
            )
        }
        "coordination" => coordination_text(state.coordination.status, language).to_owned(),
        "population" => {
            let inhabitants = state.inhabitants();
            language.choose(
                format!("{} inwoners", language.number(inhabitants)),
                format!("{} inhabitants", language.number(inhabitants)),
            )
        }
        "staleness" => match state.policy.last_assessed {
            Some(date) => language.choose(
                format!(
                    "laatst beoordeeld op {}-{}-{}",
                    date.day(),
                    date.month(),
                    date.year()
                ),
                format!("last assessed on {date}"),
            ),
            None => language.choose("nooit beoordeeld".to_owned(), "never assessed".to_owned()),
        },
        "contact" => match view.last_briefed(at) {
            Some(date) => language.choose(
                format!(
                    "laatste voorlichting op {}-{}-{}",
                    date.day(),
                    date.month(),
                    date.year()
                ),
                format!("last briefed on {date}"),
            ),
            None => language.choose(
                "nog geen voorlichting".to_owned(),
                "never briefed".to_owned(),
            ),
        },
        _ => language.choose(
            format!(
                "in het platform ontbreekt gemiddeld {} %",
                percent(factor.value)
            ),
            format!(
                "{} % missing on average in the platform",
                percent(factor.value)
            ),
        ),
    }
}

fn coordination_text(status: CoordinationStatus, language: Language) -> &'static str {
    match status {
        CoordinationStatus::Unknown => {
            language.choose("zorgcoördinatie onbekend", "care coordination unknown")
        }
        CoordinationStatus::None => language.choose("geen zorgcoördinatie", "no care coordination"),
        CoordinationStatus::Remote => language.choose(
            "zorgcoördinatie op afstand",
            "care coordination from a distance",
        ),
        CoordinationStatus::InPreparation => language.choose(
            "zorgcoördinatie in voorbereiding",
            "care coordination in preparation",
        ),
        CoordinationStatus::Temporary => {
            language.choose("zorgcoördinatie tijdelijk", "care coordination temporary")
        }
        CoordinationStatus::Structural => language.choose(
            "zorgcoördinatie structureel",
            "care coordination structural",
        ),
    }
}
