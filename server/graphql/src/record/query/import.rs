//! Files that were handed in.

use async_graphql::{Context, ID, Object, Result};

use crate::record::import::{ImportBatch, ImportBatchConnection, find};

#[derive(Default)]
pub struct ImportQuery;

#[Object]
impl ImportQuery {
    /// The files that were handed in, the last one first. For who has an
    /// account; a PLATFORM reads those that it handed in itself.
    async fn import_batches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "At most so many, up to 1,000.", default = 20)] first: Option<i32>,
        #[graphql(desc = "Only after this cursor.")] after: Option<String>,
    ) -> Result<ImportBatchConnection> {
        ImportBatchConnection::page(ctx, first.unwrap_or(20), after.as_deref()).await
    }

    /// The file that was handed in with this id. Null when there is none, and
    /// for a PLATFORM when it is another's.
    async fn import_batch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id.")] id: ID,
    ) -> Result<Option<ImportBatch>> {
        Ok(find(ctx, &id).await?.map(ImportBatch))
    }
}
