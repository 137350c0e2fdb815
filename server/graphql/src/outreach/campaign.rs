//! Campaigns: their targets, how far they have come, and what followed.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::briefing::Briefing;
use super::effect::{CampaignEffect, EffectTotal};
use crate::arguments::{atlas, clock, int};
use crate::permissions;
use crate::places::lineage::FormerMunicipality;
use crate::places::municipality::Municipality;
use crate::scalars::{Code, Date, DateTime};
use atlas::Atlas;
use domain::outreach::campaign;
use domain::vocabulary::OutreachStage;

/// A number of municipalities to brief in a period. Internal; a PLATFORM reads
/// the targets of its own regions, and what is reckoned over them.
#[derive(Description)]
pub struct Campaign {
    atlas: Arc<Atlas>,
    campaign: campaign::Campaign,
    today: jiff::civil::Date,
    /// Those that are for who asks.
    targets: Vec<atlas::CampaignTarget>,
}

impl Campaign {
    /// The campaign with this id, when any of it is for who asks.
    pub(crate) fn find(ctx: &Context<'_>, id: &str) -> Result<Option<Self>> {
        let atlas = atlas(ctx)?;
        match atlas.index().find_campaign(id) {
            Some(campaign) => Self::new(ctx, campaign),
            None => Ok(None),
        }
    }

    /// A campaign, when any of it is for who asks.
    pub(crate) fn new(ctx: &Context<'_>, campaign: &campaign::Campaign) -> Result<Option<Self>> {
        let (atlas, today) = (atlas(ctx)?, clock(ctx)?.today());
        let mut targets = atlas.campaign_targets(campaign, today);
        targets.retain(|target| {
            let place = &target.municipality;
            permissions::reads(ctx, &place.view, place.at)
        });
        let is_readable = permissions::staff(ctx).is_ok() || !targets.is_empty();
        Ok(is_readable.then(|| Self {
            atlas,
            campaign: campaign.clone(),
            today,
            targets,
        }))
    }

    fn effects(&self, ctx: &Context<'_>) -> Vec<atlas::Effect> {
        let mut effects = self.atlas.effects(&self.campaign, self.today);
        effects.retain(|effect| permissions::reads(ctx, &effect.before.view, effect.before.at));
        effects
    }
}

#[direct_object(use_type_description)]
impl Campaign {
    /// Id.
    fn id(&self) -> ID {
        ID(self.campaign.id.to_string())
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.campaign.title
    }

    /// How many municipalities are to be reached.
    fn goal(&self) -> i32 {
        int(self.campaign.goal)
    }

    /// First day.
    fn from(&self) -> Date {
        Date(self.campaign.from)
    }

    /// Last day, included.
    fn to(&self) -> Date {
        Date(self.campaign.to)
    }

    /// With whom it is done.
    fn partners(&self) -> &[String] {
        &self.campaign.partners
    }

    /// The municipalities that it is for, by code.
    fn targets(&self) -> Vec<CampaignTarget> {
        let targets = self.targets.iter().cloned();
        targets.map(CampaignTarget).collect()
    }

    /// How far it has come.
    fn progress(&self) -> CampaignProgress {
        let stages = self.targets.iter().map(|target| target.target.fact.stage);
        CampaignProgress::of(self.campaign.goal, &stages.collect::<Vec<_>>())
    }

    /// Its briefings, given and planned, by date.
    fn briefings(&self, ctx: &Context<'_>) -> Result<Vec<Briefing>> {
        let places = self.atlas.index().briefings_of(&self.campaign);
        let mut briefings = Briefing::all(ctx, &places)?;
        briefings.retain(|briefing| briefing.is_readable(ctx));
        Ok(briefings)
    }

    /// What followed on the first briefing that was given of each municipality,
    /// up to today, by date and code.
    fn effect(&self, ctx: &Context<'_>) -> Vec<CampaignEffect> {
        let effects = self.effects(ctx).into_iter();
        effects.map(CampaignEffect).collect()
    }

    /// What followed as a whole, beside municipalities that were not briefed.
    /// OUTREACH, ADMIN: it tells of municipalities in all regions.
    fn effect_total(&self, ctx: &Context<'_>) -> Result<EffectTotal> {
        permissions::staff(ctx)?;
        let total = self.atlas.effect_total(&self.effects(ctx), self.today);
        Ok(EffectTotal(total))
    }
}

/// A municipality that a campaign is for.
#[derive(Description)]
pub struct CampaignTarget(atlas::CampaignTarget);

#[direct_object(use_type_description)]
impl CampaignTarget {
    /// The municipality as it is today, or on the nearest day of the campaign;
    /// for one that ended since it was chosen, the one that it went into.
    fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.0.municipality.view),
            at: self.0.municipality.at,
        }
    }

    /// How far it has come.
    fn stage(&self) -> OutreachStage {
        self.0.target.fact.stage
    }

    /// Who of the staff looks after it.
    fn owner(&self) -> Option<&str> {
        self.0.target.fact.owner.as_deref()
    }

    /// The last briefing of the campaign that counts for it.
    fn briefing(&self, ctx: &Context<'_>) -> Result<Option<Briefing>> {
        let place = self.0.briefing;
        place.map(|place| Briefing::new(ctx, place)).transpose()
    }

    /// When its stage and owner were recorded.
    fn updated_at(&self) -> DateTime {
        DateTime(self.0.target.recorded_at)
    }

    /// The ended municipalities that were chosen or are on record for it, in
    /// whose place it is.
    fn replaces(&self) -> Vec<FormerMunicipality> {
        let target = &self.0.target.fact;
        let index = self.0.municipality.view.index();
        let now = self.0.municipality.view.code(self.0.municipality.at);
        let ended = Some(target.code).filter(|code| now != Some(*code));
        let codes = target.replaces.iter().copied().chain(ended);
        codes
            .map(|code| FormerMunicipality {
                code: Code(code),
                name: index
                    .last_name(code)
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            })
            .collect()
    }
}

/// How far a campaign has come.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct CampaignProgress {
    /// How many municipalities are to be reached.
    goal: i32,
    /// How many were reached: their stage is HELD or `FOLLOW_UP`.
    reached: i32,
    /// For each stage the number of targets.
    by_stage: Vec<StageCount>,
}

impl CampaignProgress {
    fn of(goal: u16, stages: &[OutreachStage]) -> Self {
        let count = |stage: OutreachStage| StageCount {
            stage,
            count: int(stages.iter().filter(|other| **other == stage).count()),
        };
        Self {
            goal: int(goal),
            reached: int(stages.iter().filter(|stage| stage.is_reached()).count()),
            by_stage: OutreachStage::ALL.iter().copied().map(count).collect(),
        }
    }
}

/// Targets at a stage.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct StageCount {
    /// The stage.
    stage: OutreachStage,
    /// The number of targets.
    count: i32,
}
