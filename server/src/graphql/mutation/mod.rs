//! The mutations, by topic. Each lets an action write by the name of the
//! viewer, and answers from the atlas that holds the change.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use async_graphql::{Context, MergedObject, Result};

use super::arguments::{AnswerContext, BadArgument, clock};
use super::permissions;
use super::scalars::Code;
use crate::actions::Writer;
use crate::atlas::{Live, LiveError};
use crate::domain::message::{Message, RequestMessage};
use crate::domain::places::code::MunicipalityCode;

pub(in crate::graphql) use super::record::mutation::rehearsal::PreviewInput;

/// What can be changed.
#[derive(Default, MergedObject)]
pub struct Mutation(
    crate::graphql::care::mutation::record::RecordMutation,
    crate::graphql::policy::mutation::verdict::VerdictMutation,
    crate::graphql::outreach::mutation::CampaignMutation,
    crate::graphql::care::mutation::practice::PracticeMutation,
    crate::graphql::people::mutation::PeopleMutation,
    crate::graphql::places::mutation::RegionMutation,
    crate::graphql::policy::mutation::rubric::RubricMutation,
    crate::graphql::record::mutation::correction::CorrectionMutation,
    crate::graphql::record::mutation::undo::UndoMutation,
    crate::graphql::record::mutation::import::ImportMutation,
);

/// The change stands, and cannot be answered from.
#[derive(Debug)]
pub(in crate::graphql) struct NotReadBack(LiveError);

impl From<&NotReadBack> for Message {
    fn from(_: &NotReadBack) -> Self {
        RequestMessage::NotReadBack.into()
    }
}

impl fmt::Display for NotReadBack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::from(self).fmt(f)
    }
}

impl Error for NotReadBack {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

/// A writer by the name of who asks.
pub(in crate::graphql) fn writer<'a>(ctx: &Context<'a>) -> Result<Writer<'a>> {
    let live = ctx.data::<Arc<Live>>()?;
    let name = permissions::viewer(ctx).name.as_deref().unwrap_or_default();
    Ok(Writer::new(live.store(), name, clock(ctx)?))
}

/// Answers from now on hold every change that was committed.
pub(in crate::graphql) async fn read_back(ctx: &Context<'_>) -> Result<()> {
    let live = ctx.data::<Arc<Live>>()?;
    let atlas = live.refresh().await.map_err(NotReadBack)?;
    ctx.data::<Arc<AnswerContext>>()?.atlas.store(atlas);
    Ok(())
}

/// Says what a person should know of beside the answer.
pub(in crate::graphql) fn tell(ctx: &Context<'_>, notices: Vec<Message>) -> Result<()> {
    let told = &ctx.data::<Arc<AnswerContext>>()?.notices;
    told.lock().extend(notices);
    Ok(())
}

/// An id that nothing has.
pub(in crate::graphql) fn unknown(kind: &'static str, id: &str) -> BadArgument {
    let id = id.chars().take(60).collect();
    BadArgument::UnknownId { kind, id }
}

pub(in crate::graphql) fn plain(codes: Vec<Code>) -> Vec<MunicipalityCode> {
    codes.into_iter().map(|code| code.0).collect()
}
