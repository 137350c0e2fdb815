//! Taking back what was done.

use async_graphql::{Context, Object, Result};

use crate::change::{read_back, writer};
use crate::permissions;
use crate::record::change_log::Undone;
use actions::{ActionError, Outcome, Writer};
use domain::people::permissions::undoes;

#[derive(Default)]
pub struct UndoMutation;

#[Object]
impl UndoMutation {
    /// Takes back a change: what it recorded is withdrawn, and what it withdrew
    /// stands again, by another change, so that `knownAt` still shows what was
    /// known. Records that were changed since stay as they are and are told. An
    /// undoing can be undone. ADMIN; OUTREACH what is about municipalities;
    /// PLATFORM what it did itself.
    async fn undo_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The revision that the change made, as in `changeLog`.")] revision: u64,
    ) -> Result<Undone> {
        let (undone, outcome) = undo(ctx, &writer(ctx)?, revision).await?;
        read_back(ctx).await?;
        let revision = outcome.revision.unwrap_or_default();
        Ok(Undone { revision, undone })
    }
}

/// Takes back a change, when who asks may.
pub(crate) async fn undo(
    ctx: &Context<'_>,
    writer: &Writer<'_>,
    revision: u64,
) -> Result<(store::UndoReport, Outcome)> {
    permissions::signed_in(ctx)?;
    let allows = |by: &str, action: &str| undoes(permissions::viewer(ctx), by, action);
    let undone = actions::undo_change(writer, revision, allows).await;
    if let Err(ActionError::UnknownId { .. }) = undone {
        permissions::own(ctx, false)?;
    }
    Ok(undone?)
}
