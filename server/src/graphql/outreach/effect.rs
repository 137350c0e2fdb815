//! What followed on briefings.

use std::sync::Arc;

use async_graphql::{Description, Object, Result, SimpleObject};

use super::targets::blocks;
use crate::atlas;
use crate::graphql::arguments::int;
use crate::graphql::enums::Language;
use crate::graphql::places::municipality::Municipality;
use crate::graphql::policy::rubric::BuildingBlock;
use crate::graphql::policy::verdict::PolicyState;
use crate::graphql::scalars::Date;

/// What followed on the first briefing of a municipality in a campaign, which is
/// no proof that it came of it.
#[derive(Description)]
pub struct CampaignEffect(pub(in crate::graphql) atlas::Effect);

#[Object(use_type_description)]
impl CampaignEffect {
    /// The municipality on the date of the briefing.
    async fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.0.before.view),
            at: self.0.before.at,
        }
    }

    /// The date of the briefing.
    async fn briefed(&self) -> Date {
        Date(self.0.before.view.as_of().date())
    }

    /// The date of the first assessment after it, when there was one.
    async fn assessed(&self) -> Option<Date> {
        let after = self.0.after.as_ref()?;
        Some(Date(after.view.as_of().date()))
    }

    /// Policy on the date of the briefing: what holds from that date on was
    /// found there, and counts as before.
    async fn before(&self) -> PolicyState {
        policy(&self.0.before)
    }

    /// Policy on the date of the first assessment after the briefing; absent
    /// when nobody assessed it since. Of the one that it went into when it
    /// ended.
    async fn after(&self) -> Option<PolicyState> {
        self.0.after.as_ref().map(policy)
    }

    /// The building blocks that are PRESENT after and were not before.
    async fn gained(&self) -> Result<Vec<BuildingBlock>> {
        match &self.0.after {
            Some(after) => blocks(&after.view, &self.0.gained),
            None => Ok(Vec::new()),
        }
    }
}

fn policy(place: &atlas::MunicipalityAt) -> PolicyState {
    PolicyState {
        view: Arc::clone(&place.view),
        at: place.at,
    }
}

/// What followed on all briefings of a campaign, beside municipalities that
/// nobody ever briefed and that had the same policy class and size class (CBS,
/// by inhabitants) on the date of the briefing. Those are measured in the same
/// way: at their first assessment after that date.
#[derive(Description)]
pub struct EffectTotal(pub(in crate::graphql) atlas::EffectTotal);

#[Object(use_type_description)]
impl EffectTotal {
    /// Municipalities that were briefed.
    async fn briefed(&self) -> i32 {
        int(self.0.briefed)
    }

    /// Those of them that were assessed after it.
    async fn reassessed(&self) -> i32 {
        int(self.0.reassessed)
    }

    /// Those of the latter to which others compare.
    async fn matched(&self) -> i32 {
        int(self.0.matched)
    }

    /// How many others that are.
    async fn comparable(&self) -> i32 {
        int(self.0.comparable)
    }

    /// Mean over those that were assessed after their briefing.
    async fn of_reassessed(&self) -> Option<Gain> {
        self.0.of_reassessed.map(Into::into)
    }

    /// Mean over those to which others compare.
    async fn of_matched(&self) -> Option<Gain> {
        self.0.of_matched.map(Into::into)
    }

    /// For each of these the mean over the others that compare to it, and the
    /// mean of that.
    async fn of_comparable(&self) -> Option<Gain> {
        self.0.of_comparable.map(Into::into)
    }

    /// What these figures do not say, as sentences to stand beside them.
    async fn note(
        &self,
        #[graphql(
            desc = "The language of the sentences.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> &'static str {
        language.choose(
            "Dit is geen bewijs van oorzaak. Wie een voorlichting krijgt, is daarvoor gekozen, en er kan meer zijn gebeurd. Gemeenten die nog niet opnieuw zijn beoordeeld, tellen niet mee. Een bouwsteen die onbekend was en nu aanwezig is, telt als erbij: misschien was die er al.",
            "This is no proof of cause. Those that are briefed were chosen for it, and more may have happened. Municipalities that have not been assessed again do not count. A building block that was unknown and is present now counts as gained: it may have been there before.",
        )
    }
}

/// What became of policy, as a mean over municipalities.
#[derive(Debug, SimpleObject)]
pub struct Gain {
    /// Building blocks that are PRESENT and were not.
    blocks: f64,
    /// Change of the low end of completeness, in -1..1.
    completeness_low: f64,
}

impl From<atlas::Gain> for Gain {
    fn from(gain: atlas::Gain) -> Self {
        Self {
            blocks: gain.blocks,
            completeness_low: gain.low,
        }
    }
}
