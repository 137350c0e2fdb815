//! What followed on briefings.

use std::sync::Arc;

use async_graphql::{Description, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::targets::blocks;
use crate::arguments::int;
use crate::enums::Language;
use crate::places::municipality::Municipality;
use crate::policy::rubric::BuildingBlock;
use crate::policy::verdict::PolicyState;
use crate::scalars::Date;

/// What followed on the first briefing of a municipality in a campaign, which is
/// no proof that it came of it.
#[derive(Description)]
pub struct CampaignEffect(pub(crate) atlas::Effect);

#[direct_object(use_type_description)]
impl CampaignEffect {
    /// The municipality before the briefing.
    fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.0.before.view),
            at: self.0.before.at,
        }
    }

    /// The date of the briefing.
    fn briefed(&self) -> Date {
        Date(self.0.briefed)
    }

    /// The date of the first assessment after it, when there was one.
    fn assessed(&self) -> Option<Date> {
        let after = self.0.after.as_ref()?;
        Some(Date(after.view.as_of().date()))
    }

    /// Policy on the day before the briefing: what is recorded of the day itself
    /// was learned at the table.
    fn before(&self) -> PolicyState {
        policy(&self.0.before)
    }

    /// Policy on the date of the first assessment after the briefing; absent
    /// when nobody assessed it since. Of the one that it went into when it
    /// ended.
    fn after(&self) -> Option<PolicyState> {
        self.0.after.as_ref().map(policy)
    }

    /// The building blocks that are PRESENT after, and were known not to be before.
    fn gained(&self) -> Result<Vec<BuildingBlock>> {
        changed(&self.0, &self.0.changes.gained)
    }

    /// The building blocks of which there is less after than was known before.
    fn lost(&self) -> Result<Vec<BuildingBlock>> {
        changed(&self.0, &self.0.changes.lost)
    }

    /// The building blocks that were UNKNOWN before: what they are after may have
    /// been so all along.
    fn learned(&self) -> Result<Vec<BuildingBlock>> {
        changed(&self.0, &self.0.changes.learned)
    }

    /// The building blocks that are UNKNOWN after, and were known before.
    fn no_longer_known(&self) -> Result<Vec<BuildingBlock>> {
        changed(&self.0, &self.0.changes.no_longer_known)
    }
}

fn changed(effect: &atlas::Effect, places: &[usize]) -> Result<Vec<BuildingBlock>> {
    match &effect.after {
        Some(after) => blocks(&after.view, places),
        None => Ok(Vec::new()),
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
/// by inhabitants) before the briefing. Those are measured in the same
/// way: at their first assessment after that date.
#[derive(Description)]
pub struct EffectTotal(pub(crate) atlas::EffectTotal);

#[direct_object(use_type_description)]
impl EffectTotal {
    /// Municipalities that were briefed.
    fn briefed(&self) -> i32 {
        int(self.0.briefed)
    }

    /// Those of them that were assessed after it.
    fn reassessed(&self) -> i32 {
        int(self.0.reassessed)
    }

    /// Those of the latter to which others compare.
    fn matched(&self) -> i32 {
        int(self.0.matched)
    }

    /// How many others that are.
    fn comparable(&self) -> i32 {
        int(self.0.comparable)
    }

    /// Mean over those that were assessed after their briefing.
    fn of_reassessed(&self) -> Option<Gain> {
        self.0.of_reassessed.map(Into::into)
    }

    /// Mean over those to which others compare.
    fn of_matched(&self) -> Option<Gain> {
        self.0.of_matched.map(Into::into)
    }

    /// For each of these the mean over the others that compare to it, and the
    /// mean of that.
    fn of_comparable(&self) -> Option<Gain> {
        self.0.of_comparable.map(Into::into)
    }

    /// What these figures do not say, as sentences to stand beside them.
    fn note(
        &self,
        #[graphql(
            desc = "The language of the sentences.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> &'static str {
        language.choose(
            "Dit is geen bewijs van oorzaak. Wie een voorlichting krijgt, is daarvoor gekozen, en er kan meer zijn gebeurd. Gemeenten die nog niet opnieuw zijn beoordeeld, tellen niet mee. Wat onbekend was en nu bekend is, telt niet als erbij maar staat apart: misschien was het er al. De volledigheid gaat er wel van omhoog.",
            "This is no proof of cause. Those that are briefed were chosen for it, and more may have happened. Municipalities that have not been assessed again do not count. What was unknown and is known now does not count as gained and stands apart: it may have been there before. It does raise the completeness.",
        )
    }
}

/// What became of policy, as a mean over municipalities.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct Gain {
    /// Building blocks that are PRESENT, and were known not to be.
    blocks: f64,
    /// Building blocks of which there is less than was known.
    lost: f64,
    /// Building blocks that were UNKNOWN.
    learned: f64,
    /// Building blocks that are UNKNOWN, and were known.
    no_longer_known: f64,
    /// Change of the low end of completeness, in -1..1.
    completeness_low: f64,
}

impl From<atlas::Gain> for Gain {
    fn from(gain: atlas::Gain) -> Self {
        Self {
            blocks: gain.blocks,
            lost: gain.lost,
            learned: gain.learned,
            no_longer_known: gain.no_longer_known,
            completeness_low: gain.low,
        }
    }
}
