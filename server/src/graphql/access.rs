//! What may be read without an account.

use async_graphql::Context;
use thiserror::Error;

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

/// Refuses when the ranking is not for who asks.
pub(super) fn ranking(ctx: &Context<'_>) -> Result<(), Closed> {
    match ctx.data_unchecked::<Public>() {
        Public::All => Ok(()),
        Public::Status | Public::None => Err(Closed::Ranking),
    }
}
