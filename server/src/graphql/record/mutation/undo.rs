//! Taking back what was done.

use async_graphql::{Context, Object, Result};

use crate::actions::{self, ActionError, Outcome, Writer};
use crate::domain::vocabulary::Role;
use crate::graphql::access;
use crate::graphql::mutation::{read_back, writer};
use crate::graphql::record::change_log::Undone;
use crate::store;

/// What ADMIN alone does and takes back.
const OF_ADMIN: [&str; 7] = [
    "create_region_set",
    "set_region",
    "set_memberships",
    "record_regions",
    "record_region_sets",
    "replace_boundaries",
    "record_rubric",
];

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
pub(in crate::graphql) async fn undo(
    ctx: &Context<'_>,
    writer: &Writer<'_>,
    revision: u64,
) -> Result<(store::Undone, Outcome)> {
    access::signed_in(ctx)?;
    let allows = |by: &str, action: &str| may_undo(ctx, by, action);
    let undone = actions::undo_change(writer, revision, allows).await;
    if let Err(ActionError::UnknownId { .. }) = undone {
        access::own(ctx, false)?;
    }
    Ok(undone?)
}

/// Whether who asks may take back what somebody did.
pub(in crate::graphql) fn may_undo(ctx: &Context<'_>, by: &str, action: &str) -> bool {
    let viewer = access::viewer(ctx);
    let did_it = viewer.name.as_deref() == Some(by);
    match viewer.role {
        Role::Admin => true,
        Role::Outreach => !OF_ADMIN.contains(&action),
        Role::Platform => did_it && !OF_ADMIN.contains(&action),
        Role::Public => false,
    }
}
