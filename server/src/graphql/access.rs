//! Who may read what: the one place that decides it.

use async_graphql::Context;
use thiserror::Error;

use crate::domain::viewer::Viewer;

/// What the public may read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Public {
    /// Status, policy and the ranking that follows from them.
    #[default]
    All,
    /// Status and policy, without the ranking for outreach.
    Status,
    /// Nothing.
    None,
}

/// Something that is closed to who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Closed {
    /// The ranking for outreach, and what follows from it.
    #[error("the ranking for outreach is not public on this server")]
    Ranking,
    /// All of it.
    #[error("this server answers nobody without an account")]
    Everything,
}

/// Who asks.
pub(super) fn viewer<'a>(ctx: &Context<'a>) -> &'a Viewer {
    ctx.data_unchecked()
}

/// Refuses when the ranking is not for who asks.
pub(super) fn ranking(ctx: &Context<'_>) -> Result<(), Closed> {
    match ctx.data_unchecked::<Public>() {
        _ if viewer(ctx).is_signed_in() => Ok(()),
        Public::All => Ok(()),
        Public::Status | Public::None => Err(Closed::Ranking),
    }
}
