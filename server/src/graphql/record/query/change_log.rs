//! What was done, and what would come of doing something.

use async_graphql::{Context, Object, Result};

use crate::atlas::PageError;
use crate::domain::people::permissions::{reads_work_of, undoes};
use crate::graphql::arguments::{atlas, int, rows, store_beside};
use crate::graphql::mutation::PreviewInput;
use crate::graphql::page::PageInfo;
use crate::graphql::permissions;
use crate::graphql::record::audit::{AuditConnection, AuditFilter};
use crate::graphql::record::change_log::{RecordedChange, RecordedChangeConnection};
use crate::graphql::record::preview::ChangePreview;
use crate::graphql::scalars::Date;

#[derive(Default)]
pub struct ChangeLogQuery;

#[Object]
impl ChangeLogQuery {
    /// The committed changes, newest first. OUTREACH, ADMIN; PLATFORM those that
    /// it made itself.
    async fn change_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "At most so many, 0 to 1,000.", default = 20)] first: Option<i32>,
        #[graphql(desc = "Only those before this cursor.")] after: Option<String>,
        #[graphql(desc = "Only those of who asks.", default)] mine: bool,
    ) -> Result<RecordedChangeConnection> {
        permissions::signed_in(ctx)?;
        let first = rows("first", first.unwrap_or(20), 1000)?;
        let before = after.as_deref().map(read_cursor).transpose()?;
        let viewer = permissions::viewer(ctx);
        let atlas = atlas(ctx)?;
        let log = atlas.index().change_log();
        let asked = log
            .iter()
            .rev()
            .filter(|line| reads_work_of(viewer, &line.change.recorded_by))
            .filter(|line| !mine || viewer.name.as_deref() == Some(&*line.change.recorded_by));
        let total = asked.clone().count();
        let mut page = asked
            .filter(|line| before.is_none_or(|before| line.change.revision < before))
            .peekable();
        let mut nodes = Vec::new();
        let mut ends = Vec::new();
        for line in page.by_ref().take(first) {
            let undoable =
                line.is_undoable() && undoes(viewer, &line.change.recorded_by, line.action);
            nodes.push(RecordedChange::new(line.change, line.undone_by, undoable));
            ends.push(line.change.revision.to_string());
        }
        let has_next = page.peek().is_some();
        Ok(RecordedChangeConnection {
            total_count: int(total),
            nodes,
            page_info: PageInfo::of(has_next, before.is_some(), &ends),
        })
    }

    /// Who changed, exported, signed in and approved, newest first. ADMIN.
    async fn audit_trail(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which; all when absent.", name = "where")] filter: Option<AuditFilter>,
        #[graphql(desc = "At most so many, 0 to 1,000.", default = 50)] first: Option<i32>,
        #[graphql(desc = "Only those before this cursor.")] after: Option<String>,
    ) -> Result<AuditConnection> {
        permissions::admin(ctx)?;
        let first = rows("first", first.unwrap_or(50), 1000)?;
        let before = after.as_deref().map(read_cursor).transpose()?;
        let store = store_beside(ctx)?;
        let query = filter.unwrap_or_default().into();
        let page = store.audit_page(&query, first, before).await;
        let page = page.map_err(crate::actions::ActionError::from)?;
        let ends: Vec<_> = page
            .entries
            .iter()
            .map(|entry| entry.seq.to_string())
            .collect();
        Ok(AuditConnection {
            total_count: int(page.total),
            nodes: page.entries.into_iter().map(Into::into).collect(),
            page_info: PageInfo::of(page.has_next, before.is_some(), &ends),
        })
    }

    /// What a change would show on the map, without making it; refused as the
    /// mutation of that name would be. Who may make the change.
    async fn preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] change: PreviewInput,
        #[graphql(
            desc = "The date of which to show it; the first one on which it holds, today at the earliest, when absent."
        )]
        as_of: Option<Date>,
    ) -> Result<ChangePreview> {
        permissions::signed_in(ctx)?;
        change.preview(ctx, as_of).await
    }
}

fn read_cursor(text: &str) -> Result<u64, PageError> {
    let wrong = || PageError::BadCursor(text.chars().take(40).collect());
    text.parse().map_err(|_| wrong())
}
