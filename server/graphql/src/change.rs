//! What mutations share: who writes, what is told, and reading back what was
//! written.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use async_graphql::{Context, Result};

use super::arguments::{AnswerContext, BadArgument, clock};
use super::permissions;
use super::scalars::Code;
use actions::Writer;
use atlas::{Live, LiveError};
use domain::message::{Message, RequestMessage};
use domain::places::code::MunicipalityCode;

/// The change stands, and cannot be answered from.
#[derive(Debug)]
pub(crate) struct NotReadBack(LiveError);

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
pub(crate) fn writer<'a>(ctx: &Context<'a>) -> Result<Writer<'a>> {
    let live = ctx.data::<Arc<Live>>()?;
    let name = permissions::viewer(ctx).name.as_deref().unwrap_or_default();
    Ok(Writer::new(live.store(), name, clock(ctx)?))
}

/// Answers from now on hold every change that was committed.
pub(crate) async fn read_back(ctx: &Context<'_>) -> Result<()> {
    let live = ctx.data::<Arc<Live>>()?;
    let atlas = live.refresh().await.map_err(NotReadBack)?;
    ctx.data::<Arc<AnswerContext>>()?.atlas.store(atlas);
    Ok(())
}

/// Says what a person should know of beside the answer.
pub(crate) fn tell(ctx: &Context<'_>, notices: Vec<Message>) -> Result<()> {
    let told = &ctx.data::<Arc<AnswerContext>>()?.notices;
    told.lock().extend(notices);
    Ok(())
}

/// An id that nothing has.
pub(crate) fn unknown(kind: &'static str, id: &str) -> BadArgument {
    let id = id.chars().take(60).collect();
    BadArgument::UnknownId { kind, id }
}

pub(crate) fn plain(codes: Vec<Code>) -> Vec<MunicipalityCode> {
    codes.into_iter().map(|code| code.0).collect()
}
