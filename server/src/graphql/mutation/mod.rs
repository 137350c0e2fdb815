//! The mutations, by topic. Each lets an action write by the name of the
//! viewer, and answers from the atlas that holds the change.

mod campaign;
mod practice;

use std::sync::{Arc, PoisonError};

use async_graphql::{Context, MergedObject, Result};
use thiserror::Error;

use super::access;
use super::arguments::{Answering, clock};
use crate::actions::Writer;
use crate::atlas::{Live, LiveError};

/// What can be changed.
#[derive(Default, MergedObject)]
pub struct Mutation(campaign::CampaignMutation, practice::PracticeMutation);

/// The change stands, and cannot be answered from.
#[derive(Debug, Error)]
#[error("the change was recorded, but cannot be read back now; read it again in a moment")]
pub(in crate::graphql) struct NotReadBack(#[source] LiveError);

/// A writer by the name of who asks.
fn writer<'a>(ctx: &Context<'a>) -> Result<Writer<'a>> {
    let live = ctx.data::<Arc<Live>>()?;
    let name = access::viewer(ctx).name.as_deref().unwrap_or_default();
    Ok(Writer::new(live.store(), name, clock(ctx)?))
}

/// Answers from now on hold every change that was committed.
async fn read_back(ctx: &Context<'_>) -> Result<()> {
    let live = ctx.data::<Arc<Live>>()?;
    let atlas = live.refresh().await.map_err(NotReadBack)?;
    ctx.data::<Arc<Answering>>()?.atlas.store(atlas);
    Ok(())
}

/// Says what a person should know of beside the answer.
fn tell(ctx: &Context<'_>, notices: Vec<String>) -> Result<()> {
    let told = &ctx.data::<Arc<Answering>>()?.notices;
    told.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .extend(notices);
    Ok(())
}
