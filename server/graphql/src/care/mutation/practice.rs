//! Bottlenecks and good practices.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::record::source;
use crate::arguments::{atlas, view};
use crate::care::practice::{Bottleneck, GoodPractice, category};
use crate::change::{read_back, unknown, writer};
use crate::filter_input;
use crate::permissions;
use crate::scalars::{Code, Date};
use actions::ActionError;
use domain::care::practice;
use domain::id::Id;
use domain::places::code::{MunicipalityCode, RegionRef};

#[derive(Default)]
pub struct PracticeMutation;

#[Object]
impl PracticeMutation {
    /// Records what stands in the way in a region or a municipality. OUTREACH,
    /// ADMIN; PLATFORM for its own regions.
    async fn raise_bottleneck(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The bottleneck.")] input: BottleneckInput,
    ) -> Result<Bottleneck> {
        let bottleneck = input.into_bottleneck()?;
        edits(ctx, bottleneck.municipality, bottleneck.region.as_ref())?;
        let raised = actions::raise_bottleneck(&writer(ctx)?, bottleneck).await?;
        read_back(ctx).await?;
        get_bottleneck(ctx, &raised.id)
    }

    /// Records on which date an open bottleneck was resolved. OUTREACH, ADMIN;
    /// PLATFORM for its own regions.
    async fn resolve_bottleneck(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the bottleneck.")] id: ID,
        #[graphql(desc = "The date, not in the future and not before it was raised.")] on: Date,
    ) -> Result<Bottleneck> {
        permissions::signed_in(ctx)?;
        let found = get_bottleneck(ctx, &id);
        permissions::own(ctx, found.is_ok_and(|found| found.is_readable(ctx)))?;
        actions::resolve_bottleneck(&writer(ctx)?, &id.as_str().into(), on.0).await?;
        read_back(ctx).await?;
        get_bottleneck(ctx, &id)
    }

    /// Records what works, for others to follow: in a region, in a municipality,
    /// or in the whole country. OUTREACH, ADMIN; PLATFORM for its own regions.
    async fn share_good_practice(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The good practice.")] input: GoodPracticeInput,
    ) -> Result<GoodPractice> {
        let practice = input.into_practice();
        edits(ctx, practice.municipality, practice.region.as_ref())?;
        let shared = actions::share_good_practice(&writer(ctx)?, practice).await?;
        read_back(ctx).await?;
        get_practice(ctx, &shared.id)
    }
}

fn edits(
    ctx: &Context<'_>,
    code: Option<MunicipalityCode>,
    region: Option<&RegionRef>,
) -> Result<()> {
    let codes: Vec<_> = code.into_iter().collect();
    Ok(permissions::edits(
        ctx,
        &*view(ctx, None, None)?,
        &codes,
        region,
    )?)
}

fn get_bottleneck(ctx: &Context<'_>, id: &str) -> Result<Bottleneck> {
    let place = atlas(ctx)?.index().find_bottleneck(id);
    let place = place.ok_or_else(|| unknown("bottleneck", id))?;
    let view = view(ctx, None, None)?;
    Ok(Bottleneck { view, place })
}

fn get_practice(ctx: &Context<'_>, id: &str) -> Result<GoodPractice> {
    let place = atlas(ctx)?.index().find_good_practice(id);
    let place = place.ok_or_else(|| unknown("good practice", id))?;
    let view = view(ctx, None, None)?;
    Ok(GoodPractice { view, place })
}

/// A bottleneck to raise, of a region or a municipality.
#[derive(Debug, InputObject)]
pub struct BottleneckInput {
    /// What it is about, as in `BottleneckFilter.category`.
    category: String,
    /// What it is; 5,000 characters at most. Never anything about a victim.
    text: String,
    /// The region.
    region: Option<filter_input::RegionRef>,
    /// The municipality.
    municipality: Option<Code>,
    /// When it was raised; not in the future.
    raised: Date,
    /// To whom it was taken when those concerned could not resolve it.
    escalated_to: Option<String>,
}

impl BottleneckInput {
    fn into_bottleneck(self) -> Result<practice::Bottleneck, ActionError> {
        Ok(practice::Bottleneck {
            id: Id::default(),
            category: category(&self.category)?,
            text: self.text,
            region: self.region.map(Into::into),
            municipality: self.municipality.map(|code| code.0),
            raised: self.raised.0,
            resolved: None,
            escalated_to: self.escalated_to,
        })
    }
}

/// A good practice to share.
#[derive(Debug, InputObject)]
pub struct GoodPracticeInput {
    /// What it is called; 200 characters at most.
    title: String,
    /// What it is; 5,000 characters at most.
    text: String,
    /// Id of the building block that it helps to put in place.
    block: Option<ID>,
    /// The region where it works.
    region: Option<filter_input::RegionRef>,
    /// The municipality where it works.
    municipality: Option<Code>,
    /// Where to read more.
    source_url: Option<String>,
}

impl GoodPracticeInput {
    fn into_practice(self) -> practice::GoodPractice {
        practice::GoodPractice {
            id: Id::default(),
            title: self.title,
            text: self.text,
            block: self.block.map(|id| id.0),
            region: self.region.map(Into::into),
            municipality: self.municipality.map(|code| code.0),
            source: source(self.source_url),
        }
    }
}
