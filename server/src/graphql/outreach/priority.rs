//! Priority for outreach.

use std::sync::Arc;

use async_graphql::{Description, InputObject, Object};

use crate::atlas::{self, Ranking, View};
use crate::domain::outreach::priority::{BadWeights, Factor, Weights};
use crate::domain::people::permissions::Audience;
use crate::domain::policy::completeness::Completeness;
use crate::domain::vocabulary::{CoordinationStatus, OutreachPurpose};
use crate::graphql::arguments::int;
use crate::graphql::enums::Language;

/// How much each factor counts; each lies in 0..1, and the score is their
/// weighted mean. A weight of 0 leaves a factor out.
#[derive(Debug, Clone, InputObject)]
pub struct PriorityWeights {
    /// Of the gap in policy. To brief: 1 - the mean of the ends of completeness.
    /// To ask: the distance between the ends, which is what is not known.
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
    pub(in crate::graphql) fn check(self, audience: Audience) -> Result<Weights, BadWeights> {
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
    pub(in crate::graphql) view: Arc<View>,
    pub(in crate::graphql) at: usize,
    pub(in crate::graphql) purpose: OutreachPurpose,
    /// How many are on the list of the purpose.
    pub(in crate::graphql) listed: usize,
    pub(in crate::graphql) priority: atlas::Priority,
}

impl Priority {
    /// The priority of the municipality at a position of a view.
    pub(in crate::graphql) fn new(view: &Arc<View>, at: usize, ranking: &Ranking) -> Self {
        Self {
            view: Arc::clone(view),
            at,
            purpose: ranking.purpose(),
            listed: ranking.listed(),
            priority: ranking.priority(at).clone(),
        }
    }
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

    /// What it is approached for.
    async fn purpose(&self) -> OutreachPurpose {
        self.purpose
    }

    /// Place on the list of the purpose, from 1: among the municipalities of
    /// the date that are without complete policy for `BRIEF`, and among those
    /// of which that cannot be told for `ASK`. Null when it is not on the list.
    async fn list_rank(&self) -> Option<i32> {
        self.priority.list_rank.map(int)
    }

    /// Number of municipalities on the list of the purpose.
    async fn list_size(&self) -> i32 {
        int(self.listed)
    }

    /// What the score is made of. The factor `contact` is left out for the
    /// public, because briefings are internal.
    async fn factors(&self) -> Vec<PriorityFactor> {
        let factors = self.priority.factors.iter();
        factors
            .map(|factor| PriorityFactor {
                view: Arc::clone(&self.view),
                at: self.at,
                purpose: self.purpose,
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
            .map(|factor| factor_text(&self.view, self.at, self.purpose, factor, language))
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
    purpose: OutreachPurpose,
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
        factor_text(&self.view, self.at, self.purpose, &self.factor, language)
    }
}

fn factor_text(
    view: &View,
    at: usize,
    purpose: OutreachPurpose,
    factor: &Factor,
    language: Language,
) -> String {
    let state = &view.municipalities()[at];
    match factor.name {
        "gap" => gap_text(&state.policy.completeness, purpose, language),
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
                "geen voorlichting vastgelegd".to_owned(),
                "no briefing on record".to_owned(),
            ),
        },
        _ => region_text(factor.value, purpose, language),
    }
}

fn gap_text(completeness: &Completeness, purpose: OutreachPurpose, language: Language) -> String {
    let total = completeness.total();
    let unknown = completeness.unknown;
    match purpose {
        OutreachPurpose::Brief => {
            let open = completeness.absent + completeness.in_preparation;
            language.choose(
                format!("{open} van {total} bouwstenen zeker niet af, {unknown} onbekend"),
                format!(
                    "{open} of {total} building blocks certainly not in place, {unknown} unknown"
                ),
            )
        }
        OutreachPurpose::Ask if unknown == total => language.choose(
            format!("van geen van de {total} bouwstenen is iets bekend"),
            format!("nothing known of any of {total} building blocks"),
        ),
        OutreachPurpose::Ask => language.choose(
            format!("van {unknown} van de {total} bouwstenen is niets bekend"),
            format!("nothing known of {unknown} of {total} building blocks"),
        ),
    }
}

fn region_text(gap: f64, purpose: OutreachPurpose, language: Language) -> String {
    let percent = (gap * 100.0).round();
    match purpose {
        OutreachPurpose::Brief => language.choose(
            format!("in het platform is gemiddeld {percent} % nog niet op orde, als onbekend half telt"),
            format!(
                "{percent} % not yet in place on average in the platform, with unknown counted for half"
            ),
        ),
        OutreachPurpose::Ask => language.choose(
            format!("in het platform is gemiddeld {percent} % niet bekend"),
            format!("{percent} % not known on average in the platform"),
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
