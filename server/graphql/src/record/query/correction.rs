//! What waits to be decided on.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use crate::arguments::{clock, int, rows, store_beside, view};
use crate::page::PageInfo;
use crate::permissions;
use crate::places::municipality::Municipality;
use crate::record::correction::{Check, Correction, CorrectionConnection};
use crate::scalars::DateTime;
use actions::ActionError;
use domain::page::{Cursor, Page, PageError};
use domain::people::viewer::TokenHash;
use domain::vocabulary::CorrectionState;

#[derive(Default)]
pub struct CorrectionQuery;

#[Object]
impl CorrectionQuery {
    /// The corrections that others proposed, the last one first. OUTREACH,
    /// ADMIN; PLATFORM those of its own regions.
    async fn corrections(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "In which state; all when null.",
            default_with = "Some(CorrectionState::Open)"
        )]
        state: Option<CorrectionState>,
        #[graphql(desc = "At most so many, 0 to 1,000.", default = 50)] first: Option<i32>,
        #[graphql(desc = "Only those after this cursor.")] after: Option<String>,
    ) -> Result<CorrectionConnection> {
        permissions::signed_in(ctx)?;
        let first = rows("first", first.unwrap_or(50), 1000)?;
        let store = store_beside(ctx)?;
        let all = store.corrections(state, None).await;
        let mut all = all.map_err(ActionError::from)?;
        let view = view(ctx, None, None)?;
        all.retain(|correction| permissions::edits(ctx, &view, &[correction.code], None).is_ok());
        let total = all.len();
        let skipped = match &after {
            None => 0,
            Some(cursor) => {
                let place = all.iter().position(|correction| *correction.id == **cursor);
                place.ok_or_else(|| PageError::bad_cursor(cursor))? + 1
            }
        };
        let rows = all.into_iter().skip(skipped).take(first + 1).collect();
        let page = Page::first_of(rows, first, total, skipped > 0);
        let correction = |correction| Correction {
            view: Arc::clone(&view),
            correction,
        };
        Ok(CorrectionConnection {
            total_count: int(page.total),
            page_info: PageInfo::of(&page, |it| Cursor(it.id.to_string()).to_string()),
            nodes: page.map(correction).items,
        })
    }

    /// What a link for a check is about. Null when there is no such link.
    async fn check(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret in the link.")] secret: String,
    ) -> Result<Option<Check>> {
        let store = store_beside(ctx)?;
        let link = store.find_check_link(TokenHash::of(&secret)).await;
        let Some(link) = link.map_err(ActionError::from)? else {
            return Ok(None);
        };
        let view = view(ctx, None, None)?;
        Ok(Some(Check {
            municipality: Municipality::find(&view, link.code),
            expires_at: DateTime(link.expires_at),
            open: link.is_open(clock(ctx)?.now()),
        }))
    }
}
