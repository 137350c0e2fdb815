//! Priority for outreach.

use std::sync::Arc;

use async_graphql::{Description, InputObject};
use dekkingskaart_macros::direct_object;

use crate::arguments::int;
use crate::enums::Language;
use atlas::{Ranking, View};
use domain::message::{ExplanationMessage, Message};
use domain::outreach::priority::{BadWeights, Factor, Weights};
use domain::people::permissions::Audience;
use domain::policy::completeness::Completeness;
use domain::vocabulary::OutreachPurpose;
use domain::words::sentence;

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
    pub(crate) fn check(self, audience: Audience) -> Result<Weights, BadWeights> {
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
    pub(crate) view: Arc<View>,
    pub(crate) at: usize,
    pub(crate) purpose: OutreachPurpose,
    /// How many are on the list of the purpose.
    pub(crate) listed: usize,
    pub(crate) priority: atlas::Priority,
}

impl Priority {
    /// The priority of the municipality at a position of a view.
    pub(crate) fn new(view: &Arc<View>, at: usize, ranking: &Ranking) -> Self {
        Self {
            view: Arc::clone(view),
            at,
            purpose: ranking.purpose(),
            listed: ranking.listed(),
            priority: ranking.priority(at).clone(),
        }
    }
}

#[direct_object(use_type_description)]
impl Priority {
    /// Weighted mean of the factors, in 0..1.
    fn score(&self) -> f64 {
        self.priority.score
    }

    /// Place among all municipalities of the date, from 1. Ties go by
    /// population, then by code.
    fn rank(&self) -> i32 {
        int(self.priority.rank)
    }

    /// What it is approached for.
    fn purpose(&self) -> OutreachPurpose {
        self.purpose
    }

    /// Place on the list of the purpose, from 1: among the municipalities of
    /// the date that are without complete policy for `BRIEF`, and among those
    /// of which that cannot be told for `ASK`. Null when it is not on the list.
    fn list_rank(&self) -> Option<i32> {
        self.priority.list_rank.map(int)
    }

    /// Number of municipalities on the list of the purpose.
    fn list_size(&self) -> i32 {
        int(self.listed)
    }

    /// What the score is made of. The factor `contact` is left out for the
    /// public, because briefings are internal.
    fn factors(&self) -> Vec<PriorityFactor> {
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
    fn explanation(
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
        sentence(&parts.join(", "))
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

#[direct_object(use_type_description)]
impl PriorityFactor {
    /// Name, as in the weights.
    fn factor(&self) -> &str {
        self.factor.name
    }

    /// In 0..1; 1 asks most for outreach.
    fn value(&self) -> f64 {
        self.factor.value
    }

    /// How much it counts.
    fn weight(&self) -> f64 {
        self.factor.weight
    }

    /// Its part of the score: value x weight / sum of weights.
    fn contribution(&self) -> f64 {
        self.factor.contribution
    }

    /// What the value stands for, in words.
    fn text(
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
    let message = match factor.name {
        "gap" => gap(&state.policy.completeness, purpose),
        "coordination" => ExplanationMessage::CoordinationIs {
            status: state.coordination.status.to_string(),
        },
        "population" => ExplanationMessage::HasInhabitants {
            count: state.inhabitants().into(),
        },
        "staleness" => match state.policy.last_assessed {
            Some(date) => ExplanationMessage::LastAssessed { date },
            None => ExplanationMessage::NeverAssessed,
        },
        "contact" => match view.last_briefed(at) {
            Some(date) => ExplanationMessage::LastBriefed { date },
            None => ExplanationMessage::NoBriefing,
        },
        _ => of_platform(factor.value, purpose),
    };
    Message::from(message).text(language)
}

fn gap(completeness: &Completeness, purpose: OutreachPurpose) -> ExplanationMessage {
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let (total, unknown) = (count(completeness.total()), count(completeness.unknown));
    match purpose {
        OutreachPurpose::Brief => ExplanationMessage::BlocksOpen {
            open: count(completeness.absent + completeness.in_preparation),
            total,
            unknown,
        },
        OutreachPurpose::Ask if unknown == total => ExplanationMessage::NoBlockKnown { total },
        OutreachPurpose::Ask => ExplanationMessage::BlocksNotKnown { unknown, total },
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies in 0..=1"
)]
fn of_platform(share: f64, purpose: OutreachPurpose) -> ExplanationMessage {
    let percent = (share * 100.0).round() as u64;
    match purpose {
        OutreachPurpose::Brief => ExplanationMessage::PlatformOpen { percent },
        OutreachPurpose::Ask => ExplanationMessage::PlatformNotKnown { percent },
    }
}
