//! Campaigns and briefings.

use async_graphql::{Context, ID, InputObject, Object, Result};

use crate::arguments::{atlas, view};
use crate::change::{plain, read_back, tell, unknown, writer};
use crate::filter_input::RegionRef;
use crate::outreach::briefing::Briefing;
use crate::outreach::campaign::Campaign;
use crate::permissions;
use crate::scalars::{Code, Date};
use actions::ActionError;
use domain::id::Id;
use domain::message::RecordMessage;
use domain::outreach::campaign;
use domain::vocabulary::{BriefingKind, OutreachStage};

#[derive(Default)]
pub struct CampaignMutation;

#[Object]
impl CampaignMutation {
    /// Begins a campaign. OUTREACH, ADMIN.
    async fn create_campaign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The campaign.")] input: CampaignInput,
    ) -> Result<Campaign> {
        permissions::staff(ctx)?;
        let made = actions::create_campaign(&writer(ctx)?, input.into_campaign()?).await?;
        read_back(ctx).await?;
        get(ctx, &made.id)
    }

    /// Makes municipalities targets of a campaign, each once. One that ended is
    /// replaced by the one that it went into, which `CampaignTarget.replaces`
    /// and the notices in `extensions` tell. OUTREACH, ADMIN.
    async fn add_targets(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the campaign.")] campaign: ID,
        #[graphql(desc = "The municipalities, 1 to 1,000.")] codes: Vec<Code>,
    ) -> Result<Campaign> {
        permissions::staff(ctx)?;
        let codes = plain(codes);
        let outcome =
            actions::add_targets(&writer(ctx)?, &campaign.as_str().into(), &codes).await?;
        read_back(ctx).await?;
        tell(ctx, outcome.notices)?;
        get(ctx, &campaign)
    }

    /// Sets how far a target has come, and who looks after it unless that is
    /// left out. A briefing that was planned for it alone is held with it.
    /// OUTREACH, ADMIN; PLATFORM in its own regions.
    async fn set_stage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the campaign.")] campaign: ID,
        #[graphql(desc = "The municipality.")] code: Code,
        #[graphql(desc = "How far it has come.")] stage: OutreachStage,
        #[graphql(desc = "Who of the staff looks after it.")] owner: Option<String>,
    ) -> Result<Campaign> {
        let view = view(ctx, None, None)?;
        permissions::edits(ctx, &view, &[code.0], None)?;
        permissions::campaign(ctx, &campaign)?;
        actions::set_stage(
            &writer(ctx)?,
            &campaign.as_str().into(),
            code.0,
            stage,
            owner,
        )
        .await?;
        read_back(ctx).await?;
        get(ctx, &campaign)
    }

    /// Records a briefing, planned or given; it counts for each of its
    /// municipalities, which become targets of its campaign where they were not,
    /// and come as far. With the id of a briefing it corrects that one; without,
    /// one of the same campaign, date, kind, region and municipalities. OUTREACH,
    /// ADMIN; PLATFORM for municipalities in its own regions.
    async fn record_briefing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The briefing.")] input: BriefingInput,
    ) -> Result<Briefing> {
        let briefing = input.into_briefing();
        let view = view(ctx, Some(Date(briefing.date)), None)?;
        let region = briefing.region.as_ref();
        permissions::edits(ctx, &view, &briefing.municipalities, region)?;
        if let Some(campaign) = &briefing.campaign {
            permissions::campaign(ctx, campaign)?;
        }
        check_corrected(ctx, &briefing.id)?;
        let (briefing, outcome) = actions::record_briefing(&writer(ctx)?, briefing).await?;
        read_back(ctx).await?;
        tell(ctx, outcome.notices)?;
        let place = atlas(ctx)?.index().find_briefing(&briefing.id);
        Briefing::new(ctx, place.ok_or_else(|| unknown("briefing", &briefing.id))?)
    }
}

/// A PLATFORM corrects only what is of its own regions; all of it.
fn check_corrected(ctx: &Context<'_>, id: &str) -> Result<()> {
    if id.is_empty() {
        return Ok(());
    }
    let atlas = atlas(ctx)?;
    let is_own = match atlas.index().find_briefing(id) {
        None => false,
        Some(place) => {
            let known = atlas.index().briefing(place);
            let view = view(ctx, Some(Date(known.date)), None)?;
            permissions::edits(ctx, &view, &known.municipalities, known.region.as_ref()).is_ok()
        }
    };
    Ok(permissions::own(ctx, is_own)?)
}

fn get(ctx: &Context<'_>, id: &str) -> Result<Campaign> {
    Ok(Campaign::find(ctx, id)?.ok_or_else(|| unknown("campaign", id))?)
}

/// A campaign to begin.
#[derive(Debug, InputObject)]
pub struct CampaignInput {
    /// What it is called; 200 characters at most.
    title: String,
    /// How many municipalities are to be reached, 1 to 1,000.
    goal: i32,
    /// First day.
    from: Date,
    /// Last day, included.
    to: Date,
    /// With whom it is done.
    partners: Option<Vec<String>>,
}

impl CampaignInput {
    fn into_campaign(self) -> Result<campaign::Campaign, ActionError> {
        let goal = u16::try_from(self.goal)
            .map_err(|_| ActionError::refused("goal", RecordMessage::BadGoal))?;
        Ok(campaign::Campaign {
            id: Id::default(),
            title: self.title,
            goal,
            from: self.from.0,
            to: self.to.0,
            partners: self.partners.unwrap_or_default(),
        })
    }
}

/// A briefing to record.
#[derive(Debug, InputObject)]
pub struct BriefingInput {
    /// Id of the briefing to correct; a new one when absent, or the one on the
    /// same occasion.
    id: Option<ID>,
    /// Id of the campaign of which it is part.
    campaign: Option<ID>,
    /// When it is or was. One that was given cannot lie in the future.
    date: Date,
    /// How far it has come.
    stage: OutreachStage,
    /// For municipalities by themselves, or for a region.
    kind: BriefingKind,
    /// The region of a regional one.
    region: Option<RegionRef>,
    /// The municipalities for each of which it counts, 1 to 1,000.
    municipalities: Vec<Code>,
    /// Who of the staff gives it.
    owner: Option<String>,
    /// With whom it is given.
    partners: Option<Vec<String>>,
    /// What came of it; 5,000 characters at most.
    outcome: Option<String>,
    /// When to come back to it; not before its date.
    follow_up: Option<Date>,
}

impl BriefingInput {
    fn into_briefing(self) -> campaign::Briefing {
        campaign::Briefing {
            id: self.id.map(|id| id.0.into()).unwrap_or_default(),
            campaign: self.campaign.map(|id| id.0.into()),
            date: self.date.0,
            stage: self.stage,
            kind: self.kind,
            region: self.region.map(Into::into),
            municipalities: plain(self.municipalities),
            owner: self.owner,
            partners: self.partners.unwrap_or_default(),
            outcome: self.outcome,
            follow_up: self.follow_up.map(|date| date.0),
        }
    }
}
