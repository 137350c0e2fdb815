//! What was done, and what would come of doing something.

use async_graphql::{Context, Object, Result};

use crate::arguments::{atlas, int, rows, store_beside};
use crate::page::PageInfo;
use crate::permissions;
use crate::record::audit::{AuditConnection, AuditFilter};
use crate::record::change_log::{RecordedChange, RecordedChangeConnection};
use crate::record::mutation::rehearsal::PreviewInput;
use crate::record::preview::ChangePreview;
use crate::scalars::Date;
use domain::page::{Cursor, Page, PageError};
use domain::people::permissions::{reads_work_of, undoes};

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
        let before = before(after.as_deref())?;
        let viewer = permissions::viewer(ctx);
        let atlas = atlas(ctx)?;
        let log = atlas.index().change_log();
        let asked = log
            .iter()
            .rev()
            .filter(|line| reads_work_of(viewer, &line.change.recorded_by))
            .filter(|line| !mine || viewer.name.as_deref() == Some(&*line.change.recorded_by));
        let total = asked.clone().count();
        let rows = asked.filter(|line| before.is_none_or(|before| line.change.revision < before));
        let rows: Vec<_> = rows.take(first + 1).collect();
        let page = Page::first_of(rows, first, total, before.is_some());
        Ok(RecordedChangeConnection {
            total_count: int(page.total),
            page_info: PageInfo::of(&page, |line| Cursor(line.change.revision).to_string()),
            nodes: page
                .map(|line| {
                    let undoable =
                        line.is_undoable() && undoes(viewer, &line.change.recorded_by, line.action);
                    RecordedChange::new(line.change, line.undone_by, undoable)
                })
                .items,
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
        let before = before(after.as_deref())?;
        let store = store_beside(ctx)?;
        let query = filter.unwrap_or_default().into();
        let page = store.audit_page(&query, first, before).await;
        let page = page.map_err(actions::ActionError::from)?;
        Ok(AuditConnection {
            total_count: int(page.total),
            page_info: PageInfo::of(&page, |entry| Cursor(entry.seq).to_string()),
            nodes: page.map(Into::into).items,
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

/// The number that a cursor stands for.
fn before(after: Option<&str>) -> Result<Option<u64>, PageError> {
    let cursor = after.map(str::parse::<Cursor<u64>>).transpose()?;
    Ok(cursor.map(|Cursor(number)| number))
}
