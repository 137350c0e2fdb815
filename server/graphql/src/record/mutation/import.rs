//! Files that were handed in: repaired, put on record, withdrawn.

use async_graphql::{Context, ID, Object, Result};

use crate::change::read_back;
use crate::record::import::{ImportBatch, ImportRepairInput, get, import_service};

#[derive(Default)]
pub struct ImportMutation;

#[Object]
impl ImportMutation {
    /// Puts better values in cells of a file and looks at its rows again.
    /// OUTREACH, ADMIN; PLATFORM its own files; boundaries and regions ADMIN.
    async fn repair_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the import.")] batch: ID,
        #[graphql(desc = "The better values.")] repairs: Vec<ImportRepairInput>,
    ) -> Result<ImportBatch> {
        let found = get(ctx, &batch).await?;
        let repairs = repairs.into_iter().map(Into::into).collect();
        let repaired = import_service(ctx)?.repair(found, repairs).await?;
        Ok(ImportBatch(repaired))
    }

    /// Puts a file on record as it was looked at: all of its rows but those that
    /// are left out, in one change. Rows with something wrong are refused, in
    /// `extensions.problems`, unless they are left out. When the record was
    /// changed since and other things would become of rows, it is refused once
    /// with CONFLICT; the rows then tell what would become of them now. OUTREACH,
    /// ADMIN; PLATFORM its own files; boundaries and regions ADMIN.
    async fn commit_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the import.")] batch: ID,
        #[graphql(desc = "The lines to leave out.")] leave_out: Option<Vec<i32>>,
    ) -> Result<ImportBatch> {
        let found = get(ctx, &batch).await?;
        let lines = leave_out.into_iter().flatten();
        let lines = lines.filter_map(|line| u64::try_from(line).ok()).collect();
        let committed = import_service(ctx)?.commit(found, lines).await?;
        read_back(ctx).await?;
        Ok(ImportBatch(committed))
    }

    /// Withdraws what a file put on record, even after other edits: what was
    /// changed since stays as it is and is told in `kept`. OUTREACH, ADMIN;
    /// PLATFORM its own files; boundaries and regions ADMIN.
    async fn undo_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the import.")] batch: ID,
    ) -> Result<ImportBatch> {
        let found = get(ctx, &batch).await?;
        let undone = import_service(ctx)?.undo(&found).await?;
        read_back(ctx).await?;
        Ok(ImportBatch(undone))
    }

    /// Gives a file up that is not on record. OUTREACH, ADMIN; PLATFORM its own
    /// files; boundaries and regions ADMIN.
    async fn discard_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the import.")] batch: ID,
    ) -> Result<ImportBatch> {
        let found = get(ctx, &batch).await?;
        Ok(ImportBatch(import_service(ctx)?.discard(&found).await?))
    }
}
